"""Cases for tests."""

from itertools import count

from datamatch.cases.actions import keep_findable
from datamatch.cases.models import Case, Reuse
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.projects import make_finished_project

_numbers = count(1)


def make_case(*, project=None, published=True, **given):
    """Make a case of a finished project, published unless told otherwise."""
    project = project or make_finished_project()
    number = next(_numbers)
    words = {
        "slug": f"case-{number}",
        "title": f"Case {number}",
        "summary": "One map for all advisers.",
        "ending": project.ending,
        "because": project.because,
        "demand": project.idea.demand,
        "result": project.result,
        "lessons": "Ask for the data first.",
        "datasets": ["Farm register"],
        "made_by": project.idea.submitter,
        "made_at": MOMENT,
        "published_at": MOMENT if published else None,
    }
    case = Case.objects.create(project=project, **words | given)
    keep_findable(case, at=MOMENT)
    return case


def make_reuse(*, case, idea, **given):
    """Make a reuse of a case in an idea."""
    return Reuse.objects.create(case=case, idea=idea, **{"what": "The map.", "by": make_person(), "at": MOMENT} | given)
