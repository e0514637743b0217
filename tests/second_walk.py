"""In CI a journey that fails is walked once more: a browser on a busy machine fails by chance too; both walks are told.

What fails steadily fails twice, and fails. What passes the second time only is a fault to mend (CONTRIBUTING.md).
"""

import pytest
from _pytest.runner import runtestprotocol

FIRST = "first walk"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    guarded = item.config.getoption("--second-walk")
    if not guarded or not item.nodeid.startswith(guarded):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if failed := [report.longreprtext for report in reports if report.failed]:
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
        reports[0].user_properties.append((FIRST, "\n".join(failed)))
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    kept = (report for reports in terminalreporter.stats.values() for report in reports)
    firsts = {report.nodeid: dict(report.user_properties).get(FIRST) for report in kept if getattr(report, "when", "") == "setup"}
    for name, said in firsts.items():
        if said:
            terminalreporter.section(f"walked twice: {name}", sep="-")
            terminalreporter.line(said)
