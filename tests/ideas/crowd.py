"""One process of a crowd: threads that press buttons at once, on the database that the environment names.

Prints what went wrong, as JSON; a deed that was refused with a reason is none of that.
"""

import json
import sys
from functools import partial

import django


def main(plan):
    """Do the deeds of a plan: a list of rounds, each a list of deeds that begin together."""
    django.setup()
    from datamatch.foundation.refusal import Refused
    from tests.factories.together import problems

    wrong, done = [], []
    for deeds in plan:
        for deed, problem in zip(deeds, problems(*(partial(press, **deed) for deed in deeds)), strict=True):
            if problem is None:
                done.append(deed)
            elif not isinstance(problem, Refused):
                wrong.append(repr(problem))
    return {"wrong": wrong, "done": done}


def press(*, button, by, of):
    """Press one button, with rows read as a request reads them."""
    from datamatch.editions import actions as editions
    from datamatch.editions.models import AccessCode
    from datamatch.ideas import actions
    from datamatch.ideas.models import Idea
    from datamatch.people.models import Person
    from tests.factories.moments import MOMENT

    person = Person.objects.get(pk=by)
    if button == "enter":
        editions.enter_with_code(code=AccessCode.objects.get(pk=of), by=person, at=MOMENT)
        return
    idea = Idea.objects.get(pk=of)
    if button == "invite":
        actions.invite_coauthor(idea=idea, person=person, by=idea.submitter, at=MOMENT)
    elif button == "join":
        actions.give_energy(idea=idea, by=person, at=MOMENT, kind="join", role="jurist", hours_per_week=4)
    else:
        actions.give_energy(idea=idea, by=person, at=MOMENT, kind="support")


if __name__ == "__main__":
    print(json.dumps(main(json.load(sys.stdin))))
