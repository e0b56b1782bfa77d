"""Libraries load without what nobody needs, and everything is there again afterwards."""

import gc
import importlib
import json
import subprocess
import sys

import pytest

from accord import loading

LIBRARIES = """
import json, sys
from accord import loading
with loading.without(*loading.SPARED):
    from accord.study import notebooks, report, sweep
print(json.dumps([name for name in (*loading.SPARED, "nbconvert") if name in sys.modules]))
"""


def test_a_library_is_as_if_not_installed_and_then_as_before():
    import colorsys  # noqa: PLC0415 - it must be loaded already

    with loading.without("colorsys"), pytest.raises(ImportError):
        importlib.import_module("colorsys")

    assert importlib.import_module("colorsys") is colorsys


def test_a_library_that_was_not_loaded_can_be_loaded_afterwards():
    sys.modules.pop("this_is_missing", None)
    with loading.without("this_is_missing"):
        pass

    assert "this_is_missing" not in sys.modules


def test_a_run_loads_no_library_that_it_can_do_without():
    done = subprocess.run(
        [sys.executable, "-c", LIBRARIES], capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == []


def test_nothing_is_collected_within_and_all_is_as_before_after():
    with loading.uncollected():
        assert not gc.isenabled()

    assert gc.isenabled()
