"""The pages on which a manager weighs a draft."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.teams.models import Exclusion, Member, Suggestion
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.teams import make_member, make_shortlisted, make_suggestion, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition(stage=Stage.MATCHING)


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(hours_per_week=0))


@pytest.fixture
def suggestion(edition):
    return make_suggestion(team=make_team(idea=make_shortlisted(edition=edition)), person=make_person(name="Kim Q"))


def text_of(answer):
    return " ".join(answer.content.decode().split())


def test_manager_reads_who_is_proposed_and_why_and_others_read_no_name(sign_in, edition, manager, suggestion):
    team = suggestion.team
    page = text_of(sign_in(manager).get(team.get_absolute_url()))
    words = (
        "Kim Q",
        "Not asked yet",
        "Supports this idea.",
        "Ask Kim Q",
        "Keep in the next proposal",
        "Leave Kim Q out",
    )
    assert [word for word in words if word not in page] == []
    for reader in (make_juror(edition), team.idea.submitter):
        for address in (team.get_absolute_url(), reverse("teams:teams", args=[edition.slug])):
            page = text_of(sign_in(reader).get(address))
            assert ("Kim Q" in page, "Somebody will be asked" in page) == (False, True)


def test_pinning_and_letting_go_by_the_page(sign_in, manager, suggestion):
    client, address = sign_in(manager), reverse("teams:pin", args=[suggestion.public_id])
    page = text_of(client.post(address, {"keep": "yes"}, follow=True))
    assert ("Need not stay" in page, Suggestion.objects.get().pinned) == (True, True)
    client.post(address, {"keep": "no"})
    assert not Suggestion.objects.get().pinned


def test_asking_one_and_asking_everybody_by_the_page(sign_in, edition, manager, suggestion):
    client = sign_in(manager)
    other = make_suggestion(team=suggestion.team, role="jurist")
    client.post(reverse("teams:ask_suggested", args=[suggestion.public_id]))
    assert list(Member.objects.values_list("person", flat=True)) == [suggestion.person_id]
    assert "Ask this 1 person" in text_of(client.get(reverse("teams:teams", args=[edition.slug])))
    page = text_of(client.post(reverse("teams:ask_everybody", args=[edition.slug]), follow=True))
    assert "1 person gets a mail." in page
    assert Member.objects.filter(person=other.person).exists()


def test_asking_everybody_names_who_cannot_be_asked(sign_in, edition, manager, suggestion):
    make_juror(edition, suggestion.person)
    page = text_of(sign_in(manager).post(reverse("teams:ask_everybody", args=[edition.slug]), follow=True))
    assert "Kim Q is a juror or a manager of this edition" in page


def leave_out_page(suggestion):
    return reverse("teams:leave_out", args=[suggestion.team.public_id, suggestion.person.public_id])


def test_leaving_out_of_one_team_by_the_page_and_back(sign_in, manager, suggestion):
    client = sign_in(manager)
    page = text_of(client.post(leave_out_page(suggestion), {"how": "never", "reason": "Same desk"}, follow=True))
    assert ("Same desk" in page, "Let Kim Q in again" in page) == (True, True)
    page = text_of(client.post(reverse("teams:allow", args=[Exclusion.objects.get().public_id]), follow=True))
    assert ("Same desk" in page, Exclusion.objects.count()) == (False, 0)


def test_leaving_out_for_now_by_the_page_and_back(sign_in, edition, manager, suggestion):
    client = sign_in(manager)
    client.post(leave_out_page(suggestion), {"how": "now", "reason": "On leave"})
    page = text_of(client.get(reverse("teams:teams", args=[edition.slug])))
    assert ("Left out for now" in page, "On leave" in page) == (True, True)
    answer = client.post(reverse("teams:allow", args=[Exclusion.objects.get().public_id]))
    assert (answer.url, Exclusion.objects.count()) == (reverse("teams:teams", args=[edition.slug]), 0)


def test_leaving_out_comes_back_with_what_was_typed_and_the_reason(sign_in, manager, suggestion):
    client = sign_in(manager)
    make_member(team=suggestion.team, person=suggestion.person)
    answer = client.post(leave_out_page(suggestion), {"how": "never", "reason": "Same desk"})
    page = text_of(answer)
    assert (answer.status_code, "Same desk" in page) == (422, True)
    assert "Kim Q was asked for this team. Remove them from it first." in page
    assert client.post(leave_out_page(suggestion), {"reason": "x" * 301}).status_code == 422


def test_reasons_are_for_managers_only(sign_in, edition, manager, suggestion):
    team, person = suggestion.team, make_person(name="Lee")
    for target in (team, None):
        Exclusion.objects.create(edition=edition, team=target, person=person, reason="Hush", by=manager, at=MOMENT)
    for reader in (make_juror(edition), team.idea.submitter):
        for address in (team.get_absolute_url(), reverse("teams:teams", args=[edition.slug])):
            page = text_of(sign_in(reader).get(address))
            assert ("Hush" in page, "Lee" in page) == (False, False)


def test_weighing_is_refused_to_others(sign_in, edition, suggestion):
    client = sign_in(make_juror(edition))
    exclusion = Exclusion.objects.create(edition=edition, person=make_person(), at=MOMENT)
    addresses = [
        reverse("teams:ask_everybody", args=[edition.slug]),
        reverse("teams:ask_suggested", args=[suggestion.public_id]),
        reverse("teams:pin", args=[suggestion.public_id]),
        reverse("teams:allow", args=[exclusion.public_id]),
        leave_out_page(suggestion),
    ]
    assert [client.post(address).status_code for address in addresses] == [403] * 5
    assert client.get(leave_out_page(suggestion)).status_code == 403
    assert (Suggestion.objects.count(), Member.objects.count(), Exclusion.objects.count()) == (1, 0, 1)
