"""Room 2. One source in, every number of it out: read, or set aside with the reason."""

from accord.quantities.explain import Explanation, explain
from accord.quantities.find import find
from accord.quantities.foreign import is_known

__all__ = ["Explanation", "explain", "find", "is_known"]
