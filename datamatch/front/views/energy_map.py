"""The energy map: where the energy of an edition is, for those who steer it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from datamatch.editions.enums import Stage
from datamatch.editions.queries import editions_shown, is_manager
from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.front import rules
from datamatch.front.enums import Measure
from datamatch.front.queries import energy_grid as drawn
from datamatch.front.queries import energy_map as counted
from datamatch.front.queries.missing_roles import aspect_name, idea_lines, ideas_by_need
from datamatch.people.enums import minimum_team
from datamatch.people.models import SignedIn

PER_PAGE = 15


def energy_map(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show by unit, week and role what people bring, and which ideas still miss whom."""
    edition = get_object_or_404(editions_shown(to=request.user), slug=edition_slug)
    refuse_if(rules.why_not_see_energy_map(edition=edition, by=request.user))
    stand(request, edition=edition)
    asked = request.GET.get("show", "")
    measure = asked if asked in Measure.values else Measure.PEOPLE
    figures = drawn.Figures(exact=is_manager(request.user, edition) or edition.has_come(Stage.MATCHING))
    lines = figures.in_order(counted.unit_lines(edition))
    found = Paginator(ideas_by_need(edition), PER_PAGE).get_page(request.GET.get("page"))
    page = {
        "edition": edition,
        "totals": counted.totals_of(edition),
        "measure": Measure(measure),
        "measures": [{"value": one.value, "label": one.label, "chosen": one == measure} for one in Measure],
        "grid": drawn.grid_of(edition, measure=measure, lines=lines, figures=figures),
        "roles": drawn.role_rows(counted.role_lines(edition), figures),
        "missing": drawn.missing_rows(edition),
        "aspects": [aspect_name(aspect) for aspect in minimum_team()],
        "page": found,
        "ideas": idea_lines(list(found.object_list)),
        "query": f"show={measure}",
        "columns": drawn.unit_columns(),
        "units": drawn.unit_rows(lines, figures),
        "exact": figures.exact,
    }
    return render(request, "front/energy_map.html", page)
