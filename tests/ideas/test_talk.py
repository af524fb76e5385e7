"""What people say about an idea: who may, what others read, who is told."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.enums import CommentState, IdeaState
from datamatch.ideas.models import Comment, Mention
from tests.factories.editions import make_edition, make_juror, make_manager, make_screener
from tests.factories.ideas import make_coauthor, make_comment, make_idea
from tests.factories.moments import MOMENT, later
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def say(idea, by=None, words="Have you tried the register?", **given):
    return actions.comment_on(idea=idea, by=by or make_person(), at=MOMENT, words=words, **given)


def order(idea):
    return [comment.words for comment in queries.comments_on(idea)]


@pytest.fixture
def idea():
    return make_idea(edition=make_edition(), submitter=make_person(name="Zebedeus", language="en"))


# Placing


def test_comment_is_placed_without_its_words_in_the_trail(idea):
    person = make_person()
    comment = say(idea, person)
    assert (comment.by, comment.as_author, comment.written_at) == (person, False, MOMENT)
    assert TrailEntry.objects.get(deed="comment.place").details == {"idea": str(idea.public_id), "answer": False}


def test_answers_stand_below_what_they_answer_and_deeper_ones_beside_them(idea):
    first, second = say(idea, words="first"), say(idea, words="second")
    answer = say(idea, words="answer", answers_to=first)
    deeper = say(idea, words="deeper", answers_to=answer)
    say(idea, words="late", answers_to=first)
    assert order(idea) == ["first", "answer", "deeper", "late", "second"]
    assert (deeper.thread, deeper.answers_to, second.thread) == (first, answer, None)


def test_same_comment_sent_twice_is_placed_once(idea):
    person = make_person()
    first = say(idea, person)
    assert say(idea, person, public_id=first.public_id) == first
    with pytest.raises(Refused, match="Something is wrong with this form"):
        say(idea, public_id=first.public_id)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(("words", "reason"), [("  \n", "Write something"), ("x" * 2001, "more than 2000")])
def test_nothing_or_too_much_is_refused(idea, words, reason):
    with pytest.raises(Refused, match=reason):
        say(idea, words=words)


def test_nobody_floods_an_edition(idea):
    person = make_person()
    for _ in range(30):
        make_comment(idea=idea, by=person)
    with pytest.raises(Refused, match="Take a break"):
        actions.comment_on(idea=idea, by=person, at=later(minutes=59), words="again")
    assert actions.comment_on(idea=idea, by=person, at=later(minutes=61), words="again")


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in (Stage.PREPARING, Stage.CLOSED)])
def test_everybody_talks_until_the_edition_is_closed(stage):
    assert say(make_idea(edition=make_edition(stage=stage)))


def test_closed_edition_and_withdrawn_idea_are_read_only():
    with pytest.raises(Refused, match="edition is closed"):
        say(make_idea(edition=make_edition(stage=Stage.CLOSED)))
    withdrawn = make_idea(edition=make_edition(), state=IdeaState.WITHDRAWN)
    for person in (withdrawn.submitter, make_person()):
        with pytest.raises(Refused):
            say(withdrawn, person)


@pytest.mark.parametrize(("make", "judging"), [(make_screener, Stage.SCREENING), (make_juror, Stage.PITCHING)])
def test_who_judges_says_nothing_while_judging(make, judging):
    for stage in (Stage.CALL, judging, Stage.DELIVERY):
        edition = make_edition(stage=stage)
        idea, judge = make_idea(edition=edition), make(edition)
        if stage == judging:
            with pytest.raises(Refused, match="You judge ideas in this stage"):
                say(idea, judge)
        else:
            assert say(idea, judge)


def test_comment_on_another_idea_or_one_that_is_gone_is_not_answered(idea):
    other = make_comment(idea=make_idea(edition=idea.edition))
    with pytest.raises(Refused, match="another idea"):
        say(idea, answers_to=other)
    gone = make_comment(idea=idea, state=CommentState.HIDDEN)
    with pytest.raises(Refused, match="not there any more"):
        say(idea, answers_to=gone)


# Changing and removing


def test_own_comment_is_changed_for_a_quarter_of_an_hour(idea):
    person = make_person()
    comment = say(idea, person)
    actions.edit_comment(comment=comment, by=person, at=later(minutes=14), words="Better")
    comment.refresh_from_db()
    assert (comment.words, comment.edited_at) == ("Better", later(minutes=14))
    with pytest.raises(Refused, match="for 15 minutes"):
        actions.edit_comment(comment=comment, by=person, at=later(minutes=15), words="Too late")
    with pytest.raises(Refused, match="Somebody else"):
        actions.edit_comment(comment=comment, by=idea.submitter, at=MOMENT, words="Mine")
    with pytest.raises(Refused, match="Write something"):
        actions.edit_comment(comment=comment, by=person, at=MOMENT, words=" ")


def test_removed_comment_keeps_its_place_only_when_it_was_answered(idea):
    person, called = make_person(), make_person(name="Ann")
    alone = say(idea, person, words="alone @Ann", mentioned=[called])
    answered = say(idea, person, words="answered")
    say(idea, words="answer", answers_to=answered)
    for comment in (alone, answered):
        actions.remove_comment(comment=comment, by=person, at=later(days=9))
    assert order(idea) == ["", "answer"]
    assert Mention.objects.count() == 0
    assert TrailEntry.objects.filter(deed="comment.remove").count() == 2
    with pytest.raises(Refused, match="not there any more"):
        actions.remove_comment(comment=alone, by=person, at=MOMENT)
    with pytest.raises(Refused, match="Somebody else"):
        actions.remove_comment(comment=say(idea), by=person, at=MOMENT)


def test_own_comment_can_be_removed_when_the_talk_is_closed():
    edition = make_edition()
    comment = make_comment(idea=make_idea(edition=edition))
    edition.stage = Stage.CLOSED
    edition.save()
    assert actions.remove_comment(comment=comment, by=comment.by, at=MOMENT).state == CommentState.REMOVED


def test_what_a_manager_hid_cannot_be_changed_or_removed_meanwhile(idea):
    comment = make_comment(idea=idea, state=CommentState.HIDDEN)
    for deed, words in ((actions.edit_comment, {"words": "x"}), (actions.remove_comment, {})):
        with pytest.raises(Refused, match="decided first"):
            deed(comment=comment, by=comment.by, at=MOMENT, **words)


def test_removed_comment_without_words_is_the_only_one_the_database_takes(idea):
    comment = make_comment(idea=idea)
    for wrong in ({"state": CommentState.REMOVED}, {"words": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Comment.objects.filter(pk=comment.pk).update(**wrong)


# Who wrote it


def test_authors_are_one_voice_while_they_are_hidden_and_named_afterwards(idea, sign_in):
    coauthor = make_coauthor(idea=idea, person=make_person(name="Balthasar")).person
    for author in (idea.submitter, coauthor):
        say(idea, author, words="We know.")
    browser, edition = sign_in(make_person()), idea.edition
    for stage, hidden in ((Stage.CALL, True), (Stage.SCREENING, True), (Stage.MATCHING, False)):
        edition.stage = stage
        edition.save()
        text = browser.get(idea.get_absolute_url()).content.decode()
        assert [name not in text for name in ("Zebedeus", "Balthasar")] == [hidden, hidden]
        assert text.count("<strong>The author of this idea</strong>") == (2 if hidden else 0)


def test_who_becomes_an_author_later_is_not_found_out_by_earlier_words(idea, sign_in):
    friend = make_person(name="Balthasar")
    say(idea, friend, words="Nice!")
    before = sign_in(make_person()).get(idea.get_absolute_url()).content.decode()
    make_coauthor(idea=idea, person=friend)
    after = sign_in(make_person()).get(idea.get_absolute_url()).content.decode()
    assert [text.count("Balthasar") > 0 for text in (before, after)] == [True, True]
    assert "<strong>The author of this idea</strong>" not in after


# Who is told


def test_who_is_answered_or_mentioned_is_told_at_once_and_once(idea):
    asker, called = make_person(language="en"), make_person(name="Ann Lee", language="nl")
    question = say(idea, asker, words="Why?")
    answer = say(idea, words="Ask @Ann Lee https://example.org", answers_to=question, mentioned=[called, make_person()])
    told = {mail.to: mail for mail in Mail.objects.all()}
    assert sorted(told) == sorted([asker.email, called.email])
    assert f"answered you: {idea.title}" in told[asker.email].subject
    assert "> Ask @Ann Lee https://example.org" in told[asker.email].body
    assert answer.get_absolute_url() in told[asker.email].body
    assert "/mijn/mail/" in told[asker.email].body
    assert list(answer.mentioned.all()) == [called]


def test_hidden_author_is_hidden_in_mails_too(idea):
    asker = make_person(language="en")
    question = say(idea, asker, words="Why?")
    say(idea, idea.submitter, words="Because.", answers_to=question)
    mail = Mail.objects.get()
    assert mail.subject.startswith("The author of this idea answered you")
    assert "Zebedeus" not in mail.subject + mail.body


def test_nobody_is_told_of_their_own_words_or_against_their_wish(idea):
    asker, quiet = make_person(), make_person(name="Ann")
    actions.wish_mail(by=quiet, to_me="daily", followed="none", at=MOMENT)
    question = say(idea, asker, words="Why?")
    say(idea, asker, words="I know, @Ann", answers_to=question, mentioned=[quiet])
    assert not Mail.objects.exists()


def test_somebody_mentioned_in_a_change_is_told_and_who_was_told_is_not_told_again(idea):
    writer, ann, bob = make_person(), make_person(name="Ann"), make_person(name="Bob")
    comment = say(idea, writer, words="@Ann", mentioned=[ann])
    actions.edit_comment(comment=comment, by=writer, at=later(minutes=1), words="@Ann @Bob", mentioned=[ann, bob])
    actions.edit_comment(comment=comment, by=writer, at=later(minutes=2), words="@Bob", mentioned=[ann, bob])
    assert sorted(Mail.objects.values_list("to", flat=True)) == sorted([ann.email, bob.email])
    assert list(comment.mentioned.all()) == [bob]


def test_mentions_of_a_person_are_found_while_their_words_can_be_read(idea):
    ann = make_person(name="Ann")
    comment = say(idea, words="@Ann", mentioned=[ann])
    assert [one.comment for one in queries.mentions_of(ann)] == [comment]
    Comment.objects.update(state=CommentState.HIDDEN)
    assert list(queries.mentions_of(ann)) == []


# In the browser


def post(browser, idea, **typed):
    return browser.post(reverse("ideas:comment", args=[idea.public_id]), typed)


ID = "11111111-1111-4111-8111-111111111111"


def test_comment_is_placed_and_answered_without_javascript(idea, sign_in):
    browser = sign_in(make_person())
    told = post(browser, idea, comment=ID, words="Why?")
    first = Comment.objects.get()
    assert told["Location"] == first.get_absolute_url()
    text = browser.get(f"{idea.get_absolute_url()}?answer={ID}").content.decode()
    assert f'<input type="hidden" name="answer" value="{ID}">' in text
    post(browser, idea, comment=ID.replace("1", "2"), words="Because", answer=ID)
    assert order(idea) == ["Why?", "Because"]


def test_empty_comment_is_asked_for_words_and_unknown_ones_are_not_found(idea, sign_in):
    browser = sign_in(make_person())
    told = post(browser, idea, comment=ID, words=" ")
    assert told.status_code == 422
    assert "Write something first" in told.content.decode()
    assert post(browser, idea, comment=ID, words="x", answer=ID).status_code == 404
    for name in ("ideas:edit_comment", "ideas:remove_comment"):
        assert browser.post(reverse(name, args=[ID])).status_code == 404


def test_somebody_is_looked_up_and_called_without_javascript(idea, sign_in):
    ann = make_person(name="Ann Lee")
    browser = sign_in(make_person())
    found = post(browser, idea, comment=ID, words="Hello", find="lee", search="1").content.decode()
    assert f'name="call" value="{ann.public_id}"' in found
    called = post(browser, idea, comment=ID, words="Hello", find="lee", call=str(ann.public_id)).content.decode()
    assert "Hello @Ann Lee" in called
    assert f'<input type="hidden" name="mention" value="{ann.public_id}">' in called
    assert not Comment.objects.exists()
    post(browser, idea, comment=ID, words="Hello @Ann Lee", mention=str(ann.public_id))
    assert list(Comment.objects.get().mentioned.all()) == [ann]
    assert "Nobody found" in post(browser, idea, comment=ID, words="", find="qqq", search="1").content.decode()


def test_names_are_looked_up_while_typing(idea, sign_in):
    make_person(name="Ann Lee")
    url = reverse("ideas:mentionable", args=[idea.public_id])
    assert "@Ann Lee" in sign_in(make_person()).get(url, {"find": "ann"}).content.decode()
    idea.edition.stage = Stage.CLOSED
    idea.edition.save()
    assert sign_in(make_person()).get(url, {"find": "ann"}).status_code == 403


def test_own_comment_is_changed_and_removed_on_the_page(idea, sign_in):
    person = make_person()
    browser = sign_in(person)
    post(browser, idea, comment=ID, words="Why?")
    opened = browser.get(f"{idea.get_absolute_url()}?edit={ID}").content.decode()
    assert reverse("ideas:edit_comment", args=[ID]) in opened
    browser.post(reverse("ideas:edit_comment", args=[ID]), {"comment": ID, "words": "Why not?"})
    assert order(idea) == ["Why not?"]
    browser.post(reverse("ideas:remove_comment", args=[ID]))
    assert order(idea) == []


def test_link_to_a_comment_leads_to_its_page(idea, sign_in):
    first = make_comment(idea=idea)
    for _ in range(34):
        make_comment(idea=idea)
    last = make_comment(idea=idea, words="The very last one")
    browser = sign_in(make_person())
    assert "The very last one" not in browser.get(idea.get_absolute_url()).content.decode()
    assert "The very last one" in browser.get(last.get_absolute_url()).content.decode()
    assert f'id="comment-{first.public_id}"' in browser.get(first.get_absolute_url()).content.decode()
    assert "page=2#talk" in browser.get(idea.get_absolute_url()).content.decode()


def test_closed_talk_shows_no_form(idea, sign_in):
    make_comment(idea=idea)
    idea.edition.stage = Stage.CLOSED
    idea.edition.save()
    text = sign_in(make_person()).get(idea.get_absolute_url()).content.decode()
    assert "What was said stays readable" in text
    assert "comment-form" not in text


def test_whatever_is_typed_is_shown_as_words(idea, sign_in):
    nasty = '<script>alert(1)</script> <img src=x onerror=alert(1)> https://x.nl/"onclick="alert(1) {{ 7|add:7 }}'
    say(idea, make_person(name="<b>Bob</b>"), words=nasty)
    text = sign_in(make_person()).get(idea.get_absolute_url()).content.decode()
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "<b>Bob" not in text
    assert 'href="https://x.nl/"' in text
    assert "{{ 7|add:7 }}" in text


@pytest.mark.parametrize("who", ["reader", "author", "manager"])
def test_page_takes_as_many_queries_for_three_comments_as_for_one(idea, sign_in, who):
    reader = {"reader": make_person(), "author": idea.submitter, "manager": make_manager(idea.edition)}[who]
    browser = sign_in(reader)
    counts = []
    for comments in (1, 2):
        for _ in range(comments):
            called = make_person(name="Ann")
            question = say(idea, words="@Ann", mentioned=[called])
            say(idea, idea.submitter, words="answer", answers_to=question)
            make_comment(idea=idea, by=reader)
        with CaptureQueriesContext(connection) as reads:
            browser.get(idea.get_absolute_url())
        counts.append(len(reads))
    assert counts[0] == counts[1]
