"""The inside of a forked kernel."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import sys
from collections.abc import Mapping

from accord.engines import warm


def serve(connection_file: str, environment: Mapping[str, str], folder: str) -> None:
    """Be a kernel in this forked process, as `python -m ipykernel_launcher` would be."""
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415  # loaded in the warm process only

    warm.begin(environment)
    os.setsid()  # an interrupt reaches the kernel and what it started, and nobody else
    _as_fresh(folder)
    words = ["-f", connection_file, f"--IPKernelApp.parent_handle={os.getppid()}"]
    sys.argv = ["ipykernel_launcher.py", *words]
    IPKernelApp.launch_instance(argv=words)
    atexit._run_exitfuncs()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # a fork runs none


def _as_fresh(folder: str) -> None:
    """What a fresh Python would not share with the others that were forked."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(silence, stream)
    os.chdir(folder)
    multiprocessing.set_start_method(None, force=True)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # else every kernel would draw the same numbers
