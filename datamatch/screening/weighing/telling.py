"""A rehearsal in words, as a table and as a chart of plain characters."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.screening.queries import Variances
from datamatch.screening.weighing.rehearsal import BEST, Outlook, Plan, Rehearsal

STEP = 3  # characters per idea in the chart
OUTSIDE, INSIDE, MEAN = "·", "━", "●"


def told(rehearsal: Rehearsal) -> list[str]:
    """Return the lines to print."""
    first = rehearsal.outlooks[0].plan
    return [
        _("Rehearsal: %(ideas)s ideas, %(screeners)s screeners. The best %(pick)s go on.")
        % {"ideas": first.ideas, "screeners": first.screeners, "pick": first.pick},
        spread(rehearsal.variances),
        _("%(worlds)s simulated editions, seed %(seed)s. One review takes %(minutes)s minutes.")
        % {"worlds": rehearsal.worlds, "seed": rehearsal.seed, "minutes": first.minutes},
        "",
        *table(rehearsal),
        "",
        _("Per person: of whoever has most. Lost: points that the picked ideas stay below the true best, from 1 to 5."),
        "",
        *chart(rehearsal),
        "",
        *gains(rehearsal),
    ]


def spread(variances: Variances) -> str:
    """Return how much ideas and screeners differ, and how that is known."""
    idea, screener = (round(100 * part / variances.total) for part in (variances.idea, variances.screener))
    shares = {"idea": idea, "screener": screener, "rest": 100 - idea - screener}
    if variances.editions:
        known = _("As seen in: %(editions)s.") % {"editions": ", ".join(variances.editions)}
    else:
        known = _("As in a large published experiment (NeurIPS 2014): no ranking of an earlier edition is at hand.")
    words = _(
        "Of the difference between scores, %(idea)s %% is the idea, %(screener)s %% the strictness of the screener, "
        "%(rest)s %% taste and chance."
    )
    return f"{words % shares} {known}"


def name_of(plan: Plan) -> str:
    """Return what sets a plan apart, to be read in a sentence."""
    return _("%(reviews)s reviews per idea") % {"reviews": plan.reviews_per_idea} + rounds_of(plan)


def short_name_of(plan: Plan) -> str:
    """Return the same below a heading that says that it is about reviews per idea."""
    return f"{plan.reviews_per_idea}{rounds_of(plan)}"


def rounds_of(plan: Plan) -> str:
    """Return how many rounds are steered, where some are."""
    words = ngettext("%(rounds)s steered round", "%(rounds)s steered rounds", plan.steered_rounds)
    return f", {words % {'rounds': plan.steered_rounds}}" if plan.steered_rounds else ""


def table(rehearsal: Rehearsal) -> list[str]:
    """Return one row per plan, below headings."""
    plan = rehearsal.outlooks[0].plan
    best = min(BEST, plan.pick)
    headings = [
        _("reviews per idea"),
        _("reviews"),
        _("per person"),
        _("hours each"),
        _("hours in all"),
        _("of the true %(pick)s") % {"pick": plan.pick},
        _("best %(count)s all in") % {"count": best},
        _("lost"),
    ]
    rows = [headings, *(cells(one) for one in rehearsal.outlooks)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(headings))]
    return ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows]


def cells(one: Outlook) -> list[str]:
    """Return the figures of a plan as words."""
    return [
        short_name_of(one.plan),
        figure(one.plan.reviews, 0),
        figure(one.most_per_screener, 0),
        figure(one.plan.hours(one.most_per_screener), 1),
        figure(one.plan.hours(one.plan.reviews), 0),
        figure(one.found, 1),
        f"{figure(100 * one.best_in, 0)} %",
        figure(one.lost, 2),
    ]


def chart(rehearsal: Rehearsal) -> list[str]:
    """Return a line per plan: how many of the true best are picked, and between which numbers nine times of ten."""
    pick = rehearsal.outlooks[0].plan.pick
    step = STEP if pick <= 25 else 1
    names = [short_name_of(one.plan) for one in rehearsal.outlooks]
    width = max(len(name) for name in names)
    words = _("Of the true %(pick)s, this many go on: %(mean)s on average, %(line)s in nine of ten editions.")
    lines = [words % {"pick": pick, "mean": MEAN, "line": INSIDE}]
    for name, one in zip(names, rehearsal.outlooks, strict=True):
        lines.append(f"{name.ljust(width)}  0 {scale(one, pick, step)} {pick}")
    return lines


def scale(one: Outlook, pick: int, step: int) -> str:
    """Return the line of one plan."""
    marks = [INSIDE if one.low * step <= place <= one.high * step else OUTSIDE for place in range(pick * step + 1)]
    marks[round(one.found * step)] = MEAN
    return "".join(marks)


def gains(rehearsal: Rehearsal) -> list[str]:
    """Return what each other plan buys beside the first."""
    first, *others = rehearsal.outlooks
    words = _(
        "%(plan)s, beside %(first)s: %(found)s of the true %(pick)s, the best %(best)s all in "
        "%(chance)s percentage points more often, %(hours)s hours."
    )
    return [
        words
        % {
            "plan": name_of(one.plan),
            "first": name_of(first.plan),
            "found": signed(one.found - first.found, 1),
            "pick": first.plan.pick,
            "best": min(BEST, first.plan.pick),
            "chance": signed(100 * (one.best_in - first.best_in), 0),
            "hours": signed(one.plan.hours(one.plan.reviews - first.plan.reviews), 0),
        }
        for one in others
    ]


def signed(value: float, decimals: int) -> str:
    """Return a difference with its sign; nothing rounds to +0 or -0."""
    rounded = round(value, decimals)
    sign = "+" if rounded > 0 else "-" if rounded < 0 else ""
    return f"{sign}{figure(abs(rounded), decimals)}"


def figure(value: float, decimals: int) -> str:
    """Return a number as the reader writes it, rounded (Django alone cuts off)."""
    return str(number_format(round(value, decimals), decimals))
