"""Programmes, editions, themes, criteria and appointments for tests."""

from datetime import timedelta
from itertools import count

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Appointment, Criterion, Edition, Programme, Question, Theme
from tests.factories.moments import DAY, MOMENT
from tests.factories.people import make_person

_numbers = count(1)
MOST_NUMBERED = 900  # a form takes no more than three digits, and a test may want the next number
ANCHORS_NL = ["zwak", "matig", "voldoende", "goed", "uitstekend"]
ANCHORS_EN = ["weak", "fair", "sufficient", "good", "excellent"]


def make_programme(**given):
    """Make a programme."""
    number = next(_numbers)
    return Programme.objects.create(**{"slug": f"programme-{number}", "name": f"Programme {number}"} | given)


def make_edition(*, stage=Stage.CALL, themes=2, criteria=2, **given):
    """Make an edition in a stage, with themes and criteria."""
    number = next(_numbers)
    plan = {
        "programme": given.pop("programme", None) or make_programme(),
        "slug": f"edition-{number}",
        "name": f"Edition {number}",
        "number": number % MOST_NUMBERED + 1,
        "stage": stage,
        "call_opens_on": DAY - timedelta(days=7),
        "call_closes_on": DAY + timedelta(days=21),
        "pitch_on": DAY + timedelta(days=63),
        "delivery_starts_on": DAY + timedelta(days=70),
        "datadag_on": DAY + timedelta(days=168),
        "shortlist_size": 2,
        "chosen_count": 1,
        "reviews_per_idea": 2,
        "quorum": 1,
    }
    edition = Edition.objects.create(**plan | given)
    for position in range(themes):
        make_theme(edition=edition, position=position)
    for position in range(criteria):
        make_criterion(edition=edition, position=position)
    return edition


def make_theme(*, edition, **given):
    """Make a theme."""
    number = next(_numbers)
    words = {"slug": f"theme-{number}", "name_nl": f"Thema {number}", "name_en": f"Theme {number}"}
    return Theme.objects.create(edition=edition, **words | given)


def make_question(*, edition, **given):
    """Make a question of the call; its position is behind those made before."""
    number = next(_numbers)
    words = {"slug": f"question-{number}", "label_nl": f"Vraag {number}?", "label_en": f"Question {number}?"}
    position = edition.questions.count()
    return Question.objects.create(edition=edition, **words | {"kind": "text", "position": position} | given)


def make_criterion(*, edition, **given):
    """Make a criterion with five anchors."""
    number = next(_numbers)
    words = {
        "slug": f"criterion-{number}",
        "name_nl": f"Criterium {number}",
        "name_en": f"Criterion {number}",
        "question_nl": "Hoe goed?",
        "question_en": "How good?",
        "anchors_nl": ANCHORS_NL,
        "anchors_en": ANCHORS_EN,
    }
    return Criterion.objects.create(edition=edition, **words | given)


def appoint(edition, duty, person=None):
    """Appoint a (new) person and return them."""
    person = person or make_person()
    Appointment.objects.create(edition=edition, person=person, duty=duty, appointed_at=MOMENT)
    return person


def make_manager(edition, person=None):
    """Appoint a programme manager and return them."""
    return appoint(edition, Duty.MANAGER, person)


def make_screener(edition, person=None):
    """Appoint a screener and return them."""
    return appoint(edition, Duty.SCREENER, person)


def make_juror(edition, person=None):
    """Appoint a juror and return them."""
    return appoint(edition, Duty.JUROR, person)


def make_director(edition, person=None):
    """Appoint a director and return them."""
    return appoint(edition, Duty.DIRECTOR, person)
