"""placeholder"""

from django.http import HttpRequest, HttpResponse


def trace(request: HttpRequest, **given: object) -> HttpResponse:
    return HttpResponse("")
