"""In the demo world some people write their idea together."""

from datamatch.ideas.actions import accept_invitation, invite_coauthor
from datamatch.ideas.models import Idea
from datamatch.ideas.rules import why_not_be_invited
from datamatch.people.models import Person
from datamatch.story.actions.journey import Journey


def write_together(journey: Journey) -> None:
    """Give the first idea a co-author and an open invitation, and every fifth one a co-author."""
    ideas = list(Idea.objects.filter(edition=journey.edition).order_by("number").select_related("submitter"))
    for idea in ideas[::5]:
        ask(journey, idea, says_yes=True)
    ask(journey, ideas[0], says_yes=False)


def ask(journey: Journey, idea: Idea, *, says_yes: bool) -> None:
    """Ask somebody to write an idea along, who says yes or waits."""
    emails = sorted(email for email, person in journey.people.items() if free(idea, person))
    person = journey.people[journey.world.pick(1, emails, "coauthor", idea.number, says_yes)[0]]
    asked = invite_coauthor(idea=idea, person=person, by=idea.submitter, at=journey.clock.tick())
    if says_yes:
        accept_invitation(coauthor=asked, by=person, at=journey.clock.tick())


def free(idea: Idea, person: Person) -> bool:
    """Tell whether this person can be asked: no administrator, no author, and not asked before."""
    return not person.is_staff and why_not_be_invited(idea=idea, person=person) is None
