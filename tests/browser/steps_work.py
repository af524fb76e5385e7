"""Delivery, DataDag and cases: gates, reports, an ending, a day, a case, and its reuse in the next call."""

import re
from datetime import timedelta

from datamatch.cases.models import Case
from datamatch.projects.models import Project
from datamatch.safeguards.models import Safeguard
from datamatch.teams.models import Member, Team
from tests.browser.walk import fill, fill_one

VERDICTS = ("Go, if", "Go", "Go")


def start_project(walk, manager, owners, edition):
    """Start the project; give every safeguard its owner, who settles it; the last one on a condition that is met."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/projecten/")
    walk.press(page, "Start the projects")
    project = Project.objects.get(idea__edition=edition)
    safeguards = list(Safeguard.objects.filter(gate__idea=project.idea).order_by("pk"))
    for safeguard, verdict in zip(safeguards, VERDICTS, strict=True):
        walk.go(page, f"/waarborgen/{safeguard.public_id}/eigenaar/")
        owner = owners[safeguard.aspect]
        page.get_by_label("Owner").select_option(value=str(owner.public_id))
        walk.press(page, "Appoint")
        settle(walk, walk.page_of(owner), verdict)
    return project


def change_a_team(walk, manager, project):
    """Ask a member for fewer hours, who says yes and stops halfway; look at the way to ask somebody else."""
    page, team = walk.page_of(manager), Team.objects.get(idea=project.idea)
    member = Member.objects.filter(team=team, state="accepted", lead=False).select_related("person").first()
    walk.go(page, f"/teams/{team.public_id}/")
    walk.press(page, f"Change the seat of {member.person.name}")
    fill_one(page, "Time", str(member.hours_per_week - 1))
    walk.press(page, "Ask for this change")
    own = walk.page_of(member.person)
    walk.go(own, "/teams/vragen/")
    walk.press(own, "Yes, change it")
    walk.press(own, "Renew or stop")
    walk.press(own, "Stop on this day")
    walk.go(page, f"/teams/{team.public_id}/")


def settle(walk, page, verdict):
    """Settle the first safeguard in one's own queue."""
    walk.go(page, "/waarborgen/")
    page.get_by_role("main").get_by_role("link").first.click()
    page.get_by_label("What does it rest on?").or_(
        page.get_by_role("link", name="Settle this safeguard")
    ).first.wait_for()
    if page.get_by_role("link", name="Settle this safeguard").count():
        page.get_by_role("link", name="Settle this safeguard").click()
    page.get_by_label("What does it rest on?").wait_for()
    walk.look(page)
    page.get_by_role("radio", name=re.compile(f"^{verdict} The")).check()
    fill_one(page, "What does it rest on?", "The assessment of last month.")
    if verdict == "Go, if":
        fill_one(page, "Which condition?", "Ask the water boards first.")
    walk.press(page, "Keep the verdict")
    if verdict == "Go, if":
        walk.press(page, "The condition is met")


def work(walk, edition, project):
    """The lead begins, reaches a milestone, reports two weeks later, and ends: it did not work, because."""
    lead = Member.objects.get(team__idea=project.idea, lead=True).person
    page = walk.page_of(lead)
    walk.go(page, f"/projecten/{project.public_id}/")
    walk.press(page, "Begin the project")
    page.get_by_text("Add a milestone").click()
    project.refresh_from_db()
    fill_one(page, "What do you want to have reached?", "A first map")
    fill_one(page, "By when?", str(project.starts_on + timedelta(days=7)))
    walk.press(page, "Add")
    walk.press(page, "Reached: A first map")
    Project.objects.update(starts_on=project.starts_on - timedelta(days=15))  # two weeks later
    walk.go(page, f"/projecten/{project.public_id}/")
    walk.press(page, "Give a report")
    fill(page, **{"What is done?": "A first map", "What comes next?": "A second one", "How far are you?": 30})
    walk.press(page, "Send the report")
    walk.press(page, "Finish the project")
    page.get_by_role("radio", name="It did not work, because").check()
    fill_one(page, "What is there now?", "We know that the gauges are too far apart.")
    fill_one(page, "Why did it (partly) not work?", "Half of the brooks has no gauge.")
    walk.press(page, "Finish the project")
    return lead


def hold_datadag(walk, manager, visitor, edition, today):
    """Plan and publish the day; somebody registers and is let in."""
    page = walk.page_of(manager)
    walk.go(page, f"/edities/{edition.slug}/datadag/plan/")
    fill(page, **{"On which day?": str(today + timedelta(days=1)), "Where?": "The old library"})
    walk.press(page, "Plan the day")
    walk.press(page, "Publish the programme")
    guest = walk.page_of(visitor)
    walk.go(guest, f"/edities/{edition.slug}/datadag/")
    walk.press(guest, "Register")
    walk.go(page, f"/edities/{edition.slug}/datadag/deelnemers/")
    walk.press(page, f"Let in: {visitor.name}")


def make_case(walk, lead, project):
    """Make a case of the project and publish it."""
    page = walk.page_of(lead)
    walk.go(page, f"/projecten/{project.public_id}/casus/")
    fill(page, Title="Gauges are too far apart", In_short="Measure first.")
    fill_one(page, "What did you learn?", "Look where the gauges stand before you start.")
    walk.press(page, "Keep the case")
    walk.press(page, "Publish the case")
    return Case.objects.get(project=project)


def reuse(walk, page, case):
    """Use the case in a new idea for the next call, and send it."""
    walk.go(page, f"/casussen/{case.slug}/")
    fill_one(page, "What do you want to use of it?", "The list of gauges.")
    walk.press(page, "Use in a new idea")
    page.get_by_label("River").check()
    walk.press(page, "Look at it and send")
    walk.press(page, "Send the idea")
