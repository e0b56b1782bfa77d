import pytest

from accord import parameters
from accord.study import flow


@pytest.fixture(scope="session")
def seeds():
    return flow.find(parameters.check({}))
