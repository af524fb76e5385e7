"""The choice as it is settled: the reserve in order, who confirmed, and what contradicts itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.screening.enums import GIVEN_UP, Answer, Outcome, Round
from datamatch.screening.models import Confirmation, Cut, Decision, Publication, Standing
from datamatch.screening.queries.decisions import decisions_in
from datamatch.screening.queries.ranking import latest_calibration, outcome_at, seats_left
from datamatch.screening.queries.ties import ties_in


def reserve_in(edition: Edition, round: str = Round.SHORTLIST) -> QuerySet[Decision]:
    """Return the decisions that keep an idea in reserve, in the order in which they move up."""
    return decisions_in(edition, round).filter(outcome=Outcome.RESERVE).order_by("reserve_place", "pk")


def cuts_in(edition: Edition) -> QuerySet[Cut]:
    """Return the moves of the line below the shortlist, first to last."""
    return Cut.objects.filter(edition=edition).select_related("by").order_by("at", "pk")


def publication_of(edition: Edition, round: str) -> Publication | None:
    """Return what is planned for the publication of a round, or None when nothing is."""
    return Publication.objects.filter(edition=edition, round=round).first()


def confirmations_in(edition: Edition, round: str) -> QuerySet[Confirmation]:
    """Return what the makers of the chosen ideas answered, who waits first."""
    asked = Confirmation.objects.filter(decision__in=decisions_in(edition, round))
    return asked.select_related("decision__idea", "answered_by").order_by("-answer", "confirm_by", "pk")


def confirmation_of(idea: Idea, round: str = Round.SHORTLIST) -> Confirmation | None:
    """Return what the makers of one idea were asked to confirm, or None."""
    return Confirmation.objects.filter(decision__idea=idea, decision__round=round).select_related("decision").first()


def newest_confirmation_of(idea: Idea) -> Confirmation | None:
    """Return what the makers of one idea were asked to confirm last, or None."""
    asked = Confirmation.objects.filter(decision__idea=idea).select_related("decision__idea__edition", "answered_by")
    return asked.order_by("-pk").first()


def waiting_confirmations() -> QuerySet[Confirmation]:
    """Return everything that waits for an answer of makers, in all editions."""
    waiting = Confirmation.objects.filter(answer=Answer.WAITING, decision__idea__state=IdeaState.SENT)
    return waiting.select_related("decision__idea__edition__programme").order_by("pk")


def free_places(edition: Edition, round: str = Round.SHORTLIST) -> int:
    """Return how many places on the shortlist, or among the chosen of the jury, were given up and not filled again.

    The jury may choose fewer than there is room for: only what it chose and was given up is free.
    """
    yes = decisions_in(edition, round).filter(outcome=Outcome.YES)
    if round == Round.SHORTLIST:
        return max(edition.shortlist_size - yes.exclude(pk__in=given_up(edition)).count(), 0)
    planned = publication_of(edition, round)
    if planned is None or planned.published_at is None:
        return 0
    moved_up = yes.filter(published_at__gt=planned.published_at).count()
    return max(yes.filter(pk__in=given_up(edition)).count() - moved_up, 0)


def given_up_in(edition: Edition, round: str) -> list[Idea]:
    """Return the ideas of which the place was given up in this round."""
    gone = decisions_in(edition, round).filter(pk__in=given_up(edition)).select_related("idea__edition")
    return [decision.idea for decision in gone]


def given_up(edition: Edition) -> QuerySet[Confirmation, int]:
    """Return the decisions (row numbers) whose place was given up."""
    found = Confirmation.objects.filter(decision__idea__edition=edition, answer__in=GIVEN_UP).order_by()
    return found.values_list("decision", flat=True)


@dataclass(frozen=True)
class Contradiction:
    """What does not fit in the decisions: about which idea, what, and whether it stops the publication."""

    idea: Idea
    text: str
    stops: bool = True


def contradictions_in(edition: Edition) -> list[Contradiction]:
    """Return everything in the decisions about the shortlist that does not fit, what stops first."""
    decisions = list(decisions_in(edition, Round.SHORTLIST).select_related("idea", "decided_by"))
    found = [
        *_against_the_ranking(edition, decisions),
        *_tied(decisions),
        *_conditions(edition, decisions),
        *_gone(edition),
    ]
    return sorted(found, key=lambda one: not one.stops)


def _against_the_ranking(edition: Edition, decisions: list[Decision]) -> Iterator[Contradiction]:
    """Yield what the ranking says otherwise by now, without anybody saying why."""
    calibration = latest_calibration(edition)
    found = Standing.objects.filter(calibration=calibration).order_by("place") if calibration else []
    standings = {standing.idea_id: standing for standing in found}
    seats = seats_in(edition, decisions, list(standings))
    for decision in decisions:
        standing = standings.get(decision.idea_id)
        if standing is None:
            continue
        if decision.prepared and decision.outcome != seats[decision.idea_id]:
            yield Contradiction(decision.idea, _("The ranking says something else by now. Prepare again."))
        elif not decision.prepared and not decision.motive:
            proposed = outcome_at(standing.place, edition.shortlist_size)
            if proposed != decision.outcome:
                told = _("It stands at place %(place)s and gets “%(outcome)s”, and nobody said why.")
                words = {"place": standing.place, "outcome": decision.get_outcome_display()}
                yield Contradiction(decision.idea, told % words)


def seats_in(edition: Edition, decisions: list[Decision], order: list[int]) -> dict[int, Outcome]:
    """Return what the ranking gives to every idea (row number, best first) that people did not decide about."""
    taken = {decision.idea_id: decision.outcome for decision in decisions if not decision.prepared}
    left = seats_left(edition.shortlist_size, taken.values())
    rest = [idea for idea in order if idea not in taken]
    return {idea: left[i] if i < len(left) else Outcome.NO for i, idea in enumerate(rest)}


def _tied(decisions: list[Decision]) -> Iterator[Contradiction]:
    """Yield what was decided by somebody who turns out to be tied to the idea."""
    by_people = [decision for decision in decisions if not decision.prepared]
    ties = ties_in([decision.idea for decision in by_people]) if by_people else None
    for decision in by_people:
        if ties and ties.between(decision.idea, decision.decided_by):
            yield Contradiction(decision.idea, _("Who decided about it is tied to it. Let somebody else decide."))


def _conditions(edition: Edition, decisions: list[Decision]) -> Iterator[Contradiction]:
    """Yield the conditions that are to be met when it is too late."""
    for decision in decisions:
        if decision.meet_by and edition.pitch_on and decision.meet_by >= edition.pitch_on:
            told = _("Its condition is to be met by %(day)s; that is not before the pitch day.")
            yield Contradiction(decision.idea, told % {"day": day_in_words(decision.meet_by)})


def _gone(edition: Edition) -> Iterator[Contradiction]:
    """Yield what was decided about ideas that were merged into another or withdrawn since."""
    gone = Decision.objects.filter(round=Round.SHORTLIST, idea__edition=edition, published_at=None)
    for decision in gone.exclude(idea__state=IdeaState.SENT).select_related("idea"):
        merged = decision.idea.state == IdeaState.MERGED
        told = _("It was merged into another idea.") if merged else _("It was withdrawn.")
        yield Contradiction(decision.idea, told + " " + _("Its decision is not published."), stops=False)


def day_in_words(when: date) -> str:
    """Return a day as it is written in a sentence."""
    return str(date_format(when, "j F Y"))
