"""Keeping what is answered to the questions of a call."""

from collections.abc import Mapping

from datamatch.editions.queries import asked, every_question_of, questions_of
from datamatch.ideas import queries
from datamatch.ideas.actions.lanes import keep_lane
from datamatch.ideas.models import Idea, IdeaAnswer


def keep_answers(idea: Idea, answers: Mapping[str, str]) -> None:
    """Keep these answers by the slug of their question; an empty one takes the answer back.

    :raises KeyError: the call does not ask this
    """
    if not answers:
        return
    questions = {question.slug: question for question in every_question_of(idea.edition)}
    rows = [
        IdeaAnswer(idea=idea, question=questions[slug], answer=answer) for slug, answer in answers.items() if answer
    ]
    gone = [questions[slug] for slug, answer in answers.items() if not answer]
    IdeaAnswer.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["idea", "question"], update_fields=["answer"]
    )
    if gone:
        idea.answers.filter(question__in=gone).delete()
    keep_lane(idea, changed=answers)


def drop_unasked(idea: Idea) -> None:
    """Forget the answers to questions that are not asked, given the other answers: nobody reads them."""
    if not idea.answers.filter(question__asked_if__isnull=False).exists():
        return
    answers = queries.answers_of(idea)
    open_slugs = {question.slug for question in asked(questions_of(idea.edition), answers)}
    if unasked := set(answers) - open_slugs:
        idea.answers.filter(question__slug__in=unasked).delete()
        keep_lane(idea, changed=unasked)
