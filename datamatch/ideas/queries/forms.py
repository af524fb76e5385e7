"""What the form of a call asks of an idea."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from datamatch.editions.enums import AnswerKind
from datamatch.editions.models import Edition, Question, Theme
from datamatch.editions.queries import questions_of
from datamatch.ideas.models import Attachment, Idea
from datamatch.ideas.queries.answers import answers_in

ATTACHED = "attached"


@dataclass(frozen=True)
class CallForm:
    """What one call asks: whether it has themes, and its questions in their order."""

    has_themes: bool
    questions: list[Question]

    @property
    def wants_answers(self) -> bool:
        """Tell whether an idea cannot be sent without some answer."""
        return any(question.required for question in self.questions)

    @property
    def asked_on_page(self) -> list[Question]:
        """Return the questions with a field of their own: not what the idea's words answer, no files."""
        return [one for one in self.questions if not one.answered_by and one.kind != AnswerKind.FILE]

    @property
    def files(self) -> list[Question]:
        """Return the questions that a file answers, which is added as an attachment."""
        return [one for one in self.questions if one.kind == AnswerKind.FILE]


def call_form_of(edition: Edition, *, themes: bool = False) -> CallForm:
    """Return what the form of this call asks; whether it has themes is looked up for who wants to know."""
    return CallForm(themes and edition.themes.exists(), list(questions_of(edition)))


def call_forms(editions: Collection[int]) -> dict[int, CallForm]:
    """Return what the form of each of these calls asks, by the key of the edition."""
    themed = set(Theme.objects.filter(edition__in=editions).values_list("edition", flat=True))
    asked = Question.objects.filter(edition__in=editions, is_on=True).select_related("asked_if")
    forms = {key: CallForm(key in themed, []) for key in editions}
    for question in asked:
        forms[question.edition_id].questions.append(question)
    return forms


def answers_with_files(ideas: Iterable[Idea]) -> dict[int, dict[str, str]]:
    """Return the answers of each idea by slug; an attachment answers every question that asks for a file."""
    ideas = list(ideas)
    found = answers_in(ideas)
    attached = set(Attachment.objects.filter(idea__in=ideas).values_list("idea", flat=True))
    files = Question.objects.filter(edition__in={idea.edition_id for idea in ideas}, kind=AnswerKind.FILE)
    for slug, edition in files.values_list("slug", "edition") if attached else ():
        for idea in ideas:
            if idea.pk in attached and idea.edition_id == edition:
                found[idea.pk][slug] = ATTACHED
    return found
