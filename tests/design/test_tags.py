"""Tags and includes draw what they promise."""

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from datamatch.design.samples import SampleForm, sample_form


def draw(source: str, **context: object) -> str:
    """Return the rendered template, white space folded."""
    return " ".join(Template("{% load i18n design %}" + source).render(Context(context)).split())


def test_icon_is_decoration_without_a_label() -> None:
    use = '<use href="/static/design/img/icons.svg#zap"></use>'
    assert draw('{% icon "zap" %}') == f'<svg class="dm-icon" aria-hidden="true" focusable="false">{use}</svg>'


def test_icon_with_a_label_is_spoken_and_escaped() -> None:
    assert 'role="img" aria-label="Close &lt;this&gt;"' in draw('{% icon "x" "" label %}', label="Close <this>")


@pytest.mark.parametrize(
    ("name", "letters"), [("Fatima Yılmaz", "FY"), ("Jan de Boer", "JB"), ("Anita", "A"), ("", "?")]
)
def test_initials_are_of_the_first_and_last_word(name: str, letters: str) -> None:
    assert draw("{{ name|initials }}", name=name) == letters


def test_tint_belongs_to_the_name() -> None:
    tints = [draw("{{ name|tint }}", name=name) for name in ["Anita", "Anita", "Youssef El Amrani"]]
    assert tints[0] == tints[1]
    assert set(tints) <= {"1", "2", "3", "4", "5", "6"}


def test_button_sends_a_form() -> None:
    html = draw('{% include "design/_button.html" with label="Send" kind="primary" %}')
    assert html == '<button type="submit" class="utrecht-button utrecht-button--primary-action">Send</button>'


def test_button_with_an_address_is_a_link() -> None:
    html = draw('{% include "design/_button.html" with label="Look" href="/x/" kind="quiet" %}')
    assert html == '<a href="/x/" class="utrecht-button utrecht-button--subtle">Look</a>'


def test_refused_button_sends_nothing_and_says_why() -> None:
    html = draw('{% include "design/_button.html" with label="Close" href="/x/" why_not="Two wait." %}')
    assert 'type="button"' in html
    assert "href" not in html.replace("use href", "")
    assert 'aria-disabled="true"' in html
    reason = html.split('aria-describedby="')[1].split('"')[0]
    assert f'id="{reason}">Two wait.' in html


def test_field_ties_help_and_error_to_its_control() -> None:
    html = draw('{% include "design/_field.html" with field=form.title %}', form=sample_form())
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert "you may skip" not in html


def test_optional_field_says_so_and_counts() -> None:
    html = draw('{% include "design/_field.html" with field=form.demand %}', form=SampleForm())
    assert "(you may skip this)" in html
    assert 'data-counter="id_demand_counter"' in html
    assert "At most 600 characters" in html


@pytest.mark.parametrize(("unit", "count"), [("hours per week", 1), (object(), 0), ("", 0)])
def test_number_shows_its_unit_only_when_that_is_words(unit: object, count: int) -> None:
    html = draw('{% include "design/_field.html" with field=form.hours %}', form=SampleForm(), unit=unit)
    assert html.count("dm-with-unit") == count


def test_choices_are_a_group_with_hints() -> None:
    html = draw('{% include "design/_field.html" with field=form.theme kind="cards" %}', form=sample_form())
    assert html.count('type="radio"') == 3
    assert html.count(" checked") == 1
    assert "<legend" in html
    assert "Fields, ditches, nature" in html


def test_scale_shows_one_point_per_score() -> None:
    html = draw('{% include "design/_scale.html" with field=form.score low="Hardly" high="Very" %}', form=sample_form())
    assert html.count("dm-scale__point") == 5
    assert 'value="4" id="id_score_3" checked' in html


def test_errors_link_to_the_fields() -> None:
    html = draw('{% include "design/_errors.html" %}', form=sample_form())
    assert 'href="#id_title"' in html
    assert 'href="#id_email"' in html
    assert draw('{% include "design/_errors.html" %}', form=SampleForm()) == ""


def test_table_names_the_column_in_every_cell() -> None:
    html = draw(
        '{% include "design/_table.html" with caption="C" %}',
        columns=[{"label": "Idea"}, {"label": "Energy", "number": True}],
        rows=[{"url": "/a/", "cells": ["Ditch", 4]}],
    )
    assert '<th scope="row"><a href="/a/">Ditch</a></th>' in html
    assert '<td data-label="Energy" class="dm-cell--number">4</td>' in html


def test_pager_keeps_the_other_parameters() -> None:
    page = Paginator(range(30), 10).page(2)
    html = draw('{% include "design/_pager.html" with query="theme=1" %}', page=page)
    assert 'href="?theme=1&amp;page=1"' in html
    assert 'href="?theme=1&amp;page=3"' in html
    assert draw('{% include "design/_pager.html" %}', page=Paginator(range(3), 10).page(1)) == ""


def test_slot_hands_content_to_an_include() -> None:
    html = draw(
        '{% slot body %}<p>{{ word }}</p>{% endslot %}{% include "design/_dialog.html" with id="d" title="T" %}',
        word="<b>",
    )
    assert "<p>&lt;b&gt;</p>" in html
    assert html.startswith('<dialog class="dm-dialog" id="d" aria-labelledby="d-title">')


def test_stage_bar_marks_the_current_stage() -> None:
    stages = [{"label": "Call", "state": "done"}, {"label": "Screening", "state": "current"}]
    html = draw('{% include "design/_stage_bar.html" %}', stages=stages)
    assert html.count('aria-current="step"') == 1


def test_ranker_cannot_move_past_the_ends() -> None:
    items = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    html = draw('{% include "design/_ranker.html" with action="/rank/" %}', items=items)
    assert 'value="a:down"' in html
    assert 'value="b:up"' in html
    assert html.count("<button") == 2


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("pink", ""), ("", "")])
def test_chosen_theme_is_light_dark_or_nothing(cookie: str, theme: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = cookie
    assert draw("{% chosen_theme as look %}[{{ look }}]", request=request) == f"[{theme}]"
