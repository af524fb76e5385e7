"""The reviews are proposed with reasons, changed by hand, asked at once, and shared anew when somebody drops out."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import Alikeness
from datamatch.screening import actions, queries
from datamatch.screening.enums import AssignmentState, Ground
from datamatch.screening.models import Assignment, ReviewLimit
from tests.factories.editions import make_screener
from tests.factories.ideas import make_energy, make_idea, make_pair
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_skill, make_unit
from tests.factories.screening import make_assignment, make_review

pytestmark = pytest.mark.django_db


def text_of(answer):
    return " ".join(answer.content.decode().split())


def propose(edition, manager):
    return actions.propose_reviews(edition=edition, by=manager, at=MOMENT)


def test_proposal_is_told_to_nobody_until_it_is_asked(sign_in, edition, manager, screeners, ideas):
    assert propose(edition, manager).count == 14
    assert [queries.share_of(one, edition).asked for one in screeners] == [0] * 4
    proposed = Assignment.objects.first()
    page = reverse("screening:review", args=[proposed.public_id])
    assert sign_in(proposed.screener).get(page).status_code == 403
    assert Mail.objects.count() == 0
    assert actions.ask_proposed(edition=edition, by=manager, at=MOMENT) == 14
    assert sorted(queries.share_of(one, edition).asked for one in screeners) == [3, 3, 4, 4]
    assert sorted(Mail.objects.values_list("to", flat=True)) == sorted(one.email for one in screeners)
    assert sign_in(proposed.screener).get(page).status_code == 200


def test_proposing_again_keeps_what_is_given_asked_and_chosen_by_hand(edition, manager, screeners, ideas):
    given = make_review(idea=ideas[0], screener=screeners[0]).assignment
    asked = make_assignment(idea=ideas[0], screener=screeners[1])
    by_hand = actions.add_reader(idea=ideas[1], screener=screeners[0], by=manager, at=MOMENT)
    propose(edition, manager)
    before = set(Assignment.objects.values_list("pk", flat=True))
    assert propose(edition, manager).count == 11
    kept = set(Assignment.objects.values_list("pk", flat=True)) & before
    assert kept == {given.pk, asked.pk, by_hand.pk}


def test_pairs_carry_their_reasons(edition, manager):
    skill, idea = (
        make_skill(name_en="crop maps"),
        make_idea(edition=edition, language="en", demand="We lack crop maps."),
    )
    idea.submitter.profile.discipline = "lawyer"
    idea.submitter.profile.save()
    knowing, keen = (make_screener(edition, make_person(discipline="lawyer", unit=make_unit())) for _ in range(2))
    plain = make_screener(edition, make_person(discipline="lawyer"))
    knowing.profile.levels.create(skill=skill, level=3)
    other = make_idea(edition=edition, theme=idea.theme)
    make_energy(idea=other, person=keen)
    for one in (knowing, keen):
        make_assignment(idea=other, screener=one, state=AssignmentState.ABSTAINED)
    propose(edition, manager)
    reasons = {one.screener: one.grounds for one in Assignment.objects.filter(idea=idea)}
    assert reasons == {knowing: [Ground.KNOWS, Ground.APART], keen: [Ground.THEME, Ground.APART]}
    assert plain not in reasons
    assert Assignment.objects.filter(idea=idea, screener=knowing).get().why == (
        "knows the subject, another unit than the other readers"
    )


def test_limits_hold_and_who_dropped_out_gets_nothing(edition, manager, screeners, ideas):
    screeners.append(make_screener(edition))
    for one, most, is_out in ((screeners[0], 1, False), (screeners[1], None, True)):
        actions.set_limit(edition=edition, screener=one, most=most, is_out=is_out, by=manager, at=MOMENT)
    assert propose(edition, manager).shortfall == []
    loads = {load.screener: load.proposed for load in queries.loads_in(edition)}
    assert (loads[screeners[0]], loads[screeners[1]], sum(loads.values())) == (1, 0, 14)


def test_who_drops_out_keeps_what_is_given_and_frees_the_rest(edition, manager, screeners):
    given = make_review(idea=make_idea(edition=edition), screener=screeners[0])
    idea = make_idea(edition=edition)
    for state in (AssignmentState.OPEN, AssignmentState.PROPOSED):
        make_assignment(idea=make_idea(edition=edition), screener=screeners[0], state=state)
    freed = actions.set_limit(edition=edition, screener=screeners[0], is_out=True, by=screeners[0], at=MOMENT)
    assert (freed, list(queries.counting_reviews(edition))) == (2, [given])
    propose(edition, manager)
    assert queries.missing_in(edition) == 0
    assert not Assignment.objects.filter(screener=screeners[0], idea=idea).exists()


def test_limit_is_set_by_a_manager_or_oneself_while_reviews_run(edition, manager, screeners):
    with pytest.raises(Refused, match="Only a programme manager or the screener"):
        actions.set_limit(edition=edition, screener=screeners[0], most=2, by=screeners[1], at=MOMENT)
    with pytest.raises(Refused, match="not a screener"):
        actions.set_limit(edition=edition, screener=make_person(), most=2, by=manager, at=MOMENT)
    edition.stage = Stage.MATCHING
    edition.save()
    with pytest.raises(Refused, match="The screening is closed"):
        actions.set_limit(edition=edition, screener=screeners[0], most=2, by=manager, at=MOMENT)


def test_reader_is_added_by_hand_but_not_when_tied_asked_out_or_no_screener(edition, manager, screeners):
    idea = make_idea(edition=edition)
    add = {"idea": idea, "by": manager, "at": MOMENT}
    added = actions.add_reader(screener=screeners[0], **add)
    assert (added.state, added.why) == (AssignmentState.PROPOSED, "chosen by hand")
    with pytest.raises(Refused, match="asked already"):
        actions.add_reader(screener=screeners[0], **add)
    make_energy(idea=idea, person=screeners[1])
    with pytest.raises(Refused, match="tied to the idea"):
        actions.add_reader(screener=screeners[1], **add)
    actions.set_limit(edition=edition, screener=screeners[2], is_out=True, by=manager, at=MOMENT)
    with pytest.raises(Refused, match="no part any more"):
        actions.add_reader(screener=screeners[2], **add)
    with pytest.raises(Refused, match="not a screener"):
        actions.add_reader(screener=make_person(), **add)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.add_reader(screener=screeners[3], **add | {"by": screeners[3]})


def test_reader_is_taken_or_moved_while_nothing_is_given(edition, manager, screeners):
    idea = make_idea(edition=edition)
    asked = make_assignment(idea=idea, screener=screeners[0])
    moved = actions.move_reader(assignment=asked, to=screeners[1], by=manager, at=MOMENT)
    assert list(Assignment.objects.all()) == [moved]
    actions.take_reader(assignment=moved, by=manager, at=MOMENT)
    assert Assignment.objects.count() == 0
    with pytest.raises(Refused, match="not asked of you any more"):
        actions.take_reader(assignment=moved, by=manager, at=MOMENT)


@pytest.mark.parametrize(
    ("state", "reason"), [(AssignmentState.DONE, "is given"), (AssignmentState.ABSTAINED, "handed it back")]
)
def test_given_review_stays(edition, manager, state, reason):
    assignment = make_assignment(idea=make_idea(edition=edition), state=state)
    with pytest.raises(Refused, match=reason):
        actions.take_reader(assignment=assignment, by=manager, at=MOMENT)


def test_nothing_is_asked_when_nothing_is_proposed(edition, manager, screeners):
    with pytest.raises(Refused, match="Nothing is proposed"):
        actions.ask_proposed(edition=edition, by=manager, at=MOMENT)


@pytest.mark.usefixtures("ideas")
def test_pages_share_out_the_reviews(sign_in, edition, manager, screeners, queue):
    client, page = sign_in(manager), reverse("screening:sharing", args=[edition.slug])
    assert client.post(reverse("screening:propose", args=[edition.slug])).status_code == 302
    queue()
    shown = text_of(client.get(page))
    assert "14 reviews are proposed." in shown
    assert "Ask these 14 reviews" in shown
    idea = Assignment.objects.first().idea
    one = reverse("screening:share_idea", args=[idea.public_id])
    reader = Assignment.objects.filter(idea=idea).first()
    free = next(screener for screener in screeners if not Assignment.objects.filter(idea=idea, screener=screener))
    take = reverse("screening:take_reader", args=[reader.public_id])
    assert client.post(take, {"screener": free.public_id}, follow=True).status_code == 200
    assert Assignment.objects.filter(idea=idea, screener=free).exists()
    assert client.post(one, {"screener": reader.screener.public_id}, follow=True).status_code == 200
    assert f"Let {reader.screener.name} read it" not in text_of(client.get(one))
    again = Assignment.objects.get(idea=idea, screener=free)
    client.post(reverse("screening:take_reader", args=[again.public_id]), {"screener": ""})
    assert f"Let {free.name} read it" in text_of(client.get(one))
    client.post(reverse("screening:ask_proposed", args=[edition.slug]))
    assert not queries.proposals_in(edition).exists()
    assert [sign_in(screeners[0]).get(address).status_code for address in (page, one)] == [403, 403]


def test_screener_says_on_a_page_how_many_they_read(sign_in, edition, screeners):
    client, me = sign_in(screeners[0]), screeners[0]
    page = reverse("screening:limit", args=[edition.slug, me.public_id])
    assert page in text_of(client.get(reverse("screening:reviews", args=[edition.slug])))
    assert client.post(page, {"most": "0"}).status_code == 422
    assert client.post(page, {"most": "5"}).status_code == 302
    assert ReviewLimit.objects.get().most == 5
    other = reverse("screening:limit", args=[edition.slug, screeners[1].public_id])
    assert client.get(other).status_code == 403


def test_sharing_page_costs_the_same_with_one_and_three_ideas(sign_in, edition, manager, screeners):
    client, page, counts = sign_in(manager), reverse("screening:sharing", args=[edition.slug]), []
    for more in (1, 2):
        for _ in range(more):
            make_assignment(idea=make_idea(edition=edition), screener=screeners[0])
        with CaptureQueriesContext(connection) as reads:
            client.get(page)
        counts.append(len(reads))
    assert counts[0] == counts[1]


def test_near_doubles_are_read_by_the_same_people(edition, manager):
    readers = [make_screener(edition, make_person(unit=make_unit())) for _ in range(6)]
    edition.reviews_per_idea = 2
    edition.save()
    ideas = [make_idea(edition=edition) for _ in range(9)]
    make_energy(idea=ideas[4], person=readers[0])
    for first, second in ((0, 4), (4, 8), (1, 6)):
        make_pair(ideas[first], ideas[second])
    make_pair(ideas[2], ideas[3], level=Alikeness.RELATED)
    make_pair(ideas[5], ideas[7], not_double_at=MOMENT, not_double_by=manager)
    propose(edition, manager)
    read = {idea: set(Assignment.objects.filter(idea=idea).values_list("screener", flat=True)) for idea in ideas}
    assert read[ideas[0]] == read[ideas[4]] == read[ideas[8]]
    assert read[ideas[1]] == read[ideas[6]]
    assert sorted(load.proposed for load in queries.loads_in(edition)) == [3] * 6
    follows = Assignment.objects.filter(idea__in=[ideas[4], ideas[8], ideas[6]])
    assert {one.grounds[-1] for one in follows} == {Ground.BESIDE}


def test_readers_of_a_double_that_was_asked_before_are_asked_for_the_other(edition, manager):
    readers = [make_screener(edition, make_person(unit=make_unit())) for _ in range(5)]
    edition.reviews_per_idea = 2
    edition.save()
    first, second, *_others = (make_idea(edition=edition) for _ in range(5))
    for reader in readers[3:]:
        make_review(idea=second, screener=reader)
    make_pair(first, second)
    propose(edition, manager)
    asked = Assignment.objects.filter(idea=first).values_list("screener", flat=True)
    assert set(asked) == {reader.pk for reader in readers[3:]}
