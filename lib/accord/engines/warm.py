"""Processes forked from one that has loaded what they need; where none can be, started anew."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Mapping
from multiprocessing import connection, forkserver

IS_KNOWN = "forkserver" in multiprocessing.get_all_start_methods()
CONTEXT = multiprocessing.get_context("forkserver" if IS_KNOWN else "spawn")


def start(*modules: str) -> None:
    """Start the warm process, once; it loads modules while the caller goes on, and ends with it."""
    if IS_KNOWN:
        multiprocessing.set_forkserver_preload(list(modules))
        forkserver.ensure_running()


def begin(environment: Mapping[str, str]) -> None:
    """What a forked process does first: it has today's environment, and ends with its parent.

    Nothing that was loaded before the fork is ever given up, so none of it is looked through.
    """
    gc.freeze()
    gc.enable()
    os.environ.clear()
    os.environ.update(environment)
    parent = multiprocessing.parent_process()
    if parent is not None:  # one whose parent is killed would wait for work for ever
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
