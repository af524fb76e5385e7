"""The ways through the house, drawn on every page from where the reader stands."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Edition
from datamatch.editions.queries import duties_of, is_manager
from datamatch.front.queries.doors import Doors, doors_of
from datamatch.front.queries.stages import edition_now
from datamatch.people.models import Person

Link = dict[str, Any]

# Pages that stand inside another one: its link shows where the reader is.
INSIDE = {
    "control:control_room": (
        "control:move", "editions:plan", "editions:appointments", "editions:criteria", "editions:change_criterion",
    ),
    "ideas:ideas": ("ideas:start",),
    "ideas:desk": ("ideas:bring", "ideas:look", "ideas:bulk"),
    "ideas:complaints": ("ideas:moderate", "ideas:waiting"),
    "ideas:idea": (
        "ideas:again", "ideas:write", "ideas:change", "ideas:send", "ideas:sent", "ideas:withdraw", "ideas:complain",
        "ideas:object",
    ),
    "screening:reviews": (
        "screening:review", "screening:step_back", "screening:ending", "screening:offline", "screening:look_offline",
        "screening:comparing",
    ),
    "screening:sharing": ("screening:limit", "screening:share_idea"),
    "screening:decisions": ("screening:decide", "screening:minutes", "screening:name_deputy"),
    "teams:team": ("teams:leave_out", "teams:seat", "teams:term"),
    "canvas:canvas": ("canvas:fill",),
    "safeguards:gate": ("safeguards:gate", "safeguards:settle", "safeguards:appoint"),
}  # fmt: skip


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return the links of every page: main, account and footer, and those of this edition and idea."""
    footer = [
        link(request, _("Accessibility"), "front:accessibility"),
        link(request, _("Privacy"), "front:privacy"),
    ]
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {"footer_nav": footer}
    return {"footer_nav": footer, "account_nav": account_links(request)} | place_links(request, person)


def place_links(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return the main links, and those of the edition and idea this page named."""
    here: Edition | None = getattr(request, "edition", None)
    idea = getattr(request, "idea", None)
    edition = here or edition_now(person)
    return {
        "main_nav": list(main_links(request, edition)),
        "edition_nav": list(edition_links(request, here, person)) if here else [],
        "edition_here": here,
        "idea_nav": list(idea_links(request, doors_of(idea, to=person))) if idea else [],
        "idea_here": idea,
    }


def link(request: HttpRequest, label: str, name: str, *given: object, icon: str = "") -> Link:
    """Return one link, marked "page" when the reader is on it and "true" when they are on a page inside it."""
    url = reverse(name, args=given)
    here = request.resolver_match.view_name if request.resolver_match else ""
    current = "page" if request.path == url else "true" if here in INSIDE.get(name, ()) else ""
    return {"label": label, "url": url, "icon": icon, "current": current}


def main_links(request: HttpRequest, edition: Edition | None) -> Iterator[Link]:
    """Yield the links that are the same everywhere."""
    if edition:
        yield link(request, _("Edition"), "front:edition", edition.slug)
        yield link(request, _("Ideas"), "ideas:ideas", edition.slug)
    yield link(request, _("Cases"), "cases:cases")
    yield link(request, _("People"), "people:people")
    yield link(request, _("My page"), "front:my_page")


def account_links(request: HttpRequest) -> list[Link]:
    """Return the links behind the reader's own name."""
    links = [
        link(request, _("My page"), "front:my_page", icon="user"),
        link(request, _("My profile"), "people:profile", icon="pencil"),
        link(request, _("Account and security"), "people:account", icon="shield-check"),
        link(request, _("All editions"), "editions:editions", icon="calendar"),
    ]
    if getattr(request.user, "is_staff", False):
        links.append(link(request, _("Who may register"), "people:admission", icon="user-plus"))
        links.append(link(request, _("Units"), "people:units", icon="folder-open"))
    return links


def edition_links(request: HttpRequest, edition: Edition, person: Person) -> Iterator[Link]:
    """Yield the rooms of this edition that are open to this person now."""
    duties, manages = duties_of(person, edition), is_manager(person, edition)
    yield link(request, _("Overview"), "front:edition", edition.slug)
    yield link(request, _("Ideas"), "ideas:ideas", edition.slug)
    if Duty.SCREENER in duties and edition.has_come(Stage.SCREENING):
        yield link(request, _("My reviews"), "screening:reviews", edition.slug)
    if duties & {Duty.SCREENER, Duty.JUROR} and edition.has_come(Stage.SCREENING):
        yield link(request, _("Your ties"), "screening:ties", edition.slug)
    if manages or Duty.DIRECTOR in duties:
        yield link(request, _("Energy map"), "front:energy_map", edition.slug)
    if manages:
        yield from manager_links(request, edition)
    if edition.has_come(Stage.PITCHING):
        yield link(request, _("Pitch day"), "jury:pitch_day", edition.slug)
    if edition.has_come(Stage.DELIVERY):
        yield link(request, _("Projects"), "projects:projects", edition.slug)
        yield link(request, _("DataDag"), "datadag:datadag", edition.slug)


def manager_links(request: HttpRequest, edition: Edition) -> Iterator[Link]:
    """Yield the rooms in which a programme manager works."""
    yield link(request, _("Control room"), "control:control_room", edition.slug)
    yield link(request, _("Desk"), "ideas:desk", edition.slug)
    yield link(request, _("Reported"), "ideas:complaints", edition.slug)
    yield link(request, _("Ground rules"), "screening:ground_rules", edition.slug)
    if edition.has_come(Stage.SCREENING):
        yield link(request, _("Who reads what"), "screening:sharing", edition.slug)
        yield link(request, _("Ranking"), "screening:ranking", edition.slug)
        yield link(request, _("Decisions"), "screening:decisions", edition.slug)
        yield link(request, _("Letters"), "post:letters", edition.slug)
    if edition.has_come(Stage.MATCHING):
        yield link(request, _("Shortlist"), "teams:shortlist", edition.slug)
        yield link(request, _("Teams"), "teams:teams", edition.slug)


def idea_links(request: HttpRequest, doors: Doors) -> Iterator[Link]:
    """Yield the pages about one idea that exist by now."""
    yield link(request, _("Idea"), "ideas:idea", doors.idea_id)
    if doors.canvas:
        yield link(request, _("Canvas"), "canvas:canvas", doors.idea_id)
    if doors.team_id:
        yield link(request, _("Team"), "teams:team", doors.team_id)
    if doors.pitch_id:
        yield link(request, _("Pitch"), "jury:pitch", doors.pitch_id)
    if doors.gate:
        yield link(request, _("Gate"), "safeguards:gate", doors.idea_id, "start")
    if doors.project_id:
        yield link(request, _("Project"), "projects:project", doors.project_id)
    if doors.case_slug:
        yield link(request, _("Case"), "cases:case", doors.case_slug)
    yield link(request, _("Trace"), "front:trace", doors.idea_id)
