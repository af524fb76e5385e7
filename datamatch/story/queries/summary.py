"""What a replay prints at its end, read from its trace."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.people.enums import discipline_name
from datamatch.projects.enums import Ending
from datamatch.safeguards.enums import Verdict
from datamatch.story.queries.names import Told


def summary_of(trace: Told) -> Iterator[str]:
    """Yield the lines of the summary: the funnel, the shortlist, the teams, the letters, the gates, the cases."""
    yield from funnel(trace)
    yield from shortlist(trace)
    yield from teams(trace)
    yield from counts(trace)
    yield from cases(trace)
    yield from honest_words(trace)


def funnel(trace: Told) -> Iterator[str]:
    """Yield how many ideas came how far."""
    told = _("%(ideas)s ideas, %(pitches)s pitches, %(projects)s projects, %(weeks)s weeks, DataDag, %(cases)s cases")
    yield ""
    yield told % {
        "ideas": len(trace["ideas"]),
        "pitches": len(trace["pitches"]),
        "projects": len(trace["projects"]),
        "weeks": trace["edition"]["plan"]["delivery_weeks"],
        "cases": len(trace["cases"]),
    }


def shortlist(trace: Told) -> Iterator[str]:
    """Yield the shortlisted ideas, each with its chance to belong there."""
    titles = {idea["id"]: idea["title"] for idea in trace["ideas"]}
    chances = {one["idea"]: one["chance"] for one in trace["ranking"]["ideas"]}
    chosen = set(trace["ballots"]["chosen"])
    yield ""
    yield _("The shortlist, with the chance that an idea truly belongs to it (* = chosen by the jury):")
    pitched = [pitch["idea"] for pitch in trace["pitches"]]
    for idea in sorted(pitched, key=lambda idea: (-chances.get(idea, 0), idea)):
        yield f"  {'*' if idea in chosen else ' '} {idea}  {chances.get(idea, 0):4.0%}  {titles[idea]}"


def teams(trace: Told) -> Iterator[str]:
    """Yield the teams of the chosen ideas with the roles they cover, and what they lack."""
    titles = {idea["id"]: idea["title"] for idea in trace["ideas"]}
    yield ""
    yield _("The teams:")
    for team in trace["teams"]:
        if team["idea"] in trace["ballots"]["chosen"]:
            members = [member for member in team["members"] if member["answer"] == "accepted"]
            hours = sum(member["hours_per_week"] for member in members)
            roles = ", ".join(discipline_name(role) for role in dict.fromkeys(m["role"] for m in members))
            words = _("%(people)s people, %(hours)s hours a week: %(roles)s")
            yield f"    {team['idea']}  {titles[team['idea']]}"
            yield "          " + words % {"people": len(members), "hours": hours, "roles": roles}
            yield "          " + lacking(team)


def lacking(team: Told) -> str:
    """Return which musts a team lacks, in words."""
    gaps = [discipline_name(gap["role"]) for gap in team["gaps"] if gap["must"]]
    if not gaps:
        return _("every role that must be there is covered")
    return _("lacks: %(roles)s") % {"roles": ", ".join(gaps)}


def counts(trace: Told) -> Iterator[str]:
    """Yield letters out of ideas, and gates passed."""
    answered = {one["idea"] for one in trace["decisions"] if one["round"] == "shortlist" and one["letters"]}
    letters = sum(one["letters"] for one in trace["decisions"])
    verdicts = Counter(gate["verdict"] for gate in trace["gates"])
    passed = verdicts[Verdict.GO] + verdicts[Verdict.GO_IF]
    yield ""
    yield _("Letters: %(answered)s of %(ideas)s ideas answered, %(letters)s letters sent") % {
        "answered": len(answered), "ideas": len(trace["ideas"]), "letters": letters,
    }  # fmt: skip
    yield _("Gates: %(passed)s of %(all)s safeguards passed, %(conditions)s of them on a condition that was met") % {
        "passed": passed, "all": sum(verdicts.values()), "conditions": verdicts[Verdict.GO_IF],
    }  # fmt: skip


def cases(trace: Told) -> Iterator[str]:
    """Yield the cases with how they ended, and what was reused."""
    yield ""
    yield _("Cases:")
    for case in trace["cases"]:
        yield f"    {case['idea']}  {case['title']}"
        because = f": {case['because']}" if case["because"] else ""
        yield f"          {Ending(case['ending']).label}{because}"
    reused = [reuse["idea"] for case in trace["cases"] for reuse in case["reused_in"]]
    if reused:
        words = ngettext("Reused in the next call: %(ideas)s", "Reused in the next call: %(ideas)s", len(reused))
        yield words % {"ideas": ", ".join(reused)}


def honest_words(trace: Told) -> Iterator[str]:
    """Yield what was simulated and what could not be done."""
    shown = {
        "answers": _("answers about data, law and ethics"),
        "energy": _("energy"), "reviews": _("reviews"), "ballots": _("ballots"), "projects": _("the three months"),
        "manager": _("the manager"), "screener": _("the screeners"), "juror": _("the jurors"),
    }  # fmt: skip
    names = ", ".join(shown[name] for name in trace["simulated"])
    yield ""
    yield _("Drawn from seed %(seed)s, because it is not in the files: %(names)s") % {
        "seed": trace["seed"], "names": names,
    }  # fmt: skip
    for note in trace["notes"]:
        yield f"  ! {note}"
