"""What one step of writing asks: some words of the idea, and some questions of its call."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms import BoundField

from datamatch.editions.enums import AnswerKind
from datamatch.editions.models import Question, Theme
from datamatch.ideas.forms.ideas import IdeaForm

LONGEST_ANSWER = 2000
PREFIX = "answer"


def answer_field(question: Question) -> forms.Field:
    """Return the field in which a question is answered; nothing has to be answered to go on writing."""
    words: dict[str, Any] = {"label": str(question), "help_text": question.help, "required": False}
    if question.options:
        return forms.ChoiceField(choices=question.options, widget=forms.RadioSelect, **words)
    if question.kind == AnswerKind.NUMBER:
        return forms.DecimalField(max_digits=12, decimal_places=2, **words)
    area = forms.CharField(max_length=LONGEST_ANSWER, widget=forms.Textarea(attrs={"rows": 3}), **words)
    area.widget.attrs.pop("maxlength", None)
    return area


class QuestionsForm(forms.Form):
    """The questions of a call, one field each, named by slug behind a prefix."""

    def __init__(self, data: Any, *, questions: Iterable[Question], initial: dict[str, str]) -> None:
        super().__init__(data, prefix=PREFIX, initial=initial)
        for question in questions:
            self.fields[question.slug] = answer_field(question)

    def answers(self) -> dict[str, str]:
        """Return what was answered rightly, as it is kept: by slug, an empty text where nothing was."""
        return {slug: as_kept(answer) for slug, answer in self.cleaned_data.items()}


def as_kept(answer: Any) -> str:
    """Return an answer as text."""
    if isinstance(answer, Decimal):
        return f"{answer.normalize():f}"
    return str(answer or "").strip()


@dataclass(frozen=True)
class Asked:
    """One field on the page, and what belongs to it: hints, what others wrote, on which answers it waits."""

    field: BoundField
    name: str
    kind: str = ""
    hints: Sequence[str] = ()
    theirs: str = ""
    question: Question | None = None

    @property
    def waits_for(self) -> str:
        """Return the name of the field on which this one waits; empty when it is always asked."""
        before = self.question.asked_if if self.question else None
        return f"{PREFIX}-{before.slug}" if before else ""

    @property
    def condition(self) -> str:
        """Return the answers after which it is asked, as a person reads them."""
        before = self.question.asked_if if self.question else None
        return ", ".join(before.words_of(one) for one in self.question.asked_if_answers) if before else ""  # type: ignore[union-attr]


class Sheet:
    """The fields of one step, or of some of them; right and wrong ones can be told apart."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        themes: QuerySet[Theme],
        only: Collection[str],
        questions: Iterable[Question] = (),
        complete: bool = True,
        words: Mapping[str, Any] | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> None:
        """Ask these words and questions; `words` and `answers` are what was written before."""
        self.order = tuple(only)
        self.questions = {one.slug: one for one in questions}
        self.words = IdeaForm(data, themes=themes, only=only, complete=complete, initial=words)
        self.answers = QuestionsForm(data, questions=self.questions.values(), initial=dict(answers or {}))
        self.language = str((words or {}).get("language") or "nl")
        sent = (data or {}).get("version", "")
        self.based_on = int(sent) if str(sent).isdecimal() else None

    @property
    def is_valid(self) -> bool:
        """Tell whether something was written, and all of it is right."""
        return self.words.is_bound and self.words.is_valid() and self.answers.is_valid()

    @property
    def given(self) -> dict[str, Any]:
        """Return what was written rightly, in the words of the deeds with ideas; what is wrong is left out."""
        self.words.is_valid(), self.answers.is_valid()
        words = {name: word for name, word in self.words.cleaned_data.items() if name != "language" or word}
        return {**words, "answers": self.answers.answers()}

    @property
    def wrong(self) -> dict[str, str]:
        """Return what is wrong with each field that is not right."""
        forms_here = (self.words, self.answers)
        return {
            form.add_prefix(name): " ".join(map(str, errors))
            for form in forms_here
            for name, errors in form.errors.items()
        }

    @property
    def errors(self) -> dict[str, Any]:
        """Return the errors of all fields; with this, iterating and `non_field_errors` it is read like one form."""
        return {**self.words.errors, **self.answers.errors}

    def non_field_errors(self) -> list[str]:
        """Return nothing: every error belongs to a field."""
        return []

    def __iter__(self) -> Iterator[BoundField]:
        """Yield every field in the order of the page."""
        return (one.field for one in self.asked(hints={}, theirs={}))

    def asked(self, *, hints: Mapping[str, list[str]], theirs: Mapping[str, str]) -> Iterator[Asked]:
        """Yield the fields in their order, with the hints and with what others wrote there."""
        kinds = {"theme": "cards", "language": "row"}
        for name in self.order:
            if name in self.words.fields:
                yield Asked(
                    self.words[name], name, kinds.get(name, ""), list(hints.get(name, ())), theirs.get(name, "")
                )
        for slug, question in self.questions.items():
            name = self.answers.add_prefix(slug)
            yield Asked(self.answers[slug], name, "flow", theirs=theirs.get(name, ""), question=question)
