"""My page: what waits for me, what I made, what I was told."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from datamatch.front.queries import mine
from datamatch.front.queries.stages import edition_now
from datamatch.people.models import SignedIn
from datamatch.people.queries import consent_of, profile_of


def my_page(request: SignedIn) -> HttpResponse:
    """Show everything that is about the reader."""
    person = request.user
    page = {
        "errands": mine.errands_of(person, at=timezone.now()),
        "ideas": mine.ideas_by(person)[:50],
        "letters": mine.letters_to(person)[:50],
        "mentions": mine.mentions_by_writer(person),
        "joins": mine.joins_of(person)[:50],
        "memberships": mine.memberships_of(person)[:50],
        "edition": edition_now(person),
        "my_consent": consent_of(person),
        "hours": profile_of(person).hours_per_week,
    }
    return render(request, "front/my_page.html", page)
