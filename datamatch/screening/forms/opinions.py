"""Shape of what a screener says of another's review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.people.models import Person
from datamatch.screening import rules
from datamatch.screening.enums import Finding, Stance
from datamatch.screening.models import Opinion, Review

OPEN = ("", _("I leave that open"))


class OpinionForm(forms.Form):
    """Whether a colleague agrees, why not, and what they find of the words for the makers.

    `read` comes along and says which words were on the page: after they changed, somebody reads them again first.
    """

    stance = forms.ChoiceField(
        label=_("Do you agree with this review?"),
        choices=[*Stance.choices, OPEN],
        widget=forms.RadioSelect,
        required=False,
    )
    reason = forms.CharField(
        label=_("Why you disagree"),
        help_text=_("Only with “I disagree”. A few words, about the idea."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=300,
        required=False,
    )
    findings = forms.MultipleChoiceField(
        label=_("Do its words help the makers?"),
        help_text=_("These words go into their letter. Tick what fits."),
        choices=Finding.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, review: Review, by: Person, said: Opinion | None) -> None:
        """Begin with what was said before; of a review without words one can only say that it is too short."""
        super().__init__(*args)
        self.review, self.by, self.stamp = review, by, review.given_at.isoformat()
        self.initial = {"stance": ""}
        if said is not None:
            self.initial |= {"stance": said.stance, "reason": said.reason, "findings": said.findings}
        findings = self.fields["findings"]
        assert isinstance(findings, forms.MultipleChoiceField)  # noqa: S101 - it is declared above
        if not review.remark:
            findings.choices = [(Finding.SHORT.value, Finding.SHORT.label)]
            findings.help_text = _("This review has no words for the makers.")

    def clean(self) -> dict[str, Any]:
        """Say what cannot be said so, at the field where it stands."""
        given = super().clean() or self.cleaned_data
        if self.data.get("read") != self.stamp:
            self.add_error(None, _("This review changed while you read it. Read it again, and then say what you find."))
        elif wrong := rules.why_not_say(review=self.review, by=self.by, **self.so_far(given)):
            self.add_error(*wrong)
        return given

    def so_far(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return what was said, also where a field is wrong by itself."""
        return {name: given.get(name, empty) for name, empty in (("stance", ""), ("reason", ""), ("findings", []))}
