"""The shape of a proposal to merge ideas: per question the words of one original, or other words."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from datamatch.editions.models import Question
from datamatch.ideas.models import Idea
from datamatch.people.enums import Language

OWN, ANSWER = "own", "answer-"
QUESTIONS = {
    "title": (gettext_lazy("Title"), 120),
    "demand": (gettext_lazy("What it solves"), 2000),
    "data": (gettext_lazy("Which data can help"), 2000),
    "result": (gettext_lazy("What is there after three months"), 2000),
}


class MergeForm(forms.Form):
    """For each question of an idea: the words of one of the originals, or words of your own."""

    def __init__(
        self,
        *args: Any,
        ideas: Sequence[Idea],
        differing: Sequence[tuple[Question, dict[str, list[int]]]] = (),
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.ideas = list(ideas)
        for name, (label, most) in QUESTIONS.items():
            words = {str(idea.number): getattr(idea, name) for idea in self.ideas}
            shown = [(number, text) for number, text in words.items() if text.strip()]
            field = forms.ChoiceField(
                label=label, choices=[*shown, (OWN, _("Other words"))], widget=forms.RadioSelect,
                initial=shown[0][0] if shown else OWN,
            )  # fmt: skip
            field.choice_hints = {number: _("From idea %(number)s") % {"number": number} for number, _text in shown}  # type: ignore[attr-defined]
            self.fields[name] = field
            box = forms.TextInput() if name == "title" else forms.Textarea(attrs={"rows": 4})
            own_label = _("Other words: %(question)s") % {"question": str(label).lower()}
            self.fields[f"{name}_{OWN}"] = forms.CharField(label=own_label, max_length=most, required=False, widget=box)
        self.words = words_by_question(self.ideas)
        self.slugs = {f"{ANSWER}{question.slug}": question.slug for question, _answers in differing}
        for question, answers in differing:
            self.fields[f"{ANSWER}{question.slug}"] = answer_choice(question, answers)

    def questions(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return for each question its choices with the box for other words."""
        return [(self[name], self[f"{name}_{OWN}"]) for name in QUESTIONS]

    def answers(self) -> list[forms.BoundField]:
        """Return a choice for each question of the call that the ideas answer differently."""
        return [self[name] for name in self.slugs]

    def clean(self) -> dict[str, Any]:
        """Return the words and answers of the new idea; theme and language are those of the first idea."""
        given = self.cleaned_data
        given["answers"] = {slug: given[name] for name, slug in self.slugs.items() if name in given}
        chosen = {name: self.chosen(name) for name in QUESTIONS if name in self.cleaned_data}
        for name in ("title", "demand"):
            if name in chosen and not chosen[name].strip():
                self.add_error(f"{name}_{OWN}", _("Write the words, or choose those of one of the ideas."))
        first = self.ideas[0]
        theme = first.theme.slug if first.theme else ""
        language = first.language if first.language in Language.values else Language.NL
        self.cleaned_data["words"] = {**chosen, "theme": theme, "language": str(language)}
        return self.cleaned_data

    def chosen(self, name: str) -> str:
        """Return the words that were chosen for one question."""
        choice: str = self.cleaned_data[name]
        if choice == OWN:
            own: str = self.cleaned_data.get(f"{name}_{OWN}", "")
            return own
        return self.words[name].get(choice, "")


def answer_choice(question: Question, answers: dict[str, list[int]]) -> forms.ChoiceField:
    """Return the choice among the answers that the ideas give to a question; the first is that of the first idea."""
    choices = [(answer, question.words_of(answer)) for answer in answers]
    field = forms.ChoiceField(label=str(question), choices=choices, widget=forms.RadioSelect, initial=choices[0][0])
    told = {answer: ", ".join(map(str, numbers)) for answer, numbers in answers.items()}
    field.choice_hints = {answer: _("From idea %(number)s") % {"number": number} for answer, number in told.items()}  # type: ignore[attr-defined]
    return field


def words_by_question(ideas: Sequence[Idea]) -> dict[str, dict[str, str]]:
    """Return per question the words of each idea, by its number."""
    return {name: {str(idea.number): getattr(idea, name) for idea in ideas} for name in QUESTIONS}


class MergeNoForm(forms.Form):
    """A no to a merge, with the reason."""

    reason = forms.CharField(
        max_length=300,
        label=gettext_lazy("Why not?"),
        help_text=gettext_lazy("The other submitters read this."),
        error_messages={"required": gettext_lazy("Say in a few words why not.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
