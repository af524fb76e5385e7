"""Closing an account: what goes, what stays, and who may not yet."""

import time
from urllib.parse import urlencode

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from datamatch.editions.enums import Stage
from datamatch.foundation import mail, trail
from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.privacy import without
from datamatch.foundation.refusal import Refused
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Energy, Idea, JoinRequest
from datamatch.people import actions, rules
from datamatch.people.models import Person, Photo, Profile
from datamatch.post.models import Letter
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_coauthor, make_energy, make_idea
from tests.factories.people import make_administrator, make_person, make_skill
from tests.factories.screening import make_decision

pytestmark = pytest.mark.django_db
NAME, ADDRESS, OTHER = "Zoë van Dijkstra", "zoe.dijkstra@example.org", "zvd@elsewhere.example"
PASSWORD = "a long walk on the dike"


def close(person, moment):
    return actions.close_account(person=person, by=person, at=moment)


def everything():
    """Return what every cell of every table says, with the place it stands."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield from ((f"{table}.{name}", str(cell)) for name, cell in zip(names, row, strict=True))


def places_of(*words):
    """Return in which columns one of these words stands, also as JSON writes it and in whatever case."""
    known = {form for word in words for form in (word.lower(), word.encode("unicode_escape").decode().lower())}
    return sorted({place for place, said in everything() if any(word in said.lower() for word in known)})


@pytest.fixture
def zoe(client, moment):
    """Somebody who left traces in every room: signed in, with ideas, energy, letters, mail and a second factor."""
    cache.clear()
    person = make_person(name=NAME, email=ADDRESS)
    person.set_password(PASSWORD)
    person.save()
    Profile.objects.filter(person=person).update(about=f"I am {NAME}.")
    person.profile.levels.create(skill=make_skill())
    Photo.objects.create(person=person, picture=b"a face", kept_at=moment)
    for address, primary in ((ADDRESS, True), (OTHER, False)):
        EmailAddress.objects.create(user=person, email=address, verified=True, primary=primary)
    SocialAccount.objects.create(user=person, provider="sso", uid="42", extra_data={"name": NAME})
    Authenticator.objects.create(user=person, type="recovery_codes", data={"of": ADDRESS})
    client.post(reverse("account_login"), {"login": ADDRESS, "password": PASSWORD})
    assert UserSession.objects.filter(user=person).count() == 1
    return person


@pytest.fixture
def traces(zoe, moment):
    """What Zoë did, and what others wrote about her."""
    edition = make_edition()
    sent = make_idea(edition=edition, submitter=zoe, title="Brooks that run dry")
    make_idea(edition=edition, submitter=zoe, state=IdeaState.DRAFT, title="Half an idea")
    make_energy(idea=make_idea(edition=edition), person=zoe, why="Ask me, I know brooks")
    make_idea(edition=edition, demand=f"{NAME} asked for this; mail {OTHER.upper()}.")
    decision = make_decision(idea=sent)
    words = {
        "subject": "Your idea goes on",
        "body": f"Dear {NAME},\n\nGood news.",
        "written_at": moment,
        "sent_at": moment,
    }
    Letter.objects.create(decision=decision, to=zoe, **words)
    mail.queue(key="mine", to=ADDRESS, subject="Hello", body="Just you", language="en", at=moment)
    mail.queue(
        key="theirs", to="bob@example.org", subject=f"{NAME} asks you", body=f"Mail {ADDRESS}", language="en", at=moment
    )
    actions.invite(by=zoe, email="new@example.org", manages=True, at=moment)
    return sent


def test_nothing_that_identifies_is_left_in_any_table(zoe, traces, moment):
    assert len(places_of(NAME, ADDRESS, OTHER)) > 8
    close(zoe, moment)
    assert places_of(NAME, ADDRESS, OTHER, "Zoë", "Dijkstra") == []


def test_what_was_sent_stays_readable_from_a_former_participant(zoe, traces, moment):
    close(zoe, moment)
    sent = Idea.objects.get(pk=traces.pk)
    assert (sent.title, sent.submitter.name) == ("Brooks that run dry", "Former participant")
    assert not Idea.objects.filter(title="Half an idea").exists()
    with override("nl"):
        assert Person.objects.get(pk=zoe.pk).name == "Voormalig deelnemer"
        assert list(Idea.objects.filter(pk=traces.pk).values_list("submitter__name", flat=True)) == [
            "Voormalig deelnemer"
        ]
    assert Mail.objects.get(key="theirs").subject == "a former participant asks you"
    assert not Mail.objects.filter(key="mine").exists()


def test_energy_counts_without_its_words(zoe, traces, moment):
    close(zoe, moment)
    energy = Energy.objects.get(person=zoe)
    assert (energy.kind, energy.why) == ("support", "")


def test_offer_to_join_goes_with_who_made_it_unless_it_was_answered(zoe, moment):
    edition = make_edition()
    _waiting, welcome = (make_energy(idea=make_idea(edition=edition), person=zoe, kind="join") for _ in range(2))
    JoinRequest.objects.filter(energy=welcome).update(answer="welcome", answered_at=moment)
    close(zoe, moment)
    assert list(Energy.objects.values_list("pk", flat=True)) == [welcome.pk]


def test_mail_to_who_left_goes_nowhere(zoe, moment):
    gone = close(zoe, moment)
    mail.queue(key="later", to=gone.email, subject="Hello", body="You", language="en", at=moment)
    assert mail.deliver_due(at=moment) == 0
    assert Mail.objects.get(key="later").problem == "closed account"


def test_draft_goes_to_the_co_author_who_said_yes(zoe, moment):
    bob, draft = make_person(), make_idea(edition=make_edition(), submitter=zoe, state=IdeaState.DRAFT)
    make_coauthor(idea=draft, person=make_person(), accepted=False)
    make_coauthor(idea=draft, person=bob)
    close(zoe, moment)
    draft.refresh_from_db()
    assert draft.submitter == bob
    assert not draft.coauthors.filter(person=bob).exists()


def test_row_that_stays_lets_nobody_in(client, zoe, moment):
    Session.objects.create(
        session_key="other",
        session_data=client.session.encode(dict(client.session)),
        expire_date=timezone.now() + timezone.timedelta(days=1),
    )
    gone = close(zoe, moment)
    assert (gone.is_active, gone.has_usable_password(), gone.last_login, gone.closed_at) == (False, False, None, moment)
    assert gone.email == f"{gone.public_id.hex}@closed.invalid"
    for table in (EmailAddress, Authenticator, SocialAccount, UserSession, Session):
        assert not table.objects.exists()
    assert not Profile.objects.filter(person=gone).exists()
    assert not Photo.objects.exists()
    assert client.get(reverse("people:profile")).status_code == 302


def test_saving_the_row_again_keeps_it_nameless(zoe, moment):
    close(zoe, moment)
    gone = Person.objects.get(pk=zoe.pk)
    gone.language = "en"
    gone.save()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM people_person WHERE id = %s", [gone.pk])
        assert cursor.fetchone() == ("",)


def test_closed_account_with_a_name_is_refused_by_the_database(moment):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=make_person().pk).update(closed_at=moment)


def test_trail_tells_the_deed_and_stays_whole(zoe, moment):
    close(zoe, moment)
    entry = TrailEntry.objects.get(deed="person.close")
    assert (entry.of_id, entry.actor_id, entry.details) == (str(zoe.public_id), zoe.public_id, {})
    assert list(trail.faults()) == []


def test_last_administrator_stays_until_there_is_another(moment):
    first = make_administrator()
    with pytest.raises(Refused, match="only administrator"):
        close(first, moment)
    assert not TrailEntry.objects.exists()
    make_administrator(is_active=False)
    assert rules.why_not_close(person=first, by=first) is not None
    make_administrator()
    close(first, moment)


def test_last_manager_of_a_running_edition_stays(moment):
    edition, manager = make_edition(name="Spring"), make_person()
    make_manager(edition, manager)
    with pytest.raises(Refused, match=r"only manager of Spring\."):
        close(manager, moment)
    make_manager(edition, make_person())
    close(manager, moment)


def test_last_manager_of_a_closed_edition_may_go(moment):
    edition, manager = make_edition(stage=Stage.CLOSED), make_person()
    make_manager(edition, manager)
    assert close(manager, moment).closed_at == moment


def test_nobody_closes_the_account_of_another_or_twice(moment):
    person = make_person()
    with pytest.raises(Refused, match="Only you"):
        actions.close_account(person=person, by=make_administrator(), at=moment)
    gone = close(person, moment)
    with pytest.raises(Refused, match="This account is closed"):
        close(gone, moment)


def test_address_of_who_left_is_free_again(moment):
    close(make_person(email="anna@example.org"), moment)
    assert actions.add_person(email="anna@example.org", name="Anna", at=moment).pk


def test_page_asks_for_the_password_before_it_closes(client, zoe):
    client.cookies["django_language"] = "en"
    page = reverse("people:close")
    assert "What stays" in client.get(page).content.decode()
    asked = client.post(page, {"sure": "on"})
    assert asked.url == f"{reverse('account_reauthenticate')}?{urlencode({'next': page})}"
    assert Person.objects.get(pk=zoe.pk).closed_at is None
    done = client.post(asked.url, {"password": PASSWORD}, follow=True)
    assert Person.objects.get(pk=zoe.pk).closed_at is not None
    assert "Your account is closed." in done.content.decode()
    assert client.get(page).status_code == 302


def test_page_asks_for_one_confirmation(client, zoe):
    page = reverse("people:close")
    client.post(f"{reverse('account_reauthenticate')}?next={page}", {"password": PASSWORD})
    assert client.post(page).status_code == 422
    assert Person.objects.get(pk=zoe.pk).closed_at is None


def test_who_has_no_password_signs_in_again_first(sign_in, monkeypatch):
    person = make_person()
    Person.objects.filter(pk=person.pk).update(password="!none")
    browser, page = sign_in(Person.objects.get(pk=person.pk)), reverse("people:close")
    assert "Sign in again" in browser.get(page).content.decode()
    browser.post(page, {"sure": "on"})
    assert Person.objects.get(pk=person.pk).closed_at is None
    session = browser.session
    session["account_authentication_methods"] = [{"method": "code", "at": time.time()}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    browser.post(page, {"sure": "on"})
    assert Person.objects.get(pk=person.pk).closed_at is not None


def test_page_says_why_somebody_has_to_stay(sign_in):
    page = sign_in(make_administrator()).get(reverse("people:close")).content.decode()
    assert "You are the only administrator." in page
    assert 'name="sure"' not in page


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Ask Anna de Vries.", "Ask a former participant."),
        ("anna de vries, a@b.nl", "a former participant, a former participant"),
        ("Joanna de Vriesman", "Joanna de Vriesman"),
        ("xa@b.nl", "xa@b.nl"),
    ],
)
def test_words_of_somebody_who_left_are_replaced_as_whole_words(text, clean):
    assert without(text, ("Anna de Vries", "a@b.nl"), language="en") == clean
