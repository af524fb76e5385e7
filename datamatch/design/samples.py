"""What the style page shows: every component with something to say."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from datamatch.foundation.models import Job

COLOURS = {
    "paper": ["paper", "raised", "sunk", "line", "line-strong"],
    "ink": ["ink", "ink-soft", "link", "night"],
    "accent": ["accent", "accent-strong", "accent-ink", "accent-tint"],
    "themes": [f"theme-{number}{tint}" for number in range(1, 5) for tint in ("", "-tint")],
    "states": ["good", "good-tint", "care", "care-tint", "bad", "bad-tint", "info", "info-tint"],
}

SPACES = range(1, 9)
SHAPES = ["radius-s", "radius", "radius-l", "round", "shadow", "shadow-high"]

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

PLACE: list[dict[str, Any]] = [
    {"label": _("Colours"), "url": "#tokens", "current": True},
    {"label": _("Form"), "url": "#form"},
    {"label": _("Charts"), "url": "#bars"},
    {"label": _("Steps"), "url": "#steps"},
    {"label": _("Icons"), "url": "#icons"},
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


PEOPLE = ["Fatima Yılmaz", "Jan de Boer", "Merel van Dijk", "Sjoerd Hoekstra", "Anita", "Youssef El Amrani"]

FUNNEL: list[dict[str, Any]] = [
    {"label": _("ideas"), "number": 111, "text": _("from 23 units")},
    {"label": _("pitches"), "number": 10, "text": _("each with a team")},
    {"label": _("projects"), "number": 3, "text": _("done in three months")},
]

GRID_COLUMNS = ["wk 46", "wk 47", "wk 48"]
GRID_ROWS = [
    {"label": "NVWA", "cells": [{"value": number, "text": str(number)} for number in (3, 12, 7)], "total": 22},
    {"label": "RVO", "cells": [{"value": number, "text": str(number)} for number in (0, 4, 1)], "total": 5},
]
GRID_TOTALS = [3, 16, 8, 27]
BAR_ROWS: list[dict[str, Any]] = [
    {"label": _("Soil and water"), "value": 38, "kind": "theme-1"},
    {"label": _("Companies"), "value": 31, "kind": "theme-2"},
    {"label": _("Energy"), "value": 27, "kind": "theme-3"},
    {"label": _("Own work"), "value": 15, "kind": "theme-4"},
]

INTERVAL_ROWS: list[dict[str, Any]] = [
    {"label": "Welke sloten vallen droog?", "low": 4.1, "value": 4.5, "high": 4.8, "text": "99 %", "state": "in"},
    {
        "label": "Vergunningen die op elkaar wachten",
        "low": 3.8,
        "value": 4.3,
        "high": 4.7,
        "text": "97 %",
        "state": "in",
    },
    {
        "label": "Stoppersregeling in één oogopslag",
        "low": 3.3,
        "value": 3.9,
        "high": 4.5,
        "text": "61 %",
        "state": "between",
    },
    {"label": "Warmte over van de kas", "low": 3.2, "value": 3.8, "high": 4.4, "text": "48 %", "state": "between"},
    {"label": "Wie belt er twee keer?", "low": 2.1, "value": 2.7, "high": 3.3, "text": "1 %", "state": "out"},
]

DOT_ROWS: list[dict[str, Any]] = [
    {"label": "Welke sloten vallen droog?", "values": [4, 5, 5], "value": 4.7},
    {"label": "Stoppersregeling in één oogopslag", "values": [2, 4, 5], "value": 3.7},
    {"label": "Wie belt er twee keer?", "values": [2, 2, 3], "value": 2.3},
]

STEPS: list[dict[str, Any]] = [
    {"title": _("Sent"), "date": "12 feb", "state": "done", "who": "Fatima Yılmaz", "icon": "lightbulb"},
    {"title": _("Fourteen times energy"), "date": "1 mrt", "state": "done", "icon": "heart-handshake"},
    {
        "title": _("Read by three people"),
        "date": "14 mrt",
        "state": "done",
        "text": _("Clear question, data exist."),
        "icon": "eye",
    },
    {
        "title": _("In the shortlist"),
        "date": "20 mrt",
        "state": "done",
        "text": _("Chance to belong there: 97 percent."),
        "icon": "list-checks",
    },
    {"title": _("On stage"), "date": "25 apr", "state": "current", "icon": "mic"},
    {"title": _("Three months of work"), "state": "next", "icon": "calendar"},
    {"title": _("Case"), "state": "next", "icon": "book-open"},
]

RANKED: list[dict[str, Any]] = [
    {"id": "a", "label": "Welke sloten vallen droog?", "text": _("7 people, 180 hours")},
    {"id": "b", "label": "Warmte over van de kas", "text": _("5 people, 120 hours")},
    {"id": "c", "label": "Vergunningen die op elkaar wachten", "text": _("6 people, 150 hours")},
]


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
    starts_on = forms.DateField(label=_("Starts on"), widget=forms.DateInput(attrs={"type": "date"}))
    hours = forms.IntegerField(label=_("Time you have"), min_value=0, max_value=36)
    score = forms.ChoiceField(label=_("How useful is the question?"), choices=ANCHORS, widget=forms.RadioSelect)
    agreed = forms.BooleanField(label=_("I have read what happens with my idea"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["score"].choice_hints = {"1": _("Nobody waits for it"), "5": _("Many wait for it")}  # type: ignore[attr-defined]
        self.fields["theme"].choice_hints = {  # type: ignore[attr-defined]
            "water": _("Fields, ditches, nature"),
            "companies": _("From farm to factory"),
            "energy": _("Grid, heat, saving"),
        }


class FilterForm(forms.Form):
    """What narrows a list; every field may stay empty."""

    theme = forms.ChoiceField(label=_("Theme"), choices=THEME_CHOICES)
    words = forms.CharField(label=_("Words"))


def sample_form() -> SampleForm:
    """Return a form that was sent with two faults."""
    return SampleForm(
        {
            "title": "",
            "email": "fatima",
            "theme": "water",
            "hours": "4",
            "starts_on": "2026-05-01",
            "score": "4",
            "agreed": "on",
        }
    )


def jobs() -> list[Job]:
    """Return a job in each of its states, in the language of the reader."""
    now, states = timezone.now(), Job.State
    asked = {"asked_at": now - timedelta(seconds=20), "language": (get_language() or "nl")[:2]}
    return [
        Job(state=states.WAITING, **asked),
        Job(state=states.RUNNING, share=40, saying=str(_("Sharing out the reviews")), **asked),
        Job(state=states.DONE, saying=str(_("14 reviews were asked.")), ended_at=now - timedelta(minutes=3), **asked),
        Job(state=states.REFUSED, problem=str(_("Appoint at least 2 screeners first.")), **asked),
        Job(state=states.FAILED, problem=str(_("Something went wrong on our side.")), **asked),
    ]


def icon_names() -> list[str]:
    """Return the names of all icons in the sprite."""
    sprite = Path(__file__).parent / "static/design/img/icons.svg"
    return re.findall(r'<symbol id="([a-z0-9-]+)"', sprite.read_text(encoding="utf-8"))


def samples() -> dict[str, Any]:
    """Return everything the style page shows."""
    return {
        "colours": COLOURS,
        "spaces": SPACES,
        "shapes": SHAPES,
        "tags": TAGS,
        "stages": STAGES,
        "facts": FACTS,
        "columns": COLUMNS,
        "rows": ROWS,
        "form": sample_form(),
        "filter_form": FilterForm(),
        "card_meta": ["Fatima Yılmaz", _("14 times energy")],
        "people": PEOPLE,
        "funnel": FUNNEL,
        "bar_rows": BAR_ROWS,
        "grid_columns": GRID_COLUMNS,
        "grid_rows": GRID_ROWS,
        "grid_totals": GRID_TOTALS,
        "interval_rows": INTERVAL_ROWS,
        "dot_rows": DOT_ROWS,
        "steps": STEPS,
        "diff_before": _("Which ditches run dry in summer?"),
        "diff_after": _("Which ditches and ponds run dry first?"),
        "ranked": RANKED,
        "jobs": jobs(),
        "page": Paginator(range(111), 10).page(2),
        "edition_here": _("Second edition"),
        "edition_nav": PLACE,
        "icons": icon_names(),
    }
