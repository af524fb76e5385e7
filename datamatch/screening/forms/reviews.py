"""Shape of a review and of stepping back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Criterion
from datamatch.people.models import Person
from datamatch.screening import rules
from datamatch.screening.enums import Confidence
from datamatch.screening.models import Review, ReviewDraft

PREFIX = "criterion-"


class ReviewForm(forms.Form):
    """One scale per criterion with its anchors, how sure the screener is, and a remark for the makers."""

    confidence = forms.TypedChoiceField(
        label=_("How well do you know this subject?"),
        choices=Confidence.choices,
        coerce=int,
        widget=forms.RadioSelect,
        initial=Confidence.MEDIUM,
    )
    remark = forms.CharField(
        label=_("What would you tell the makers?"),
        help_text=_(
            "They read this in their letter, word for word and without your name. What is strong, what would help?"
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
        required=False,
    )

    note = forms.CharField(
        label=_("A note for yourself"),
        help_text=_("Only you read this."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, criteria: list[Criterion], screener: Person, **kwargs: Any) -> None:
        """Add a scale for every criterion of the edition."""
        super().__init__(*args, **kwargs)
        self.screener = screener
        self.slugs = [criterion.slug for criterion in criteria]
        scales = {PREFIX + criterion.slug: scale(criterion) for criterion in criteria}
        self.fields = scales | self.fields

    @property
    def scales(self) -> list[forms.BoundField]:
        """Return the scales as they stand on the page."""
        return [self[PREFIX + slug] for slug in self.slugs]

    @property
    def scores(self) -> dict[str, int]:
        """Return the score per criterion of a valid form."""
        return {slug: self.cleaned_data[PREFIX + slug] for slug in self.slugs}

    def clean_remark(self) -> str:
        """Keep the name of the screener out of the letter."""
        remark: str = self.cleaned_data["remark"]
        if reason := rules.why_not_remark(remark=remark, by=self.screener):
            raise forms.ValidationError(reason)
        return remark


def scale(criterion: Criterion) -> forms.TypedChoiceField:
    """Return the field of one criterion; each number carries its anchor, so that people choose words, not figures."""
    return forms.TypedChoiceField(
        label=str(criterion),
        help_text=criterion.question,
        choices=[(value, f"{value}. {anchor}") for value, anchor in criterion.anchors],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what fits best for this criterion.")},
    )


def filled(review: Review | None, draft: ReviewDraft | None = None, note: str = "") -> dict[str, Any]:
    """Return what the form shows when its screener comes back: what was filled in last, else what was given."""
    if draft is not None:
        return {"note": note, **draft.words}
    if review is None:
        return {"note": note}
    scores = {PREFIX + score.criterion.slug: score.value for score in review.scores.select_related("criterion")}
    return scores | {"confidence": review.confidence, "remark": review.remark, "note": note}


class StepBackForm(forms.Form):
    """Why somebody else should read this idea."""

    reason = forms.CharField(
        label=_("Why do you step back?"),
        help_text=_("Only the programme manager reads this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=300,
    )


class AskBackForm(forms.Form):
    """What a screener wants to know from the makers."""

    question = forms.CharField(
        label=_("What do you want to know?"),
        help_text=_("The makers get this by mail, without your name. All screeners of the idea read the answer."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )
    waits = forms.BooleanField(
        label=_("I give my review after the answer"),
        help_text=_("Until then you read other ideas first. You may always give it earlier."),
        required=False,
    )


class AnswerForm(forms.Form):
    """What the makers answer."""

    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_("Everybody who reads your idea sees this. Leave your name out."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
    )
