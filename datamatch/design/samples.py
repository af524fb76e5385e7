"""What the style page shows: every component with something to say."""

import re
from pathlib import Path
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COLOURS = {
    "paper": ["paper", "raised", "sunk", "line", "line-strong"],
    "ink": ["ink", "ink-soft", "link", "night"],
    "accent": ["accent", "accent-strong", "accent-ink", "accent-tint"],
    "themes": ["theme-1", "theme-1-tint", "theme-2", "theme-2-tint", "theme-3", "theme-3-tint", "theme-4", "theme-4-tint"],
    "states": ["good", "good-tint", "care", "care-tint", "bad", "bad-tint", "info", "info-tint"],
}

TAGS: list[dict[str, Any]] = [
    {"label": _("Soil and water"), "kind": "theme-1", "icon": "droplets"},
    {"label": _("Companies"), "kind": "theme-2", "icon": "factory"},
    {"label": _("Energy"), "kind": "theme-3", "icon": "zap"},
    {"label": _("Own work"), "kind": "theme-4", "icon": "building-2"},
    {"label": _("Data analyst"), "kind": "role", "icon": "user"},
    {"label": _("4 hours per week"), "kind": "energy", "icon": "heart-handshake"},
    {"label": _("Settled"), "kind": "good", "icon": "check"},
    {"label": _("To discuss"), "kind": "care", "icon": "message-circle"},
    {"label": _("Stopped"), "kind": "bad", "icon": "x"},
    {"label": _("New"), "kind": "info"},
    {"label": _("On stage"), "kind": "on", "icon": "mic"},
]

STAGES: list[dict[str, Any]] = [
    {"label": _("Preparing"), "state": "done", "date": "3 jan"},
    {"label": _("Call"), "state": "done", "date": "1 feb"},
    {"label": _("Screening"), "state": "current", "date": "14 mrt"},
    {"label": _("Matching"), "state": "next", "date": "4 apr"},
    {"label": _("Pitching"), "state": "next", "date": "25 apr"},
    {"label": _("Delivery"), "state": "next", "date": "2 mei"},
    {"label": _("Showcase"), "state": "next", "date": "1 aug"},
    {"label": _("Closed"), "state": "next", "date": "1 sep"},
]

FACTS: list[dict[str, Any]] = [
    {"name": _("Sent by"), "value": "Fatima Yılmaz"},
    {"name": _("Unit"), "value": "Agrarische Markten"},
    {"name": _("Hours"), "value": "84"},
]

COLUMNS: list[dict[str, Any]] = [
    {"label": _("Idea")},
    {"label": _("Theme")},
    {"label": _("Reviews"), "number": True},
    {"label": _("Energy"), "number": True},
]
ROWS: list[dict[str, Any]] = [
    {"url": "#table", "cells": ["Welke sloten vallen droog?", _("Soil and water"), "3", "14"]},
    {"url": "#table", "cells": ["Stoppersregeling in één oogopslag", _("Companies"), "2", "9"]},
    {"url": "#table", "cells": ["Vergunningen die op elkaar wachten", _("Own work"), "3", "21"]},
]

THEME_CHOICES: list[tuple[str, Promise]] = [
    ("water", _("Soil and water")),
    ("companies", _("Companies")),
    ("energy", _("Energy")),
]
ANCHORS = [(str(point), str(point)) for point in range(1, 6)]


class SampleForm(forms.Form):
    """One field of every kind, two of them with an error."""

    title = forms.CharField(label=_("Title"), help_text=_("One line that a colleague understands."))
    email = forms.EmailField(label=_("E-mail"))
    demand = forms.CharField(
        label=_("Which question do you want to answer?"), max_length=600, widget=forms.Textarea, required=False
    )
    theme = forms.ChoiceField(label=_("Theme"), choices=THEME_CHOICES, widget=forms.RadioSelect)
    unit = forms.ChoiceField(label=_("Unit"), choices=THEME_CHOICES, required=False)
    skills = forms.MultipleChoiceField(
        label=_("What can you do?"), choices=THEME_CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )
    starts_on = forms.DateField(label=_("Start"), widget=forms.DateInput(attrs={"type": "date"}))
    hours = forms.IntegerField(label=_("Time you have"), min_value=0, max_value=36)
    agreed = forms.BooleanField(label=_("I have read what happens with my idea"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choice_hints = {  # type: ignore[attr-defined]
            "water": _("Fields, ditches, nature"),
            "companies": _("From farm to factory"),
            "energy": _("Grid, heat, saving"),
        }


def sample_form() -> SampleForm:
    """Return a form that was sent with two faults."""
    return SampleForm(
        {"title": "", "email": "fatima", "theme": "water", "hours": "4", "starts_on": "2026-05-01", "agreed": "on"}
    )


def icon_names() -> list[str]:
    """Return the names of all icons in the sprite."""
    sprite = Path(__file__).parent / "static/design/img/icons.svg"
    return re.findall(r'<symbol id="([a-z0-9-]+)"', sprite.read_text(encoding="utf-8"))


def samples() -> dict[str, Any]:
    """Return everything the style page shows."""
    return {
        "colours": COLOURS,
        "tags": TAGS,
        "stages": STAGES,
        "facts": FACTS,
        "columns": COLUMNS,
        "rows": ROWS,
        "form": sample_form(),
        "card_meta": ["Fatima Yılmaz", _("14 times energy")],
        "icons": icon_names(),
    }
