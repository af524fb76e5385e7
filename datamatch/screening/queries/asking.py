"""What screeners asked the makers of an idea, without what would tell who these are."""

from dataclasses import dataclass

from django.db.models import Q

from datamatch.ideas.models import Idea
from datamatch.ideas.queries import blacked_out, found_in, in_pieces, makers_stay_hidden, telling, telling_to
from datamatch.people.models import Person
from datamatch.screening.models import AskBack


@dataclass(frozen=True)
class Asked:
    """A question to the makers as one screener reads it, with the answer; that is empty when it is held back."""

    question: str
    answer: str
    waits: bool
    held_back: bool


def questions_about(idea: Idea, *, to: Person) -> list[Asked]:
    """Return what screeners asked the makers: what was answered, and what this screener asked.

    Who may not know the makers reads no answer that is held back, nor a question of somebody else to it; what tells in
    an answer they read blacked out. In a question it is not: somebody could ask for names until one turns black.
    """
    rows = list(AskBack.objects.filter(Q(answered_at__isnull=False) | Q(asked_by=to), idea=idea))
    tells = telling_to(idea, to) if any(row.answer for row in rows) else None
    if tells is None:
        return [Asked(row.question, row.answer, row.waits, held_back=False) for row in rows]
    return [
        Asked(row.question, "" if row.held_back else blacked_out(row.answer, tells), row.waits, row.held_back)
        for row in rows
        if not row.held_back or row.asked_by_id == to.pk
    ]


@dataclass(frozen=True)
class Answered:
    """An answer of the makers as a manager weighs whether it tells who they are: in pieces, with whether any tells."""

    asked: AskBack
    question: list[tuple[bool, str]]
    answer: list[tuple[bool, str]]

    @property
    def tells(self) -> bool:
        """Tell whether something in the answer is blacked out for others."""
        return any(is_marked for is_marked, _text in self.answer)


def answers_to_weigh(idea: Idea) -> list[Answered]:
    """Return what the makers answered to screeners, with what tells marked in it, first asked first."""
    rows, tells = AskBack.objects.filter(idea=idea, answered_at__isnull=False), telling(idea)
    return [Answered(row, in_pieces(row.question, tells), in_pieces(row.answer, tells)) for row in rows]


def is_blacked_out(asked: AskBack) -> bool:
    """Tell whether screeners read this answer without some of its words."""
    return makers_stay_hidden(asked.idea.edition) and bool(found_in(asked.answer, telling(asked.idea)))
