"""Kill a publishing run again and again, and look at what is left each time.

    python -m bench.kill [--times N]

A clone of this repository is made in a temporary folder; every run there asks for a new edition
and is killed (SIGKILL, with all that it started) a little later than the one before. After each
kill every edition must be whole, no other folder may be seen beside them, and no process may be
left. At the end a run that is not killed must publish, and `accord verify` must hold.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ACCORD = (sys.executable, "-c", "from accord.cli import main; main()")
GRACE = 5.0  # seconds that a kernel may need to see that its parent is gone


def main() -> None:
    """Run the loop and print what it saw."""
    parser = argparse.ArgumentParser(prog="bench.kill", description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=40)
    times = parser.parse_args().times
    with TemporaryDirectory(prefix="accord-kill-") as folder:
        clone = Path(folder) / "accord"
        subprocess.run(  # noqa: S603
            ["git", "clone", "-q", str(Path(__file__).parent.parent), str(clone)],  # noqa: S607
            check=True,
        )
        began = time.monotonic()
        _whole_run(clone, 0.2)
        lasts = time.monotonic() - began
        killed = sum(_killed(clone, n, lasts * n / times) for n in range(1, times + 1))
        _whole_run(clone, 0.3)
        _check(clone)
        subprocess.run([*ACCORD, "verify"], cwd=clone, env=_environment(clone), check=True)  # noqa: S603
        print(f"{killed} of {times} runs killed within {lasts:.1f} s: nothing half-written")  # noqa: T201


def _environment(clone: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(clone / "lib"), "ACCORD_STORE": str(clone / ".accord")}


def _run(clone: Path, about: float) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603
        [*ACCORD, "run", "--publish", "-p", f"about={about:.3f}"],
        cwd=clone, env=_environment(clone), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _whole_run(clone: Path, about: float) -> None:
    code = _run(clone, about).wait()
    if code:
        sys.exit(f"a run that nobody killed ended with {code}")


def _killed(clone: Path, number: int, after: float) -> bool:
    """Whether the run was still under way when it was killed; what is left is checked."""
    run = _run(clone, 0.2 + number / 1000)  # every notebook follows from it
    time.sleep(after)
    under_way = run.poll() is None
    if under_way:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    _gone(clone)
    _check(clone)
    return under_way


def _gone(clone: Path) -> None:
    """Wait until every process that belongs to the clone has ended."""
    until = time.monotonic() + GRACE
    while left := _left(clone):
        if time.monotonic() > until:
            sys.exit(f"processes are left after a kill: {left}")
        time.sleep(0.1)


def _left(clone: Path) -> list[str]:
    mark = f"ACCORD_STORE={clone / '.accord'}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes():
                found.append(process.name)
        except OSError:
            continue
    return found


def _check(clone: Path) -> None:
    """Every folder that can be seen is a whole edition that the ledger names, or will name."""
    code = (
        "from pathlib import Path\n"
        "from accord.editions import manifest\n"
        f"for folder in Path({str(clone / 'report/editions')!r}).iterdir():\n"
        "    if folder.is_dir() and not folder.name.startswith('.'):\n"
        "        said = dict(manifest.read(folder).outputs)\n"
        "        found = manifest.files(folder, manifest.outputs(folder))\n"
        "        assert said == found, folder\n"
        "        assert folder.name.isdigit(), folder\n"
    )
    subprocess.run([sys.executable, "-c", code], env=_environment(clone), check=True)  # noqa: S603
    seen = {p.name for p in (clone / "report/editions").iterdir() if not p.name.startswith(".")}
    strange = {name for name in seen if not re.fullmatch(r"\d+|editions\.jsonl", name)}
    if strange:
        sys.exit(f"what should not be seen: {sorted(strange)}")


if __name__ == "__main__":
    main()
