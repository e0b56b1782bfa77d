"""What the warm process has ready before a kernel is forked from it; nothing else imports this.

Nothing of it is ever given up, so looking for what is would be work for nothing. No run of
notebooks has a debugger. Kernels find digests and versions worked out.
"""

import gc
from importlib import import_module

from accord import loading, project
from accord.editions import manifest

LOADED = (
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.extensions.storemagic",
    "accord.study",
    "accord.editions.pages.cards",
    "accord.editions.pages.independence",
    "accord.editions.pages.matrix",
    "accord.editions.pages.trade",
)

gc.disable()  # each fork sets what is loaded apart, and collects again
with loading.without("debugpy", *loading.SPARED):
    for name in LOADED:
        import_module(name)
manifest.code(project.find())
manifest.versions()
