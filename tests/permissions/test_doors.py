"""What somebody could see or find out once, and cannot any more."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from datamatch.editions.enums import Access, Duty, Stage
from datamatch.ideas.enums import EnergyKind, IdeaState
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_coauthor, make_energy, make_idea
from tests.factories.people import make_person
from tests.permissions.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    """Keep files in a folder of this test."""
    settings.FILES_FOLDER = tmp_path / "files"


@pytest.mark.parametrize("page", ["send", "withdraw"])
@pytest.mark.parametrize("stage", [Stage.CALL, Stage.SCREENING])
def test_last_look_at_an_idea_is_for_its_authors(sign_in, page, stage):
    idea = make_idea(edition=make_edition(stage=stage))
    writer = make_coauthor(idea=idea, person=make_person(name="Ottoline Ravenscroft"))
    address = reverse(f"ideas:{page}", args=[idea.public_id])
    seen = sign_in(make_person()).get(address)
    assert seen.status_code == 403
    assert "Ravenscroft" not in seen.content.decode()
    assert sign_in(writer.person).get(address).status_code == 200


def test_file_with_an_idea_in_a_closed_edition_is_404(sign_in):
    world = World(access=Access.CODE)
    address = reverse("ideas:attachment", args=[world.idea.public_id, world.attachment.public_id])
    assert sign_in(world.people["member"]).get(address).status_code == 404
    answer = sign_in(world.people["author"]).get(address)
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, b"a;b\n")


@pytest.mark.parametrize("state", IdeaState.values)
def test_idea_in_a_closed_edition_is_404_whatever_its_state(sign_in, state):
    idea = make_idea(edition=make_edition(access=Access.CODE), state=state)
    assert sign_in(make_person()).get(idea.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("page", ["waiting", "complaints"])
def test_manager_of_a_sealed_call_reads_no_title_among_what_waits(sign_in, page):
    edition = make_edition(sealed=True)
    idea = make_idea(edition=edition, title="A sealed title")
    long_ago = timezone.now() - timedelta(days=30)
    make_energy(idea=idea, kind=EnergyKind.JOIN, stated_at=long_ago)
    seen = sign_in(make_manager(edition)).get(reverse(f"ideas:{page}", args=[edition.slug]))
    assert (seen.status_code, "A sealed title" in seen.content.decode()) == (403, False)


@pytest.mark.parametrize("name", ["plan", "appointments", "access", "questions", "clone"])
def test_edition_that_is_being_prepared_is_404_for_who_does_not_manage_it(sign_in, name):
    edition = make_edition(stage=Stage.PREPARING)
    address = reverse(f"editions:{name}", args=[edition.slug])
    assert sign_in(make_person()).get(address).status_code == 404
    assert sign_in(make_manager(edition)).get(address).status_code == 200


def test_deeds_in_an_edition_that_is_being_prepared_are_404_for_who_does_not_manage_it(sign_in):
    edition, browser = make_edition(stage=Stage.PREPARING), sign_in(make_person())
    theme = edition.themes.first()
    appointment = {"person": make_person().public_id, "duty": Duty.JUROR}
    deeds = {
        reverse("editions:add_theme", args=[edition.slug]): {},
        reverse("editions:remove_theme", args=[edition.slug, theme.slug]): {},
        reverse("editions:appoint", args=[edition.slug]): appointment,
        reverse("editions:dismiss", args=[edition.slug]): appointment,
    }
    assert {browser.post(address, given).status_code for address, given in deeds.items()} == {404}
