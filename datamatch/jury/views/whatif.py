"""The what-if board: any set of pitched ideas at once, beside the best one, with the price of each wish."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.jury import queries, rules
from datamatch.jury.views import whatif_words as words
from datamatch.jury.weighing import Board
from datamatch.people.models import Person, SignedIn

Sets = dict[str, list[Idea]]


@require_GET
def what_if(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show what a set of ideas brings together: the ticked ones, else the best set, else the outcome of the ballot."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    refuse_if(rules.why_not_compare(edition=edition, by=request.user))
    stand(request, edition=edition)
    board = Board(edition)
    why_not_value = rules.why_not_value(edition=edition, by=request.user)
    presets = _presets(board) if why_not_value is None else {}
    hidden = queries.not_judged_by(request.user, edition) if why_not_value is None else set()
    chosen, unknown = _chosen(request, board, presets)
    shown = _set(board, chosen, request.user) | {"edition": edition, "unknown": unknown, "why_not_value": why_not_value}
    if why_not_value is None:
        shown |= _beside(board, chosen, hidden)
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "jury/_set.html", shown | {"partial": True})
    page = _page(board, presets, hidden) if why_not_value is None else {}
    return render(request, "jury/what_if.html", shown | page)


def _presets(board: Board) -> Sets:
    """Return the sets that have a name: the best, the second best, and what the ballot proposes."""
    answer, box = board.answer, queries.box_of(board.edition)
    result = queries.result_of(box) if box else None
    found = {
        "best": board.named(answer.best) if answer else [],
        "second": board.named(answer.second) if answer else [],
        "ballot": result.proposal if result else [],
    }
    return {name: ideas for name, ideas in found.items() if ideas}


def _chosen(request: SignedIn, board: Board, presets: Sets) -> tuple[list[Idea], int]:
    """Return the ideas that the address asks for, and how many of those it names are not pitched here."""
    asked, named = set(request.GET.getlist("idea")), request.GET.get("set", "")
    if not asked and named != "own":
        return presets.get(named) or next(iter(presets.values()), []), 0
    by_id = {str(idea.public_id): idea for idea in board.ideas}
    return [idea for public_id, idea in by_id.items() if public_id in asked], len(asked - set(by_id))


def _set(board: Board, chosen: list[Idea], reader: Person) -> dict[str, Any]:
    """Return what is told about one set: facts, and its value where this reader may see it."""
    pks = {idea.pk for idea in chosen}
    why_not_figure = rules.why_not_figure(edition=board.edition, by=reader, ideas=pks)
    facts = board.facts_of(chosen)
    return {
        "board": board,
        "chosen": chosen,
        "facts": facts,
        "why_not_figure": why_not_figure,
        "value": board.value_of(chosen) if why_not_figure is None else None,
        "teams": words.teams(facts, names_all=is_manager(reader, board.edition)),
        "lacks": words.lacks(facts),
        "sums": words.sums(facts, board.edition),
        "too_many": len(chosen) > board.edition.chosen_count,
        "unplanned": [idea for idea in board.unplanned if idea.pk in pks],
    }


def _beside(board: Board, chosen: list[Idea], hidden: set[int]) -> dict[str, Any]:
    """Return the set beside the best one, and the chart of values; hidden ideas show none."""
    rows = words.chart(board, {idea.pk for idea in chosen}, hidden=hidden)
    return {
        "change": words.change(board.difference(chosen), hidden=hidden, best=_best(board)),
        "chart": rows,
        "ends": words.ends(rows),
        "hidden": [idea for idea in board.ideas if idea.pk in hidden],
    }


def _page(board: Board, presets: Sets, hidden: set[int]) -> dict[str, Any]:
    """Return what stands around the set: the named sets and the price of each wish."""
    return {
        "presets": words.presets(board, presets, hidden=hidden),
        "wishes": words.wishes(board, hidden=hidden),
        "answer": board.answer,
        "verdict": queries.verdict_of(board.edition),
    }


def _best(board: Board) -> list[Idea]:
    """Return the best set; empty when there is none."""
    return board.named(board.answer.best) if board.answer else []
