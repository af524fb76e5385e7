"""The shape of what somebody wants to be mailed about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from datamatch.ideas.enums import Followed, ToMe


class MailWishForm(forms.Form):
    """When to mail about what is said to me, and about the ideas I follow."""

    to_me = forms.ChoiceField(
        choices=ToMe.choices,
        widget=forms.RadioSelect,
        label=_("When somebody mentions you or answers you"),
    )
    followed = forms.ChoiceField(
        choices=Followed.choices,
        widget=forms.RadioSelect,
        label=_("When something happens to an idea you follow"),
    )
