"""Trying an idea of an earlier edition again: evergreen."""

from datetime import datetime

from django.db import transaction

from datamatch.editions.models import Edition
from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.writing import start_idea
from datamatch.ideas.models import Idea
from datamatch.people.models import Person


@transaction.atomic
def try_again(*, idea: Idea, edition: Edition, what_changed: str, by: Person, at: datetime) -> Idea:
    """Start a draft in another edition with the words of an idea, its theme and answers as far as they are there too.

    :raises Refused: not an author's deed, it still takes part, tried already, the call is closed, or nothing changed
    """
    hold(idea)
    refuse_if(rules.why_not_try_again(idea=idea, edition=edition, by=by, at=at))
    refuse_if(rules.why_not_say_what_changed(what_changed))
    theme = edition.themes.filter(slug=idea.theme.slug).first() if idea.theme else None
    asked = {question.slug for question in queries.call_form_of(edition).asked_on_page}
    answers = {slug: answer for slug, answer in queries.answers_of(idea).items() if slug in asked}
    words = {name: getattr(idea, name) for name in ("title", "demand", "data", "result", "language")}
    again = start_idea(edition=edition, by=by, at=at, theme=theme, answers=answers, **words)
    return note_earlier(idea=again, earlier=idea, what_changed=what_changed, by=by, at=at)


@transaction.atomic
def note_earlier(*, idea: Idea, earlier: Idea, what_changed: str, by: Person, at: datetime) -> Idea:
    """Note which idea this one tries again, and what changed since.

    :raises Refused: not an author of both, the new one is no draft, or the earlier one still takes part
    """
    hold(earlier)
    refuse_if(rules.why_not_note_earlier(idea=idea, earlier=earlier, by=by))
    idea.earlier, idea.what_changed = earlier, what_changed.strip()[:500]
    idea.save(update_fields=["earlier", "what_changed"])
    trail.record("idea.again", of=idea, by=by, at=at, earlier=str(earlier.public_id))
    return idea
