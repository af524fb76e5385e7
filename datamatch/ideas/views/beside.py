"""What stands beside the words of an idea for this reader: who wants to join, and whether they follow it."""

from datetime import datetime
from typing import Any

from datamatch.ideas import queries, rules
from datamatch.ideas.enums import IdeaState, JoinAnswer
from datamatch.ideas.forms import AnswerForm, NoteForm
from datamatch.ideas.models import Idea, JoinRequest
from datamatch.ideas.rules.wanted import why_not_seek
from datamatch.people.models import Person

SHOWN = 20


def joiners_page(
    idea: Idea, *, reader: Person, at: datetime, wrong: tuple[JoinRequest, AnswerForm] | None = None
) -> dict[str, Any]:
    """Return who asked to join, for the authors only; `wrong` is an answer that has to be mended."""
    why_not = rules.why_not_answer_joiners(idea=idea, by=reader)
    if not queries.is_author(idea, reader):
        return {"joiners": [], "answered": []}
    asked = list(queries.requests_to(idea))
    turn = [one for one in asked if one.answer == JoinAnswer.WAITING or is_later_now(one, at=at)]
    shown = turn[:SHOWN]
    return {
        "why_not_answer": why_not,
        "joiners": [{"asked": one, "form": answer_form(one, wrong)} for one in shown],
        "joiners_more": len(turn) - len(shown),
        "answered": [{"asked": one, "form": answer_form(one, wrong)} for one in asked if one not in turn],
    }


def is_later_now(request: JoinRequest, *, at: datetime) -> bool:
    """Tell whether "later" was answered, and it is later by now."""
    return request.answer == JoinAnswer.LATER and request.waits_since <= at


def answer_form(request: JoinRequest, wrong: tuple[JoinRequest, AnswerForm] | None) -> AnswerForm:
    """Return the form of one answer: the one to be mended, or one that begins with the earlier word."""
    if wrong is not None and wrong[0] == request:
        return wrong[1]
    return AnswerForm(prefix=str(request.public_id), initial={"word": request.word})


def following_page(idea: Idea, *, reader: Person) -> dict[str, Any]:
    """Return whether this reader follows the idea, and may."""
    return {
        "follows": queries.follows(idea, reader),
        "why_not_follow": rules.why_not_follow(idea=idea, by=reader),
    }


def wanted_page(idea: Idea, *, reader: Person) -> dict[str, Any]:
    """Return whom the idea looks for, and whether that is somebody like this reader."""
    wanted = list(idea.wanted.all())
    profile = getattr(reader, "profile", None)
    mine = profile.discipline if profile else ""
    return {
        "wanted": wanted,
        "my_discipline": mine,
        "looks_for_me": bool(mine) and any(one.role == mine for one in wanted) and not queries.is_author(idea, reader),
        "why_not_seek": why_not_seek(idea=idea, by=reader),
    }


def managers_page(idea: Idea, *, reader: Person) -> dict[str, Any]:
    """Return the notes of managers for those who may read them, and what was decided about the idea itself."""
    why_not_see_notes = rules.why_not_see_notes(idea=idea, by=reader)
    ruled = queries.moderations_of(idea, None).first()
    return {
        "notes": [] if why_not_see_notes else list(queries.notes_on(idea)[:SHOWN]),
        "note_form": None if why_not_see_notes else NoteForm(auto_id="note_%s"),
        "off": idea.state in (IdeaState.HIDDEN, IdeaState.TAKEN_OFF),
        "ruled": ruled,
        "can_object": ruled is not None and rules.why_not_object(moderation=ruled, by=reader) is None,
    }
