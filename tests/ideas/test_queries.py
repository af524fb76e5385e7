"""What can be read about ideas."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.ideas import queries
from datamatch.ideas.actions.findable import keep_edition_findable
from datamatch.ideas.enums import EnergyKind, IdeaState, Order
from datamatch.ideas.models import CoAuthor
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def shown(edition, to, **wishes):
    return list(queries.ideas_shown(edition=edition, to=to, **wishes))


def test_list_leaves_out_drafts_withdrawn_ideas_and_other_editions():
    edition = make_edition()
    sent = make_idea(edition=edition)
    make_idea(edition=edition, state=IdeaState.DRAFT)
    make_idea(edition=edition, state=IdeaState.WITHDRAWN)
    make_idea(edition=make_edition())
    assert shown(edition, make_person()) == [sent]


def test_text_search_wants_every_word_in_title_or_demand_in_any_case():
    edition = make_edition()
    found = make_idea(edition=edition, title="Water quality", demand="Where do measures help?")
    make_idea(edition=edition, title="Water meters", demand="Who has one?")
    keep_edition_findable(edition, at=MOMENT)
    assert shown(edition, make_person(), text="MEASURES water") == [found]


def test_text_search_finds_no_idea_by_its_author_or_unit():
    edition = make_edition()
    make_idea(edition=edition, submitter=make_person(name="Zebedeus"), unit_name="Unit Zebedeus")
    assert shown(edition, make_person(), text="Zebedeus") == []


def test_theme_narrows_the_list():
    edition = make_edition()
    first, second = edition.themes.all()
    make_idea(edition=edition, theme=first)
    found = make_idea(edition=edition, theme=second)
    assert shown(edition, make_person(), theme=second) == [found]


def test_fair_order_is_the_same_each_time_for_one_reader():
    edition, reader = make_edition(), make_person()
    for _ in range(12):
        make_idea(edition=edition)
    assert shown(edition, reader) == shown(edition, reader)


def test_fair_order_puts_each_of_two_ideas_first_about_equally_often():
    edition = make_edition()
    ideas = [make_idea(edition=edition) for _ in range(2)]
    first = [shown(edition, make_person())[0] for _ in range(200)]
    assert 70 <= first.count(ideas[0]) <= 130


def test_newest_and_number_orders():
    edition, reader = make_edition(), make_person()
    early = make_idea(edition=edition, number=2, sent_at=MOMENT)
    late = make_idea(edition=edition, number=1, sent_at=later(days=1))
    assert shown(edition, reader, order=Order.NEWEST) == [late, early]
    assert shown(edition, reader, order=Order.NUMBER) == [late, early]


def test_energy_order_counts_after_the_call():
    edition = make_edition(stage=Stage.SCREENING)
    cold, warm = make_idea(edition=edition), make_idea(edition=edition)
    make_energy(idea=warm)
    ideas = shown(edition, make_person(), order=Order.ENERGY)
    assert [(idea, idea.energy_given) for idea in ideas] == [(warm, 1), (cold, 0)]


def test_energy_order_tells_nothing_during_the_call():
    edition, reader = make_edition(), make_person()
    for _ in range(6):
        make_energy(idea=make_idea(edition=edition))
    ideas = shown(edition, reader, order=Order.ENERGY)
    assert ideas == shown(edition, reader, order=Order.FAIR)
    assert not hasattr(ideas[0], "energy_given")


def test_manager_sees_the_energy_order_during_the_call():
    edition = make_edition()
    make_idea(edition=edition)
    warm = make_idea(edition=edition)
    make_energy(idea=warm)
    assert shown(edition, make_manager(edition), order=Order.ENERGY)[0] == warm


def test_authors_are_the_submitter_and_who_accepted():
    idea = make_idea(edition=make_edition())
    accepted, invited = make_person(), make_person()
    CoAuthor.objects.create(idea=idea, person=accepted, invited_at=MOMENT, accepted_at=MOMENT)
    CoAuthor.objects.create(idea=idea, person=invited, invited_at=MOMENT)
    assert queries.authors_of(idea) == [idea.submitter, accepted]


def test_ideas_and_drafts_of_a_person():
    edition, person = make_edition(), make_person()
    draft = make_idea(edition=edition, submitter=person, state=IdeaState.DRAFT, changed_at=later(days=1))
    sent = make_idea(edition=edition, submitter=person)
    make_idea(edition=edition)
    assert list(queries.ideas_of(person)) == [draft, sent]
    assert list(queries.drafts_of(person)) == [draft]


def test_energy_is_counted_per_kind():
    idea = make_idea(edition=make_edition())
    make_energy(idea=idea, kind=EnergyKind.JOIN)
    make_energy(idea=idea)
    make_energy(idea=idea)
    assert queries.energy_counts(idea) == {"support": 2, "join": 1, "advise": 0, "same_problem": 0}


def test_energy_in_an_edition_leaves_out_withdrawn_ideas():
    edition = make_edition()
    counted = make_energy(idea=make_idea(edition=edition))
    make_energy(idea=make_idea(edition=edition, state=IdeaState.WITHDRAWN))
    assert list(queries.energy_in(edition)) == [counted]


def test_themes_are_counted():
    edition = make_edition()
    first, second = edition.themes.all()
    make_idea(edition=edition, theme=first)
    make_idea(edition=edition, theme=first, state=IdeaState.DRAFT)
    assert queries.theme_counts(edition, to=make_person()) == {first.pk: 1}
    assert queries.theme_counts(edition, to=make_person()).get(second.pk, 0) == 0
