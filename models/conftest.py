"""Options and closing line of the long simulations: `pytest -m long --share 0.1` runs a tenth of them."""

import math

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--share", type=float, default=1.0, help="share of the seeds of each long simulation")


class Seeds:
    """Which seeds a simulation runs: all, or every k-th."""

    def __init__(self, share: float) -> None:
        self._share = share

    def of(self, total: int) -> range:
        """At least ten, so that a sampled run still says something."""
        wanted = min(total, max(10, math.ceil(total * self._share)))
        return range(0, total, max(1, total // wanted))


@pytest.fixture(scope="session")
def seeds(pytestconfig: pytest.Config) -> Seeds:
    share = float(pytestconfig.getoption("--share"))
    if not 0 < share <= 1:
        raise pytest.UsageError("--share lies above 0 and is at most 1")
    return Seeds(share)


COUNTS = pytest.StashKey[str]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    counts = {kind: len(terminalreporter.stats.get(kind, [])) for kind in ("passed", "failed", "error")}
    config.stash[COUNTS] = f"{counts['passed']} passed, {counts['failed'] + counts['error']} failed"


def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line of a long run, the same whatever pytest prints."""
    if config.getoption("markexpr", "") == "long" and COUNTS in config.stash:
        print(config.stash[COUNTS])
