"""Ideas and energy for tests."""

from itertools import count

from datamatch.ideas.enums import Alikeness, EnergyKind, IdeaState
from datamatch.ideas.models import AlikePair, CoAuthor, Comment, Energy, Idea, JoinRequest
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

_numbers = count(1)


def make_idea(*, edition, submitter=None, **given):
    """Make an idea that was sent (give state=IdeaState.DRAFT for a draft)."""
    number = next(_numbers)
    submitter = submitter or make_person()
    profile = getattr(submitter, "profile", None)
    words = {
        "title": f"Idea {number}",
        "demand": "Which farms will need help next year?",
        "data": "The farm register and satellite images.",
        "result": "A map that advisers can use.",
        "theme": edition.themes.first(),
        "state": IdeaState.SENT,
        "number": number,
        "unit": profile.unit if profile else None,
        "made_at": MOMENT,
        "changed_at": MOMENT,
        "sent_at": MOMENT,
    }
    if given.get("state") == IdeaState.DRAFT:
        words |= {"number": None, "sent_at": None}
    return Idea.objects.create(edition=edition, submitter=submitter, **words | given)


def make_energy(*, idea, person=None, kind=EnergyKind.SUPPORT, **given):
    """Give an idea energy; who joins asks its authors."""
    if kind == EnergyKind.JOIN:
        given = {"role": "data-scientist", "hours_per_week": 4} | given
    given = {"stated_at": MOMENT} | given
    energy = Energy.objects.create(idea=idea, person=person or make_person(), kind=kind, **given)
    if kind == EnergyKind.JOIN:
        JoinRequest.objects.create(energy=energy, waits_since=energy.stated_at)
    return energy


def make_pair(one, other, **given):
    """Say that two ideas were found to be much alike."""
    first, second = sorted([one, other], key=lambda idea: idea.pk)
    given = {"level": Alikeness.STRONG, "found_at": MOMENT} | given
    return AlikePair.objects.create(edition=one.edition, first=first, second=second, **given)


def make_coauthor(*, idea, person=None, accepted=True, **given):
    """Let somebody write along (accepted=False: they were asked and did not answer)."""
    said = {"invited_by": idea.submitter, "invited_at": MOMENT, "accepted_at": MOMENT if accepted else None}
    return CoAuthor.objects.create(idea=idea, person=person or make_person(), **said | given)


def make_comment(*, idea, by=None, words="Have you tried the register?", answers_to=None, **given):
    """Say something about an idea, or answer what was said."""
    by = by or make_person()
    said = {"as_author": by == idea.submitter, "written_at": MOMENT, "words": words, "answers_to": answers_to}
    thread = answers_to and (answers_to.thread or answers_to)
    return Comment.objects.create(idea=idea, by=by, thread=thread, **said | given)
