"""placeholder"""

from django.http import HttpRequest, HttpResponse


def my_page(request: HttpRequest, **given: object) -> HttpResponse:
    return HttpResponse("")
