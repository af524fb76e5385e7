"""How the jury votes is chosen beforehand; a secret ballot leaves no way back to its voter."""

import random
from itertools import combinations

import numpy as np
import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Appointment
from datamatch.engine import schulze, schulze_pairs
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.models import Ballot, BallotRules, LineTally, PairTally, Voter
from tests.factories.editions import make_juror
from tests.factories.jury import PitchDay, make_ballot, make_box, make_recusal
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    return PitchDay()


def choose(day, by=None, **given):
    wished = {"secret": True, "quorum": 3, "pass_share": 50} | given
    return actions.choose_rules(edition=day.edition, by=by or day.manager, at=MOMENT, **wished)


def secret_box(day, **given):
    choose(day, **given)
    return actions.open_box(edition=day.edition, by=day.manager, at=MOMENT)


def cast(box, juror, choice, **given):
    actions.cast_ballot(ballot_box=box, by=juror, choice=choice, at=MOMENT, **given)


def close(day, box):
    return actions.close_box(ballot_box=box, by=day.manager, at=MOMENT)


# The rules


def test_box_takes_over_the_rules_that_were_chosen(day):
    choose(day, secret=False, quorum=2, pass_share=60)
    box = actions.open_box(edition=day.edition, by=day.manager, at=MOMENT)
    assert (box.secret, box.quorum, box.pass_share) == (False, 2, 60)
    assert (PairTally.objects.count(), TrailEntry.objects.last().details) == (
        0,
        {"secret": False, "quorum": 2, "pass_share": 60},
    )


@pytest.mark.parametrize(("quorum", "secret"), [(2, False), (3, True)])
def test_without_a_choice_a_vote_is_secret_where_its_quorum_hides_who_voted_what(quorum, secret):
    day = PitchDay(quorum=quorum)
    assert actions.open_box(edition=day.edition, by=day.manager, at=MOMENT).secret is secret


def test_rules_can_be_chosen_again_until_the_box_opens_and_never_after(day):
    choose(day)
    choose(day, pass_share=0)
    assert BallotRules.objects.get().pass_share == 0
    actions.open_box(edition=day.edition, by=day.manager, at=MOMENT)
    with pytest.raises(Refused, match="its rules stay as they are"):
        choose(day, secret=False)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"quorum": 0}, "The quorum is at least 1"),
        ({"pass_share": 101}, "The quorum is at least 1"),
        ({"quorum": 2}, "A secret vote needs a quorum of at least 3"),
        ({"quorum": 4}, "There are only 3 jurors."),
    ],
)
def test_rules_that_cannot_hold_are_refused(day, given, reason):
    with pytest.raises(Refused, match=reason):
        choose(day, **given)


def test_rules_are_chosen_by_the_manager_and_not_afterwards(day):
    with pytest.raises(Refused, match="Only the programme manager chooses"):
        choose(day, by=day.jurors[0])
    day.edition.stage = Stage.DELIVERY
    day.edition.save()
    assert rules.why_not_choose_rules(edition=day.edition, by=day.manager) == (
        "The verdict is published; the vote is over."
    )


# A named vote


def test_named_ballots_are_read_by_the_jury_after_closing_only(day):
    box = make_box(edition=day.edition)
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    assert (
        rules.why_not_see_ballots(ballot_box=box, by=day.manager) == "The ballots can be read when the ballot closes."
    )
    assert queries.named_ballots_in(box) == []
    box = close(day, box)
    assert queries.named_ballots_in(box)[0] == (min(juror.name for juror in day.jurors), day.pitches, 3)
    assert rules.why_not_see_ballots(ballot_box=box, by=day.jurors[0]) is None
    assert rules.why_not_see_ballots(ballot_box=box, by=make_person()).startswith("Only the jury")
    box.secret = True
    assert (rules.why_not_see_ballots(ballot_box=box, by=day.manager), queries.named_ballots_in(box)) == (
        "This vote was secret.",
        [],
    )


def test_stepping_out_after_a_named_vote_moves_the_line_along(day):
    box = make_box(edition=day.edition, pass_share=50)
    cast(box, day.jurors[0], day.pitches, approved=2)
    cast(box, day.jurors[1], day.pitches, approved=0)
    for juror in day.jurors[:2]:
        actions.step_out(pitch=day.pitches[1], by=juror, at=MOMENT, reason="Same unit")
    assert sorted(Ballot.objects.values_list("approved", flat=True)) == [0, 1]


# The line


def test_pitch_below_the_line_is_not_proposed(day):
    box = make_box(edition=day.edition, pass_share=50)
    a, b, _c = day.pitches
    for juror, approved in zip(day.jurors, (0, 0, 3), strict=True):
        cast(box, juror, day.pitches, approved=approved)
    result = queries.result_of(close(day, box))
    first = result.places[0]
    assert (first.pitch, first.approved, first.passes, result.proposal) == (a, 1, False, [])
    assert b.idea not in result.proposal


@pytest.mark.parametrize(("pass_share", "approved"), [(0, 2), (50, 4), (50, -1)])
def test_line_that_is_not_there_is_refused(day, pass_share, approved):
    box = make_box(edition=day.edition, pass_share=pass_share)
    with pytest.raises(Refused, match="line"):
        cast(box, day.jurors[0], day.pitches, approved=approved)


# A secret vote


def test_secret_ballot_is_final_at_once(day):
    box = secret_box(day)
    cast(box, day.jurors[0], day.pitches)
    with pytest.raises(Refused, match="cannot be taken out any more"):
        cast(box, day.jurors[0], day.pitches[::-1])
    with pytest.raises(Refused, match="cannot be taken out any more"):
        actions.step_out(pitch=day.pitches[0], by=day.jurors[0], at=MOMENT, reason="Same unit")


def test_secret_vote_gives_the_result_that_the_ballots_themselves_give():
    day = PitchDay(pitches=4, jurors=5, quorum=3)
    make_recusal(pitch=day.pitches[1], juror=day.jurors[0])
    box, named = secret_box(day), []
    order = sorted(day.pitches, key=lambda pitch: pitch.public_id)
    for juror in day.jurors:
        choice = queries.pitches_judged_by(juror, day.edition)
        random.Random(juror.pk).shuffle(choice)
        cast(box, juror, choice, approved=2)
        named.append([order.index(pitch) for pitch in choice])
    outcome = close(day, box).outcome
    expected = schulze(named, 4, day.edition.seed, abstain=True)
    assert (outcome["order"], outcome["pairwise"]) == (expected.order.tolist(), expected.pairwise.tolist())
    held = [sum(at in ballot for ballot in named) for at in range(4)]
    approved = [sum(at in ballot[:2] for ballot in named) for at in range(4)]
    assert (outcome["held"], outcome["approved"], outcome["ballots"]) == (held, approved, 5)


def test_no_path_leads_from_a_voter_to_what_they_voted(day):
    box = secret_box(day)
    cast(box, day.jurors[0], day.pitches)
    assert not Ballot.objects.exists()
    for table in (PairTally, LineTally):
        columns = {field.name for field in table._meta.get_fields()}
        assert columns == {"id", "box", "above", "below"} | ({"count"} if table is PairTally else {"pitch"})
    assert {field.name for field in Voter._meta.get_fields()} == {"id", "box", "juror", "has_voted"}
    pointing = [model for model in apps.get_models() for field in model._meta.get_fields() if _points(field)]
    assert pointing == []


def _points(field):
    return isinstance(field, models.ForeignKey | models.ManyToManyField) and field.related_model in {
        PairTally,
        LineTally,
        Voter,
    }


def test_what_a_secret_box_keeps_is_the_same_in_whatever_order_people_vote(day):
    """Nothing of the order stays: not in the rows, not in their place, not in the trail."""
    box = secret_box(day)
    a, b, c = day.pitches
    ballots = dict(zip(day.jurors, ([a, b, c], [c, b, a], [b, a, c]), strict=True))
    kept = []
    for jurors in (day.jurors, day.jurors[::-1]):
        Voter.objects.all().delete()
        PairTally.objects.update(count=0)
        LineTally.objects.update(above=0, below=0)
        for juror in jurors:
            cast(box, juror, ballots[juror])
        kept.append((list(PairTally.objects.order_by("pk").values()), list(LineTally.objects.order_by("pk").values())))
    assert kept[0] == kept[1]
    told = TrailEntry.objects.filter(deed="ballot.cast")
    assert {str(entry.details) for entry in told} == {"{}"}


def test_every_row_is_written_with_every_ballot_so_that_the_last_one_cannot_be_told(day):
    box = secret_box(day)
    with CaptureQueriesContext(connection) as caught:
        cast(box, day.jurors[0], day.pitches)
    written = [query["sql"] for query in caught if query["sql"].startswith('UPDATE "jury_')]
    assert [sql.split()[1].strip('"') for sql in written] == ["jury_pairtally", "jury_linetally"]
    assert [sql.rpartition(" WHERE ")[2].count("=") for sql in written] == [1, 1]


def test_ballot_of_who_stepped_out_cannot_be_told_from_the_counts(day):
    """Two ways to vote that add up to the same leave the same database, also when one juror stepped out."""
    make_recusal(pitch=day.pitches[2], juror=day.jurors[0])
    box = secret_box(day)
    a, b, c = day.pitches
    out, second, third = day.jurors
    kept = []
    for ballots in (
        {out: [a, b], second: [b, a, c], third: [a, b, c]},
        {out: [b, a], second: [a, b, c], third: [a, b, c]},
    ):
        Voter.objects.all().delete()
        PairTally.objects.update(count=0)
        for juror, choice in ballots.items():
            cast(box, juror, choice)
        kept.append(list(PairTally.objects.order_by("pk").values()))
    assert kept[0] == kept[1]


def test_closing_keeps_who_was_entitled_whatever_happens_to_the_jury_later(day):
    box = make_box(edition=day.edition)
    for juror in day.jurors[:2]:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    box = close(day, box)
    Appointment.objects.filter(edition=day.edition, duty=Duty.JUROR).delete()
    make_juror(day.edition)
    assert queries.attendance_in(box) == queries.Attendance(jurors=3, ballots=2, quorum=2)
    assert set(Voter.objects.values_list("juror", "has_voted")) == {
        (juror.pk, juror != day.jurors[2]) for juror in day.jurors
    }


# The pages


def address(name, of):
    return reverse(f"jury:{name}", args=[getattr(of, "slug", None) or of.public_id])


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


def test_rules_are_chosen_by_the_page(sign_in, day):
    given = {"secret": "yes", "quorum": 3, "pass_share": 40}
    page = sign_in(day.manager).post(address("ballot_rules", day.edition), given, follow=True)
    assert missing(page, "The jury will vote by these rules.", "at least 40 %", "Secret:") == []


def test_rules_that_cannot_hold_come_back(sign_in, day):
    given = {"secret": "yes", "quorum": 2, "pass_share": 40}
    answer = sign_in(day.manager).post(address("ballot_rules", day.edition), given)
    assert (answer.status_code, missing(answer, "A secret vote needs a quorum")) == (422, [])
    answer = sign_in(day.manager).post(address("ballot_rules", day.edition), {"quorum": "x"})
    assert (answer.status_code, BallotRules.objects.count()) == (422, 0)


def test_rules_are_shown_to_jurors_and_changed_by_none_of_them(sign_in, day):
    client = sign_in(day.jurors[0])
    page = client.get(address("ballot_rules", day.edition))
    assert missing(page, "Only the programme manager chooses", "Keep these rules") == ["Keep these rules"]
    assert client.post(address("ballot_rules", day.edition), {}).status_code == 403
    assert sign_in(make_person()).get(address("ballot_rules", day.edition)).status_code == 403


def test_secret_ballot_with_a_line_by_the_page(sign_in, day):
    box, client = secret_box(day), sign_in(day.jurors[0])
    page = client.get(box.get_absolute_url())
    a, b, c = (str(pitch.public_id) for pitch in day.pitches)
    assert [item["id"] for item in page.context["items"]] == [a, b, c, "line"]
    page = client.post(box.get_absolute_url(), {"move": "line:up"}, follow=True)
    assert [item["id"] for item in page.context["items"]] == [a, b, "line", c]
    page = client.post(address("cast", box), {"pitch": [a, b, "line", c]}, follow=True)
    assert missing(page, "Your ballot is in the box", "It is final.", "Cast my ballot") == ["Cast my ballot"]
    assert list(LineTally.objects.order_by("pitch__place").values_list("above", "below")) == [(1, 0), (1, 0), (0, 1)]


def test_secret_ballot_sent_again_as_its_answer_got_lost_counts_once(sign_in, day):
    box, client = secret_box(day, pass_share=0), sign_in(day.jurors[0])
    sent = {"pitch": [str(pitch.public_id) for pitch in day.pitches]}
    answers = [client.post(address("cast", box), sent) for _time in range(2)]
    assert [answer.url for answer in answers] == [box.get_absolute_url()] * 2
    assert sum(PairTally.objects.values_list("count", flat=True)) == 3


def test_ballot_page_follows_the_vote(sign_in, day):
    box, client = secret_box(day), sign_in(day.jurors[0])
    version = client.get(box.get_absolute_url()).context["version"]
    part = {"headers": {"HX-Request": "true"}}
    assert client.get(box.get_absolute_url(), {"seen": version}, **part).status_code == 204
    for juror in day.jurors:
        cast(box, juror, day.pitches)
    close(day, box)
    page = client.get(box.get_absolute_url(), {"seen": version}, **part)
    assert missing(page, "The ballot is closed.", "The result", "<html") == ["<html"]


def test_result_of_a_named_vote_names_the_jurors_to_the_jury_only(sign_in, day):
    box = make_box(edition=day.edition)
    for juror in day.jurors:
        make_ballot(box=box, juror=juror, choice=day.pitches)
    box = close(day, box)
    assert missing(sign_in(day.jurors[0]).get(address("verdict", box)), "Who voted what", day.jurors[1].name) == []
    day.edition.stage = Stage.DELIVERY
    day.edition.save()
    words = ("Who voted what", day.jurors[1].name)
    assert missing(sign_in(make_person()).get(address("verdict", box)), *words) == list(words)


def test_named_ballots_ask_as_many_queries_for_three_jurors_as_for_one(django_assert_num_queries):
    day = PitchDay(quorum=1)
    box = make_box(edition=day.edition, quorum=1)
    make_ballot(box=box, juror=day.jurors[0], choice=day.pitches)
    for more in day.jurors[1:]:
        make_ballot(box=box, juror=more, choice=day.pitches)
    box = close(day, box)
    with django_assert_num_queries(4):
        queries.named_ballots_in(box)


# The engine


@pytest.mark.parametrize("pairs", [[[0, 1]], [[0, -1], [0, 0]], [[0, 3], [1, 0]], [[0.5, 0.0], [0.0, 0.0]]])
def test_counts_that_cannot_be_are_refused(pairs):
    with pytest.raises(ValueError, match="pairwise"):
        schulze_pairs(np.array(pairs), n_ballots=3)


def test_verdict_on_comparisons_is_that_on_the_ballots():
    draw = random.Random(7)
    for _round in range(50):
        ballots = [draw.sample(range(5), draw.randint(2, 5)) for _voter in range(9)]
        pairs = np.zeros((5, 5), dtype=np.int64)
        for ballot in ballots:
            for above, below in combinations(ballot, 2):
                pairs[above, below] += 1
        whole, counted = schulze(ballots, 5, 3, abstain=True), schulze_pairs(pairs, 3, n_ballots=9)
        assert (whole.order.tolist(), whole.tied) == (counted.order.tolist(), counted.tied)
