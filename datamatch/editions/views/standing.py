"""Whether a form goes through: the rule says it after the shape is right."""

from django import forms


def may(form: forms.BaseForm, why_not: str | None) -> bool:
    """Tell whether nothing stands in the way; the reason stands above the form, and what was typed stays."""
    if why_not:
        form.add_error(None, why_not)
    return not why_not
