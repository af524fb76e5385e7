"""The edition is prepared, the call opens, ideas come in and get energy."""

import re
from collections.abc import Sequence
from datetime import time, timedelta

from django.utils.text import slugify
from django.utils.translation import gettext as _

from datamatch.control.actions import move_stage
from datamatch.editions.actions import add_theme, open_programme, prepare_edition
from datamatch.editions.enums import Duty
from datamatch.editions.models import Appointment, Programme, Theme
from datamatch.ideas.actions import give_energy, note_earlier, send_idea, start_idea
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.forms.idea_lines import IdeaLine
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.story.actions.answering import answers_to
from datamatch.story.actions.arriving import appoint_everybody
from datamatch.story.actions.content import energy_words
from datamatch.story.actions.journey import CALL_DAYS, Journey, in_words_of

PROGRAMME = {"slug": "dataprogramma", "name": "Dataprogramma"}
INTERESTS = 7
CLOSING_HOUR = time(17)
# What a project may take in a week: six people for half a day.
HOURS_PER_PROJECT = 24
ADVISERS = ("jurist", "privacy-officer", "ethicus", "security-officer", "architect", "inkoopadviseur")


def prepare(journey: Journey) -> None:
    """Prepare the edition with its themes and people, and open the call."""
    plan, by = journey.plan, journey.administrator
    journey.edition = prepare_edition(
        programme=programme_of(journey), slug=plan.slug, name=plan.name, number=plan.number,
        by=by, at=journey.clock.tick(),
        call_opens_on=plan.starts_on, call_closes_on=plan.call_closes_on, call_closes_time=CLOSING_HOUR,
        pitch_on=plan.pitch_on,
        delivery_starts_on=plan.delivery_starts_on, datadag_on=plan.datadag_on, delivery_weeks=plan.weeks,
        reviews_per_idea=plan.reviews, shortlist_size=plan.pitches, chosen_count=plan.projects,
        means_euros=plan.projects * plan.euros_per_project, means_hours=plan.projects * HOURS_PER_PROJECT * plan.weeks,
        seed=journey.world.seed,
    )  # fmt: skip
    for slug, nl, en, question_nl, question_en in journey.plan.themes or themes_in(journey.idea_lines):
        add_theme(
            edition=journey.edition, slug=slug, name_nl=nl, name_en=en, question_nl=question_nl,
            question_en=question_en, by=by, at=journey.clock.tick(),
        )  # fmt: skip
    appoint_everybody(journey)
    move_stage(edition=journey.edition, by=journey.manager, at=journey.clock.tick())


def programme_of(journey: Journey) -> Programme:
    """Return the programme of the edition, opened when it is its first."""
    by = journey.administrator
    words = dict(journey.plan.programme) or {**PROGRAMME, "purpose": _purpose(by)}
    known = Programme.objects.filter(slug=words["slug"]).first()
    return known or open_programme(**words, by=by, at=journey.clock.tick())


def _purpose(by: Person) -> str:
    """Return what the usual programme is for, in the words of who opens it."""
    with in_words_of(by):
        return _(
            "Ideas with data from the whole organisation, tried in three months, with results that others can use."
        )


def themes_in(lines: Sequence[IdeaLine]) -> list[tuple[str, str, str, str, str]]:
    """Return the themes that a file of ideas names, in alphabetical order; one for the ideas that name none."""
    names = {slugify(line.theme)[:60]: line.theme[:80] for line in lines if slugify(line.theme)}
    themes = [(slug, name, name, "", "") for slug, name in sorted(names.items())]
    if "overig" not in names and any(not slugify(line.theme) for line in lines):
        themes.append(("overig", "Overig", "Other", "", ""))
    return themes


def collect_ideas(journey: Journey, *, days: int = CALL_DAYS - 2) -> None:
    """Let everybody write and send, spread over so many days of the call."""
    journey.simulated.append("answers")
    themes = {theme.slug: theme for theme in Theme.objects.filter(edition=journey.edition)}
    count = len(journey.idea_lines)
    for place, line in enumerate(journey.idea_lines):
        journey.clock.go_to(journey.plan.starts_on + timedelta(days=days * place // count))
        journey.ideas[line.row] = send(journey, line, themes.get(slugify(line.theme)[:60]) or themes["overig"])
    journey.tell(_("%(count)s ideas sent") % {"count": count})


def send(journey: Journey, line: IdeaLine, theme: Theme) -> Idea:
    """Write one idea and send it."""
    by = journey.people[line.submitter]
    idea = start_idea(
        edition=journey.edition, by=by, at=journey.clock.tick(), title=line.title, demand=line.demand, data=line.data,
        result=line.result, theme=theme, language=line.language, answers=answers_to(journey, line),
    )  # fmt: skip
    if earlier := journey.earlier.get(line.row):
        changed = again_words(line.demand)
        note_earlier(idea=idea, earlier=earlier, what_changed=changed, by=by, at=journey.clock.tick())
    return send_idea(idea=idea, by=by, at=journey.clock.tick())


def again_words(demand: str) -> str:
    """Return what somebody who sends an idea again says is different now: their first two sentences."""
    return " ".join(re.split(r"(?<=[.!?])\s+", demand)[:2])[:500]


def collect_energy(journey: Journey) -> None:
    """Let people put energy into the ideas that appeal to them, within the hours they have; who judges gives none."""
    journey.simulated.append("energy")
    judging = Appointment.objects.filter(edition=journey.edition, duty__in=(Duty.JUROR, Duty.SCREENER))
    judges = set(judging.values_list("person__email", flat=True))
    lines = {line.row: line for line in journey.idea_lines}
    given = 0
    for email in journey.lines:
        if email in judges or not journey.world.chance(journey.plan.turnout, "looks", email):
            continue
        wanted = journey.world.whole(2, INTERESTS, "interests", email)
        others = [row for row, line in lines.items() if line.submitter != email]
        for row in sorted(others, key=lambda row: (-journey.world.attraction(row, email), row))[:wanted]:
            given += give_one(journey, row, email)
    journey.tell(_("%(count)s times energy") % {"count": given})


def give_one(journey: Journey, row: int, email: str) -> int:
    """Let one person put one kind of energy into one idea; return 1 when they did."""
    who = journey.lines[email]
    kind = kind_of_energy(journey, row, email)
    if kind == EnergyKind.JOIN and row in journey.world.barren:
        return 0
    joining = kind == EnergyKind.JOIN
    give_energy(
        idea=journey.ideas[row], by=journey.people[email], at=journey.clock.tick(), kind=kind,
        role=who.discipline if joining or kind == EnergyKind.ADVISE else "",
        hours_per_week=min(who.hours_per_week, journey.world.whole(2, 6, "hours", row, email)) if joining else 0,
        why=energy_words(journey.world, kind, row, email, who.languages[0]),
    )  # fmt: skip
    return 1


def kind_of_energy(journey: Journey, row: int, email: str) -> EnergyKind:
    """Return what this person wants: who has no hours supports, lawyers and ethicists advise or join."""
    who = journey.lines[email]
    if who.hours_per_week == 0 or not who.discipline:
        support = journey.world.chance(0.7, "support", row, email)
        return EnergyKind.SUPPORT if support else EnergyKind.SAME_PROBLEM
    draw = journey.world.whole(1, 100, "kind", row, email)
    if who.discipline in ADVISERS:
        return EnergyKind.JOIN if draw <= 50 else EnergyKind.ADVISE
    if draw <= 45:
        return EnergyKind.JOIN
    return EnergyKind.ADVISE if draw <= 60 else EnergyKind.SUPPORT if draw <= 88 else EnergyKind.SAME_PROBLEM
