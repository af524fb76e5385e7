"""What the talk on the page of an idea tells a reader: who said what, and what they can do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from re import Pattern
from typing import Any

from django.core.paginator import Page, Paginator

from datamatch.editions.enums import Stage
from datamatch.editions.queries import is_manager
from datamatch.ideas import queries, rules
from datamatch.ideas.enums import CommentState, IdeaState, Ruling
from datamatch.ideas.forms import CommentForm, FindForm
from datamatch.ideas.models import Comment, Idea
from datamatch.ideas.queries.mentions import known_ids, unseal
from datamatch.ideas.queries.saying import pieces_in
from datamatch.ideas.queries.talk import EDIT_WINDOW, HIDDEN_AUTHOR
from datamatch.people.models import Person

PER_PAGE = 30
FOUND = 8


@dataclass
class Typed:
    """What somebody is typing: a comment, an answer or a change, and whom it mentions."""

    form: CommentForm = field(default_factory=CommentForm)
    find: FindForm = field(default_factory=FindForm)
    mentioned: list[Person] = field(default_factory=list)
    found: list[Person] = field(default_factory=list)
    searched: bool = False
    answers_to: Comment | None = None
    edits: Comment | None = None


def talk_page(
    idea: Idea, *, reader: Person, at: datetime, asked: Mapping[str, str], typed: Typed | None = None
) -> dict[str, Any]:
    """Return one page of what is said, and the form; `asked` says which page, comment, answer or change."""
    page = page_of(idea, asked, typed)
    why_not_talk = rules.why_not_talk(idea=idea, by=reader)
    names = None if queries.sees_authors(idea, reader) else HIDDEN_AUTHOR
    manages = is_manager(reader, idea.edition)
    tells = telling_in(page, idea)
    rows = [row(comment, idea, reader=reader, hidden=names, tells=tells) for comment in page.object_list]
    tell_rulings(rows, manages=manages)
    typed = typed or typed_in(rows, asked, may_talk=why_not_talk is None, at=at)
    for one in rows:
        young = at < one["comment"].written_at + EDIT_WINDOW
        one["can_edit"] = one["can_remove"] and young and why_not_talk is None
        one["form_here"] = one["comment"] in (typed.answers_to, typed.edits)
    return {
        "talk": {"page": page, "rows": rows, "count": queries.comment_count(idea), "hidden_author": names is not None},
        "typed": typed,
        "manages": manages,
        "may_hold_back": rules.why_not_hold_back_in(idea=idea, by=reader) is None,
        "authors_hidden": not idea.edition.has_come(Stage.MATCHING),
        "why_not_talk": why_not_talk,
    }


def page_of(idea: Idea, asked: Mapping[str, str], typed: Typed | None) -> Page[Comment]:
    """Return the page that was asked for, or the one on which a comment stands."""
    pages = Paginator(queries.comments_on(idea), PER_PAGE)
    about = typed and (typed.answers_to or typed.edits)
    sought = [about.public_id] if about else known_ids(asked.get(name, "") for name in ("comment", "answer", "edit"))
    place = queries.place_of(sought[0], idea) if sought else None
    return pages.get_page(asked.get("page") if place is None else place // PER_PAGE + 1)


def telling_in(page: Page[Comment], idea: Idea) -> Pattern[str] | None:
    """Return what tells who made the idea, where an author speaks on this page and somebody may not know it yet."""
    speaks = any(comment.as_author for comment in page.object_list)
    return queries.telling(idea) if speaks and queries.makers_stay_hidden(idea.edition) else None


def row(comment: Comment, idea: Idea, *, reader: Person, hidden: object, tells: Pattern[str] | None) -> dict[str, Any]:
    """Return one comment as this reader may know it."""
    comment.idea = idea
    above = comment.answers_to if comment.answers_to_id != comment.thread_id else None
    mine = comment.by_id == reader.pk
    readable = comment.is_shown and (mine or not (hidden and comment.held_back))
    return {
        "comment": comment,
        "writer": hidden if comment.as_author and hidden else comment.by.name,
        "person": None if comment.as_author and hidden else comment.by,
        "above": above and (hidden if above.as_author and hidden else above.by.name),
        "pieces": pieces_in(comment, telling=None if mine or not hidden else tells) if readable else [],
        "held_back": comment.held_back and queries.makers_stay_hidden(idea.edition),
        "readable": readable,
        "blacked": tells and comment.as_author and not hidden and queries.found_in(said(comment), tells),
        "mine": mine,
        "can_complain": readable and not mine and idea.state == IdeaState.SENT,
        "can_remove": rules.why_not_remove(comment=comment, by=reader) is None,
    }


def said(comment: Comment) -> str:
    """Return the words of a comment with the names of who is mentioned."""
    return unseal(comment.words, comment.mentioned.all())


def tell_rulings(rows: list[dict[str, Any]], *, manages: bool) -> None:
    """Tell who wrote a comment, and managers, what was decided about it; they also read what is hidden."""
    concerned = [one for one in rows if one["mine"] or manages]
    ruled = queries.last_moderations(one["comment"] for one in concerned)
    for one in concerned:
        comment, done = one["comment"], ruled.get(one["comment"].pk)
        one["ruled"] = done
        one["can_object"] = one["mine"] and done is not None and done.answers_id is None and done.ruling != Ruling.KEEP
        if comment.state == CommentState.HIDDEN or (manages and comment.state == CommentState.TAKEN_OFF):
            one["pieces"] = pieces_in(comment)


def typed_in(rows: list[dict[str, Any]], asked: Mapping[str, str], *, may_talk: bool, at: datetime) -> Typed:
    """Return an empty form, or the one that was opened: to answer a comment, or to change one's own."""
    if not may_talk:
        return Typed()
    here = {str(one["comment"].public_id): one for one in rows}
    answered, edited = here.get(asked.get("answer", "")), here.get(asked.get("edit", ""))
    if edited and edited["can_remove"] and at < edited["comment"].written_at + EDIT_WINDOW:
        comment: Comment = edited["comment"]
        people = list(comment.mentioned.all())
        words = {"words": said(comment), "comment": comment.public_id}
        return Typed(CommentForm(initial=words), mentioned=people, edits=comment)
    if answered and answered["readable"]:
        return Typed(answers_to=answered["comment"])
    return Typed()


def people_found(idea: Idea, text: str) -> list[Person]:
    """Return whom this text finds, of those who may read the idea."""
    likely = queries.people_to_mention(idea, text)[: FOUND * 2]
    return [person for person in likely if rules.why_not_see(idea=idea, by=person) is None][:FOUND]
