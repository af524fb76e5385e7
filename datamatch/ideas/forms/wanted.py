"""Whom the authors look for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.ideas.rules.wanted import why_not_seek_these
from datamatch.people.enums import disciplines


class WantedForm(forms.Form):
    """Roles from the list of disciplines, at most six."""

    roles = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Whom do you look for?"),
        help_text=_("Colleagues with this discipline see that you need them. At most 6."),
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        known = [(one.id, one.name) for one in disciplines().values() if one.id != "indiener"]
        self.fields["roles"].choices = known  # type: ignore[attr-defined]

    def clean_roles(self) -> list[str]:
        """Return the roles.

        :raises ValidationError: more than six
        """
        roles: list[str] = self.cleaned_data["roles"]
        if why_not := why_not_seek_these(roles):
            raise forms.ValidationError(why_not)
        return roles
