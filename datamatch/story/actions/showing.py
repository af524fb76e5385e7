"""The DataDag, the cases, and a case taken up in the next call."""

from django.utils.translation import gettext as _

from datamatch.cases import actions as cases
from datamatch.cases.models import Case
from datamatch.control.actions import move_stage
from datamatch.datadag import actions as datadag
from datamatch.projects.models import Project
from datamatch.story.actions.content import courses_for
from datamatch.story.actions.delivering import lead_of_project
from datamatch.story.actions.journey import Journey

CAPACITY = 120
VISITORS = 60


def show(journey: Journey) -> None:
    """Hold the DataDag, publish the cases and close the edition."""
    edition, by = journey.edition, journey.manager
    day = datadag.plan_datadag(
        edition=edition, held_on=journey.plan.datadag_on, place="Den Haag", capacity=CAPACITY, by=by,
        at=journey.clock.tick(),
    )  # fmt: skip
    datadag.publish_programme(datadag=day, by=by, at=journey.clock.tick())
    for email in journey.world.pick(VISITORS, sorted(journey.people), "visitors"):
        datadag.register(datadag=day, by=journey.people[email], at=journey.clock.tick())
    publish_cases(journey)
    journey.clock.go_to(journey.plan.datadag_on, hour=12)
    for registration in day.registrations.order_by("pk"):
        if journey.world.chance(0.85, "comes", registration.person.email):
            datadag.check_in(registration=registration, by=by, at=journey.clock.tick())
    journey.clock.go_to(journey.plan.datadag_on, hour=18)
    move_stage(edition=edition, by=by, at=journey.clock.tick())
    journey.tell(_("DataDag held, edition closed"))


def publish_cases(journey: Journey) -> None:
    """Make a case of every project, also of what did not work."""
    finished = {journey.row_of(project.idea): project for project in projects_of(journey)}
    courses = courses_for(sorted(finished), journey.courses)
    for row, project in sorted(finished.items()):
        course, lead = courses[row], lead_of_project(journey, project)
        case = cases.make_case(
            project=project, by=lead, at=journey.clock.tick(), title=project.idea.title,
            summary=first_sentences(course["result"], 350), lessons=course["lessons"], reach=course["reach"],
            datasets=course["datasets"],
        )  # fmt: skip
        cases.publish_case(case=case, by=journey.manager, at=journey.clock.tick())
    journey.tell(_("%(count)s cases published") % {"count": len(finished)})


def projects_of(journey: Journey) -> list[Project]:
    """Return the projects of the edition."""
    return list(Project.objects.filter(idea__edition=journey.edition).select_related("idea").order_by("pk"))


def first_sentences(text: str, most: int) -> str:
    """Return as many whole sentences as fit in so many characters; the first words where not even one fits."""
    kept = ""
    for sentence in text.replace(". ", ".\n").splitlines():
        if len(kept) + len(sentence) + 1 > most:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or text[: most - 1] + "…"


def useful_case(journey: Journey) -> Case:
    """Return the case that a next team takes up: the first that worked, else the first."""
    published = Case.objects.filter(project__idea__edition=journey.edition, published_at__isnull=False)
    return published.exclude(ending="did_not_work").order_by("pk").first() or published.order_by("pk").get()
