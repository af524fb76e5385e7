"""The shape of a question that a manager writes, and of the help beside the words of an idea."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from datamatch.editions.enums import FIELD_NAMES, IDEA_FIELDS, AnswerKind
from datamatch.editions.models import Edition, Question
from datamatch.foundation.addresses import free_slug

LONGEST_CHOICE = 120
RESERVED = {"nieuw", "voorbeeld", "uitleg"}


class QuestionForm(forms.ModelForm):  # type: ignore[type-arg]
    """A question: its words in both languages, how it is answered, after which answer it comes, who reads it."""

    choices = forms.CharField(
        required=False,
        label=_("What can be chosen"),
        help_text=_("Only for one of a list. One choice on a line: Dutch | English."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    condition = forms.MultipleChoiceField(
        required=False,
        label=_("Ask it only after one of these answers"),
        help_text=_("Choose answers to one question. Without any, everybody gets this question."),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        """What is asked, in the order of the page."""

        model = Question
        fields = ["label_nl", "label_en", "help_nl", "help_en", "kind", "choices", "required", "may_not_know",
                  "shown_to", "aspect", "condition"]  # fmt: skip
        labels = {
            "label_nl": _("Question in Dutch"),
            "label_en": _("Question in English"),
            "help_nl": _("Help in Dutch"),
            "help_en": _("Help in English"),
            "kind": _("How is it answered?"),
            "required": _("Nobody can send an idea without an answer"),
            "may_not_know": _("“I do not know” is an answer too"),
            "shown_to": _("Who reads the answers?"),
            "aspect": _("What is it about?"),
        }
        help_texts = {
            "shown_to": _("Who writes the idea always sees its answers."),
            "aspect": _("A legal, technical or ethical question is always asked; it cannot be switched off."),
        }
        widgets = {"kind": forms.RadioSelect, "shown_to": forms.RadioSelect, "aspect": forms.Select}

    def __init__(self, *args: Any, fixed: bool = False, **given: Any) -> None:
        super().__init__(*args, **given)
        self.initial["kind"] = self.instance.kind or AnswerKind.TEXT
        self.fields["kind"].choices = AnswerKind.choices  # type: ignore[attr-defined]
        self.initial["choices"] = "\n".join(f"{one['nl']} | {one['en']}" for one in self.instance.choices)
        self.initial["condition"] = [f"{self.instance.asked_if_id}:{one}" for one in self.instance.asked_if_answers]
        answers = list(answers_before(self.instance))
        self.fields["condition"].choices = answers  # type: ignore[attr-defined]
        if not answers:
            del self.fields["condition"]
        # The standard questions keep their words and their kind, so that editions can be compared.
        for name in ("label_nl", "label_en", "kind", "choices", "may_not_know", "aspect", "condition"):
            if fixed and name in self.fields:
                del self.fields[name]

    def clean_choices(self) -> list[dict[str, str]]:
        """Return the choices with their stored values: a choice keeps its value when its words are mended.

        :raises ValidationError: a line without both languages, too long, or twice the same
        """
        lines = [choice_on(line) for line in self.cleaned_data["choices"].splitlines() if line.strip()]
        if len(set(lines)) < len(lines):
            raise forms.ValidationError(_("Two lines say the same."))
        return with_values(lines, self.instance.choices)

    def clean_condition(self) -> tuple[int, list[str]] | None:
        """Return the question to wait for and the answers that unlock this one; None without a condition.

        :raises ValidationError: answers to more than one question
        """
        pairs = [one.split(":", 1) for one in self.cleaned_data["condition"]]
        if len({before for before, _answer in pairs}) > 1:
            raise forms.ValidationError(_("Choose answers to one question only."))
        return (int(pairs[0][0]), [answer for _before, answer in pairs]) if pairs else None

    def clean(self) -> dict[str, Any]:
        """Return the words of the question; a list has at least two choices, other kinds have none."""
        given = super().clean() or {}
        if given.get("kind") == AnswerKind.CHOICE and "choices" in given and len(given["choices"]) < 2:
            self.add_error("choices", _("A list needs at least two choices."))
        if "kind" in given and given["kind"] != AnswerKind.CHOICE:
            given["choices"] = []
        if "condition" in given:
            before, answers = given.pop("condition") or (None, [])
            given["asked_if"] = before and Question.objects.get(pk=before)
            given["asked_if_answers"] = answers
        return given

    def free_slug(self) -> str:
        """Return a slug made from the English words, which no question of the edition has."""
        stem = slugify(self.cleaned_data["label_en"])[:50] or "vraag"
        taken = set(self.instance.edition.questions.values_list("slug", flat=True)) | RESERVED
        return free_slug(stem, taken)


def answers_before(question: Question) -> Iterator[tuple[str, str]]:
    """Yield the answers that can be waited for: to questions with fixed answers that come before this one."""
    before = question.edition.questions.filter(kind__in=[AnswerKind.CHOICE, AnswerKind.YES_NO], answered_by="")
    if question.pk:
        before = before.filter(position__lt=question.position)
    for one in before:
        for value, words in one.options:
            yield f"{one.pk}:{value}", f"{one} {words}"


def choice_on(line: str) -> tuple[str, str]:
    """Return the choice that a line tells, in Dutch and in English.

    :raises ValidationError: a language is lacking, or it is too long
    """
    words = tuple(word.strip() for word in line.split("|"))
    if len(words) != 2 or not all(words) or any(len(word) > LONGEST_CHOICE for word in words):
        lacking = _("A line needs Dutch and English words with | between, at most 120 characters each: %(line)s")
        raise forms.ValidationError(lacking, params={"line": line[:80]})
    return words[0], words[1]


def with_values(lines: list[tuple[str, str]], kept: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the choices with values: the old one where a language is the same, or where the place is the same."""
    values: list[str | None] = []
    for dutch, english in lines:
        same = [one["value"] for one in kept if one["nl"] == dutch or one["en"] == english]
        values.append(next((value for value in same if value not in values), None))
    if len(lines) == len(kept):
        left = iter(one["value"] for one in kept if one["value"] not in values)
        values = [value or next(left) for value in values]
    taken = {one["value"] for one in kept}
    for place, (_dutch, english) in enumerate(lines):
        if values[place] is None:
            values[place] = free_value(english, taken)
            taken.add(str(values[place]))
    return [{"value": str(value), "nl": nl, "en": en} for value, (nl, en) in zip(values, lines, strict=True)]


def free_value(words: str, taken: set[str]) -> str:
    """Return a value made from words, that no other choice has or had."""
    stem = slugify(words)[:40] or "x"
    words_for_all = taken | {"unknown", "yes", "no"}
    values = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(words_for_all) + 2))
    return next(value for value in values if value not in words_for_all)


class HelpsForm(forms.Form):
    """What the form of the call says beside each part of an idea, in both languages; empty keeps our own words."""

    def __init__(self, *args: Any, edition: Edition, **given: Any) -> None:
        super().__init__(*args, **given)
        for field in IDEA_FIELDS:
            for language, label in (("nl", _("in Dutch")), ("en", _("in English"))):
                self.fields[f"{field}_{language}"] = forms.CharField(
                    required=False,
                    max_length=300,
                    label=f"{FIELD_NAMES[field]}, {label}",
                    initial=edition.field_helps.get(field, {}).get(language, ""),
                    widget=forms.Textarea(attrs={"rows": 2}),
                )

    def helps(self) -> dict[str, dict[str, str]]:
        """Return the words by field and language."""
        return {
            field: {language: self.cleaned_data[f"{field}_{language}"] for language in ("nl", "en")}
            for field in IDEA_FIELDS
        }

    def pairs(self) -> Iterator[tuple[str, Any, Any]]:
        """Yield each part of an idea with its two fields."""
        for field in IDEA_FIELDS:
            yield str(FIELD_NAMES[field]), self[f"{field}_nl"], self[f"{field}_en"]
