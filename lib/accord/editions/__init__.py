"""Room 8. A study in, numbered editions out; what changed between them, and whether they hold."""

from accord.editions.proving import compare
from accord.editions.publishing import publish, put
from accord.editions.verifying import verify

__all__ = ["compare", "publish", "put", "verify"]
