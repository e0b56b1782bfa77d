"""The order of a report's sections, whichever notebook they come from."""

from nbformat import v4

from accord.editions import order, parts


def opens(key):
    part = parts.Section(key=key, menu=key, title=key)
    return v4.new_code_cell(f"open {key}", outputs=[v4.new_output("display_data", part.bundle())])


def sources(*cells):
    return [cell.source for cell in order.arrange(v4.new_notebook(cells=list(cells))).cells]


def test_sections_stand_in_the_order_of_the_report():
    found = sources(opens("matrix"), opens("independence"), opens("trade"), opens("changes"))

    assert found == ["open matrix", "open trade", "open independence", "open changes"]


def test_what_prepares_a_section_goes_with_it_and_what_follows_too():
    prepares = v4.new_code_cell("prepare")
    prose = v4.new_markdown_cell("words on trade")
    found = sources(opens("independence"), prepares, opens("trade"), prose)

    assert found == ["prepare", "open trade", "words on trade", "open independence"]


def test_an_unknown_section_stays_behind_the_one_before_it():
    found = sources(opens("matrix"), opens("own"), opens("facts"), opens("method"))

    assert found == ["open matrix", "open own", "open facts", "open method"]


def test_no_cell_is_lost_and_a_notebook_without_sections_is_left_alone():
    cells = [v4.new_code_cell("one"), v4.new_markdown_cell("two"), v4.new_code_cell("three")]

    assert sources(*cells) == ["one", "two", "three"]
