"""What every look at the world with secrets leans on."""

import logging

import pytest
from django.http import HttpResponse

from datamatch.design.refusal_page import RefusalPageMiddleware
from datamatch.foundation.refusal import Refused
from tests.factories.moments import MOMENT


@pytest.fixture(autouse=True)
def _still(time_machine, settings, tmp_path):
    """Let the clock stand, keep files in a folder of this test, and do not log every refusal."""
    time_machine.move_to(MOMENT, tick=False)
    settings.FILES_FOLDER = tmp_path / "files"
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(before)


@pytest.fixture(autouse=True)
def _short_refusals(monkeypatch):
    """Answer a refusal with its reason alone: the page around it is the same for every reason, and half of the time."""

    def reason_only(self, request, exception):
        return HttpResponse(exception.reason, status=403) if isinstance(exception, Refused) else None

    monkeypatch.setattr(RefusalPageMiddleware, "process_exception", reason_only)
