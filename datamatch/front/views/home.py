"""placeholder"""

from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest, **given: object) -> HttpResponse:
    return HttpResponse("")


def accessibility(request: HttpRequest, **given: object) -> HttpResponse:
    return HttpResponse("")


def privacy(request: HttpRequest, **given: object) -> HttpResponse:
    return HttpResponse("")
