"""Room 2. One source in, every number of it out: read, or set aside with the reason."""

from accord.quantities.explain import Explanation, explain
from accord.quantities.find import find

__all__ = ["Explanation", "explain", "find"]
