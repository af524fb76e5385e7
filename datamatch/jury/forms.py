"""Shape of what is typed on pitch day."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from datamatch.editions.models import Criterion
from datamatch.jury.models import Pitch
from datamatch.jury.queries import Place
from datamatch.people.models import Person
from datamatch.screening.enums import RESERVES
from datamatch.teams.queries import Staffability

GROUNDS = [
    ("unit", _("We work in the same unit")),
    ("part", _("I take part in the idea or gave it energy")),
    ("near", _("I know the makers too well to judge")),
    ("other", _("Another reason")),
]


MOMENT_INPUT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
MOMENT_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]


class PlanForm(forms.Form):
    """When pitch day begins and how long a pitch lasts."""

    starts_at = forms.DateTimeField(
        label=_("The first pitch begins"),
        widget=MOMENT_INPUT,
        input_formats=MOMENT_FORMATS,
    )
    minutes = forms.IntegerField(label=_("Length of a pitch"), min_value=1, max_value=60, initial=8)
    room = forms.CharField(label=_("Room"), max_length=80, required=False)


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


class HallForm(forms.Form):
    """Who of the audience may vote."""

    accounts_only = forms.ChoiceField(
        label=_("Who may vote"),
        choices=[("no", _("Everybody with the code")), ("yes", _("Everybody who signs in"))],
        initial="no",
        widget=forms.RadioSelect,
    )
    accounts_only.choice_hints = {  # type: ignore[attr-defined]
        "no": _("One vote per device. Who deletes cookies or takes a second device can vote again."),
        "yes": _("One vote per account. Visitors without an account look on."),
    }


class HallVoteForm(forms.Form):
    """Which pitch the audience likes best."""

    choice = forms.ChoiceField(label=_("Which pitch do you like best?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, pitches: Sequence[Pitch], **kwargs: Any) -> None:
        """Offer the pitches in running order."""
        super().__init__(*args, **kwargs)
        self._by_id = {str(pitch.public_id): pitch for pitch in pitches}
        field = self.fields["choice"]
        field.choices = [(one, pitch.idea.title) for one, pitch in self._by_id.items()]  # type: ignore[attr-defined]

    @property
    def pitch(self) -> Pitch:
        """Return the pitch that was chosen."""
        return self._by_id[self.cleaned_data["choice"]]


class AskForm(forms.Form):
    """A question from the hall."""

    text = forms.CharField(
        label=_("Your question"),
        help_text=_("Without your name. Others see it once somebody of the programme has read it."),
        max_length=280,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AddendumForm(forms.Form):
    """What is put right beside signed minutes."""

    text = forms.CharField(
        label=_("What is put right"),
        help_text=_("It stands below the minutes with your name. The minutes themselves stay as they were signed."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AbsenceForm(forms.Form):
    """Who is away on pitch day, and when."""

    person = forms.ModelChoiceField(label=_("Who"), queryset=Person.objects.none())
    starts_at = forms.DateTimeField(label=_("Away from"), widget=MOMENT_INPUT, input_formats=MOMENT_FORMATS)
    ends_at = forms.DateTimeField(label=_("Away until"), widget=MOMENT_INPUT, input_formats=MOMENT_FORMATS)

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        """Offer who is needed on the day."""
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        field.queryset = people  # type: ignore[attr-defined]
        field.label_from_instance = lambda person: person.name  # type: ignore[attr-defined]


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
