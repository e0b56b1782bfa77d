"""Kernels that start warm: forked from one process that has loaded what every notebook imports.

Each notebook still has a process, a namespace and a working folder of its own.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Unicode

from accord.engines import warm
from accord.study import forked
from accord.study.flow import LOOKED

# Read when a library loads, so they must be set before the warm process starts: no debugger's
# warning, one thread each, and pictures in the notebook as any kernel has them.
_SETTINGS = {
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}


def start() -> None:
    """Start the warm process, once; it loads while the caller goes on, and ends with the caller."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    warm.start(forked.__name__, "accord.study.preloaded")


class LocalKernel(AsyncKernelManager):
    """A warm kernel, spoken to over files instead of ports, so that parallel ones never race.

    `looked` names a file that is written when the notebook looks at the parameters' values.
    """

    looked = Unicode().tag(config=True)

    def __init__(self, **traits: Any) -> None:
        self._sockets = TemporaryDirectory(prefix="accord-")
        super().__init__(transport="ipc", ip=str(Path(self._sockets.name) / "kernel"), **traits)

    async def _async_pre_start_kernel(self, **how: Any) -> tuple[list[str], dict[str, Any]]:
        if self.provisioner is None:
            self.provisioner = _Forking(parent=self, kernel_spec=self.kernel_spec)
        how["env"] = {**(how.get("env") or os.environ), LOOKED: self.looked}
        return await super()._async_pre_start_kernel(**how)


class _Forking(LocalProvisioner):
    """Starts a kernel by a fork of the warm process, where jupyter_client would start Python."""

    async def launch_kernel(self, cmd: list[str], **how: Any) -> KernelConnectionInfo:
        del cmd  # what a fresh Python would be called with
        self.cwd = Path(how.get("cwd") or Path.cwd())
        manager: Any = self.parent
        forked = _Forked(manager.connection_file, how["env"], str(self.cwd))
        self.process: Any = forked
        self.pid = self.pgid = forked.pid
        return self.connection_info


class _Forked:
    """A forked kernel as jupyter_client asks of a process."""

    stdin = stdout = stderr = None

    def __init__(self, connection_file: str, environment: dict[str, str], folder: str) -> None:
        start()
        told = (connection_file, environment, folder)
        self._process = multiprocessing.get_context("forkserver").Process(
            target=forked.serve, args=told
        )
        self._process.start()
        self.pid = self._process.pid or 0

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        """The exit code, once it has ended."""
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)
