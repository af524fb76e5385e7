"""Sets, teams and prices in words and rows, as the what-if board shows them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any
from urllib.parse import urlencode

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.editions.models.call import HIGHEST, LOWEST
from datamatch.ideas.models import Idea
from datamatch.jury.queries import titles_of
from datamatch.jury.weighing import Board, Difference, Facts, Wish
from datamatch.people.enums import discipline_name
from datamatch.teams.enums import role_in_sentence
from datamatch.teams.weighing.staffing import Open

# Smaller differences in value, as a share, are called none.
HARDLY = 0.005


@dataclass(frozen=True)
class Change:
    """A set beside the best one: which ideas come for which, and what that costs in words."""

    swap: str
    price: str
    is_sure: bool
    is_hidden: bool = False


def address(ideas: Iterable[Idea]) -> str:
    """Return the address of a set, to share."""
    return "?" + urlencode([("set", "own"), *(("idea", str(idea.public_id)) for idea in ideas)])


def change(difference: Difference | None, *, hidden: Collection[int], best: Sequence[Idea]) -> Change | None:
    """Return a set beside the best one in words; without a value when the reader has no say in one of the ideas."""
    if difference is None:
        return None
    is_hidden = not {idea.pk for idea in [*best, *difference.added]}.isdisjoint(hidden)
    price = "" if is_hidden else share_words(difference.less)
    return Change(swap_words(difference), price, difference.is_sure, is_hidden)


def swap_words(difference: Difference) -> str:
    """Return which ideas come for which."""
    names = {"added": titles_of(difference.added), "dropped": titles_of(difference.dropped)}
    if not difference.dropped:
        return _("%(added)s as well") % names
    return _("%(added)s instead of %(dropped)s") % names if difference.added else _("without %(dropped)s") % names


def share_words(less: float) -> str:
    """Return a difference in value as people say it."""
    if abs(less) < HARDLY:
        return _("hardly any difference in value")
    share = {"share": number_format(round(abs(less) * 100), 0)}
    return _("%(share)s %% less value") % share if less > 0 else _("%(share)s %% more value") % share


def open_words(gap: Open) -> str:
    """Return a role that stays open, with its weeks unless it stays open in all of them."""
    told = {"role": role_in_sentence(gap.role), "first": gap.first_week, "last": gap.last_week}
    if gap.whole:
        return _("no %(role)s") % told
    if gap.some:
        return _("too few hours of the %(role)s in weeks %(first)s-%(last)s") % told
    return _("no %(role)s in week %(first)s") % told if gap.first_week == gap.last_week else (
        _("no %(role)s in weeks %(first)s-%(last)s") % told
    )  # fmt: skip


def must_words(gaps: Iterable[Open]) -> list[str]:
    """Return the roles that must be there and are not, each said once."""
    return list(dict.fromkeys(open_words(gap) for gap in gaps if gap.must))


def over_words(euros: int, hours: int) -> list[str]:
    """Return how much more money and time is asked than there is."""
    told = []
    if euros:
        told.append(_("%(euros)s euros more than there are") % {"euros": grouped(euros)})
    if hours:
        told.append(_("%(hours)s hours more than there are") % {"hours": grouped(hours)})
    return told


def lacks(facts: Facts) -> list[str]:
    """Return everything that a set lacks: people, money and time; empty when it can be carried out."""
    return [*must_words(facts.staffed.open), *over_words(facts.over_euros, facts.over_hours)]


def teams(facts: Facts, *, names_all: bool) -> list[dict[str, Any]]:
    """Return per idea the team that would form, and its open roles.

    Who was not asked yet is named to those who may ask, and to nobody else.
    """
    return [
        {
            "idea": idea,
            "seats": [
                {
                    "name": place.person.name if place.asked or names_all else "",
                    "role": discipline_name(place.role),
                    "hours": place.hours_per_week,
                    "asked": place.asked,
                }
                for place in facts.staffed.places
                if place.idea_id == idea.pk
            ],
            "musts": must_words(gap for gap in facts.staffed.open if gap.idea_id == idea.pk),
            "possible": not any(g.must and g.whole for g in facts.staffed.open if g.idea_id == idea.pk),
        }
        for idea in facts.ideas
    ]


def sums(facts: Facts, edition: Edition) -> list[dict[str, Any]]:
    """Return what a set takes beside what there is, and over which units and themes it is spread."""
    no_limit = _("no limit was set")
    taken = (
        (_("Euros"), facts.euros, edition.means_euros),
        (_("Hours, in all weeks together"), facts.hours, edition.means_hours),
    )
    spread = ((_("Units"), facts.units), (_("Themes"), facts.themes))
    return [
        *(
            {"name": n, "value": grouped(amount), "limit": grouped(has) if has else no_limit}
            for n, amount, has in taken
        ),
        *({"name": n, "value": f"{len(c)}: {counted(c)}", "limit": ""} for n, c in spread),
    ]


def counted(names: Mapping[str, int]) -> str:
    """Return names with how often each one stands there, when it is more than once."""
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in names.items())


def chart(board: Board, chosen: Collection[int], *, hidden: Collection[int]) -> list[dict[str, Any]]:
    """Return the rows of the chart of values, highest first; without ideas in which the reader has no say."""
    shown = [(idea, board.value_of([idea])) for idea in board.ideas if idea.pk not in hidden]
    known = sorted(((idea, value) for idea, value in shown if value), key=lambda row: -row[1].value)
    return [
        {
            "label": idea.title,
            "url": idea.get_absolute_url(),
            "low": round(max(value.low, LOWEST), 2),
            "value": round(value.value, 2),
            "high": round(min(value.high, HIGHEST), 2),
            "text": number_format(round(value.value, 1), 1),
            "state": "in" if idea.pk in chosen else "out",
        }
        for idea, value in known
    ]


def ends(rows: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """Return the whole numbers between which the chart fits."""
    if not rows:
        return LOWEST, HIGHEST
    return floor(min(row["low"] for row in rows)), ceil(max(row["high"] for row in rows))


def presets(board: Board, named: dict[str, list[Idea]], *, hidden: Collection[int]) -> list[dict[str, Any]]:
    """Return the sets that have a name, with what they cost beside the best one."""
    labels = {"best": _("Best set"), "second": _("Second best"), "ballot": _("Outcome of the ballot")}
    best = named.get("best", [])
    return [
        {
            "name": name,
            "label": labels[name],
            "ideas": titles_of(ideas),
            "change": change(board.difference(ideas), hidden=hidden, best=best),
        }
        for name, ideas in named.items()
    ]


def wishes(board: Board, *, hidden: Collection[int]) -> list[dict[str, Any]]:
    """Return per idea what it costs to keep it or to leave it out, the cheapest first within each kind."""
    answer = board.answer
    if answer is None:
        return []
    best, usual = board.named(answer.best), must_words(board.open_in(answer.best))
    # The order of values says something about ideas in which the reader has no say.
    known = sorted(answer.wishes, key=lambda wish: (wish.kind == "drop", 0 if hidden else -wish.value, wish.idea))
    return [_wish(board, wish, best=best, usual=usual, hidden=hidden) for wish in known]


def _wish(
    board: Board, wish: Wish, *, best: Sequence[Idea], usual: Collection[str], hidden: Collection[int]
) -> dict[str, Any]:
    """Return what one wish brings and costs; what the best set lacks as well is no price."""
    ideas = board.named(wish.ideas)
    told = change(board.difference(ideas), hidden=hidden, best=best)
    lacking = [word for word in must_words(board.open_in(wish.ideas)) if word not in usual]
    parts = [told.price if told else "", *lacking, *over_words(*board.over(ideas))]
    words = _("Keep %(idea)s") if wish.kind == "keep" else _("Leave out %(idea)s")
    return {
        "wish": words % {"idea": f"“{board.ideas[wish.idea].title}”"},
        "change": told,
        "price": ", ".join(part for part in parts if part),
        "can": wish.can,
        "url": address(ideas),
    }


def grouped(number: int) -> str:
    """Return a whole number as it is written in the reader's language."""
    return number_format(number, 0, force_grouping=True)
