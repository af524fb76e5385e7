"""A question of the call as a field of a form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import escape

from datamatch.editions.enums import AnswerKind
from datamatch.editions.models import Question

LONGEST_ANSWER = 2000


def answer_field(question: Question) -> forms.Field:
    """Return the field in which a question is answered; whether it must be is decided when the idea is sent."""
    words: dict[str, Any] = {"label": str(question), "help_text": escape(question.help), "required": question.required}
    if question.options:
        return forms.ChoiceField(choices=question.options, widget=forms.RadioSelect, **words)
    if question.kind == AnswerKind.NUMBER:
        return forms.DecimalField(max_digits=12, decimal_places=2, **words)
    if question.kind == AnswerKind.FILE:
        return forms.FileField(**words)
    return forms.CharField(max_length=LONGEST_ANSWER, widget=forms.Textarea(attrs={"rows": 3}), **words)


class AnswersForm(forms.Form):
    """The questions of a call, one field each, named by slug."""

    def __init__(self, *args: Any, questions: Iterable[Question], **given: Any) -> None:
        super().__init__(*args, **given)
        for question in questions:
            self.fields[question.slug] = answer_field(question)
