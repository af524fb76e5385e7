"""My page: what waits for me, what I made, what I was told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from datamatch.editions.queries import current_edition
from datamatch.front.queries import mine


def my_page(request: HttpRequest) -> HttpResponse:
    """Show everything that is about the reader."""
    person = request.user
    page = {
        "errands": mine.errands_of(person),
        "ideas": mine.ideas_by(person)[:50],
        "letters": mine.letters_to(person)[:50],
        "memberships": mine.memberships_of(person)[:50],
        "edition": current_edition(),
    }
    return render(request, "front/my_page.html", page)
