"""Minutes are signed by two people, fixed by the first, and only added to; and the papers of the evening before."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from datamatch.editions.enums import Stage
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.jury import actions, queries, rules
from datamatch.jury.enums import Signatory
from datamatch.jury.models import Minutes
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.jury import PitchDay, make_box, make_pitch, make_recusal, same_unit
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db

CHAIR, SECRETARY = Signatory.CHAIR, Signatory.SECRETARY


@pytest.fixture
def day():
    return PitchDay()


@pytest.fixture
def settled(day):
    """A pitch day on which the jury chose."""
    box = actions.open_box(edition=day.edition, by=day.manager, at=MOMENT)
    for juror in day.jurors:
        actions.cast_ballot(ballot_box=box, by=juror, choice=day.pitches, at=MOMENT)
    box = actions.close_box(ballot_box=box, by=day.manager, at=MOMENT)
    chosen = queries.result_of(box).proposal
    actions.settle_verdict(ballot_box=box, chosen=chosen, motive="", by=day.manager, at=MOMENT)
    return day


def sign(day, role, by):
    return actions.sign_minutes(edition=day.edition, role=role, by=by, at=MOMENT)


def address(name, day):
    return reverse(f"jury:{name}", args=[day.edition.slug])


def missing(page, *words):
    text = page.content.decode()
    return [word for word in words if word not in text]


def test_minutes_are_signed_when_the_verdict_is_settled(day):
    told = rules.why_not_sign(edition=day.edition, role=CHAIR, by=day.jurors[0])
    assert told == "The minutes are signed when the verdict is settled."


def test_chair_is_a_juror_and_secretary_a_manager_and_they_are_two(settled):
    day, both = settled, make_juror(settled.edition, person=make_manager(settled.edition))
    assert rules.why_not_sign(edition=day.edition, role=CHAIR, by=day.manager) == "A juror signs as chair."
    refused = rules.why_not_sign(edition=day.edition, role=SECRETARY, by=day.jurors[0])
    assert refused == "The programme manager signs as secretary."
    sign(day, CHAIR, both)
    assert rules.why_not_sign(edition=day.edition, role=SECRETARY, by=both) == "Two people sign; you did already."
    told = rules.why_not_sign(edition=day.edition, role=CHAIR, by=day.jurors[0])
    assert told == f"{both.name} signed already."


def test_first_signature_fixes_the_text_in_both_languages(settled):
    day = settled
    sign(day, CHAIR, day.jurors[0])
    minutes = queries.signed_minutes(day.edition)
    before = queries.lines_of(day.edition, minutes)
    day.pitches[0].idea.title = "Renamed"
    day.pitches[0].idea.save()
    assert queries.lines_of(day.edition, minutes) == before
    assert "Renamed" not in str(minutes.lines)
    with override("nl"):
        assert "De stemming ging open" in [line.title for line in queries.lines_of(day.edition, minutes)]
    assert sign(day, SECRETARY, day.manager) == minutes
    assert (queries.is_signed_off(queries.signed_minutes(day.edition)), Minutes.objects.count()) == (True, 1)


def test_seal_shows_a_change_and_stands_in_the_trail(settled, sign_in):
    minutes = sign(settled, CHAIR, settled.jurors[0])
    assert TrailEntry.objects.get(deed="minutes.sign").details == {"role": "chair", "digest": minutes.digest}
    assert queries.is_whole(minutes)
    minutes.lines["nl"][0]["title"] = "Iets anders"
    minutes.save()
    page = sign_in(settled.manager).get(address("minutes", settled))
    assert missing(page, "These minutes were changed") == []


def test_added_is_put_beside_signed_minutes_only(settled):
    day = settled
    given = {"edition": day.edition, "text": "It was nine o'clock.", "at": MOMENT}
    with pytest.raises(Refused, match="not signed yet"):
        actions.add_to_minutes(by=day.manager, **given)
    sign(day, CHAIR, day.jurors[0])
    minutes = sign(day, SECRETARY, day.manager)
    with pytest.raises(Refused, match="Who signed the minutes"):
        actions.add_to_minutes(by=day.jurors[1], **given)
    with pytest.raises(Refused, match="Write what is put right"):
        actions.add_to_minutes(by=day.manager, **given | {"text": " "})
    for by in (day.manager, day.jurors[0]):
        actions.add_to_minutes(by=by, **given)
    kept = Minutes.objects.get()
    assert (kept.addenda.count(), kept.lines, kept.digest) == (2, minutes.lines, minutes.digest)


def test_minutes_are_signed_and_added_to_by_the_page(settled, sign_in):
    day = settled
    client = sign_in(day.jurors[0])
    assert missing(client.get(address("minutes", day)), "Sign as chair of the jury", "signs as secretary.") == []
    client.post(address("sign_minutes", day), {"role": "chair"})
    client = sign_in(day.manager)
    page = client.post(address("sign_minutes", day), {"role": "secretary"}, follow=True)
    assert missing(page, "You signed the minutes.", "Seal (SHA-256)", day.jurors[0].name, "What is put right") == []
    page = client.post(address("add_to_minutes", day), {"text": ""})
    assert page.status_code == 422
    page = client.post(address("add_to_minutes", day), {"text": "Nine <o'clock>"}, follow=True)
    assert missing(page, "Added afterwards", "Nine &lt;o&#x27;clock&gt;") == []
    assert missing(client.get(address("minutes_print", day)), "Name and date", "Added afterwards", "Seal") == []


@pytest.mark.parametrize("name", ["sign_minutes", "add_to_minutes"])
def test_strangers_neither_sign_nor_add(settled, sign_in, name):
    assert sign_in(make_person()).post(address(name, settled), {"text": "x"}).status_code == 403


# The papers of the evening before


def test_paper_of_a_juror_leaves_out_the_card_and_says_so(day, sign_in):
    out, other = day.jurors[:2]
    make_recusal(pitch=day.pitches[0], juror=out)
    sheets = {sheet.juror: sheet for sheet in queries.sheets_for(day.edition)}
    assert (sheets[out].out, [pitch for pitch, _tie in sheets[out].cards]) == ([day.pitches[0]], day.pitches[1:])
    assert (sheets[other].out, len(sheets[other].cards)) == ([], 3)
    page = sign_in(day.manager).get(address("paper", day))
    words = ["Running order", f"Scorecards of {out.name}", "You step out for:", "Tally sheet", "Who handed in a ballot"]
    assert missing(page, *words, *(str(criterion) for criterion in day.edition.criteria.all())) == []


def test_paper_tells_a_tie_for_which_the_juror_did_not_step_out(day):
    idea, juror = day.pitches[0].idea, day.jurors[0]
    idea.unit = same_unit(juror, idea.submitter)
    idea.save()
    ties = {sheet.juror: [bool(tie) for _pitch, tie in sheet.cards] for sheet in queries.sheets_for(day.edition)}
    assert (ties[juror], ties[day.jurors[1]]) == ([True, False, False], [False] * 3)


def test_secret_paper_ballots_are_all_the_same_and_named_ones_are_not(day, sign_in):
    make_recusal(pitch=day.pitches[0], juror=day.jurors[0])
    box = make_box(edition=day.edition, secret=True)
    client = sign_in(day.manager)
    named = f"Ballot of {day.jurors[0].name}"
    assert missing(client.get(address("paper", day)), named, "Write no name") == [named]
    box.secret = False
    box.save()
    assert missing(client.get(address("paper", day)), named, "Write no name") == ["Write no name"]


def test_paper_is_for_the_manager_and_kind_without_a_plan(day, sign_in):
    assert sign_in(day.jurors[0]).get(address("paper", day)).status_code == 403
    edition = make_edition(stage=Stage.PITCHING)
    page = sign_in(make_manager(edition)).get(reverse("jury:paper", args=[edition.slug]))
    assert missing(page, "No running order yet") == []


@pytest.mark.parametrize("name", ["paper", "minutes"])
def test_documents_ask_as_many_queries_for_three_pitches_as_for_one(sign_in, name):
    day = PitchDay(pitches=1, jurors=1)
    client = sign_in(day.manager)
    counts = []
    for more in (0, 2):
        for _one in range(more):
            make_pitch(edition=day.edition, state="done")
            make_juror(day.edition)
        with CaptureQueriesContext(connection) as caught:
            client.get(address(name, day))
        counts.append(len(caught))
    assert counts[0] == counts[1]
