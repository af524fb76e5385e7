"""Shape of what is typed on pitch day."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Criterion
from datamatch.jury.queries import Place
from datamatch.screening.enums import RESERVES
from datamatch.teams.queries import Staffability

GROUNDS = [
    ("unit", _("We work in the same unit")),
    ("part", _("I take part in the idea or gave it energy")),
    ("near", _("I know the makers too well to judge")),
    ("other", _("Another reason")),
]


class PlanForm(forms.Form):
    """When pitch day begins and how long a pitch lasts."""

    starts_at = forms.DateTimeField(
        label=_("The first pitch begins"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
    )
    minutes = forms.IntegerField(label=_("Length of a pitch"), min_value=1, max_value=60, initial=8)


class CardForm(forms.Form):
    """A score per criterion, and a note for oneself."""

    note = forms.CharField(
        label=_("Note"),
        help_text=_("Only you read this."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, criteria: Sequence[Criterion], whole: bool = True, **kwargs: Any) -> None:
        """Ask for every criterion of the edition; of a card that is not whole yet, some may be missing."""
        super().__init__(*args, **kwargs)
        for criterion in criteria:
            anchors = criterion.anchors
            field = forms.TypedChoiceField(
                label=str(criterion),
                help_text=criterion.question,
                choices=[(value, value) for value, _anchor in anchors],
                coerce=int,
                empty_value=None,
                required=whole,
                widget=forms.RadioSelect,
            )
            field.choice_hints = {str(value): anchor for value, anchor in anchors}  # type: ignore[attr-defined]
            self.fields[criterion.slug] = field
        self.criteria = criteria
        self.order_fields([*(criterion.slug for criterion in criteria), "note"])

    @property
    def scales(self) -> list[forms.BoundField]:
        """Return the fields that are a scale."""
        return [self[criterion.slug] for criterion in self.criteria]

    @property
    def scores(self) -> dict[str, int]:
        """Return the scores that were given, by the slug of the criterion."""
        given = {criterion.slug: self.cleaned_data[criterion.slug] for criterion in self.criteria}
        return {slug: value for slug, value in given.items() if value is not None}


class BallotRulesForm(forms.Form):
    """How the jury votes, chosen beforehand."""

    secret = forms.TypedChoiceField(
        label=_("Secret or by name"),
        choices=[("yes", _("Secret")), ("no", _("By name"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
    )
    quorum = forms.IntegerField(
        label=_("Quorum"), help_text=_("With fewer ballots the vote cannot be closed."), min_value=1, max_value=99
    )
    pass_share = forms.IntegerField(
        label=_("Share that passes an idea"),
        help_text=_("Jurors draw a line on their ballot. With 0 there is no line and every idea can be chosen."),
        min_value=0,
        max_value=100,
    )


class StepOutForm(forms.Form):
    """Why a juror steps out; the minutes hold it."""

    ground = forms.ChoiceField(label=_("Why do you step out?"), choices=GROUNDS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"), help_text=_("This stands in the minutes."), max_length=200, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where the ground says nothing."""
        told = super().clean() or {}
        if told.get("ground") == "other" and not told.get("words"):
            self.add_error("words", _("Tell in a few words what the reason is."))
        return told

    @property
    def reason(self) -> str:
        """Return the reason as one sentence."""
        ground, words = self.cleaned_data["ground"], self.cleaned_data["words"]
        label = "" if ground == "other" else str(dict(GROUNDS)[ground])
        return ": ".join(part for part in (label, words) if part)


class VerdictForm(forms.Form):
    """Which ideas the jury chooses, and why where it departs from its ballot."""

    chosen = forms.MultipleChoiceField(label=_("Chosen ideas"), widget=forms.CheckboxSelectMultiple)
    motive = forms.CharField(
        label=_("Motive of the jury"),
        help_text=_("Needed when the choice differs from the ballot or from the best set. Everybody can read it."),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self,
        *args: Any,
        places: Sequence[Place],
        staffability: Mapping[int, Staffability],
        **kwargs: Any,
    ) -> None:
        """Offer the pitched ideas in the order of the ballot, with what their team lacks."""
        super().__init__(*args, **kwargs)
        field = self.fields["chosen"]
        field.choices = [  # type: ignore[attr-defined]
            (str(place.pitch.idea.public_id), f"{place.place}. {place.pitch.idea.title}") for place in places
        ]
        field.choice_hints = {  # type: ignore[attr-defined]
            str(place.pitch.idea.public_id): staffed_words(staffability.get(place.pitch.idea_id)) for place in places
        }
        field.initial = [str(place.pitch.idea.public_id) for place in places if place.proposed]


class ReserveForm(forms.Form):
    """How many ideas are kept in reserve beside the verdict."""

    count = forms.IntegerField(
        label=_("How many ideas stay in reserve?"),
        help_text=_("The next ones in the order of the ballot. Their makers read it in their letter."),
        min_value=0,
        max_value=RESERVES,
    )


def staffed_words(staffability: Staffability | None) -> str:
    """Return in a few words whether a team is possible."""
    if staffability is None:
        return str(_("No team yet"))
    if staffability.possible:
        return str(_("Team possible"))
    lacks = ", ".join(gap.role_words for gap in staffability.lacks)
    return str(_("The team lacks: %(roles)s")) % {"roles": lacks}


def own_order(stored: Sequence[str], allowed: Sequence[str]) -> list[str]:
    """Return the allowed identities in the stored order, with those that are missing from it at the end."""
    kept = [one for one in stored if one in allowed]
    return kept + [one for one in allowed if one not in kept]


def moved(order: Sequence[str], move: str) -> list[str]:
    """Return the order after one move, told as `identity:up` or `identity:down`; unknown moves change nothing."""
    identity, _colon, way = move.partition(":")
    result = list(order)
    if identity not in result or way not in {"up", "down"}:
        return result
    at = result.index(identity)
    to = max(0, at - 1) if way == "up" else min(len(result) - 1, at + 1)
    result.insert(to, result.pop(at))
    return result
