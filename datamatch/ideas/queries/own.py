"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale
from datamatch.ideas.models import Ask, Energy, IdeaAnswer
from datamatch.ideas.queries.ideas import ideas_of
from datamatch.people.models import Person


def own_ideas(person: Person) -> Tale:
    """Return the ideas this person sent or writes, their energy, and for what they were asked or asked others."""
    told = ("title", "demand", "data", "result", "state", "unit_name", "made_at", "sent_at")
    answers = IdeaAnswer.objects.filter(idea__in=ideas_of(person)).order_by("idea", "question__position")
    given = Energy.objects.filter(person=person)
    return {
        "ideas": list(ideas_of(person).values("public_id", *told)),
        "answers": list(answers.values("idea__title", "question__slug", "answer")),
        "energy": list(given.values("idea__title", "kind", "role", "hours_per_week", "why", "stated_at")),
        "asked to help": list(Ask.objects.filter(person=person).values("idea__title", "asked_at", "answer")),
        "asked others": list(Ask.objects.filter(asked_by=person).values("idea__title", "asked_at")),
    }
