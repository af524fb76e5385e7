"""Every maker gets one letter with a reason, in their own language, all at the same moment."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import CoAuthor
from datamatch.post import actions, queries, rules
from datamatch.post.models import Letter
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.screening import make_decision, make_read, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    """An edition in screening with three decided ideas: yes, reserve, no."""
    edition = make_edition(stage=Stage.SCREENING, name="Spring 2026")
    for title, outcome in [("Dikes", "yes"), ("Barns", "reserve"), ("Bees", "no")]:
        idea = make_idea(edition=edition, title=title, submitter=make_person(language="en", name=f"Maker of {title}"))
        make_decision(idea=idea, outcome=outcome, reason=f"Reason about {title}.")
        make_read(idea)
    return edition


@pytest.fixture
def manager(edition):
    """Its manager."""
    return make_manager(edition)


def write(edition, manager, at=MOMENT, round=Round.SHORTLIST):
    return actions.write_letters(edition=edition, round=round, by=manager, at=at)


def send(edition, manager, at=MOMENT, round=Round.SHORTLIST):
    return actions.send_letters(edition=edition, round=round, by=manager, at=at)


def letter_about(title):
    return Letter.objects.get(decision__idea__title=title)


def test_subject_says_what_was_decided_and_what_to_do(edition, manager):
    assert write(edition, manager) == 3
    assert [letter_about(title).subject for title in ("Dikes", "Barns", "Bees")] == [
        "Your idea goes on to the pitch day: keep 4 May 2026 free",
        "Your idea is in reserve for the pitch day: nothing to do yet",
        "Your idea does not go on this time: read why, and what you can do with it",
    ]


def test_letter_tells_decision_reason_remarks_future_and_address(edition, manager, settings):
    settings.BASE_URL = "https://datamatch.example"
    bees = Decision.objects.get(idea__title="Bees").idea
    review = make_review(idea=bees, remark="Talk to the\nbeekeepers.", score=2)
    write(edition, manager)
    assert letter_about("Bees").body.split("\n\n") == [
        "Dear Maker of Bees,",
        "Thank you for your idea “Bees”. It does not go on to the pitch day of Spring 2026. "
        "The pitch day has room for 2 of the 3 ideas.",
        "Why\nReason about Bees.",
        "What the screeners want you to know\n- Talk to the beekeepers.",
        "What happens now\nYour idea keeps its own page, with the energy that people gave. You can send it again in "
        "the next edition, improved with what you read here. You can also join the team of another idea.",
        f"Your idea: https://datamatch.example/ideeen/{bees.public_id}/",
        f"A question about this letter? Ask {manager.name}: {manager.email}",
        f"Kind regards,\n{manager.name}\n{edition.programme.name}",
    ]
    assert review.assignment.screener.name not in letter_about("Bees").body


def test_letter_is_silent_about_room_when_every_idea_fits(edition, manager):
    edition.shortlist_size = 3
    edition.save()
    write(edition, manager)
    assert "room for" not in letter_about("Bees").body


def test_at_most_three_remarks_are_told(edition, manager):
    bees = Decision.objects.get(idea__title="Bees").idea
    for number in range(5):
        make_review(idea=bees, remark=f"Remark {number}")
    write(edition, manager)
    assert letter_about("Bees").body.count("Remark") == 3


def test_every_writer_gets_a_letter_in_their_own_language(edition, manager):
    dikes = Decision.objects.get(idea__title="Dikes").idea
    writer = make_person(language="nl")
    CoAuthor.objects.create(idea=dikes, person=writer, invited_at=MOMENT, accepted_at=MOMENT)
    write(edition, manager)
    letters = Letter.objects.filter(decision__idea=dikes)
    assert dict(letters.values_list("to", "language")) == {dikes.submitter_id: "en", writer.pk: "nl"}


def test_prepared_reason_is_composed_in_the_language_of_the_reader(edition, manager):
    decision = Decision.objects.get(idea__title="Dikes")
    strong, weak = edition.criteria.all()
    make_review(idea=decision.idea, scores={strong.slug: 5, weak.slug: 2})
    Decision.objects.filter(pk=decision.pk).update(prepared=True, composed=True, reason="In een andere taal.")
    write(edition, manager)
    assert strong.name_en in letter_about("Dikes").body
    assert "In een andere taal." not in letter_about("Dikes").body


def test_writing_again_keeps_edited_letters(edition, manager):
    write(edition, manager)
    actions.edit_letter(
        letter=letter_about("Bees"), subject="Dear\nmaker", body="By hand.", by=manager, at=later(hours=1)
    )
    assert write(edition, manager, at=later(hours=2)) == 2
    assert (letter_about("Bees").subject, letter_about("Bees").body) == ("Dear maker", "By hand.")


def test_letters_go_out_once_with_the_decisions(edition, manager):
    write(edition, manager)
    assert send(edition, manager, at=later(days=1)) == 3
    assert set(Decision.objects.values_list("published_at", flat=True)) == {later(days=1)}
    assert set(Letter.objects.values_list("sent_at", flat=True)) == {later(days=1)}
    assert set(Mail.objects.values_list("key", flat=True)) == {
        f"letter:{one.public_id}" for one in Letter.objects.all()
    }
    with pytest.raises(Refused, match="Every letter is sent"):
        send(edition, manager)


def test_coverage_counts_ideas_of_which_every_maker_is_served(edition, manager):
    write(edition, manager)
    dikes = Decision.objects.get(idea__title="Dikes").idea
    CoAuthor.objects.create(idea=dikes, person=make_person(), invited_at=MOMENT, accepted_at=MOMENT)
    Letter.objects.filter(decision__idea__title="Bees").update(sent_at=MOMENT)
    assert queries.coverage_of(edition, Round.SHORTLIST) == queries.Coverage(ideas=3, written=2, sent=1)


def test_letters_wait_for_every_decision(edition, manager):
    make_idea(edition=edition)
    with pytest.raises(Refused, match="1 of 4 ideas has no decision yet"):
        write(edition, manager)


def test_nothing_is_sent_while_a_letter_is_missing(edition, manager):
    write(edition, manager)
    letter_about("Bees").delete()
    with pytest.raises(Refused, match="1 of 3 ideas has no letter yet"):
        send(edition, manager)


def test_nothing_is_sent_while_a_letter_contradicts_its_decision(edition, manager):
    write(edition, manager)
    Decision.objects.filter(idea__title="Bees").update(outcome=Outcome.YES, decided_at=later(hours=1))
    with pytest.raises(Refused, match="1 letter is older than its decision"):
        send(edition, manager)
    write(edition, manager, at=later(hours=2))
    assert send(edition, manager, at=later(hours=2)) == 3


def test_only_a_manager_writes_and_sends(edition, manager):
    write(edition, manager)
    for deed in (write, send):
        with pytest.raises(Refused, match="Only a programme manager"):
            deed(edition, make_person())
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.edit_letter(letter=letter_about("Bees"), subject="x", body="y", by=make_person(), at=MOMENT)


def test_sent_letter_stays_as_it_is(edition, manager):
    write(edition, manager)
    send(edition, manager)
    with pytest.raises(Refused, match="This letter is sent"):
        actions.edit_letter(letter=letter_about("Bees"), subject="x", body="y", by=manager, at=MOMENT)


def test_letters_are_written_in_the_stage_of_their_round(edition, manager):
    with pytest.raises(Refused, match="written and sent in another stage"):
        write(edition, manager, round=Round.VERDICT)


def test_screening_is_not_left_before_everybody_has_their_letter(edition, manager):
    write(edition, manager)
    assert rules.why_not_leave_screening(edition=edition) == ["0 of 3 ideas have their letter."]
    send(edition, manager)
    assert rules.why_not_leave_screening(edition=edition) == []


def test_verdict_letters_go_to_the_pitched_ideas_only(edition, manager):
    edition.stage = Stage.PITCHING
    edition.save()
    dikes = Decision.objects.get(idea__title="Dikes").idea
    make_review(idea=dikes, remark="From the screening.")
    assert rules.why_not_leave_pitching(edition=edition) == ["0 of 1 ideas have their letter."]
    make_decision(idea=dikes, round=Round.VERDICT, reason="The jury saw the demand.")
    assert write(edition, manager, round=Round.VERDICT) == 1
    letter = Letter.objects.get()
    assert letter.subject == "The jury chose your idea: start with your team on 11 May 2026"
    assert "The jury saw the demand." in letter.body
    assert "From the screening." not in letter.body
    assert send(edition, manager, round=Round.VERDICT) == 1
    assert rules.why_not_leave_pitching(edition=edition) == []


def test_nothing_is_sent_while_the_rounds_contradict_each_other(edition, manager):
    edition.stage = Stage.PITCHING
    edition.save()
    dikes, bees = (Decision.objects.get(idea__title=title).idea for title in ("Dikes", "Bees"))
    make_decision(idea=dikes, round=Round.VERDICT)
    write(edition, manager, round=Round.VERDICT)
    make_decision(idea=bees, round=Round.VERDICT)
    with pytest.raises(Refused, match="The jury chose “Bees”, which is not on the shortlist"):
        send(edition, manager, round=Round.VERDICT)


def test_received_letters_are_those_that_were_sent(edition, manager):
    write(edition, manager)
    reader = letter_about("Bees").to
    assert list(queries.letters_to(reader)) == []
    send(edition, manager)
    assert list(queries.letters_to(reader)) == [letter_about("Bees")]


def test_letters_wait_until_every_idea_was_read_by_two(edition, manager):
    make_decision(idea=make_idea(edition=edition, title="Unread"), outcome="no", reason="Reason.")
    write(edition, manager)
    reason = "1 of 4 ideas has fewer than 2 reviews."
    assert rules.why_not_send(edition=edition, round=Round.SHORTLIST, by=manager) == reason
    with pytest.raises(Refused, match="1 of 4"):
        send(edition, manager)
    assert Letter.objects.filter(sent_at__isnull=False).count() == 0
