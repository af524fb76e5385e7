"""The shortlist with teams: for each idea where it stands, and whether a team is possible."""

from collections import defaultdict
from dataclasses import dataclass

from datamatch.canvas.models import RoleNeed
from datamatch.editions.models import Edition
from datamatch.ideas.models import Idea
from datamatch.screening.models import Standing
from datamatch.screening.queries import latest_calibration, shortlisted_ideas, standings_of
from datamatch.teams.models import Team
from datamatch.teams.queries.bench import bench_of
from datamatch.teams.queries.gaps import Gap, Sheet, Staffability, sheets_of


@dataclass(frozen=True)
class Line:
    """One idea of the shortlist: its place in the ranking, and its draft team with what it lacks."""

    idea: Idea
    standing: Standing | None
    sheet: Sheet | None
    staffability: Staffability

    @property
    def said_yes(self) -> int:
        """Return how many members said yes."""
        return sum(not member.is_waiting for member in self.sheet.members) if self.sheet else 0


def shortlist_of(edition: Edition) -> list[Line]:
    """Return the ideas of the shortlist, the best place first; ideas without a place follow, by number."""
    ideas = list(shortlisted_ideas(edition))
    calibration = latest_calibration(edition)
    standings = {one.idea_id: one for one in standings_of(calibration)} if calibration else {}
    teams = list(Team.objects.filter(idea__in=ideas).select_related("idea__edition"))
    sheets = {sheet.team.idea_id: sheet for sheet in sheets_of(teams, bench=bench_of(edition))}
    musts: dict[int, list[Gap]] = defaultdict(list)
    for need in RoleNeed.objects.filter(canvas__idea__in=ideas, must=True).select_related("canvas"):
        musts[need.canvas.idea_id].append(Gap(need.role, need.hours_per_week, need.must))
    lines = []
    for idea in ideas:
        sheet = sheets.get(idea.pk)
        staffability = sheet.staffability if sheet else Staffability(False, musts[idea.pk])
        lines.append(Line(idea, standings.get(idea.pk), sheet, staffability))
    return sorted(lines, key=lambda line: (line.standing is None, line.standing.place if line.standing else 0))
