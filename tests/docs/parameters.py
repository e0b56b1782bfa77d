# ruff: noqa: E501  # the page it writes has long lines
"""Writes docs/parameters.md from accord.parameters: `python tests/docs/parameters.py`."""

import json
from decimal import Decimal
from pathlib import Path

from accord.model import NUMERALS
from accord.parameters import Parameters

PAGE = Path(__file__).resolve().parents[2] / "docs" / "parameters.md"
HEAD = """\
# Parameters

Written by `python tests/docs/parameters.py` from `lib/accord/parameters.py`; a test holds it up to date. `accord params` prints the same, `accord params --json` the JSON schema.

| name | type | default | range | unit | meaning | example |
|---|---|---|---|---|---|---|
"""
TAIL = """
## Where a value comes from

A later one wins; the report prints each effective value with where it came from.

1. the default above
2. a file, `-f params.yaml`, one `name: value` a line
3. the environment, `ACCORD_ABOUT=0.05`
4. the command line, `-p about=0.05`; the corpus may also be the first word of `accord run` and `accord study`

A list is names between commas or JSON; yes or no is `yes`, `no`, `true`, `false`. Every unknown name, wrong type and value out of range is named at once, with the nearest right name, before
anything runs; exit code 2.

```sh
accord study my-texts --out data -p about=0.05 -p leave_out=blog.md
```

`--dry-run` says what a run would do and does nothing; `--explain` says why there is something to run, and why each notebook runs. `--time-limit 60` ends a cell that takes longer than a
minute. A cell that fails leaves a page with the cell, its message and the parameters, and the notebook as far as it came, in `report/runs/failed/`; what was finished is not run again.

```sh
accord run my-texts --out my-report --dry-run
```

In a notebook the same names stand in the cell tagged `parameters`: change a value, Run All. papermill sets them from outside:

```sh dry
papermill notebooks/04_agreement.ipynb out.ipynb -p about 0.05
```

`numbers` is the language whose marks the report's own numbers have, on the page, in the PDF, in Markdown and on charts. Words stay English, quotations stay as they are, and so do the data
(`.csv`, `.json`, `.jsonl`, `.jsonld`), so no claim and no verdict moves with it. Spaces are no-break spaces.

| `numbers` | one and a half | twelve thousand | a thousand and more | as in |
|---|---|---|---|---|
NUMERALS
A sweep studies the same texts under many values and writes one page that says which verdicts move:

```sh
accord sweep my-texts --grid about=0.02,0.3 --out swept --workers 1
```

`ACCORD_STORE` moves the folder where computed records are kept (`.accord/`). It is no parameter: it changes no result. A run that builds something first clears what none of the last twenty such runs
used, unless it was used within the last day; the copies of inputs that editions are compared by stay. `make clean` clears all of it.
"""


AS_IN = {
    "en": "English",
    "de": "German; Danish, Dutch, Indonesian, Turkish too",
    "de-CH": "Switzerland",
    "es": "Spanish",
    "fr": "French; most Nordic and Slavic languages too",
    "it": "Italian",
    "pt": "Portuguese of Brazil",
    "si": "the International System of Units",
}


def page():
    """The whole page."""
    properties = Parameters.model_json_schema()["properties"]
    table = "".join(map(_row, properties, properties.values()))
    return HEAD + table + TAIL.replace("NUMERALS\n", "".join(map(_marks, NUMERALS)) + "\n")


def _marks(name):
    shown = (NUMERALS[name].write(Decimal(value)) for value in ("1.5", "12345", "1234"))
    return f"| `{name}` | {' | '.join(shown)} | {AS_IN[name]} |\n"


def _row(name, field):
    low, high = field.get("minimum"), field.get("maximum")
    told = (
        f"`{name}`",
        field["type"],
        f"`{json.dumps(field['default'])}`",
        f"{low} to {high}" if low is not None else ", ".join(field.get("enum", ())),
        field["unit"],
        field["description"],
        f"`{json.dumps(field['examples'][0])}`",
    )
    return f"| {' | '.join(told)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
