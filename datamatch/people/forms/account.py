"""The shape of what people tell when they register, invite somebody, or close their account."""

from typing import Any

from allauth.core import context
from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from datamatch.people import rules
from datamatch.people.forms.profile import UnitField
from datamatch.people.models import Invitation, Person
from datamatch.people.queries import domains, invitation_with_id, units_on

INVITATION = "people.invitation"


def invitation_of(request: HttpRequest) -> Invitation | None:
    """Return the invitation with which somebody came in, as long as it lets them register."""
    invitation = invitation_with_id(request.session.get(INVITATION))
    return None if rules.why_not_use(invitation=invitation, at=timezone.now()) else invitation


class SignupForm(forms.Form):
    """What somebody tells beside address and password when they register (named in the settings)."""

    name = forms.CharField(max_length=120, label=_("Your name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    unit = UnitField(required=False, help_text=_("Where do you work? You can change this later."))
    accepted = forms.BooleanField(
        label=_("I understand what is kept about me"),
        help_text=_("Your name, address and unit, and what you tell yourself. You can always change it."),
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["unit"].queryset = units_on(timezone.localdate())  # type: ignore[attr-defined]
        self.invitation = invitation_of(context.request)
        if self.invitation and self.invitation.email:
            self.initial.setdefault("email", self.invitation.email)

    def domains(self) -> list[str]:
        """Return at which mail domains an address must be; none when every address may, or an invitation is held."""
        return [] if self.invitation else [domain.name for domain in domains()]

    def clean(self) -> dict[str, Any]:
        """Return what was told; an address that may not register is a fault."""
        given = super().clean() or {}
        if given.get("email") and (reason := rules.why_not_register(email=given["email"], invitation=self.invitation)):
            self.add_error("email", reason)
        return given

    def signup(self, request: HttpRequest, user: Person) -> None:
        """Do nothing more: the account adapter stored the person with everything told here."""


class DomainForm(forms.Form):
    """A mail domain."""

    name = forms.CharField(max_length=255, label=_("Mail domain"), help_text=_("What stands after the @: example.nl."))


class InviteForm(forms.Form):
    """Whom an invitation is for, and how long it is good."""

    email = forms.EmailField(
        required=False,
        label=_("E-mail address"),
        help_text=_("We mail the link there, and only this address can use it. Without an address you get a link."),
    )
    days = forms.IntegerField(min_value=1, max_value=90, initial=14, label=_("How long does it work?"))


class CloseForm(forms.Form):
    """One confirmation."""

    sure = forms.BooleanField(label=_("Yes, close my account. I know that this cannot be undone."))
