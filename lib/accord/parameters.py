"""Every parameter of a study: name, type, default, range, unit, meaning, example."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from accord.errors import ParameterError
from accord.model.numerals import NUMERALS, Numbers, Numerals


def _day(text: str) -> str:
    """The text of a day, a month or a year, or of none."""
    if text and not _DAY.fullmatch(text):
        message = "should be a day as 2025-01-31, a month as 2025-01 or a year as 2025"
        raise ValueError(message)
    if text:
        date.fromisoformat(f"{text}-01-01"[:10])
    return text


_DAY = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)


LARGEST = 100_000_000  # bytes that the longest text may be set to


class Parameters(BaseModel):
    """What a careful analyst may vary. Frozen; compares by value.

    Each field's description is its meaning, `examples` one valid value and `unit` its unit; the
    notebooks' parameter cells, `accord params`, the JSON schema and the report's table all come
    from here.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    corpus: str = Field(
        default="seeds",
        min_length=1,
        description="folder of texts to read, with its sub-folders",
        examples=["seeds"],
        json_schema_extra={"unit": "path"},
    )
    leave_out: list[str] = Field(
        default=[],
        description="files of the corpus to leave out",
        examples=[["004_470d90d70fd0e1d2.txt"]],
        json_schema_extra={"unit": "file names"},
    )
    until: Annotated[str, AfterValidator(_day)] = Field(
        default="",
        description="leave out texts dated after this day; empty: none",
        examples=["2026-01-31"],
        json_schema_extra={"unit": "day, month or year"},
    )
    about: float = Field(
        default=0.10,
        ge=0,
        le=0.5,
        description='what "about" allows to either side, as a share of the value',
        examples=[0.05],
        json_schema_extra={"unit": "share"},
    )
    vague: Literal["range", "floor"] = Field(
        default="range",
        description='what "dozens" and "hundreds" allow: a range (24 to 99), or no upper end',
        examples=["floor"],
        json_schema_extra={"unit": "range or floor"},
    )
    rounding: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="what an exact number stands for to either side, in its last written digit",
        examples=[0.0],
        json_schema_extra={"unit": "share"},
    )
    codebook: bool = Field(
        default=True,
        description="use the corpus's codebook.toml",
        examples=[False],
        json_schema_extra={"unit": "yes or no"},
    )
    references: bool = Field(
        default=True,
        description="check claims against the corpus's references.toml",
        examples=[False],
        json_schema_extra={"unit": "yes or no"},
    )
    reviews: bool = Field(
        default=True,
        description="apply the decisions in the corpus's reviews.toml",
        examples=[False],
        json_schema_extra={"unit": "yes or no"},
    )
    largest_text: int = Field(
        default=1_000_000,
        ge=1,
        le=LARGEST,
        description="longest text that is read; a longer one is refused",
        examples=[5_000_000],
        json_schema_extra={"unit": "bytes"},
    )
    link_claims: int = Field(
        default=2,
        ge=1,
        le=1000,
        description="claims that two texts must share to count as linked",
        examples=[3],
        json_schema_extra={"unit": "claims"},
    )
    link_share: float = Field(
        default=0.25,
        ge=0,
        le=1,
        description="share of the smaller text's claims that must be shared too",
        examples=[0.5],
        json_schema_extra={"unit": "share"},
    )
    link_wording: float = Field(
        default=0.05,
        ge=0,
        le=1,
        description="share of the smaller text's three-word runs that links two texts",
        examples=[0.1],
        json_schema_extra={"unit": "share"},
    )
    minimum_sources: int = Field(
        default=2,
        ge=2,
        le=1000,
        description="texts that must state a fact for it to count as shared",
        examples=[3],
        json_schema_extra={"unit": "texts"},
    )
    numbers: Numbers = Field(
        default="en",
        description="language whose decimal mark and grouping the report's own numbers have",
        examples=["de"],
        json_schema_extra={"unit": "language"},
    )
    title: str = Field(
        default="",
        max_length=200,
        description="title of the edition; empty: the finding itself",
        examples=["What five texts say"],
        json_schema_extra={"unit": "text"},
    )

    @property
    def numerals(self) -> Numerals:
        """How the report writes its own numbers."""
        return NUMERALS[self.numbers]

    def __hash__(self) -> int:
        return hash(self.model_dump_json())


NAMES = tuple(Parameters.model_fields)
TOLD = ("numbers", "title")  # parameters that shape how findings are told, and none of them
_HOW = "`accord params` lists every parameter with its range."
T = TypeVar("T")


def check(values: Mapping[str, Any]) -> Parameters:
    """The parameters that `values` give, defaults filled in.

    Raises:
        ParameterError: with every unknown name (and the nearest right one), every wrong type and
            every value out of range, all at once.
    """
    unknown = [_unknown(name) for name in values if name not in NAMES]
    known = {name: _typed(name, value) for name, value in values.items() if name in NAMES}
    try:
        parameters = Parameters(**known)
    except ValidationError as error:
        raise ParameterError(_listed(unknown + [_wrong(e) for e in error.errors()])) from None
    if unknown:
        raise ParameterError(_listed(unknown))
    return parameters


def of_namespace(names: Mapping[str, Any]) -> Parameters:
    """The parameters among a notebook's own variables.

    Raises:
        ParameterError: with every wrong value, and every plain variable whose name is nearly a
            parameter's: papermill injects a mistyped name without a word.
    """
    near = {name: value for name, value in names.items() if _nearly(name, value)}
    return check({**near, **{name: names[name] for name in NAMES if name in names}})


def _nearly(name: str, value: Any) -> bool:
    if name in NAMES or not isinstance(value, str | int | float | list):
        return False
    return bool(difflib.get_close_matches(name, NAMES, n=1, cutoff=0.75))


def _typed(name: str, value: Any) -> Any:
    """A value as its parameter takes it, whichever way it came: YAML reads 2025 as a number."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return parse(name, value)
    is_text = isinstance(Parameters.model_fields[name].default, str)
    return str(value) if is_text and type(value) is int else value


def every(checks: Iterable[Callable[[], T]]) -> tuple[T, ...]:
    """What each of the checks gives.

    Raises:
        ParameterError: with the complaints of all of them, each once, where any complains.
    """
    found: list[T] = []
    complaints: dict[str, None] = {}
    for one in checks:
        try:
            found.append(one())
        except ParameterError as error:
            complaints |= dict.fromkeys(str(error).splitlines())
    if complaints:
        complaints.pop(_HOW, None)
        raise ParameterError(_listed(complaints))
    return tuple(found)


def _listed(complaints: Iterable[str]) -> str:
    return "\n".join((*complaints, _HOW))


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, NAMES, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    return f"there is no parameter {name!r}{hint}"


def _wrong(error: Any) -> str:
    name = ".".join(str(part) for part in error["loc"])
    field = Parameters.model_fields[str(error["loc"][0])]
    example = (field.examples or [None])[0]
    reason = str(error["msg"]).removeprefix("Input ").removeprefix("Value error, ")
    return f"parameter {name!r} {reason}, got {error['input']!r}; for example {name}={example!r}."


def parse(name: str, text: str) -> Any:
    """The value of one parameter as a person types it: text, number, yes or no, or a list.

    A list is JSON, or names between commas. What does not fit is returned as typed, for `check`
    to refuse with its reason.
    """
    field = Parameters.model_fields.get(name)
    if field is None:
        return text
    if field.annotation is bool:
        return _YES_NO.get(text.strip().lower(), text)
    try:
        if field.annotation is int:
            return int(text)
        if field.annotation is float:
            return float(text)
        if field.annotation == list[str]:
            return json.loads(text) if text.lstrip().startswith("[") else _names(text)
    except ValueError:
        pass
    return text


_YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
