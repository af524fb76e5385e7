"""Authors ask around who can help, and some of those they ask answer."""

from datamatch.ideas.actions import answer_ask, ask_for_help
from datamatch.ideas.enums import AskAnswer, EnergyKind
from datamatch.ideas.models import Ask
from datamatch.ideas.rules import why_not_ask_person
from datamatch.story.actions.journey import Journey

ASKING_IDEAS, ASKED_PER_IDEA = 12, 2
ANSWERS = (AskAnswer.YES, AskAnswer.LATER, AskAnswer.NO, AskAnswer.WAITING)


def ask_around(journey: Journey) -> None:
    """Let the authors of the first ideas ask two people each; one in four does not answer yet."""
    able = sorted(line.email for line in journey.person_lines if line.discipline and line.hours_per_week)
    for row in sorted(journey.ideas)[:ASKING_IDEAS]:
        idea = journey.ideas[row]
        for email in journey.world.pick(ASKED_PER_IDEA, able, "help", row):
            person = journey.people[email]
            if why_not_ask_person(idea=idea, person=person, by=idea.submitter) is None:
                at = journey.clock.tick()
                answer(journey, ask_for_help(idea=idea, person=person, by=idea.submitter, at=at), row, email)


def answer(journey: Journey, ask: Ask, row: int, email: str) -> None:
    """Let somebody say yes, maybe later or no, or nothing yet; who says yes advises."""
    said = ANSWERS[journey.world.whole(0, len(ANSWERS) - 1, "help answer", row, email)]
    if said == AskAnswer.WAITING:
        return
    kind = EnergyKind.ADVISE.value if said == AskAnswer.YES else ""
    role = journey.lines[email].discipline if kind else ""
    answer_ask(ask=ask, by=ask.person, answer=said, at=journey.clock.tick(), kind=kind, role=role)
