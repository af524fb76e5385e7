"""Writing an idea together: who may be asked, who may answer, and what each deed leaves behind."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.models import CoAuthor, Energy
from datamatch.people.models import Domain
from tests.factories.editions import make_edition
from tests.factories.ideas import make_coauthor, make_energy, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(), state=IdeaState.DRAFT)


def invite(idea, person, by=None):
    return actions.invite_coauthor(idea=idea, person=person, by=by or idea.submitter, at=MOMENT)


def move(idea, stage):
    idea.edition.stage = stage
    idea.edition.save()


def test_invited_person_reads_the_draft_and_cannot_change_it(idea):
    person = make_person()
    assert rules.why_not_see(idea=idea, by=person) is not None
    invite(idea, person)
    assert rules.why_not_see(idea=idea, by=person) is None
    assert rules.why_not_change(idea=idea, by=person) is not None
    assert queries.authors_of(idea) == [idea.submitter]


def test_invitation_goes_by_mail_in_the_language_of_who_is_asked(idea):
    invite(idea, make_person(language="en"))
    mail = Mail.objects.get()
    assert (mail.subject, mail.language) == (f"Will you co-write this? {idea.title}", "en")
    assert f"/ideeen/{idea.public_id}/uitnodiging/" in mail.body


def test_yes_makes_an_author_who_may_change_the_idea(idea):
    person = make_person()
    actions.accept_invitation(coauthor=invite(idea, person), by=person, at=later(hours=1))
    assert queries.authors_of(idea) == [idea.submitter, person]
    assert rules.why_not_change(idea=idea, by=person) is None
    told = Mail.objects.get(to=idea.submitter.email)
    assert told.subject.startswith(person.name) or person.name in told.body


def test_yes_ends_the_energy_for_what_is_their_own_idea_now():
    idea = make_idea(edition=make_edition())
    energy = make_energy(idea=idea, kind=EnergyKind.JOIN)
    actions.accept_invitation(coauthor=invite(idea, energy.person), by=energy.person, at=MOMENT)
    assert Energy.objects.count() == 0


def test_no_ends_the_invitation_and_hides_the_draft_again(idea):
    person = make_person()
    actions.decline_invitation(coauthor=invite(idea, person), by=person, at=later(hours=1))
    assert queries.authors_of(idea) == [idea.submitter]
    assert list(queries.coauthors_of(idea)) == []
    assert rules.why_not_see(idea=idea, by=person) is not None


def test_no_may_be_said_after_the_call_and_yes_may_not(idea):
    person = make_person()
    asked = invite(idea, person)
    move(idea, Stage.SCREENING)
    with pytest.raises(Refused, match="call is closed"):
        actions.accept_invitation(coauthor=asked, by=person, at=later())
    actions.decline_invitation(coauthor=asked, by=person, at=later())
    assert CoAuthor.objects.get().ended_at == later()


def test_who_said_no_can_be_asked_again(idea):
    person = make_person()
    actions.decline_invitation(coauthor=invite(idea, person), by=person, at=later(hours=1))
    again = actions.invite_coauthor(idea=idea, person=person, by=idea.submitter, at=later(days=1))
    actions.accept_invitation(coauthor=again, by=person, at=later(days=1))
    assert (CoAuthor.objects.count(), queries.authors_of(idea)) == (1, [idea.submitter, person])


def test_same_address_gets_one_mail_a_day_however_often_it_is_asked(idea):
    for _ in range(3):
        asked = actions.invite_address(idea=idea, email="New@Example.org ", by=idea.submitter, at=MOMENT)
        actions.take_off(coauthor=asked, by=idea.submitter, at=MOMENT)
    assert Mail.objects.filter(to="new@example.org").count() == 1


def test_address_without_account_is_told_how_to_register_and_nothing_of_the_idea(idea):
    idea.title = "Buy this at evil.example"
    idea.save()
    actions.invite_address(idea=idea, email="new@example.org", by=idea.submitter, at=MOMENT)
    mail = Mail.objects.get()
    assert "/account/signup/" in mail.body
    assert "evil" not in mail.subject + mail.body


def test_address_counts_once_its_owner_registered_and_said_yes(idea):
    asked = actions.invite_address(idea=idea, email="new@example.org", by=idea.submitter, at=MOMENT)
    person = make_person(email="new@example.org")
    assert [one.idea for one in queries.invitations_to(person)] == [idea]
    assert rules.why_not_see(idea=idea, by=person) is None
    actions.accept_invitation(coauthor=asked, by=person, at=later())
    stored = CoAuthor.objects.get()
    assert (stored.person, stored.email) == (person, "")


def test_address_of_somebody_with_an_account_invites_the_person(idea):
    person = make_person(email="known@example.org")
    asked = actions.invite_address(idea=idea, email="Known@Example.org", by=idea.submitter, at=MOMENT)
    assert (asked.person, asked.email) == (person, "")


@pytest.mark.parametrize("email", ["", "x", "x@", "a b@example.org", "x@example.org\nBcc: y@example.org"])
def test_what_is_no_address_is_refused(idea, email):
    with pytest.raises(Refused, match="not an e-mail address"):
        actions.invite_address(idea=idea, email=email, by=idea.submitter, at=MOMENT)


def test_address_that_cannot_register_is_refused(idea):
    Domain.objects.create(name="ministry.example")
    with pytest.raises(Refused, match="Nobody can register"):
        actions.invite_address(idea=idea, email="x@gmail.example", by=idea.submitter, at=MOMENT)
    assert actions.invite_address(idea=idea, email="x@ministry.example", by=idea.submitter, at=MOMENT).email


def test_self_and_duplicates_are_refused(idea):
    person = make_person()
    invite(idea, person)
    with pytest.raises(Refused, match="invited already"):
        invite(idea, person)
    with pytest.raises(Refused, match="sent this idea themselves"):
        invite(idea, idea.submitter)
    actions.invite_address(idea=idea, email="new@example.org", by=idea.submitter, at=MOMENT)
    with pytest.raises(Refused, match="invited already"):
        actions.invite_address(idea=idea, email="new@example.org", by=idea.submitter, at=MOMENT)
    actions.accept_invitation(coauthor=CoAuthor.objects.get(person=person), by=person, at=MOMENT)
    with pytest.raises(Refused, match="co-author already"):
        invite(idea, person)


def test_closed_account_cannot_be_asked(idea):
    with pytest.raises(Refused, match="closed"):
        invite(idea, make_person(is_active=False))


def test_seventh_co_author_is_refused_and_a_free_place_can_be_taken(idea):
    asked = [invite(idea, make_person()) for _ in range(6)]
    with pytest.raises(Refused, match="at most 6"):
        invite(idea, make_person())
    actions.take_off(coauthor=asked[0], by=idea.submitter, at=MOMENT)
    invite(idea, make_person())


def test_stranger_and_invited_person_cannot_invite(idea):
    person = make_person()
    invite(idea, person)
    for by in (person, make_person()):
        with pytest.raises(Refused, match="can invite others"):
            invite(idea, make_person(), by=by)


@pytest.mark.parametrize("stage", [Stage.SCREENING, Stage.CLOSED])
def test_authors_stay_as_they_are_after_the_call(idea, stage):
    writer = make_coauthor(idea=idea)
    move(idea, stage)
    for deed in (
        lambda: invite(idea, make_person()),
        lambda: actions.leave_idea(idea=idea, by=writer.person, at=MOMENT),
        lambda: actions.take_off(coauthor=writer, by=idea.submitter, at=MOMENT),
        lambda: actions.hand_over(idea=idea, to=writer.person, by=idea.submitter, at=MOMENT),
        lambda: actions.send_for_unit(idea=idea, unit=make_unit(), by=idea.submitter, at=MOMENT),
    ):
        with pytest.raises(Refused, match="call is closed"):
            deed()


def test_withdrawn_idea_takes_no_authors(idea):
    idea.state = IdeaState.WITHDRAWN
    idea.save()
    with pytest.raises(Refused, match="Send it again first"):
        invite(idea, make_person())


def test_invitation_is_answered_by_who_was_asked_and_once(idea):
    person = make_person()
    asked = invite(idea, person)
    with pytest.raises(Refused, match="somebody else"):
        actions.accept_invitation(coauthor=asked, by=make_person(), at=MOMENT)
    actions.accept_invitation(coauthor=asked, by=person, at=MOMENT)
    for deed in (actions.accept_invitation, actions.decline_invitation):
        with pytest.raises(Refused, match="said yes already"):
            deed(coauthor=asked, by=person, at=MOMENT)


def test_invitation_that_was_taken_back_cannot_be_accepted(idea):
    person = make_person()
    asked = invite(idea, person)
    actions.take_off(coauthor=asked, by=idea.submitter, at=MOMENT)
    with pytest.raises(Refused, match="taken back"):
        actions.accept_invitation(coauthor=asked, by=person, at=MOMENT)


def test_co_author_leaves_and_the_submitter_is_told(idea):
    writer = make_coauthor(idea=idea)
    actions.leave_idea(idea=idea, by=writer.person, at=later())
    assert queries.authors_of(idea) == [idea.submitter]
    assert Mail.objects.get().to == idea.submitter.email


def test_submitter_cannot_leave_and_stranger_has_nothing_to_leave(idea):
    with pytest.raises(Refused, match="Hand it over"):
        actions.leave_idea(idea=idea, by=idea.submitter, at=MOMENT)
    with pytest.raises(Refused, match="do not write"):
        actions.leave_idea(idea=idea, by=make_person(), at=MOMENT)


def test_only_the_submitter_takes_a_co_author_off_who_is_told(idea):
    writer, other = make_coauthor(idea=idea), make_coauthor(idea=idea)
    with pytest.raises(Refused, match="Only who sent"):
        actions.take_off(coauthor=writer, by=other.person, at=MOMENT)
    actions.take_off(coauthor=writer, by=idea.submitter, at=MOMENT)
    assert Mail.objects.get().to == writer.person.email
    assert queries.authors_of(idea) == [idea.submitter, other.person]


def test_any_author_takes_an_open_question_back_and_a_stranger_does_not(idea):
    writer, asked = make_coauthor(idea=idea), invite(idea, make_person())
    with pytest.raises(Refused):
        actions.take_off(coauthor=asked, by=make_person(), at=MOMENT)
    actions.take_off(coauthor=asked, by=writer.person, at=MOMENT)
    assert [one.person for one in queries.coauthors_of(idea)] == [writer.person]


def test_hand_over_swaps_the_roles_and_the_unit():
    unit = make_unit()
    idea = make_idea(edition=make_edition())
    writer = make_coauthor(idea=idea, person=make_person(unit=unit))
    before = idea.submitter
    actions.hand_over(idea=idea, to=writer.person, by=before, at=later())
    idea.refresh_from_db()
    assert (idea.submitter, idea.unit, idea.unit_name) == (writer.person, unit, unit.name)
    assert queries.authors_of(idea) == [writer.person, before]


def test_hand_over_is_the_submitters_and_to_a_co_author_who_said_yes(idea):
    writer, asked = make_coauthor(idea=idea), invite(idea, make_person())
    with pytest.raises(Refused, match="Only who sent"):
        actions.hand_over(idea=idea, to=writer.person, by=writer.person, at=MOMENT)
    for to in (asked.person, make_person(), idea.submitter):
        with pytest.raises(Refused, match="said yes"):
            actions.hand_over(idea=idea, to=to, by=idea.submitter, at=MOMENT)


def test_idea_for_a_unit_keeps_it_when_it_is_sent_and_can_go_back(idea):
    own, other = make_unit(), make_unit()
    idea.submitter.profile.unit = own
    idea.submitter.profile.save()
    actions.send_for_unit(idea=idea, unit=other, by=idea.submitter, at=MOMENT)
    actions.send_idea(idea=idea, by=idea.submitter, at=MOMENT)
    assert (idea.unit, idea.unit_name) == (other, other.name)
    actions.send_for_unit(idea=idea, unit=None, by=idea.submitter, at=MOMENT)
    assert (idea.unit, idea.for_unit) == (own, None)


def test_stranger_names_no_unit(idea):
    with pytest.raises(Refused, match="for which unit"):
        actions.send_for_unit(idea=idea, unit=make_unit(), by=make_person(), at=MOMENT)


def test_people_are_found_by_name_and_never_by_half_an_address(idea):
    person = make_person(name="Anna de Boer", email="anna@example.org")
    assert list(queries.people_to_invite(idea, "boer anna")) == [person]
    assert list(queries.people_to_invite(idea, "ANNA@example.org")) == [person]
    assert list(queries.people_to_invite(idea, "anna@exam")) == []
    assert list(queries.people_to_invite(idea, "  ")) == []
    invite(idea, person)
    assert list(queries.people_to_invite(idea, "boer")) == []


def test_trail_tells_each_deed_without_names_or_addresses(idea):
    asked = actions.invite_address(idea=idea, email="new@example.org", by=idea.submitter, at=MOMENT)
    person = make_person(email="new@example.org", name="Anna de Boer")
    actions.accept_invitation(coauthor=asked, by=person, at=MOMENT)
    entries = list(TrailEntry.objects.values_list("deed", "details"))
    assert [deed for deed, _ in entries] == ["coauthor.invite", "coauthor.accept"]
    assert "example.org" not in str(entries)
    assert "Boer" not in str(entries)


@pytest.mark.parametrize(
    "fields",
    [
        {"email": "", "person": None},
        {"email": "x@example.org", "person": None, "accepted_at": MOMENT},
        {"email": "x@example.org"},
        {"accepted_at": MOMENT, "ended_at": MOMENT},
    ],
)
def test_database_keeps_out_what_cannot_be(idea, fields):
    with pytest.raises((IntegrityError, ValidationError)), transaction.atomic():
        CoAuthor.objects.create(**{"idea": idea, "invited_at": MOMENT, "person": make_person()} | fields)


def test_address_that_does_not_answer_is_forgotten_after_thirty_days(idea):
    asked = actions.invite_address(idea=idea, email="new@example.org", by=idea.submitter, at=MOMENT)
    person = invite(idea, make_person())
    assert "na 30 dagen vergeten we je adres" in Mail.objects.get(to="new@example.org").body
    assert actions.forget_unanswered(at=later(days=29)) == 0
    assert actions.forget_unanswered(at=later(days=30)) == 1
    assert list(CoAuthor.objects.all()) == [person]
    line = TrailEntry.objects.get(deed="coauthor.forget")
    assert (line.actor_id, line.details) == (None, {"coauthor": str(asked.public_id)})


def test_page_tells_how_long_an_address_is_kept(idea, sign_in):
    page = sign_in(idea.submitter).get(reverse("ideas:coauthors", args=[idea.public_id])).content.decode()
    assert "we delete that address after 30 days" in page
