"""My page: what waits for me, what I made, what I was told."""

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.front.queries.mine import errands_of
from datamatch.ideas.actions import comment_on
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.jury.enums import BoxState, PitchState
from datamatch.people.models import Person
from datamatch.post.models import Letter
from datamatch.safeguards.enums import Verdict
from datamatch.teams.enums import MemberState, TeamState
from tests.factories.editions import make_edition, make_juror, make_manager, make_screener
from tests.factories.ideas import make_energy, make_idea
from tests.factories.jury import PitchDay, make_ballot, make_box, make_card, make_recusal
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.safeguards import make_safeguard
from tests.factories.screening import make_assignment, make_decision
from tests.factories.teams import make_member, make_suggestion, make_team

pytestmark = pytest.mark.django_db
PAGE = "/mijn/"


def errands(person):
    return [(errand.text, errand.url) for errand in errands_of(Person.objects.get(pk=person.pk), at=MOMENT)]


def make_letter(*, to, idea=None, sent=True):
    idea = idea or make_idea(edition=make_edition(), submitter=to)
    return Letter.objects.create(
        decision=make_decision(idea=idea), to=to, subject=f"About {idea.title}", body="Dear you,", language="en",
        written_at=MOMENT, sent_at=MOMENT if sent else None,
    )  # fmt: skip


def test_nothing_waits_for_who_told_what_they_can(sign_in):
    person = make_person()
    assert errands(person) == []
    assert "Nothing waits for you now." in sign_in(person).get(PAGE).content.decode()


def test_who_told_nothing_is_asked_to(sign_in):
    person = make_person(discipline="")
    assert errands(person) == [("Tell what you can, so that teams can find you", reverse("people:profile"))]


def test_juror_is_asked_for_a_ballot_while_the_box_is_open():
    day = PitchDay(jurors=2)
    box = make_box(edition=day.edition)
    words = (f"Cast your ballot: {day.edition}", box.get_absolute_url())
    assert errands(day.jurors[0]) == [words]
    make_ballot(box=box, juror=day.jurors[0], choice=day.pitches)
    assert (errands(day.jurors[0]), errands(day.jurors[1])) == ([], [words])
    box.state = BoxState.CLOSED
    box.save()
    assert errands(day.jurors[1]) == []


def test_juror_is_asked_for_the_cards_of_what_was_pitched():
    day = PitchDay(pitches=3, jurors=2, state=PitchState.WAITING)
    first, second, _waits = day.pitches
    assert errands(day.jurors[0]) == []
    for pitch in (first, second):
        pitch.state, pitch.began_at = PitchState.ON_STAGE, MOMENT
        pitch.save()
        pitch.state, pitch.ended_at = PitchState.DONE, MOMENT
        pitch.save()
    words = [(f"Fill in your card: {one.idea}", reverse("jury:pitch", args=[one.public_id])) for one in (first, second)]
    assert errands(day.jurors[0]) == words
    make_card(pitch=first, juror=day.jurors[0])
    assert errands(day.jurors[0]) == words[1:]
    make_recusal(pitch=second, juror=day.jurors[0])
    assert (errands(day.jurors[0]), errands(day.jurors[1])) == ([], words)


def test_nobody_is_asked_for_the_card_of_their_own_idea():
    day = PitchDay(pitches=1, jurors=1)
    day.pitches[0].idea.submitter = day.jurors[0]
    day.pitches[0].idea.save()
    assert errands(day.jurors[0]) == []


@pytest.mark.parametrize("state", [TeamState.DRAFT, TeamState.FORMED])
def test_who_is_asked_for_a_team_is_pointed_at_the_question(state):
    team = make_team(idea=make_idea(edition=make_edition(stage=Stage.MATCHING)), state=state)
    member = make_member(team=team)
    assert errands(member.person) == [("1 team asks you to join", reverse("teams:asks"))]
    make_member(team=make_team(idea=make_idea(edition=team.idea.edition)), person=member.person)
    assert errands(member.person) == [("2 teams ask you to join", reverse("teams:asks"))]


@pytest.mark.parametrize(("state", "member"), [(TeamState.RELEASED, "proposed"), (TeamState.DRAFT, "declined")])
def test_team_that_asks_nothing_any_more_is_no_errand(state, member):
    team = make_team(idea=make_idea(edition=make_edition(stage=Stage.MATCHING)), state=state)
    assert errands(make_member(team=team, state=member).person) == []


def test_screener_is_pointed_at_the_reviews_of_each_edition():
    first, second = make_edition(stage=Stage.SCREENING), make_edition(stage=Stage.SCREENING)
    screener = make_screener(first)
    for edition in (first, first, second):
        make_assignment(idea=make_idea(edition=edition), screener=screener)
    assert sorted(errands(screener)) == [
        ("1 review to give", reverse("screening:reviews", args=[second.slug])),
        ("2 reviews to give", reverse("screening:reviews", args=[first.slug])),
    ]


def test_reviews_of_a_screening_that_is_over_wait_for_nobody():
    edition = make_edition(stage=Stage.MATCHING)
    screener = make_screener(edition)
    make_assignment(idea=make_idea(edition=edition), screener=screener)
    assert errands(screener) == []


def test_owner_of_a_safeguard_is_asked_to_settle_it():
    owner = make_person()
    safeguard = make_safeguard(idea=make_idea(edition=make_edition(stage=Stage.DELIVERY)), owner=owner)
    assert errands(owner) == [("1 safeguard to settle", reverse("safeguards:queue"))]
    safeguard.verdict, safeguard.decided_at, safeguard.evidence = Verdict.GO, MOMENT, "Seen."
    safeguard.save()
    assert errands(owner) == []


def test_safeguard_of_a_closed_edition_waits_for_nobody():
    owner = make_person()
    make_safeguard(idea=make_idea(edition=make_edition(stage=Stage.CLOSED)), owner=owner)
    assert errands(owner) == []


def test_draft_waits_while_its_call_is_open():
    edition, person = make_edition(), make_person()
    idea = make_idea(edition=edition, submitter=person, state=IdeaState.DRAFT, title="Empty barns")
    assert errands(person) == [("Finish your idea “Empty barns”", idea.get_absolute_url())]
    edition.stage = Stage.SCREENING
    edition.save()
    assert errands(person) == []


def test_manager_is_pointed_at_letters_that_wait_in_each_open_edition():
    running, closed = make_edition(stage=Stage.SCREENING), make_edition(stage=Stage.CLOSED)
    manager = make_manager(running, person=make_manager(closed))
    for edition, sent in ((running, False), (running, False), (running, True), (closed, False)):
        make_letter(to=make_person(), idea=make_idea(edition=edition), sent=sent)
    make_letter(to=make_person(), idea=make_idea(edition=running, state=IdeaState.WITHDRAWN), sent=False)
    make_letter(to=make_person(), idea=make_idea(edition=make_edition(stage=Stage.SCREENING)), sent=False)
    assert errands(manager) == [("2 letters wait to be sent", reverse("post:letters", args=[running.slug]))]


def test_manager_is_pointed_at_who_is_proposed_and_not_asked():
    edition = make_edition(stage=Stage.MATCHING)
    manager, team = make_manager(edition), make_team(idea=make_idea(edition=edition))
    make_suggestion(team=team)
    page = reverse("teams:teams", args=[edition.slug])
    assert errands(manager) == [("1 person is proposed for a team and not asked yet", page)]
    team.state = TeamState.RELEASED
    team.save()
    assert errands(manager) == []


def test_most_pressing_errand_comes_first():
    day = PitchDay(jurors=1)
    make_box(edition=day.edition)
    juror = day.jurors[0]
    juror.profile.discipline = ""
    juror.profile.save()
    assert [text.split(":")[0] for text, _url in errands(juror)] == [
        "Cast your ballot", "Tell what you can, so that teams can find you",
    ]  # fmt: skip


def test_my_page_shows_my_ideas_letters_and_teams_and_nobody_elses(sign_in):
    me, other = make_person(), make_person()
    edition = make_edition(stage=Stage.DELIVERY)
    for person in (me, other):
        idea = make_idea(edition=edition, submitter=person, title=f"Idea of {person.name}")
        make_letter(to=person, idea=idea)
        make_member(team=make_team(idea=idea, state=TeamState.FORMED), person=person, state=MemberState.ACCEPTED)
    answer = sign_in(me).get(PAGE)
    assert answer.status_code == 200
    assert [idea.submitter for idea in answer.context["ideas"]] == [me]
    assert [letter.to for letter in answer.context["letters"]] == [me]
    assert [member.person for member in answer.context["memberships"]] == [me]
    assert f"Idea of {other.name}" not in answer.content.decode()


def test_letter_that_is_not_sent_is_not_on_my_page(sign_in):
    person = make_person()
    make_letter(to=person, sent=False)
    assert "No letters yet. Every idea gets one." in sign_in(person).get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("stage", "words"), [(Stage.CALL, "It takes three minutes"), (Stage.CLOSED, "as soon as a call opens")]
)
def test_who_sent_nothing_is_told_when_they_can(stage, words, sign_in):
    make_edition(stage=stage)
    assert words in sign_in(make_person()).get(PAGE).content.decode()


def test_my_page_opens_without_any_edition_and_asks_to_sign_in(sign_in, client):
    assert client.get(PAGE).status_code == 302
    assert sign_in(make_person()).get(PAGE).status_code == 200


def test_my_page_takes_as_many_queries_for_three_as_for_one(sign_in, django_assert_max_num_queries):
    edition, person = make_edition(stage=Stage.SCREENING), make_person()
    make_juror(edition, person)

    def more():
        idea = make_idea(edition=edition, submitter=person)
        make_letter(to=person, idea=idea)
        make_member(team=make_team(idea=idea), person=person, state=MemberState.ACCEPTED)
        make_assignment(idea=make_idea(edition=edition), screener=person)

    more()
    client = sign_in(person)
    with django_assert_max_num_queries(99) as once:
        client.get(PAGE)
    more()
    more()
    with django_assert_max_num_queries(len(once)):
        client.get(PAGE)


def test_who_mentions_me_stands_on_my_page_without_the_name_of_a_hidden_author(sign_in):
    me, author = make_person(name="Ann"), make_person(name="Zebedeus")
    idea = make_idea(edition=make_edition(), submitter=author, title="Bees")
    for writer in (author, make_person(name="Balthasar")):
        comment_on(idea=idea, by=writer, at=MOMENT, words="@Ann?", mentioned=[me])
    text = sign_in(me).get(PAGE).content.decode()
    assert [name in text for name in ("Bees", "Balthasar", "The author of this idea", "Zebedeus")] == [
        True, True, True, False,
    ]  # fmt: skip


def test_who_wants_to_join_my_idea_and_what_i_want_to_join_stand_on_my_page(sign_in):
    idea = make_idea(edition=make_edition(), title="Bees")
    joiner = make_energy(idea=idea, kind=EnergyKind.JOIN).person
    assert ("1 person wants to join “Bees”", f"{idea.get_absolute_url()}#joiners") in errands(idea.submitter)
    assert "Waits for an answer of the authors" in sign_in(joiner).get(PAGE).content.decode()
