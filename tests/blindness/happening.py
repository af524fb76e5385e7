"""What happens in a stage that sends mail: deeds of others, and all that the clock does by itself."""

from datetime import timedelta

from datamatch.foundation.jobs.chores import do_due
from datamatch.ideas.actions import comment_on
from datamatch.ideas.models import Idea
from datamatch.screening.actions import answer_ask_back
from datamatch.screening.models import AskBack
from tests.factories.moments import MOMENT

SOON, TOMORROW = MOMENT + timedelta(hours=1), MOMENT + timedelta(days=1)


def happen_in(stage):
    """Return what happens in a stage."""
    return lambda world: [happen(world) for happen in HAPPENS.get(stage, ())] + [do_due(at=TOMORROW)]


def talk(world):
    """Let the authors speak to who follows, mention somebody, and answer an energy."""
    for idea in Idea.objects.filter(pk__in=[one.pk for one in world.twins]):
        mentioned = [world.people["member"], world.people["screener"]]
        comment_on(idea=idea, by=idea.submitter, at=SOON, words="Look at the map.", mentioned=mentioned)


def answer(world):
    """Let the makers answer what the screener asked."""
    asked = AskBack.objects.get(pk=world.own_question.pk)
    answer_ask_back(asked=asked, answer="On sand.", by=asked.idea.submitter, at=SOON)


HAPPENS = {"call": (talk,), "screening": (talk, answer)}
