"""In the demo world some people write their idea together, add a file, and change a word."""

from collections.abc import Sequence

from django.core.files.base import ContentFile

from datamatch.foundation.files import fit
from datamatch.ideas.actions import accept_invitation, attach_file, change_idea, invite_coauthor, propose_merge
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import words_now
from datamatch.ideas.rules import why_not_be_invited
from datamatch.people.models import Person
from datamatch.story.actions.journey import Journey


def write_together(journey: Journey) -> None:
    """Give the first idea a co-author and an open invitation, and every fifth one a co-author."""
    ideas = list(Idea.objects.filter(edition=journey.edition).order_by("number").select_related("submitter"))
    for idea in ideas[::5]:
        ask(journey, idea, says_yes=True)
    ask(journey, ideas[0], says_yes=False)
    explain(journey, ideas[0])
    merge_two(ideas[2:4], journey)


def explain(journey: Journey, idea: Idea) -> None:
    """Add a small table to an idea, and say in its words that it is there."""
    nl = idea.language == "nl"
    words = "jaar;aantal\n2023;41\n2024;57\n2025;66\n" if nl else "year;number\n2023;41\n2024;57\n2025;66\n"
    upload = ContentFile(words.encode(), name="telling.csv" if nl else "count.csv")
    about = "Telling van de laatste drie jaar" if nl else "Count of the last three years"
    by, told = idea.submitter, " De telling staat erbij." if nl else " The count is attached."
    attach_file(idea=idea, file=fit(upload), about=about, by=by, at=journey.clock.tick())
    change_idea(idea=idea, by=by, at=journey.clock.tick(), data=(idea.data + told)[:2000].strip())


def merge_two(ideas: Sequence[Idea], journey: Journey) -> None:
    """Let the submitter of one idea propose to merge it with another, which waits for an answer."""
    words = {**words_now(ideas[0]), "data": ideas[1].data}
    propose_merge(ideas=ideas, words=words, by=ideas[0].submitter, at=journey.clock.tick())


def ask(journey: Journey, idea: Idea, *, says_yes: bool) -> None:
    """Ask somebody to write an idea along, who says yes or waits."""
    drawn = journey.world.pick(len(journey.people), sorted(journey.people), "coauthor", idea.number, says_yes)
    person = next(journey.people[email] for email in drawn if free(idea, journey.people[email]))
    asked = invite_coauthor(idea=idea, person=person, by=idea.submitter, at=journey.clock.tick())
    if says_yes:
        accept_invitation(coauthor=asked, by=person, at=journey.clock.tick())


def free(idea: Idea, person: Person) -> bool:
    """Tell whether this person can be asked: no administrator, no author, and not asked before."""
    return not person.is_staff and why_not_be_invited(idea=idea, person=person) is None
