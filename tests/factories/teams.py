"""Shortlisted ideas, canvases, teams and members for tests."""

from datamatch.canvas.models import Canvas, RoleNeed
from datamatch.teams.models import Member, Suggestion, Team
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.screening import make_decision


def make_shortlisted(*, edition, needs=(("data-scientist", 4, True),), **given):
    """Make an idea with a yes for the shortlist, and a canvas with these needs (none: no canvas)."""
    idea = make_idea(edition=edition, **given)
    make_decision(idea=idea, decided_by=make_person(hours_per_week=0))
    if needs:
        make_needs(idea=idea, needs=needs)
    return idea


def make_needs(*, idea, needs):
    """Give an idea a canvas with roles: (role, hours a week, must)."""
    canvas = Canvas.objects.create(idea=idea, changed_at=MOMENT)
    for role, hours, must in needs:
        RoleNeed.objects.create(canvas=canvas, role=role, hours_per_week=hours, must=must)
    return canvas


def make_team(*, idea, **given):
    """Make a draft team."""
    return Team.objects.create(idea=idea, **{"made_at": MOMENT} | given)


def make_member(*, team, person=None, **given):
    """Make a member who was asked."""
    words = {"role": "data-scientist", "hours_per_week": 4, "asked_at": MOMENT, "reasons": [{"code": "added"}]}
    return Member.objects.create(team=team, person=person or make_person(), **words | given)


def make_suggestion(*, team, person=None, **given):
    """Propose a seat of which the person does not know yet."""
    words = {"role": "data-scientist", "hours_per_week": 4, "made_at": MOMENT, "reasons": [{"code": "support"}]}
    return Suggestion.objects.create(team=team, person=person or make_person(), **words | given)
