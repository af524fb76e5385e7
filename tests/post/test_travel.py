"""After letters are sent: how they travelled, what was put right, and who takes part."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail
from datamatch.foundation.refusal import Refused
from datamatch.ideas.models import CoAuthor
from datamatch.post import actions, queries
from datamatch.post.models import Letter, Sending
from datamatch.screening import actions as screening
from datamatch.screening.enums import Answer, Outcome, Round
from datamatch.screening.models import Decision
from datamatch.screening.queries import confirmation_of, shortlisted_ideas
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person
from tests.factories.screening import make_decision, make_read

pytestmark = pytest.mark.django_db

LAST_DAY = f"{later(days=4):%-d %B %Y}"


def text_of(answer):
    return " ".join(answer.content.decode().split())


def make_sent(*outcomes, condition=""):
    """Make an edition whose decisions were told, with four days to confirm; return it with its manager and ideas."""
    edition = make_edition(stage=Stage.SCREENING, shortlist_size=max(outcomes.count(Outcome.YES), 1), chosen_count=1)
    manager, ideas = make_manager(edition), []
    for place, outcome in enumerate(outcomes, 1):
        idea = make_idea(edition=edition, submitter=make_person(language="en"))
        reserve = {"reserve_place": place} if outcome == Outcome.RESERVE else {}
        on = {"condition": condition, "meet_by": later(days=5).date()} if condition and outcome == Outcome.YES else {}
        make_decision(idea=idea, outcome=outcome, **reserve, **on)
        make_read(idea)
        ideas.append(idea)
    day = later(days=4).date()
    screening.plan_publication(edition=edition, round=Round.SHORTLIST, confirm_by=day, by=manager, at=MOMENT)
    actions.write_letters(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    actions.send_letters(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    edition.stage = Stage.MATCHING
    edition.save()
    return edition, manager, ideas


def refuse_mail():
    """Let the mail server refuse everything that was queued."""
    Mail.objects.update(state=Mail.State.FAILED, problem="refused", attempts=8)


def test_letter_of_the_chosen_says_what_to_do_by_when():
    make_sent(Outcome.YES, condition="Find an owner of the data.")
    letter = Letter.objects.get()
    assert letter.subject == f"Confirm by {LAST_DAY}: your idea goes on to the pitch day"
    for words in ("What we ask of you", "/bevestigen/", "On one condition", "Find an owner of the data."):
        assert words in letter.body


def test_letter_written_before_the_day_changed_is_outdated():
    edition = make_edition(stage=Stage.SCREENING)
    manager, idea = make_manager(edition), make_idea(edition=edition)
    make_decision(idea=idea)
    make_read(idea)
    given = {"edition": edition, "round": Round.SHORTLIST, "by": manager}
    actions.write_letters(**given, at=MOMENT)
    screening.plan_publication(**given, confirm_by=later(days=3).date(), at=later(hours=1))
    with pytest.raises(Refused, match="1 letter is older than its decision"):
        actions.send_letters(**given, at=later(hours=2))


def test_every_letter_has_a_log_of_how_it_travelled():
    make_sent(Outcome.YES)
    (leg,) = queries.legs_of_letter(Letter.objects.get())
    assert (leg.sending.kind, leg.travel, leg.sending.key) == ("first", "waiting", Mail.objects.first().key)


def test_letter_that_was_refused_is_sent_again_to_the_address_of_now():
    edition, manager, _ideas = make_sent(Outcome.NO)
    letter = Letter.objects.get()
    with pytest.raises(Refused, match="As far as we know it arrived"):
        actions.send_again(letter=letter, by=manager, at=later(hours=1))
    refuse_mail()
    assert queries.undelivered_in(edition, Round.SHORTLIST) == [letter]
    letter.to.email = "moved@example.org"
    letter.to.save()
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.send_again(letter=letter, by=letter.to, at=later(hours=1))
    actions.send_again(letter=letter, by=manager, at=later(hours=1))
    assert Mail.objects.filter(to="moved@example.org", subject=letter.subject).count() == 1
    assert queries.undelivered_in(edition, Round.SHORTLIST) == []


def test_mail_that_came_back_is_noted_once_and_may_be_sent_again():
    _edition, manager, _ideas = make_sent(Outcome.NO)
    sending = Sending.objects.get()
    given = {"sending": sending, "at": later(hours=1)}
    with pytest.raises(Refused, match="Say in a few words how it came back"):
        actions.note_bounce(**given, note=" ", by=manager)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.note_bounce(**given, note="Unknown address.", by=make_person())
    actions.note_bounce(**given, note="Unknown address.", by=manager)
    with pytest.raises(Refused, match="noted already"):
        actions.note_bounce(**given, note="Unknown address.", by=manager)
    actions.send_again(letter=Letter.objects.get(), by=manager, at=later(hours=2))


def test_correction_reaches_the_reader_and_the_letter_stays(sign_in):
    _edition, manager, _ideas = make_sent(Outcome.NO)
    letter = Letter.objects.get()
    with pytest.raises(Refused, match="Say what was wrong"):
        actions.correct_letter(letter=letter, text=" ", by=manager, at=MOMENT)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.correct_letter(letter=letter, text="x", by=letter.to, at=MOMENT)
    address = reverse("post:correct", args=[letter.public_id])
    assert sign_in(manager).post(address, {"text": ""}).status_code == 422
    sign_in(manager).post(address, {"text": "The day is 5 May."})
    assert Mail.objects.order_by("pk").last().subject == f"Correction of your letter: {letter.subject}"
    page = text_of(sign_in(letter.to).get(reverse("post:letter", args=[letter.public_id])))
    assert "The day is 5 May." in page
    assert letter.subject in page


def test_makers_are_reminded_by_a_subject_that_says_what_to_do():
    _edition, _manager, (idea,) = make_sent(Outcome.YES)
    CoAuthor.objects.create(idea=idea, person=make_person(language="nl"), invited_at=MOMENT, accepted_at=MOMENT)
    assert actions.remind_to_confirm(at=later(hours=1)) == 0
    assert actions.remind_to_confirm(at=later(days=1)) == 2
    assert Mail.objects.get(key__startswith="confirm:", language="en").subject == f"Confirm by {LAST_DAY}: “{idea}”"
    assert actions.remind_to_confirm(at=later(days=4)) == 2
    screening.confirm(confirmation=confirmation_of(idea), by=idea.submitter, at=later(days=4))
    assert actions.remind_to_confirm(at=later(days=4)) == 0
    assert Mail.objects.filter(key__startswith="confirm:").count() == 4


def test_maker_confirms_with_one_click(sign_in):
    _edition, _manager, (idea,) = make_sent(Outcome.YES, condition="Find an owner.")
    client, address = sign_in(idea.submitter), reverse("post:confirm", args=[idea.public_id])
    assert "Find an owner." in text_of(client.get(address))
    assert "You take part" in text_of(client.post(address, follow=True))
    assert confirmation_of(idea).answer == Answer.CONFIRMED
    assert sign_in(make_person()).get(address).status_code == 403


def test_maker_gives_the_place_up_and_a_reserve_moves_up_with_a_letter(sign_in):
    edition, manager, (chosen, reserve) = make_sent(Outcome.YES, Outcome.RESERVE)
    give_up = reverse("post:give_up", args=[chosen.public_id])
    client = sign_in(chosen.submitter)
    assert client.post(give_up, {"usual": "other", "more": ""}).status_code == 422
    assert "goes to the next idea" in text_of(client.post(give_up, {"usual": "hours", "more": "Sorry."}, follow=True))
    assert confirmation_of(chosen).reason == "We have no hours for it. Sorry."
    assert Mail.objects.get(key__startswith="place:").to == manager.email
    page = text_of(sign_in(manager).get(reverse("post:places", args=[edition.slug])))
    assert "1 free place, and the reserve" in page
    day = later(days=9).date().isoformat()
    move_up = reverse("post:move_up", args=[reserve.public_id])
    with CaptureQueriesContext(connection):
        count = actions.move_up(
            decision=Decision.objects.get(idea=reserve), confirm_by=later(days=9).date(), by=manager, at=later(days=2)
        )
    assert (count, list(shortlisted_ideas(edition))) == (1, [reserve])
    assert Letter.objects.filter(decision__idea=reserve).count() == 2
    assert confirmation_of(reserve).answer == Answer.WAITING
    assert sign_in(manager).post(move_up, {"confirm_by": day}).status_code == 403


def test_places_cost_the_same_for_one_and_three(sign_in):
    counts = []
    for number in (1, 3):
        edition, manager, _ideas = make_sent(*[Outcome.YES] * number, *[Outcome.RESERVE] * number)
        client, address = sign_in(manager), reverse("post:places", args=[edition.slug])
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_late_place_is_freed_on_the_page(sign_in):
    edition, manager, (idea,) = make_sent(Outcome.YES)
    client = sign_in(manager)
    assert "Free this place" in text_of(client.get(reverse("post:places", args=[edition.slug])))
    client.post(reverse("post:release", args=[idea.public_id]), {"reason": "No answer."})
    assert confirmation_of(idea).answer == Answer.RELEASED


def test_bounce_and_again_are_buttons_on_the_letter(sign_in):
    _edition, manager, _ideas = make_sent(Outcome.NO)
    letter, client = Letter.objects.get(), sign_in(manager)
    page = client.post(reverse("post:bounce", args=[letter.public_id]), {"note": "Unknown."}, follow=True)
    assert "came back" in text_of(page)
    assert "on its way again" in text_of(client.post(reverse("post:again", args=[letter.public_id]), follow=True))


def test_manager_sees_the_letter_as_it_will_be_read(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    manager = make_manager(edition)
    make_decision(idea=make_idea(edition=edition))
    actions.write_letters(edition=edition, round=Round.SHORTLIST, by=manager, at=MOMENT)
    page = text_of(sign_in(manager).get(reverse("post:letter", args=[Letter.objects.get().public_id])))
    assert "As it will be read" in page


def test_day_to_confirm_is_set_on_the_page(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    address = reverse("post:plan", args=[edition.slug])
    client = sign_in(make_manager(edition))
    assert "Nothing changed" in text_of(client.post(address, {"confirm_by": "rubbish"}, follow=True))
    assert "Kept." in text_of(client.post(address, {"confirm_by": ""}, follow=True))
