"""What holds for all tests."""

from hypothesis import settings

# A busy machine stretches any example; time is measured, as CPU time, by the tests about time.
settings.register_profile("accord", deadline=None)
settings.load_profile("accord")
