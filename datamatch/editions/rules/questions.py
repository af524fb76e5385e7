"""Why the form of a call may not be changed; None when it may."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from datamatch.editions import queries
from datamatch.editions.enums import SAFEGUARDS, AnswerKind, Audience, Stage
from datamatch.editions.models import Edition, Question
from datamatch.editions.rules.planning import why_not_manage
from datamatch.people.models import Person

# From the fewest readers to the most.
WIDER = (Audience.MANAGERS, Audience.JUDGES, Audience.EVERYONE)

# What a question that comes with every edition keeps.
FIXED = (
    "label_nl", "label_en", "kind", "choices", "may_not_know", "aspect", "asked_if", "asked_if_answers",
)  # fmt: skip


def why_not_set_questions(*, edition: Edition, by: Person, at: datetime) -> str | None:
    """Return why the questions of the call stay as they are, or None when they may change."""
    if why_not := why_not_manage(edition=edition, by=by):
        return why_not
    closes_at = edition.call_closes_at
    is_over = edition.stage == Stage.CALL and closes_at is not None and closes_at <= at
    if is_over or edition.has_come(Stage.SCREENING):
        return _("The call is closed; its questions stay as they are.")
    return None


def why_not_add_question(*, edition: Edition, by: Person, at: datetime, **words: Any) -> str | None:
    """Return why this question may not be added, or None when it may."""
    if why_not := why_not_set_questions(edition=edition, by=by, at=at):
        return why_not
    if edition.stage == Stage.CALL and words.get("required"):
        return _("The call is open and some may have sent their idea. A new question can only be one they may skip.")
    return why_not_be_question(edition=edition, **words)


def why_not_be_question(*, edition: Edition, **words: Any) -> str | None:
    """Return what is wrong in a question by itself, or None when it can be asked."""
    if words.get("kind") == AnswerKind.CHOICE and len(words.get("choices", [])) < 2:
        return _("A list needs at least two choices.")
    before = words.get("asked_if")
    if before is None:
        return None
    if before.edition_id != edition.pk:
        return _("A question waits for a question of the same call.")
    known = {value for value, _words in before.options}
    if not words.get("asked_if_answers") or not set(words["asked_if_answers"]) <= known:
        return _("Say after which answer this question comes.")
    return None


def why_not_change_question(*, question: Question, by: Person, at: datetime, **words: Any) -> str | None:
    """Return why a question may not get these words, or None when it may."""
    edition = question.edition
    if why_not := why_not_set_questions(edition=edition, by=by, at=at):
        return why_not
    if question.is_standard and any(words.get(name, kept) != kept for name, kept in fixed_words(question).items()):
        return _("This question is the same in every edition; only its help and its readers change.")
    if edition.stage == Stage.CALL and words.get("required") and not question.required:
        return _("The call is open and some may have sent their idea. People may still skip this question.")
    if question.pk in queries.answered_questions(edition) and (why_not := why_not_reshape(question, **words)):
        return why_not
    return why_not_take_choices(question, **words) or why_not_stand(question, **words)


def fixed_words(question: Question) -> dict[str, Any]:
    """Return what a question that comes with every edition keeps."""
    return {name: getattr(question, name) for name in FIXED}


def why_not_stand(question: Question, **words: Any) -> str | None:
    """Return what would be wrong in a question with these words, or None when it can be asked where it stands."""
    kept = {name: getattr(question, name) for name in ("kind", "choices", "asked_if", "asked_if_answers")}
    before = words.get("asked_if", question.asked_if)
    if before is not None and before.edition_id == question.edition_id and before.position >= question.position:
        return _("A question comes after the one it waits for.")
    return why_not_be_question(edition=question.edition, **(kept | words))


def why_not_reshape(question: Question, **words: Any) -> str | None:
    """Return why a question that somebody answered may not change so much, or None when its words are mended only."""
    if words.get("kind", question.kind) != question.kind:
        return _("Somebody answered this question; how it is answered stays the same.")
    if "choices" in words and gone_from(question, words["choices"]):
        return _("Somebody answered this question; you can add choices and mend words, not take a choice away.")
    shown_to = words.get("shown_to", question.shown_to)
    if WIDER.index(Audience(shown_to)) > WIDER.index(Audience(question.shown_to)):
        return _("Somebody answered this question for fewer readers; it cannot be shown to more.")
    return None


def why_not_take_choices(question: Question, **words: Any) -> str | None:
    """Return why a choice may not go, or None when no other question waits for it."""
    kept = {value for value, _words in question.options}
    left = kept - gone_from(question, words.get("choices", question.choices))
    if words.get("kind", question.kind) != question.kind:
        left = set()
    if any(not set(later.asked_if_answers) <= left for later in question.unlocks.all()):
        return _("Another question waits for one of these answers. Change that one first.")
    return None


def gone_from(question: Question, choices: Iterable[dict[str, str]]) -> set[str]:
    """Return the values that a question had and these choices have not."""
    return {one["value"] for one in question.choices} - {one["value"] for one in choices}


def why_not_move_question(*, question: Question, up: bool, by: Person, at: datetime) -> str | None:
    """Return why a question may not change places with its neighbour, or None when it may."""
    if why_not := why_not_set_questions(edition=question.edition, by=by, at=at):
        return why_not
    order = list(queries.every_question_of(question.edition))
    place = order.index(question)
    other = order[place - 1 : place] if up else order[place + 1 : place + 2]
    if not other:
        return _("This question is the first already.") if up else _("This question is the last already.")
    first, second = (other[0], question) if up else (question, other[0])
    if second.asked_if_id == first.pk:
        return _("One of these two waits for the answer to the other; it comes after it.")
    return None


def why_not_switch_question(*, question: Question, on: bool, by: Person, at: datetime) -> str | None:
    """Return why a question may not be switched on or off, or None when it may."""
    if why_not := why_not_set_questions(edition=question.edition, by=by, at=at):
        return why_not
    if not on and question.aspect in SAFEGUARDS:
        return _("Legal, technical and ethical questions are always asked.")
    return None


def why_not_remove_question(*, question: Question, by: Person, at: datetime) -> str | None:
    """Return why a question may not go, or None when it may: nobody answered it and nothing waits for it."""
    if why_not := why_not_set_questions(edition=question.edition, by=by, at=at):
        return why_not
    if question.is_standard:
        return _("This question comes with every edition. You can switch it off, unless it is about a safeguard.")
    if question.unlocks.exists():
        return _("Another question waits for the answer to this one.")
    if question.pk in queries.answered_questions(question.edition):
        return _("Somebody answered this question. Switch it off instead.")
    return None
