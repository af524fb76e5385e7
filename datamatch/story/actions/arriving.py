"""People come in: units, skills, persons with their profiles, and who has which duty."""

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.actions import appoint
from datamatch.editions.enums import Duty
from datamatch.people import actions as people_actions
from datamatch.people.models import Person, Skill, Unit
from datamatch.people.queries import person_with_email, unit_with_slug
from datamatch.story.actions.journey import Journey
from datamatch.story.enums import PersonLine

IDEAS_PER_SCREENER = 28
FEWEST_SCREENERS, JURORS = 3, 7


def welcome(journey: Journey) -> None:
    """Bring in the lists, the administrator and everybody in the files."""
    at = journey.clock.tick()
    if not Unit.objects.exists():
        people_actions.load_units(at=at)
        people_actions.load_skills(at=at)
    journey.administrator = administrator_of_replay(journey)
    add_skills(journey)
    journey.one_unit = len(units_in(journey)) == 1
    if journey.one_unit:
        words = _("Everybody is in one unit. Then nobody could review a colleague's idea, so units were left out.")
        journey.notes.append(words)
    for line in journey.person_lines:
        bring_in(journey, line)
    add_submitters(journey)


def units_in(journey: Journey) -> set[str]:
    """Return the units that the files name; colleagues of a unit do not review each other."""
    named = [line.unit for line in journey.person_lines] + [line.unit for line in journey.idea_lines]
    return {slugify(name) for name in named if name}


def administrator_of_replay(journey: Journey) -> Person:
    """Return the administrator who opens the programme; made when the installation has none."""
    known = Person.objects.filter(is_staff=True).order_by("pk").first()
    return known or people_actions.add_administrator(
        email="beheer@datamatch.example", name="Beheer", at=journey.clock.tick()
    )


def add_skills(journey: Journey) -> None:
    """Add the skills of the skill file, and those that people name and no list knows."""
    for line in journey.skill_lines:
        add_skill(journey, line.slug, line.nl, line.en, line.group)
    known = set(Skill.objects.values_list("slug", flat=True))
    new = sorted({slug for line in journey.person_lines for slug in [*line.skills, *line.learning]} - known)
    for slug in new:
        word = slug.replace("-", " ")
        add_skill(journey, slug[:60], word[:80], word[:80], "own")
    if new:
        words = ngettext(
            "%(count)s skill is not on our list; it was taken as written.",
            "%(count)s skills are not on our list; they were taken as written.",
            len(new),
        )
        journey.notes.append(words % {"count": len(new)})


def add_skill(journey: Journey, slug: str, nl: str, en: str, group: str) -> None:
    """Add one skill to the list."""
    people_actions.add_skill(
        slug=slug, name_nl=nl, name_en=en, group=group, by=journey.administrator, at=journey.clock.tick()
    )


def bring_in(journey: Journey, line: PersonLine) -> Person:
    """Add one person with the profile of their line; who is known already stays as they are."""
    person = person_with_email(line.email)
    if person is None:
        language = line.languages[0]
        at = journey.clock.tick()
        person = people_actions.add_person(email=line.email, name=line.name, language=language, at=at)
        people_actions.keep_profile(
            person=person, by=person, at=at, unit=unit_named(journey, line.unit), discipline=line.discipline,
            hours_per_week=line.hours_per_week, languages=line.languages, skills=line.skills,
            learning=line.learning, safeguards=line.safeguards, about=line.about,
        )  # fmt: skip
    journey.people[line.email] = person
    journey.lines[line.email] = line
    return person


def unit_named(journey: Journey, name: str) -> Unit | None:
    """Return the unit with this slug, abbreviation or name; an unknown one is added under its name."""
    if not name or journey.one_unit:
        return None
    slug = slugify(name)[:80] or "unit"
    known = unit_with_slug(slug) or Unit.objects.filter(name__iexact=name).first()
    known = known or Unit.objects.filter(abbreviation__iexact=name).first()
    at = journey.clock.tick()
    return known or people_actions.add_unit(slug=slug, name=name[:200], by=journey.administrator, at=at)


def add_submitters(journey: Journey) -> None:
    """Bring in everybody who sends an idea and does not stand in the people file."""
    missing = [line for line in journey.idea_lines if line.submitter not in journey.people]
    for line in missing:
        if line.submitter not in journey.people:
            name = line.submitter.partition("@")[0].replace(".", " ").title()[:120]
            given = PersonLine(
                row=0, name=name, email=line.submitter, unit=line.unit, discipline="", skills={}, hours_per_week=0,
                role="", languages=(line.language,),
            )  # fmt: skip
            bring_in(journey, given)
    count = len({line.submitter for line in missing})
    if count:
        words = ngettext(
            "%(count)s submitter is not in the people file; added without a profile.",
            "%(count)s submitters are not in the people file; added without a profile.",
            count,
        )
        journey.notes.append(words % {"count": count})


def appoint_everybody(journey: Journey) -> None:
    """Appoint managers, screeners and jurors: from the file, or drawn where the file names none."""
    wanted = {
        Duty.MANAGER: 1,
        Duty.SCREENER: max(FEWEST_SCREENERS, -(-len(journey.idea_lines) * journey.plan.reviews // IDEAS_PER_SCREENER)),
        Duty.JUROR: JURORS,
    }
    taken: set[str] = {line.email for line in journey.person_lines if line.role}
    for duty, count in wanted.items():
        named = [line.email for line in journey.person_lines if line.role == duty]
        if not named:
            free = [email for email in journey.people if email not in taken]
            named = journey.world.pick(count, free, "duty", duty)
            journey.simulated.append(duty.value)
        taken |= set(named)
        for email in named:
            give_duty(journey, email, duty)
    told = _("Who screens, judges or manages was drawn where the people file does not say.")
    if set(wanted) & set(journey.simulated):
        journey.notes.append(told)


def give_duty(journey: Journey, email: str, duty: Duty) -> None:
    """Appoint one person; the first manager leads the replay from here on."""
    person = journey.people[email]
    appoint(edition=journey.edition, person=person, duty=duty, by=journey.administrator, at=journey.clock.tick())
    if duty == Duty.MANAGER and not hasattr(journey, "manager"):
        journey.manager = person
