"""What news texts agree on, number by number, where they conflict, and how independent they are."""

__version__ = "0.1.0"
