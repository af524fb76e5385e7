"""The demo world: an edition that ran to its end, one in its call, small ones between, and a sign-in per role."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.foundation.origin import coming_from
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.forms.idea_lines import IdeaLine
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.story.actions.agreeing import agree
from datamatch.story.actions.arriving import give_duty
from datamatch.story.actions.beside import Beside, run_beside
from datamatch.story.actions.calling import collect_energy, collect_ideas
from datamatch.story.actions.comparing import compare
from datamatch.story.actions.drafting import begin_drafts
from datamatch.story.actions.helping import ask_around
from datamatch.story.actions.journey import Journey, Plan
from datamatch.story.actions.next_call import link_reuses, open_next
from datamatch.story.actions.replay import run_edition
from datamatch.story.actions.seeking import seek
from datamatch.story.actions.talking import talk
from datamatch.story.actions.together import write_together
from datamatch.story.enums import DEMO_THEMES, EUROS_PER_PROJECT
from datamatch.story.weighing import World

CALL_AGE_DAYS = 14
FIRST_BEFORE_SECOND = timedelta(days=364)
PASSWORD = "datamatch-demo"  # noqa: S105  printed on the screen, for the demo world only


@dataclass(frozen=True)
class SignIn:
    """One way in to the demo world."""

    role: str
    email: str


def plans(today: date) -> tuple[Plan, Plan]:
    """Return the plan of the closed edition, and of the one whose call is open today."""
    opens_on = today - timedelta(days=CALL_AGE_DAYS)
    first = Plan(
        name="DataMatch 1", slug="datamatch-1", number=1, starts_on=opens_on - FIRST_BEFORE_SECOND, themes=DEMO_THEMES,
        euros_per_project=EUROS_PER_PROJECT,
    )  # fmt: skip
    return first, replace(first, name="DataMatch 2", slug="datamatch-2", number=2, starts_on=opens_on)


def is_there() -> bool:
    """Tell whether there is a world already: then nothing is loaded over it."""
    return Edition.objects.exists()


@transaction.atomic
def load(
    first: Journey,
    *,
    plan: Plan,
    ideas: Sequence[IdeaLine],
    world: World,
    reuses: Sequence[int],
    again: Mapping[int, int],
    beside: Sequence[Beside] = (),
) -> Journey:
    """Replay the first edition to its end, the second and those beside it up to today; return that of the second.

    `reuses` holds the rows of ideas that build on a case, `again` the row of the first edition that a row tries again.
    All of it or nothing: who stops it half-way finds an empty database.
    """
    with coming_from("demo"):
        run_edition(first)
        following = open_next(first, plan)
        following.idea_lines, following.world = ideas, world
        following.earlier = {row: Idea.objects.get(pk=first.ideas[before].pk) for row, before in again.items()}
        collect_ideas(following, days=CALL_AGE_DAYS - 1)
        collect_energy(following)
        ask_around(following)
        talk(following)
        link_reuses(first, following, reuses)
        write_together(following)
        seek(following)
        begin_drafts(following)
        agree(following)
        compare(following, [*again, *reuses])
        give_duty(following, director_of(following), Duty.DIRECTOR)
        for one in beside:
            run_beside(first, one)
    return following


def director_of(journey: Journey) -> str:
    """Return who is shown where the energy is: the first policy officer without another duty or an idea."""
    senders = {line.submitter for line in journey.idea_lines}
    free = (line for line in journey.person_lines if not line.role and line.email not in senders)
    return next(line.email for line in free if line.discipline == "beleidsmedewerker")


def sign_ins(journey: Journey) -> list[SignIn]:
    """Give one person per role a password that is printed, and return who they are."""
    sent = Idea.objects.filter(edition=journey.edition, state=IdeaState.SENT)
    idea = sent.order_by("number").select_related("submitter")[0]
    has = {line.role: line.email for line in reversed(journey.person_lines)}
    expert = next(line.email for line in journey.person_lines if line.discipline == "data-scientist" and not line.role)
    found = [
        SignIn(_("Administrator"), journey.administrator.email),
        SignIn(_("Programme manager"), journey.manager.email),
        SignIn(_("Director"), director_of(journey)),
        SignIn(_("Screener"), has["screener"]),
        SignIn(_("Juror"), has["juror"]),
        SignIn(_("Submitter of an idea"), idea.submitter.email),
        SignIn(_("Data scientist"), expert),
    ]
    for one in found:
        person = Person.objects.get(email=one.email)
        person.set_password(PASSWORD)
        person.save(update_fields=["password"])
    return found
