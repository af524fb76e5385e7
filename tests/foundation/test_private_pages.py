"""Pages of people who are signed in are stored nowhere."""

import pytest
from django.urls import reverse

from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def test_page_of_somebody_signed_in_is_not_stored(sign_in):
    answer = sign_in(make_person()).get(reverse("front:my_page"))
    assert answer["Cache-Control"] == "private, no-store"


def test_page_for_everybody_says_nothing_about_storing(client):
    assert not client.get(reverse("front:privacy")).has_header("Cache-Control")
