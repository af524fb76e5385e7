"""Deeds from delivery to the closed edition: projects, gates, DataDag, cases."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.cases.models import Case
from datamatch.control.queries.deeds.deed import Deed
from datamatch.datadag.enums import RegistrationState
from datamatch.datadag.queries import datadag_of
from datamatch.editions.models import Edition
from datamatch.projects.enums import ProjectState
from datamatch.projects.models import Project, Report
from datamatch.projects.queries import projects_in
from datamatch.safeguards.enums import Moment, Verdict
from datamatch.safeguards.models import Safeguard
from datamatch.screening.queries import chosen_ideas


def in_delivery(edition: Edition) -> list[Deed]:
    """Return what is done in the three months."""
    projects = Project.objects.filter(idea__edition=edition)
    chosen, started = chosen_ideas(edition).count(), projects.count()
    safeguards = Safeguard.objects.filter(gate__idea__edition=edition, gate__moment=Moment.START)
    reports = Report.objects.filter(project__idea__edition=edition).count()
    told = ngettext("%(count)s report so far.", "%(count)s reports so far.", reports) % {"count": reports}
    url = reverse("projects:projects", args=[edition.slug])
    settled = safeguards.exclude(verdict=Verdict.OPEN).count()
    finished = projects.filter(state=ProjectState.FINISHED).count()
    begun = projects.exclude(state=ProjectState.STARTING).count()
    return [
        Deed(_("Start the projects"), _("One for each idea that the jury chose."), url, started, chosen),
        Deed(
            _("Settle the safeguards"),
            _("Legal, technical and ethical, before the work begins."),
            url,
            settled,
            safeguards.count(),
        ),
        Deed(_("Let the work begin"), _("A project begins when its gate lets it."), url, begun, started),
        Deed(_("Finish the projects"), told, url, finished, started),
    ]


def in_showcase(edition: Edition) -> list[Deed]:
    """Return what is done for the DataDag, and for the cases that remain."""
    datadag, slug = datadag_of(edition), edition.slug
    coming = datadag.registrations.filter(state=RegistrationState.SEATED).count() if datadag else 0
    told = ngettext("%(count)s person has a seat.", "%(count)s people have a seat.", coming) % {"count": coming}
    plan = reverse("datadag:plan", args=[slug])
    published = int(bool(datadag and datadag.published_at))
    deeds = [
        Deed(_("Plan the DataDag"), _("Day, place, and every project on stage."), plan, int(datadag is not None), 1),
        Deed(_("Publish the programme"), _("From then on people can register."), plan, published, 1),
    ]
    if datadag:
        deeds.append(Deed(_("See who comes"), told, reverse("datadag:registrations", args=[slug])))
    return [*deeds, *cases_of(edition)]


def cases_of(edition: Edition) -> list[Deed]:
    """Return for each project the deed of making a case of it, also when it did not work."""
    cases = Case.objects.filter(project__idea__edition=edition, published_at__isnull=False)
    published = set(cases.values_list("project", flat=True))
    return [
        Deed(
            _("Make a case of %(project)s") % {"project": project},
            _("What did it teach? Also what did not work."),
            reverse("cases:make", args=[project.public_id]),
            int(project.pk in published),
            1,
        )
        for project in projects_in(edition)
    ]


def in_closed(edition: Edition) -> list[Deed]:
    """Return what is left when an edition is closed: read it back, and begin again."""
    return [
        Deed(_("Read the cases"), _("What worked, what did not, and who used it again."), reverse("cases:cases")),
        Deed(_("Prepare the next edition"), _("The cases feed the next call."), reverse("editions:prepare")),
    ]
