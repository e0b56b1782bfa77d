import re

from accord.editions.render import svg

ROLES = {"#1f5fa0": "agree", "#ffffff": "ground"}
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def drawn(inside, box='viewBox="0 0 70 20"'):
    text = f"{HEAD}{box}>{inside}</svg>"
    return str(svg.themed(text, ROLES, prefix="figure-a-wide-", label="A label", classes="wide"))


def test_a_colour_of_the_palette_becomes_a_class():
    written = drawn('<rect style="fill: #1F5FA0; stroke: #ffffff" width="3" height="4"/>')

    assert '<rect width="3" height="4" class="f-agree s-ground"/>' in written


def test_a_colour_outside_the_palette_stays_as_it_is():
    assert 'fill="#abcdef"' in drawn('<rect fill="#abcdef"/>')


def test_no_style_attribute_is_left():
    written = drawn('<text style="font: 600 13px Public Sans; fill: none; x: 3">a</text>')

    assert "style" not in written
    assert 'font-weight="600"' in written
    assert 'font-size="13"' in written


def test_the_root_carries_its_words_and_its_size():
    written = drawn("")

    assert written.startswith('<svg class="wide" viewBox="0 0 70 20" width="70" height="20" ')
    assert 'role="img" aria-label="A label"' in written


def test_a_drawing_without_a_view_box_takes_its_size():
    assert 'viewBox="0 0 504 216"' in drawn("", 'width="504pt" height="216pt"')


def test_ids_that_are_referred_to_get_the_prefix_and_others_go():
    written = drawn(
        '<defs><clipPath id="p1"><rect/></clipPath><path id="m" d="M0 0"/></defs>'
        '<g id="axes_1" clip-path="url(#p1)"><use xlink:href="#m"/></g>'
    )

    assert 'id="figure-a-wide-p1"' in written
    assert 'clip-path="url(#figure-a-wide-p1)"' in written
    assert 'href="#figure-a-wide-m"' in written
    assert "axes_1" not in written


def test_nothing_in_a_drawing_runs_or_loads():
    written = drawn(
        '<script>alert(1)</script><style>*{color:red}</style><image href="http://x.example/a"/>'
        '<a href="javascript:alert(1)"><rect onclick="alert(1)"/></a>'
        '<foreignObject><b>x</b></foreignObject><rect fill="url(http://x.example/#a)"/>'
        '<use href="http://x.example/#a"/><text>&lt;script&gt;</text>'
    )

    assert not re.search(r"<script|<style|<image|<a |onclick|x\.example|foreign|alert", written)
    assert "&lt;script&gt;" in written


def test_a_label_cannot_leave_its_attribute():
    text = f'{HEAD}viewBox="0 0 1 1"/>'
    written = svg.themed(text, ROLES, prefix="", label='"><script>', classes="wide")

    assert "<script>" not in written


def test_what_is_no_drawing_is_left_out():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + f'{HEAD}viewBox="0 0 1 1">&a;</svg>'
    deep = f'{HEAD}viewBox="0 0 1 1">' + "<g>" * 200 + "</g>" * 200 + "</svg>"
    texts = ("", "<svg", "<html/>", bomb, deep)

    assert {str(svg.themed(t, ROLES, prefix="", label="", classes="")) for t in texts} == {""}


def test_lines_of_one_look_that_follow_each_other_are_one_path():
    line = '<path d="M {0} 30 L {0} 412" style="fill: none; stroke: #1f5fa0"/>'
    written = drawn(line.format(10) + line.format(20) + '<path d="M 0 0 L 9 9" fill="#1f5fa0"/>')

    assert written.count("<path") == 2
    assert 'd="M10 30L10 412M20 30L20 412"' in written


def test_lines_that_show_through_each_other_stay_apart():
    line = '<path d="M 1 1 L 2 2" fill="none" stroke="#1f5fa0" stroke-opacity="0.5"/>'

    assert drawn(line + line).count("<path") == 2
