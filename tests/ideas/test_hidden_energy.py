"""Before the call is closed nothing tells who cares for which idea: two worlds that differ in it look alike."""

import re

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from datamatch.editions.enums import Duty, Stage
from datamatch.foundation.models import Mail
from datamatch.foundation.public import drawn_from
from datamatch.ideas import actions
from datamatch.ideas.enums import EnergyKind, Look, Order
from tests.browser.places import names_in, some_parts
from tests.factories.answers import whole
from tests.factories.editions import appoint, make_edition
from tests.factories.ideas import make_comment, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken[^,}]*|nonce="[^"]*"|name="(?:comment|draft)" value="[^"]*"'
)


@pytest.fixture
def world():
    with drawn_from(11):
        edition = make_edition(slug="here", stage=Stage.CALL)
        ideas = [make_idea(edition=edition, title=f"Idea {number}", number=number) for number in range(1, 6)]
        for idea in ideas:
            make_comment(idea=idea)
        readers = {"member": make_person(), "author": ideas[0].submitter}
        readers |= {duty.value: appoint(edition, duty) for duty in Duty if duty not in (Duty.MANAGER, Duty.DIRECTOR)}
        givers = [make_person(name=f"Zebedeus {number}") for number in range(4)]
    return {"edition": edition, "ideas": ideas, "readers": readers, "givers": givers}


def pages(world):
    """Return every address of the product that exists for these things, and the list in every order and look."""
    slug, idea, person = world["edition"].slug, world["ideas"][0], world["givers"][0]
    known = {"edition_slug": slug, "idea_id": idea.public_id, "person_id": person.public_id}
    found = set()
    for name in names_in(get_resolver()):
        for parts in ({}, *some_parts("00000000-0000-4000-8000-000000000000")):
            given = {word: known.get(word, value) for word, value in parts.items()}
            try:
                found.add(reverse(name, kwargs=given))
            except NoReverseMatch:
                continue
    listed = reverse("ideas:ideas", args=[slug])
    found |= {f"{listed}?order={order}&look={look}" for order in Order for look in Look}
    found |= {f"{listed}?{query}" for query in ("joined=somebody", "joined=nobody", "text=Zebedeus", "near=3")}
    return sorted(found)


def seen(client, world, reader):
    """Return what a reader gets at every address, without what differs on every request."""
    client.logout()
    client.force_login(reader)
    client.cookies["django_language"] = "en"
    answers = {}
    for path in pages(world):
        if path.startswith("/account/") or "download" in path:
            continue
        answer = client.get(path)
        body = whole(answer)
        answers[path] = (answer.status_code, CHANGING.sub("", body.decode(errors="replace")))
    return answers


def give(world, *, joins):
    """Let everybody give energy to one idea and nobody to another."""
    for person in world["givers"]:
        for kind in EnergyKind:
            if kind == EnergyKind.JOIN and not joins:
                continue
            said = {"role": "jurist", "hours_per_week": 3} if kind == EnergyKind.JOIN else {}
            actions.give_energy(idea=world["ideas"][0], by=person, at=MOMENT, kind=kind, why="Zebedeus says", **said)


@pytest.mark.parametrize("who", ["member", "screener", "juror", "author"])
def test_no_page_list_order_search_or_file_tells_energy_during_the_call(client, world, who):
    """An author answers who asks to join, so for the author nobody joins here; all else stays hidden from them too."""
    reader = world["readers"][who]
    before = seen(client, world, reader)
    give(world, joins=who != "author")
    after = seen(client, world, reader)
    assert [path for path in before if before[path] != after[path]] == []
    assert not any("Zebedeus says" in body for _status, body in after.values())


def test_same_pages_do_tell_once_the_call_is_closed(client, world):
    give(world, joins=True)
    world["edition"].stage = Stage.SCREENING
    world["edition"].save()
    after = seen(client, world, world["readers"]["member"])
    assert any("Zebedeus says" in body for _status, body in after.values())


def test_no_mail_tells_energy_during_the_call(world):
    give(world, joins=False)
    actions.follow_idea(idea=world["ideas"][0], by=world["readers"]["member"], wanted=True, at=MOMENT)
    actions.remind_of_joiners(at=later(days=8))
    actions.send_digests(at=later(hours=5))
    told = " ".join(f"{mail.subject} {mail.body}" for mail in Mail.objects.all())
    assert "Zebedeus says" not in told
    assert not any(word in told for word in ("support", "energy", "same problem"))
