"""What is hidden, in which stage, from whom; and how another world looks in which only that differs."""

from collections.abc import Callable
from dataclasses import dataclass, field

from datamatch.editions.enums import Stage
from datamatch.ideas.actions.findable import keep_edition_findable
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.models import Ask, Comment, Energy, Idea, Redaction
from datamatch.jury.models import CardScore, PairTally, Voter
from datamatch.post.models import Letter
from datamatch.screening.enums import Outcome, Preference
from datamatch.screening.models import (
    Advice,
    AskBack,
    Assignment,
    Comparison,
    Conflict,
    Decision,
    Opinion,
    Review,
    Score,
    Severity,
    Standing,
)
from tests.blindness import later
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT

SEALED = "sealed"
CALL, SCREENING, PITCHING, CLOSED = Stage.CALL, Stage.SCREENING, Stage.PITCHING, Stage.CLOSED
MANAGERS = frozenset({"manager", "administrator"})
# Directors read on the energy map how much comes from each unit, never fewer than three apart.
STEERING = MANAGERS | {"director"}
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fact:
    """Something hidden: in which stages, who knows it all the same, how it could be otherwise, and words that tell.

    `told_at` names by role and stage the one route at which something that is made of it may be read.
    """

    name: str
    stages: tuple[str, ...]
    knows: frozenset[str]
    change: Callable
    canaries: tuple[str, ...] = ()
    told_at: dict[tuple[str, str], str] = field(default_factory=dict)

    def hidden_from(self, role, stage):
        """Tell whether this role may not know it in a stage."""
        return stage in self.stages and role not in self.knows


def swapped_makers(world):
    """Let each idea be of the makers of the other."""
    made_by(world, world.makers[1::-1], world.writers[1::-1])


def other_makers(world):
    """Let the first idea be of somebody who sent nothing, and the second of who sent the first."""
    made_by(world, (world.makers[2], world.makers[0]), (world.writers[2], world.writers[0]))


def made_by(world, makers, writers):
    """Let the twins be of these people, with all that makers did."""
    for place, (idea, maker, writer) in enumerate(zip(world.twins, makers, writers, strict=True)):
        unit = maker.profile.unit
        Idea.objects.filter(pk=idea.pk).update(submitter=maker, unit=unit, unit_name=unit.name)
        Comment.objects.filter(pk=world.talks[place].pk).update(by=maker, words=later.signed(maker))
        for asked in AskBack.objects.filter(idea=idea, answered_at__isnull=False, held_back=False):
            AskBack.objects.filter(pk=asked.pk).update(answered_by=maker, answer=later.signed(maker))
        Ask.objects.filter(pk__in=[ask.pk for ask in world.asked], idea=idea).update(asked_by=maker)
        row = world.alongside[place]
        type(row).objects.filter(pk=row.pk).update(person=writer, invited_by=maker)
        Letter.objects.filter(decision__idea=idea).update(to=maker)


def swapped_energy(world):
    """Let who wanted to join one idea want to join the other."""
    for energy, idea in zip(world.energies, reversed(world.twins), strict=True):
        Energy.objects.filter(pk=energy.pk).update(idea=idea)


def more_energy(world):
    """Let one more support the first idea."""
    make_energy(idea=world.twins[0], person=world.colleague, kind=EnergyKind.SUPPORT)


def other_readers(world):
    """Let each of two screeners have read, asked, compared and declared what the other did."""
    one, other = world.readers
    for table, column in (
        (Assignment, "screener"), (AskBack, "asked_by"), (Conflict, "person"), (Comparison, "screener"),
        (Opinion, "by"),
    ):  # fmt: skip
        mine = list(table.objects.filter(**{column: one}).values_list("pk", flat=True))
        theirs = list(table.objects.filter(**{column: other}).values_list("pk", flat=True))
        table.objects.filter(pk__in=theirs).update(**{column: world.colleague})
        table.objects.filter(pk__in=mine).update(**{column: other})
        table.objects.filter(pk__in=theirs).update(**{column: one})
    Advice.objects.filter(screener=one).delete()
    for severity in Severity.objects.filter(screener__in=[one, other]):
        Severity.objects.filter(pk=severity.pk).update(lean=-severity.lean)


def other_scores(world):
    """Let the readers have found the opposite, and let the ranking stand upside down."""
    for review in world.reviews:
        Score.objects.filter(review=review).update(value=2)
        Review.objects.filter(pk=review.pk).update(remark="Narcissus", confidence=1)
    Comparison.objects.filter(screener__in=world.readers).update(preference=Preference.SECOND)
    Opinion.objects.filter(reason="Snapdragon").update(reason="Tansy", findings=["unkind"])
    Assignment.objects.filter(screener__in=world.readers, reason="Forsythia").update(reason="Oleander")
    Conflict.objects.filter(pk=world.tie.pk).update(reason="Oleander")
    places = list(Standing.objects.filter(calibration=world.calibration).order_by("place"))
    for place, standing in enumerate(places):
        Standing.objects.filter(pk=standing.pk).update(place=1000 + place)
    for place, standing in enumerate(reversed(places), start=1):
        upside_down = {"place": place, "score": 6 - standing.score, "chance": 1 - standing.chance}
        Standing.objects.filter(pk=standing.pk).update(**upside_down)


def other_jottings(world):
    """Let the readers have other words of their own: notes, and a review that is half done."""
    Assignment.objects.filter(note="Delphinium").update(note="Petunia")
    type(world.half).objects.filter(pk=world.half.pk).update(words={"remark": "Ranunculus"})


def other_decisions(world):
    """Let what is decided and not published be the opposite, with other letters."""
    pending = Decision.objects.filter(published_at=None)
    Letter.objects.filter(decision__in=pending).update(body="Snowdrop", subject="Snowdrop")
    for decision in pending:
        turned = Outcome.NO if decision.outcome == Outcome.YES else Outcome.YES
        Letter.objects.filter(decision=decision).update(outcome=turned)
        Decision.objects.filter(pk=decision.pk).update(outcome=turned, reason="Snowdrop")


def other_drafts(world):
    """Let an idea that was not sent say something else, and let the same person write a second one."""
    Idea.objects.filter(pk=world.unsent.pk).update(title="Tulip", demand="Tulip")
    make_idea(edition=world.edition, submitter=world.makers[0], state=IdeaState.DRAFT, title="Tulip")


def other_sealed_words(world):
    """Let an idea of a sealed call say something else, under another theme."""
    theme = world.edition.themes.last()
    Idea.objects.filter(pk=world.late.pk).update(title="Verbena", demand="Verbena", theme=theme)


def one_more_sealed(world):
    """Let one more idea be sent in a sealed call."""
    make_idea(edition=world.edition, submitter=world.makers[2], title="Wisteria")
    keep_edition_findable(world.edition, at=MOMENT)


def other_words_blacked_out(world):
    """Let the makers have written something else where a manager made a copy, and others have said something else."""
    for redaction in Redaction.objects.all():
        Redaction.objects.filter(pk=redaction.pk).update(original=redaction.original | {"answer-tried": "Cowslip"})
    Comment.objects.filter(held_back=True).update(words="Foxglove")
    AskBack.objects.filter(held_back=True).update(question="Lavender", answer="Lavender")


def other_notes(world):
    """Let managers have written down something else, and somebody else have complained."""
    type(world.manager_note).objects.filter(pk=world.manager_note.pk).update(words="Yarrow")
    type(world.complaint).objects.filter(pk=world.complaint.pk).update(words="Yarrow", by=world.joiners[1])


def other_votes(world):
    """Let the box hold other votes, of other jurors; as many."""
    first, second, _third = world.voters
    Voter.objects.filter(pk__in=[first.pk]).update(has_voted=False)
    Voter.objects.filter(pk=second.pk).update(has_voted=True)
    for place, row in enumerate(world.hall.tallies.order_by("pk"), start=1):
        type(row).objects.filter(pk=row.pk).update(count=place)
    for pair, count in zip(world.tally, (0, 2), strict=True):
        PairTally.objects.filter(pk=pair.pk).update(count=count)


def other_cards(world):
    """Let the cards of the other jurors say something else."""
    for card in world.cards:
        CardScore.objects.filter(card=card).update(value=2)
        type(card).objects.filter(pk=card.pk).update(note="Zinnia")


def other_proposals(world):
    """Let who is proposed for one team be proposed for the other, and somebody else be left out."""
    for suggestion, team in zip(world.suggestions, reversed(world.teams), strict=True):
        type(suggestion).objects.filter(pk=suggestion.pk).update(team=team)
    type(world.left_out).objects.filter(pk=world.left_out.pk).update(person=world.readers[1], reason="Scabiosa")


FACTS = [
    Fact("makers", (SEALED,), NOBODY, other_makers),
    Fact("who made which idea", (CALL, SCREENING), MANAGERS, swapped_makers),
    Fact("who made an idea at all", (CALL, SCREENING), STEERING, other_makers),
    Fact("who gives energy to which idea", (SEALED, CALL), MANAGERS, swapped_energy),
    Fact("how much energy there is", (SEALED, CALL), STEERING, more_energy),
    Fact("words of a sealed idea", (SEALED,), NOBODY, other_sealed_words, ("Chrysanthemum", "Verbena")),
    Fact("a sealed idea exists", (SEALED,), MANAGERS, one_more_sealed, ("Wisteria",)),
    Fact("drafts", (SEALED, CALL, SCREENING), NOBODY, other_drafts, ("Begonia", "Tulip")),
    Fact("readers", (SCREENING, PITCHING, CLOSED), MANAGERS, other_readers),
    Fact("scores", (SCREENING, PITCHING, CLOSED), MANAGERS, other_scores,
         ("Amaryllis", "Belladonna", "Narcissus", "Forsythia", "Oleander", "Snapdragon", "Tansy"),
         # When the ballot has closed the jury compares sets by their value, which all scores make together.
         told_at={("juror", CLOSED): "jury:what_if"}),
    Fact("jottings of readers", (SCREENING, PITCHING, CLOSED), NOBODY, other_jottings,
         ("Delphinium", "Petunia", "Edelweiss", "Ranunculus")),
    Fact("the shortlist to come", (SCREENING,), MANAGERS, other_decisions, ("Gardenia", "Heliotrope", "Snowdrop")),
    Fact("the verdict to come", (PITCHING,), MANAGERS, other_decisions, ("Lobelia", "Magnolia", "Snowdrop")),
    Fact("what is blacked out", (SCREENING,), MANAGERS, other_words_blacked_out, ("Primrose", "Cowslip")),
    Fact("what is held back", (CALL, SCREENING), MANAGERS, other_words_blacked_out,
         ("Wallflower", "Foxglove", "Bluebell", "Lavender")),
    Fact("notes of managers", (CALL, SCREENING, PITCHING), MANAGERS, other_notes,
         ("Hyacinth", "Gladiolus", "Yarrow")),
    Fact("who is proposed for a team", (PITCHING,), MANAGERS, other_proposals, ("Rudbeckia", "Scabiosa")),
    Fact("votes", (PITCHING,), NOBODY, other_votes),
    Fact("cards", (PITCHING,), NOBODY, other_cards, ("Impatiens", "Jasmine", "Zinnia")),
]  # fmt: skip


def hidden_from(role, stage):
    """Return every fact that this role may not know in a stage."""
    return [fact for fact in FACTS if fact.hidden_from(role, stage)]
