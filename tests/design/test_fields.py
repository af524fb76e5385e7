"""A bound field is drawn as what it is."""

import pytest

from datamatch.design import fields
from datamatch.design.samples import SampleForm


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("title", "text"),
        ("demand", "textarea"),
        ("theme", "choices"),
        ("skills", "choices"),
        ("unit", "select"),
        ("starts_on", "text"),
        ("agreed", "checkbox"),
    ],
)
def test_kind_of_a_field_follows_its_widget(name: str, kind: str) -> None:
    assert fields.kind_of(SampleForm()[name]) == kind


def test_control_keeps_its_own_class() -> None:
    form = SampleForm()
    form.fields["title"].widget.attrs["class"] = "mine"
    assert fields.attributes_of(form["title"])["class"] == "utrecht-textbox mine"


def test_control_without_help_or_error_describes_nothing() -> None:
    assert fields.attributes_of(SampleForm()["email"]) == {"class": "utrecht-textbox"}
