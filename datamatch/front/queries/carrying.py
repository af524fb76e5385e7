"""The second part of a trace: from the gates to the reuse of what came of an idea."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.cases.models import Case, Reuse
from datamatch.datadag.models import Session
from datamatch.front.queries.moments import Moment
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.projects.enums import ProjectState
from datamatch.projects.models import Project
from datamatch.safeguards.models import Safeguard


def gate(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield each safeguard that was settled."""
    settled = Safeguard.objects.filter(gate__idea=idea, decided_at__isnull=False).select_related("gate")
    for safeguard in settled.order_by("decided_at", "pk"):
        yield Moment(
            at=safeguard.decided_at or safeguard.gate.opened_at,
            title=f"{safeguard.get_aspect_display()}: {safeguard.get_verdict_display().lower()}",
            text=safeguard.condition,
            url=reverse("safeguards:gate", args=[idea.public_id, safeguard.gate.moment]),
            icon="shield-check",
            state="stopped" if safeguard.verdict == "no_go" else "done",
        )


def work(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the three months: their start, their reports, their ending."""
    project = Project.objects.filter(idea=idea).prefetch_related("reports").first()
    if project is None:
        return
    url = reverse("projects:project", args=[project.public_id])
    waits = project.state == ProjectState.STARTING
    yield Moment(
        at=project.starts_on,
        title=_("The three months will begin") if waits else _("The three months began"),
        url=url,
        icon="sprout",
        state="next" if waits else "done",
    )
    reports = list(project.reports.all())
    if reports:
        yield Moment(
            at=reports[-1].given_at,
            title=ngettext("%(count)s report was given", "%(count)s reports were given", len(reports))
            % {"count": len(reports)},
            text=reports[-1].done,
            url=url,
            icon="file-text",
        )
    if project.finished_at:
        yield Moment(
            at=project.finished_at,
            title=project.get_ending_display(),
            text=project.because or project.result,
            url=url,
            icon="flag",
        )


def showcase(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the showing at the DataDag."""
    session = Session.objects.filter(project__idea=idea).select_related("datadag__edition").first()
    if session and session.datadag.published_at:
        yield Moment(
            at=session.starts_at,
            title=_("On stage at the DataDag"),
            url=reverse("datadag:datadag", args=[idea.edition.slug]),
            icon="calendar",
        )


def case(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield the case it became."""
    made = Case.objects.filter(project__idea=idea, published_at__isnull=False).first()
    if made:
        yield Moment(
            at=made.published_at or made.made_at,
            title=_("It became a case"),
            url=reverse("cases:case", args=[made.slug]),
            icon="book-open",
        )


def reuse(idea: Idea, by: Person) -> Iterator[Moment]:
    """Yield every new idea that took its case up, when that idea may be read."""
    taken_up = Reuse.objects.filter(case__project__idea=idea, idea__state="sent").select_related("idea__edition")
    for one in taken_up:
        yield Moment(
            at=one.at,
            title=_("It was reused in “%(idea)s”") % {"idea": one.idea.title},
            text=one.what,
            who=one.idea.edition.name,
            url=reverse("ideas:idea", args=[one.idea.public_id]),
            icon="repeat",
        )
