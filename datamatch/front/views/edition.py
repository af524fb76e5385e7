"""placeholder"""

from django.http import HttpRequest, HttpResponse


def edition(request: HttpRequest, **given: object) -> HttpResponse:
    return HttpResponse("")
