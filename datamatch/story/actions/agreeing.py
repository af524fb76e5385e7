"""People ask their line managers to agree to the hours they offer, and most line managers answer."""

from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Energy
from datamatch.people.actions import answer_consent, ask_line_manager
from datamatch.people.models import HoursConsent
from datamatch.people.queries import profile_of
from datamatch.people.rules import why_not_ask_line_manager
from datamatch.story.actions.journey import Journey

ASKING = 24
ANSWERS = ("agreed", "agreed", "agreed", "fewer", "refused", "")
REASONS = {
    "fewer": ("Vrijdag is onze drukste dag.", "Friday is our busiest day."),
    "refused": ("Dit jaar gaat de jaarrekening voor.", "The annual accounts come first this year."),
}


def agree(journey: Journey) -> None:
    """Let some of those who want to join an idea ask their line manager; one in six waits for an answer."""
    joining = Energy.objects.filter(idea__edition=journey.edition, kind=EnergyKind.JOIN)
    emails = sorted(set(joining.values_list("person__email", flat=True)))
    for email in journey.world.pick(min(ASKING, len(emails)), emails, "consent"):
        person = journey.people[email]
        profile = profile_of(person)
        if not profile.hours_per_week or profile.unit is None:
            continue
        chief, hours, at = (
            f"leiding.{profile.unit.slug}@datamatch.example",
            profile.hours_per_week,
            journey.clock.tick(),
        )
        if why_not_ask_line_manager(person=person, email=chief, hours_per_week=hours, by=person, at=at) is None:
            asked = ask_line_manager(person=person, email=chief, hours_per_week=hours, by=person, at=at)
            answer(journey, asked, email)


def answer(journey: Journey, consent: HoursConsent, email: str) -> None:
    """Let a line manager say yes, yes but fewer hours or no, or nothing yet."""
    said = ANSWERS[journey.world.whole(0, len(ANSWERS) - 1, "consent answer", email)]
    if said == "fewer" and consent.hours_asked == 1:
        said = "agreed"
    if said:
        dutch, english = REASONS.get(said, ("", ""))
        answer_consent(
            consent=consent, state=said, hours=max(1, consent.hours_asked // 2) if said == "fewer" else None,
            reason=dutch if consent.person.language == "nl" else english, at=journey.clock.tick(),
        )  # fmt: skip
