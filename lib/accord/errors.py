"""What can go wrong, in words that end with the repair."""


class AccordError(Exception):
    """Root of every error that a user is meant to read; exit code 2 unless said otherwise."""

    exit_code = 2

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the words, where IPython would print the code behind them."""
        return [f"{type(self).__name__}: {self}"]


class ParameterError(AccordError):
    """One or more parameters are unknown, of the wrong type or out of range."""


class CorpusError(AccordError):
    """The corpus cannot be read at all: no such folder, or no text in it."""


class EditionError(AccordError):
    """An edition is missing, broken or not what its manifest says."""


class ToolError(AccordError):
    """A program that was asked for is missing or too old."""


class RunError(AccordError):
    """A run said no: a notebook failed, or a comparison found a difference."""

    exit_code = 1
