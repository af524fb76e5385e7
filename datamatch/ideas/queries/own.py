"""What is kept in this room about one person, to hand to them."""

from datamatch.foundation.privacy import Tale, rows
from datamatch.ideas.models import Ask, Comment, Complaint, Energy, Follow, IdeaAnswer, JoinRequest, MailWish, Redaction
from datamatch.ideas.queries.ideas import ideas_of
from datamatch.people.models import Person


def own_ideas(person: Person) -> Tale:
    """Return the ideas this person sent or writes, their energy, and for what they were asked or asked others."""
    told = ("title", "demand", "data", "result", "state", "unit_name", "made_at", "sent_at")
    answers = IdeaAnswer.objects.filter(idea__in=ideas_of(person)).order_by("idea", "question__position")
    given = Energy.objects.filter(person=person)
    blacked_out = Redaction.objects.filter(idea__in=ideas_of(person))
    return {
        "blacked out in ideas": rows(blacked_out.values("idea__title", "original")),
        "ideas": list(ideas_of(person).values("public_id", *told)),
        "answers": list(answers.values("idea__title", "question__slug", "answer")),
        "energy": list(given.values("idea__title", "kind", "role", "hours_per_week", "why", "stated_at")),
        "asked to help": list(Ask.objects.filter(person=person).values("idea__title", "asked_at", "answer")),
        "asked others": list(Ask.objects.filter(asked_by=person).values("idea__title", "asked_at")),
    }


def own_talk(person: Person) -> Tale:
    """Return what this person said about ideas, reported, follows and wants to be mailed about."""
    said = Comment.objects.filter(by=person).order_by("pk")
    asked = JoinRequest.objects.filter(energy__person=person).order_by("pk")
    reported = Complaint.objects.filter(by=person).order_by("pk")
    followed = Follow.objects.filter(person=person).order_by("pk")
    return {
        "comments": rows(said.values("idea__title", "words", "state", "written_at", "edited_at")),
        "join_requests": rows(asked.values("energy__idea__title", "answer", "word", "answered_at")),
        "complaints": rows(reported.values("idea__title", "reason", "words", "made_at", "settled_at")),
        "follows": rows(followed.values("idea__title", "wanted", "said_at")),
        "mail_wishes": rows(MailWish.objects.filter(person=person).values("to_me", "followed")),
    }
