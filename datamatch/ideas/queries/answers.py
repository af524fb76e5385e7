"""What is answered to the questions of a call, and who reads it."""

from collections.abc import Collection, Iterable
from typing import Any

from datamatch.editions.enums import Audience, Duty
from datamatch.editions.models import Question
from datamatch.editions.queries import asked, duties_of, is_manager, questions_of
from datamatch.ideas.models import Idea, IdeaAnswer
from datamatch.ideas.queries.ideas import is_author


def answers_of(idea: Idea) -> dict[str, str]:
    """Return every answer that is kept with an idea, by the slug of its question."""
    return dict(idea.answers.values_list("question__slug", "answer"))


def answers_in(ideas: Iterable[Idea]) -> dict[int, dict[str, str]]:
    """Return for each of these ideas its answers by the slug of the question; by the key of the idea."""
    found: dict[int, dict[str, str]] = {idea.pk: {} for idea in ideas}
    for key, slug, answer in IdeaAnswer.objects.filter(idea__in=list(found)).values_list(
        "idea", "question__slug", "answer"
    ):
        found[key][slug] = answer
    return found


def answers_shown(idea: Idea, *, to: Any) -> list[IdeaAnswer]:
    """Return the answers this reader may know, in the order of the form; not those whose question is asked no more."""
    rows = answers_for(idea, frozenset(Audience.values))
    if all(row.question.shown_to == Audience.EVERYONE for row in rows):
        return rows
    readable = audiences_of(to, idea)
    return [row for row in rows if row.question.shown_to in readable]


def answers_for(idea: Idea, audiences: Collection[str]) -> list[IdeaAnswer]:
    """Return the answers that these audiences read, in the order of the form; not those to what is asked no more."""
    rows = {row.question_id: row for row in idea.answers.all()}
    if not rows:
        return []
    questions = list(questions_of(idea.edition))
    given = {question.slug: rows[question.pk].answer for question in questions if question.pk in rows}
    return [
        with_question(rows[question.pk], question)
        for question in asked(questions, given)
        if question.pk in rows and question.shown_to in audiences
    ]


def words_by_name(idea: Idea, names: Iterable[str]) -> dict[str, str]:
    """Return the words and answers of an idea by the names their fields have, as a person reads them."""
    read = {
        "theme": str(idea.theme or ""),
        "language": idea.get_language_display(),
        **{f"answer-{row.question.slug}": row.words for row in idea.answers.select_related("question")},
    }
    return {name: read[name] if name in read else str(getattr(idea, name, "")) for name in names}


EVERYBODY = frozenset({Audience.EVERYONE.value})


def audiences_of(person: Any, idea: Idea) -> frozenset[str]:
    """Return to which audiences of this idea somebody belongs; its authors read whatever they wrote."""
    if is_manager(person, idea.edition) or is_author(idea, person):
        return frozenset(Audience.values)
    if Duty.SCREENER in duties_of(person, idea.edition):
        return EVERYBODY | {Audience.JUDGES.value}
    return EVERYBODY


def with_question(row: IdeaAnswer, question: Question) -> IdeaAnswer:
    """Return the answer knowing its question, so that it is not looked up again."""
    row.question = question
    return row
