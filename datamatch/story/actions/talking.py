"""People ask about the ideas of an open call, authors answer, and say who may join."""

from datamatch.ideas.actions import answer_join, comment_on, complain, moderate
from datamatch.ideas.enums import ComplaintReason, JoinAnswer, Ruling
from datamatch.ideas.models import Comment, Idea, JoinRequest
from datamatch.ideas.queries import requests_to
from datamatch.story.actions.content import shipped
from datamatch.story.actions.journey import Journey

ANSWERED = 0.6


def talk(journey: Journey) -> None:
    """Let the first ideas of the call be talked about, and answer some of who want to join."""
    for row, idea in list(journey.ideas.items()):
        for place in range(journey.world.whole(0, 3, "talk", row)):
            question = ask(journey, row, idea, place)
            if question and journey.world.chance(ANSWERED, "answer", row, place):
                say(journey, idea, "answers", row, place, answers_to=question)
        for request in requests_to(idea):
            answer(journey, row, request)
    moderate_some(journey)


def ask(journey: Journey, row: int, idea: Idea, place: int) -> Comment | None:
    """Let somebody who did not write it ask about an idea."""
    email = journey.world.pick(1, sorted(journey.people), "asks", row, place)[0]
    if journey.people[email] == idea.submitter:
        return None
    return say(journey, idea, "questions", row, place, email=email)


def say(
    journey: Journey, idea: Idea, kind: str, row: int, place: int, *, email: str = "", answers_to: Comment | None = None
) -> Comment:
    """Place one of the shipped lines in the language of the idea; without an address its author says it."""
    lines = shipped("talk")[kind]
    line = lines[journey.world.whole(0, len(lines) - 1, kind, row, place)]
    by = journey.people[email] if email else idea.submitter
    words = line[idea.language]
    return comment_on(idea=idea, by=by, at=journey.clock.tick(), words=words, answers_to=answers_to)


def answer_joiners(journey: Journey) -> None:
    """Let the authors answer everybody who wants to join, when the call is nearly over."""
    for row, idea in journey.ideas.items():
        for request in requests_to(idea):
            answer(journey, row, request, share=1)


def answer(journey: Journey, row: int, request: JoinRequest, *, share: float = ANSWERED) -> None:
    """Let the author answer this share of who want to join; the others wait."""
    idea, joiner = request.energy.idea, request.energy.person
    if not journey.world.chance(share, "joins", row, joiner.email):
        return
    no = journey.world.chance(0.2, "not now", row, joiner.email)
    answer_join(
        request=request, by=idea.submitter, at=journey.clock.tick(),
        answer=JoinAnswer.NOT_NOW if no else JoinAnswer.WELCOME,
        word=shipped("talk")["not_now"][0][idea.language] if no else "",
    )  # fmt: skip


def moderate_some(journey: Journey) -> None:
    """Let one comment be hidden after a report, and another one wait for a decision."""
    said = Comment.objects.filter(idea__edition=journey.edition, as_author=False).exclude(by=journey.manager)
    words = shipped("talk")["report"]
    for place, comment in enumerate(said.order_by("pk")[:2]):
        language, idea = comment.idea.language, comment.idea
        by = next(person for _, person in sorted(journey.people.items()) if person not in (comment.by, journey.manager))
        complain(
            idea=idea, comment=comment, by=by, at=journey.clock.tick(), reason=ComplaintReason.OFF_TOPIC,
            words=words[language],
        )  # fmt: skip
        if place == 0:
            moderate(
                idea=idea, comment=comment, by=journey.manager, at=journey.clock.tick(), ruling=Ruling.HIDE,
                reason=shipped("talk")["hidden"][language],
            )  # fmt: skip
