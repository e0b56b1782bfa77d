"""The hostile inputs in full size: each studied by the command itself, with its time and memory.

    .venv/bin/python -m bench.hostile

The tests study the same cases made small, and judge what is read in each. Here every case must end
with exit code 0 within its limit of CPU seconds, name no defect, and list every file that it holds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared" / "hostile"
ACCORD = (sys.executable, "-c", "from accord.cli import main; main()")
NOTES = ("codebook.toml", "references.toml", "reviews.toml", "sources.toml")
SHOWN = 6  # rows of the table: the slowest


def main() -> None:
    """Study every case and print the table of HOSTILE.md; exit 1 where one does not hold."""
    with TemporaryDirectory(prefix="accord-hostile-") as scratch:
        top = Path(scratch)
        os.environ["ACCORD_STORE"] = str(top / "store")
        make = [sys.executable, str(SHARED / "make_hostile.py"), str(top / "cases")]
        subprocess.run(make, check=True, capture_output=True)  # noqa: S603  # the maker of the cases
        told = json.loads((top / "cases" / "MANIFEST.json").read_text(encoding="utf-8"))["cases"]
        rows = [_studied(case, top) for case in told]
    broken = [f"{name}: {fault}" for name, _, _, fault in rows if fault]
    print(f"{len(rows) - len(broken)} of {len(rows)} cases hold\n", *broken, sep="\n")  # noqa: T201  # its output
    print("| case | CPU seconds | peak memory |\n|---|---|---|")  # noqa: T201
    for name, seconds, peak, _ in sorted(rows, key=lambda row: -row[1])[:SHOWN]:
        print(f"| {name} | {seconds:.1f} | {peak / 1024:,.0f} MB |")  # noqa: T201
    sys.exit(1 if broken else 0)


def _studied(case: dict[str, Any], top: Path) -> tuple[str, float, int, str]:
    """One case: its name, CPU seconds, peak memory in kB, and what does not hold."""
    name, out = case["case"], top / "out" / case["case"]
    with (top / "said").open("w+", encoding="utf-8") as said:
        words = (*ACCORD, "study", str(top / "cases" / name), "--out", str(out))
        child = subprocess.Popen(words, stdout=said, stderr=said)  # noqa: S603  # ours
        _, status, used = os.wait4(child.pid, 0)
        said.seek(0)
        told = said.read()
    seconds = used.ru_utime + used.ru_stime
    faults = {
        f"exit code {os.waitstatus_to_exitcode(status)}": status != 0,
        f"{seconds:.1f} s, its limit is {case['limit_s']} s": seconds > case["limit_s"],
        "a trace or a defect": "Traceback" in told or "defect of accord" in told,
        "a file that is not listed": status == 0 and not _listed(top / "cases" / name, out),
    }
    return (
        name,
        seconds,
        used.ru_maxrss,
        "; ".join(fault for fault, holds in faults.items() if holds),
    )


def _listed(case: Path, out: Path) -> bool:
    """Whether as many texts are listed as the case holds files, links and folders like texts."""
    held = sum(
        not any(parent.suffix == ".txt" for parent in path.relative_to(case).parents)
        and (path.is_symlink() or not path.is_dir() or path.suffix == ".txt")
        and path.name not in NOTES
        for path in case.rglob("*")
    )
    lines = (out / "sources.jsonl").read_text(encoding="utf-8").split("\n")
    return len(lines) - 1 == held


if __name__ == "__main__":
    main()
