"""Linked data uses no term that its vocabularies do not have."""

import tomllib
from pathlib import Path

import pytest

from accord import parameters, study
from accord.editions import linked

VOCABULARY = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))
SCHEMA, OA, PROV = (VOCABULARY[name] for name in ("schema", "oa", "prov"))
ABOVE = {"Collection": {"Entity"}}


def unknown(value):
    """Every term that no vocabulary has, or that does not go with the types of its node."""
    if isinstance(value, list):
        return [one for inner in value for one in unknown(inner)]
    if not isinstance(value, dict):
        return []
    own = value.get("@type", [])
    own = [own] if isinstance(own, str) else own
    found = [one for one in own if not _is_type(*one.split(":"))]
    for key, inner in value.items():
        if not key.startswith("@") and not _is_property(*key.split(":"), own):
            found.append(key)
        if key == "oa:motivatedBy" and inner["@id"].removeprefix("oa:") not in OA["values"]:
            found.append(inner["@id"])
        found += unknown(inner) if key != "@context" else []
    return found


def _is_type(prefix, name):
    known = {"schema": SCHEMA, "oa": OA["types"], "prov": PROV["types"]}
    return name in known[prefix]


def _is_property(prefix, name, types):
    if prefix == "oa":
        return name in OA["properties"]
    ours = {one.split(":")[1] for one in types if one.startswith(prefix)}
    if prefix == "prov":
        return PROV["properties"].get(name, [None])[0] in ours | {
            up for one in ours for up in ABOVE.get(one, ())
        }
    return any(name in _properties(one) for one in ours or {"Thing"})


def _properties(name):
    """A schema.org type's own properties and those of every type above it."""
    told = SCHEMA[name]
    return {*told["properties"], *(p for up in told["above"] for p in _properties(up))}


@pytest.fixture(scope="module")
def seeds():
    return linked.document(study.find(parameters.check({"corpus": "seeds"})))


def test_every_term_of_the_seeds_is_one_of_its_vocabulary(seeds):
    assert unknown(seeds) == []
    assert len(seeds["@graph"]) > 100


def test_a_study_uses_every_kind_of_node(seeds):
    types = {str(node["@type"]) for node in seeds["@graph"]}

    assert len(types) == 4  # sources, claims, annotations, facts


@pytest.mark.parametrize(
    ("node", "term"),
    [
        ({"@type": "schema:Claim", "schema:minimum": 1}, "schema:minimum"),
        ({"@type": "schema:Claim", "schema:minValue": 1}, "schema:minValue"),
        ({"@type": "schema:Statement"}, "schema:Statement"),
        ({"@type": "oa:Annotation", "oa:target": {}}, "oa:target"),
        ({"@type": "oa:TextSelector"}, "oa:TextSelector"),
        ({"oa:motivatedBy": {"@id": "oa:claiming"}}, "oa:claiming"),
        ({"@type": "prov:Entity", "prov:derivedFrom": []}, "prov:derivedFrom"),
        ({"@type": "prov:Activity", "prov:hadMember": []}, "prov:hadMember"),
    ],
)
def test_a_term_that_no_vocabulary_has_is_found_at_any_depth(node, term):
    assert unknown({"@graph": [{"@id": "x", "schema:about": [node]}]})[-1] == term


def test_the_context_writes_the_namespaces_of_the_vocabularies():
    assert linked.CONTEXT == {
        "schema": "https://schema.org/",
        "oa": "http://www.w3.org/ns/oa#",
        "prov": "http://www.w3.org/ns/prov#",
    }
