"""What every question about who may do what leans on."""

import pytest
from django.http import HttpResponse, HttpResponseForbidden, HttpResponseNotFound

from datamatch.config import urls
from datamatch.design.refusal_page import RefusalPageMiddleware
from datamatch.foundation.refusal import Refused


@pytest.fixture(autouse=True)
def _short_answers(monkeypatch):
    """Answer who is refused, or finds nothing, with the bare answer: the table tells which it is, not how it looks."""

    def refused(self, request, exception) -> HttpResponse | None:
        return HttpResponseForbidden(exception.reason) if isinstance(exception, Refused) else None

    monkeypatch.setattr(RefusalPageMiddleware, "process_exception", refused)
    monkeypatch.setattr(urls, "handler404", lambda request, exception: HttpResponseNotFound())
