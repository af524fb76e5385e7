"""Shape of ground rules, of a tie that somebody names, and of handing a decision to a deputy."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.screening import queries
from datamatch.screening.enums import Tie
from datamatch.screening.models import GroundRules


class GroundRulesForm(forms.Form):
    """Which ties keep somebody from judging."""

    minded = forms.MultipleChoiceField(
        label=_("Who does not judge an idea?"),
        help_text=_("Somebody with one of these ties is not asked to review an idea and does not decide about it."),
        choices=Tie.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    shows_reviews = forms.BooleanField(
        label=_("After their own review, screeners read what others gave"),
        help_text=_(
            "Without names. Before their own review they never see it, so that everybody judges for themselves."
        ),
        required=False,
    )
    reviews_due_on = forms.DateField(
        label=_("Reviews are wanted before"),
        help_text=_("Screeners who are not done get a mail seven days and two days before."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )

    def __init__(self, *args: Any, ground_rules: GroundRules) -> None:
        """Begin with the ground rules as they are."""
        super().__init__(*args)
        kept = ("shows_reviews", "reviews_due_on")
        self.initial = {"minded": sorted(ground_rules.minded)} | {name: getattr(ground_rules, name) for name in kept}


class TitleChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice among ideas, by number and title."""

    def label_from_instance(self, obj: Any) -> str:
        """Return how an idea is named in the list."""
        return f"{obj.number}. {obj.title}" if obj.number else obj.title


class ConflictForm(forms.Form):
    """To which idea somebody is tied, and how."""

    idea = TitleChoiceField(
        label=_("Which idea?"),
        empty_label=_("Choose an idea"),
        queryset=Idea.objects.none(),
        to_field_name="public_id",
    )
    reason = forms.CharField(
        label=_("What ties you to it?"),
        help_text=_("Only programme managers read this. A few words are enough."),
        max_length=300,
    )

    def __init__(self, *args: Any, edition: Any, person: Person, **kwargs: Any) -> None:
        """Offer the ideas to which this person has not named a tie yet."""
        super().__init__(*args, **kwargs)
        field = self.fields["idea"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - it is declared above
        field.queryset = queries.declarable_ideas(person, edition)


class DeputyForm(forms.Form):
    """Who decides in the place of a manager."""

    email = forms.EmailField(
        label=_("Address of the deputy"),
        help_text=_("Somebody with an account who is free of ties with this idea. They get a mail."),
    )

    def clean_email(self) -> str:
        """Find the person with this address."""
        email = str(self.cleaned_data["email"]).strip().lower()
        self.person = Person.objects.filter(email=email, is_active=True).first()
        if self.person is None:
            raise forms.ValidationError(_("Nobody with this address has an account."))
        return email
