from __future__ import annotations

from accord import parameters, project, sources

PARAMETERS = parameters.check({})


def test_the_seeds_and_what_stands_beside_them_are_read_without_complaint():
    found = sources.read(project.find().root / "seeds", PARAMETERS)

    assert [source.status for source in found.sources] == ["read"] * 5
    assert found.complaints == ()
    assert all(source.outlet and source.date and source.note for source in found.sources)
    assert all(figure.publisher and figure.url for figure in found.figures)
