"""Room 3. A source and its quantities in, what it states out: claims with measure and origin."""

from accord.claims.state import state

__all__ = ["state"]
