"""Reports, decisions with a reason, one objection, and notes: nothing vanishes silently."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.enums import CommentState, ComplaintReason, IdeaState, Ruling
from datamatch.ideas.models import Comment, Complaint, Moderation, Note
from tests.factories.editions import make_edition, make_manager, make_screener
from tests.factories.ideas import make_coauthor, make_comment, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make_edition()


@pytest.fixture
def manager(edition):
    return make_manager(edition, make_person(language="en", name="Melchior"))


@pytest.fixture
def idea(edition):
    return make_idea(edition=edition, submitter=make_person(language="en", name="Zebedeus"), title="Bees")


@pytest.fixture
def comment(idea):
    return make_comment(idea=idea, by=make_person(language="en"), words="Buy my bees")


def complain(thing, by=None, *, reason=ComplaintReason.OFF_TOPIC, words=""):
    idea, comment = (thing.idea, thing) if isinstance(thing, Comment) else (thing, None)
    by = by or make_person(language="en")
    return actions.complain(idea=idea, comment=comment, by=by, at=MOMENT, reason=reason, words=words)


def decide(thing, by, ruling=Ruling.HIDE, reason="This is an advertisement", at=MOMENT):
    idea, comment = (thing.idea, thing) if isinstance(thing, Comment) else (thing, None)
    return actions.moderate(idea=idea, comment=comment, by=by, at=at, ruling=ruling, reason=reason)


def mails(person):
    return [mail.subject for mail in Mail.objects.filter(to=person.email).order_by("pk")]


# Reporting


def test_report_waits_for_the_managers_who_are_told_once(comment, manager):
    other = make_manager(comment.idea.edition)
    made = complain(comment, words="Secret words")
    complain(comment)
    assert (made.comment, made.idea, made.settled_at) == (comment, comment.idea, None)
    assert mails(manager) == ["Decide about a complaint: Bees"]
    assert len(mails(other)) == 1
    assert TrailEntry.objects.filter(deed="complaint.make").first().details == {"reason": "off_topic"}


@pytest.mark.parametrize("what", ["comment", "idea"])
def test_same_person_reports_the_same_thing_once(idea, comment, what):
    thing, by = {"comment": comment, "idea": idea}[what], make_person()
    complain(thing, by)
    with pytest.raises(Refused, match="reported this already"):
        complain(thing, by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.create(
            idea=idea, comment=comment if what == "comment" else None, by=by, reason="other", made_at=MOMENT
        )


def test_own_words_unknown_reasons_and_what_is_gone_are_not_reported(idea, comment):
    coauthor = make_coauthor(idea=idea).person
    for thing, by in ((comment, comment.by), (idea, idea.submitter), (idea, coauthor)):
        with pytest.raises(Refused, match="You wrote this yourself"):
            complain(thing, by)
    with pytest.raises(Refused, match="Choose what is wrong"):
        complain(comment, reason="ugly")
    gone = make_comment(idea=idea, state=CommentState.HIDDEN)
    with pytest.raises(Refused, match="not there any more"):
        complain(gone)
    with pytest.raises(Refused):
        complain(make_idea(edition=idea.edition, state=IdeaState.WITHDRAWN))


def test_comment_of_another_idea_is_not_reported_here(idea, comment):
    other = make_idea(edition=idea.edition)
    with pytest.raises(Refused, match="not there any more"):
        actions.complain(idea=other, comment=comment, by=make_person(), at=MOMENT, reason="other")


# Deciding


@pytest.mark.parametrize(
    ("ruling", "state"),
    [(Ruling.KEEP, CommentState.SHOWN), (Ruling.HIDE, CommentState.HIDDEN), (Ruling.REMOVE, CommentState.TAKEN_OFF)],
)
def test_decision_is_carried_out_told_and_thanked_for(comment, manager, ruling, state):
    reporter = make_person(language="en", name="Rebekka")
    made = complain(comment, reporter)
    Mail.objects.all().delete()
    done = decide(comment, manager, ruling)
    comment.refresh_from_db()
    made.refresh_from_db()
    assert (comment.state, made.settled_at, made.moderation) == (state, MOMENT, done)
    told = Mail.objects.get(to=comment.by.email)
    assert "This is an advertisement" in told.body
    assert ("/bezwaar/" in told.body) is (ruling != Ruling.KEEP)
    assert "Rebekka" not in told.body
    assert "Melchior" not in told.body
    assert mails(reporter) == ["Thank you for telling us: Bees"]
    assert TrailEntry.objects.get(deed="moderation.decide").details == {"ruling": ruling.value}


def test_hidden_idea_takes_part_no_more_and_comes_back(idea, manager):
    coauthor = make_coauthor(idea=idea, person=make_person(language="en")).person
    complain(idea)
    decide(idea, manager)
    idea.refresh_from_db()
    assert idea.state == IdeaState.HIDDEN
    assert list(queries.sent_ideas(idea.edition)) == []
    for author in (idea.submitter, coauthor):
        assert mails(author) == ["Your idea was hidden: Bees"]
    decide(idea, manager, Ruling.KEEP, "We talked; it is fine")
    idea.refresh_from_db()
    assert (idea.state, list(queries.sent_ideas(idea.edition))) == (IdeaState.SENT, [idea])


def test_authors_cannot_send_or_withdraw_around_a_decision(idea, manager):
    decide(idea, manager, Ruling.REMOVE)
    idea.refresh_from_db()
    for deed, given in ((actions.send_idea, {}), (actions.withdraw_idea, {}), (actions.change_idea, {"title": "New"})):
        with pytest.raises(Refused):
            deed(idea=idea, by=idea.submitter, at=MOMENT, **given)


def test_only_managers_decide_and_never_about_their_own_words(edition, idea, comment, manager):
    own = make_comment(idea=idea, by=manager)
    own_idea = make_idea(edition=edition, submitter=manager)
    for thing in (own, own_idea):
        with pytest.raises(Refused, match="your own words"):
            decide(thing, manager)
    for stranger in (make_person(), idea.submitter, make_screener(edition), make_manager(make_edition())):
        with pytest.raises(Refused, match="Only a manager"):
            decide(comment, stranger)
    assert decide(own, make_administrator()).ruling == Ruling.HIDE


def test_report_about_the_only_manager_goes_to_an_administrator(idea, manager):
    administrator = make_administrator(language="en")
    own = make_comment(idea=idea, by=manager)
    complain(own)
    assert (mails(manager), mails(administrator)) == ([], ["Decide about a complaint: Bees"])
    assert queries.matters_in(idea.edition, to=manager) == []
    assert [one.comment for one in queries.matters_in(idea.edition, to=administrator)] == [own]


@pytest.mark.parametrize(
    ("ruling", "reason", "says"), [("burn", "x", "Choose what becomes"), ("hide", "  ", "Give a reason")]
)
def test_decision_needs_a_known_ruling_and_a_reason(comment, manager, ruling, reason, says):
    with pytest.raises(Refused, match=says):
        decide(comment, manager, ruling, reason)


def test_idea_that_went_on_is_not_hidden_any_more_but_its_reports_are_settled(manager, idea):
    idea.edition.stage = Stage.MATCHING
    idea.edition.save()
    complain(idea)
    with pytest.raises(Refused, match="has gone on"):
        decide(idea, manager)
    assert decide(idea, manager, Ruling.KEEP)
    assert not Complaint.objects.open().exists()


def test_nothing_is_decided_about_what_is_gone(idea, comment, manager):
    actions.remove_comment(comment=comment, by=comment.by, at=MOMENT)
    with pytest.raises(Refused, match="took it away"):
        decide(comment, manager)
    withdrawn = make_idea(edition=idea.edition, state=IdeaState.WITHDRAWN)
    with pytest.raises(Refused, match="does not take part"):
        decide(withdrawn, manager)


def test_writer_who_takes_reported_words_away_settles_the_report(comment, manager):
    reporter = make_person(language="en")
    complain(comment, reporter)
    actions.remove_comment(comment=comment, by=comment.by, at=later(hours=1))
    assert not Complaint.objects.open().exists()
    assert mails(reporter) == ["Thank you for telling us: Bees"]
    assert queries.matters_in(comment.idea.edition, to=manager) == []


def test_same_decision_twice_is_made_once(comment, manager):
    assert decide(comment, manager) == decide(comment, manager, at=later(minutes=1))
    assert Moderation.objects.count() == 1
    assert len(mails(comment.by)) == 1


# Objecting


def test_writer_objects_once_and_somebody_else_decides(comment, manager):
    second = make_manager(comment.idea.edition, make_person(language="en"))
    done = decide(comment, manager)
    Mail.objects.all().delete()
    actions.object_to(moderation=done, by=comment.by, at=MOMENT, words="They are free")
    assert (mails(manager), len(mails(second))) == ([], 1)
    with pytest.raises(Refused, match="You decided before"):
        decide(comment, manager, Ruling.KEEP)
    answer = decide(comment, second, Ruling.HIDE, "It is still one")
    assert answer.answers == done
    assert "so this stays" in Mail.objects.get(to=comment.by.email).body
    with pytest.raises(Refused, match="You objected once"):
        actions.object_to(moderation=answer, by=comment.by, at=MOMENT, words="Again")


def test_objection_can_bring_words_back(comment, manager):
    done = decide(comment, manager, Ruling.REMOVE)
    actions.object_to(moderation=done, by=comment.by, at=MOMENT, words="They are free")
    decide(comment, make_administrator(), Ruling.KEEP, "So they are")
    comment.refresh_from_db()
    assert (comment.state, comment.words) == (CommentState.SHOWN, "Buy my bees")


def test_objection_of_others_without_words_or_to_nothing_is_refused(comment, manager):
    kept = decide(comment, manager, Ruling.KEEP)
    with pytest.raises(Refused, match="nothing to object"):
        actions.object_to(moderation=kept, by=comment.by, at=MOMENT, words="x")
    done = decide(comment, manager)
    with pytest.raises(Refused, match="Only who wrote"):
        actions.object_to(moderation=done, by=make_person(), at=MOMENT, words="x")
    with pytest.raises(Refused, match="Say why"):
        actions.object_to(moderation=done, by=comment.by, at=MOMENT, words=" ")


# In the browser


def page_of(thing, name):
    idea, comment = (thing.idea, thing) if isinstance(thing, Comment) else (thing, None)
    return reverse(name, args=[idea.public_id]) + (f"?comment={comment.public_id}" if comment else "")


def test_comment_is_reported_decided_and_objected_to_on_pages(sign_in, comment, manager):
    reporter, url = make_person(), page_of(comment, "ideas:complain")
    browser = sign_in(reporter)
    assert "Buy my bees" in browser.get(url).content.decode()
    assert browser.post(url, {"words": "x"}).status_code == 422
    assert browser.post(url, {"reason": "other", "words": "Rude"})["Location"] == comment.get_absolute_url()
    browser = sign_in(manager)
    queue = reverse("ideas:complaints", args=[comment.idea.edition.slug])
    url = page_of(comment, "ideas:moderate")
    assert url in browser.get(queue).content.decode()
    assert "Rude" in browser.get(url).content.decode()
    assert browser.post(url, {"ruling": "hide"}).status_code == 422
    assert browser.post(url, {"ruling": "hide", "reason": "An advertisement"})["Location"] == queue
    assert "Nothing to decide" in browser.get(queue).content.decode()
    browser = sign_in(comment.by)
    assert "An advertisement" in browser.get(comment.get_absolute_url()).content.decode()
    url = reverse("ideas:object", args=[Moderation.objects.get().public_id])
    assert "An advertisement" in browser.get(url).content.decode()
    assert browser.post(url, {"words": ""}).status_code == 422
    assert browser.post(url, {"words": "It is free"}).status_code == 302
    assert Moderation.objects.get().objection == "It is free"


def test_hidden_words_are_read_by_their_writer_and_managers_only(sign_in, comment, manager):
    decide(comment, manager)
    for reader, reads in ((comment.by, True), (manager, True), (comment.idea.submitter, False), (make_person(), False)):
        text = sign_in(reader).get(comment.get_absolute_url()).content.decode()
        assert ("Buy my bees" in text, "This is an advertisement" in text) == (reads, reads)
        assert "Hidden by a manager" in text


def test_words_that_were_taken_off_are_read_by_managers_only(sign_in, comment, manager):
    decide(comment, manager, Ruling.REMOVE)
    for reader, reads in ((comment.by, False), (manager, True), (make_person(), False)):
        assert ("Buy my bees" in sign_in(reader).get(comment.get_absolute_url()).content.decode()) is reads


def test_hidden_idea_is_read_by_its_authors_and_managers_with_the_reason(sign_in, idea, manager):
    decide(idea, manager)
    for reader, status in ((idea.submitter, 200), (manager, 200), (make_person(), 403)):
        answer = sign_in(reader).get(idea.get_absolute_url())
        assert answer.status_code == status
        assert ("This is an advertisement" in answer.content.decode()) is (status == 200)


def test_pages_of_managers_are_closed_to_others(sign_in, comment):
    browser = sign_in(make_person())
    for url in (page_of(comment, "ideas:moderate"), reverse("ideas:complaints", args=[comment.idea.edition.slug])):
        assert browser.get(url).status_code == 403
    unknown = "?comment=00000000-0000-4000-8000-000000000000"
    assert browser.get(page_of(comment.idea, "ideas:complain") + unknown).status_code == 404
    assert browser.get(reverse("ideas:object", args=["00000000-0000-4000-8000-000000000000"])).status_code == 404


def test_queue_takes_as_many_queries_for_three_reports_as_for_one(sign_in, idea, manager):
    browser, counts = sign_in(manager), []
    url = reverse("ideas:complaints", args=[idea.edition.slug])
    for more in (1, 2):
        for _ in range(more):
            complain(make_comment(idea=make_idea(edition=idea.edition)))
            complain(make_idea(edition=idea.edition))
        with CaptureQueriesContext(connection) as reads:
            browser.get(url)
        counts.append(len(reads))
    assert counts[0] == counts[1]


# Notes


def test_managers_keep_notes_that_nobody_else_reads(sign_in, idea, manager):
    note = actions.add_note(idea=idea, by=manager, at=MOMENT, words="Ask the lawyer first")
    readers = {
        manager: True, make_manager(idea.edition): True, make_administrator(): True, idea.submitter: False,
        make_screener(idea.edition): False, make_person(): False, make_manager(make_edition()): False,
    }  # fmt: skip
    for reader, reads in readers.items():
        text = sign_in(reader).get(idea.get_absolute_url()).content.decode()
        assert ("Ask the lawyer first" in text) is reads
    assert TrailEntry.objects.get(deed="note.add").details == {}
    assert str(note) == "Bees"


def test_manager_who_wrote_the_idea_reads_no_notes_about_it(sign_in, manager):
    own = make_idea(edition=make_edition(), submitter=manager)
    make_manager(own.edition, manager)
    with pytest.raises(Refused, match="your own idea"):
        actions.add_note(idea=own, by=manager, at=MOMENT, words="x")
    Note.objects.create(idea=own, by=make_manager(own.edition), words="Weak plan", written_at=MOMENT)
    assert "Weak plan" not in sign_in(manager).get(own.get_absolute_url()).content.decode()


def test_note_is_kept_and_thrown_away_on_the_page(sign_in, idea, manager):
    browser, url = sign_in(manager), reverse("ideas:note", args=[idea.public_id])
    assert browser.post(url, {"words": " "}).status_code == 302
    assert browser.post(url, {"words": "Call them"}).status_code == 302
    note = Note.objects.get()
    gone = reverse("ideas:remove_note", args=[note.public_id])
    assert sign_in(make_manager(idea.edition)).post(gone).status_code == 403
    assert sign_in(idea.submitter).post(url, {"words": "x"}).status_code == 403
    assert sign_in(manager).post(gone)["Location"] == f"{idea.get_absolute_url()}#notes"
    assert not Note.objects.exists()


def test_page_of_a_manager_takes_as_many_queries_for_three_notes_and_rulings_as_for_one(sign_in, idea, manager):
    browser, counts = sign_in(manager), []
    for more in (1, 2):
        for _ in range(more):
            actions.add_note(idea=idea, by=manager, at=MOMENT, words="Call them")
            decide(make_comment(idea=idea), manager)
        with CaptureQueriesContext(connection) as reads:
            browser.get(idea.get_absolute_url())
        counts.append(len(reads))
    assert counts[0] == counts[1]
