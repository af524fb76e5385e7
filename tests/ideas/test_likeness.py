"""What looks like an idea: who sees what, and what an author says about it."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.editions.models import Synonym
from datamatch.foundation import search
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions, queries
from datamatch.ideas.actions.findable import keep_findable
from datamatch.ideas.enums import EnergyKind, IdeaState, LikenessChoice
from datamatch.ideas.models import Energy, Likeness
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
TITLE, DEMAND = "Ziekteverzuim voorspellen", "Op welke afdelingen loopt het ziekteverzuim van medewerkers op?"
MINE = {"title": "Verzuim zien aankomen", "demand": "Welke medewerkers dreigen uit te vallen door verzuim?"}


def theirs(edition, **given):
    idea = make_idea(edition=edition, **{"title": TITLE, "demand": DEMAND, "data": "", "result": ""} | given)
    keep_findable(idea, at=MOMENT)
    return idea


def draft(edition, by=None):
    return make_idea(edition=edition, submitter=by or make_person(), state=IdeaState.DRAFT, **MINE)


def match_of(idea, by):
    return queries.alike_to(queries.words_compared(idea), edition=idea.edition, to=by)[0]


def keep_case(edition, title="Verzuim voorspeld met personeelsgegevens"):
    of = uuid4()
    search.keep(
        kind="case", of=of, scope=edition.public_id, title=title, body=DEMAND, language="nl", address="/casussen/x/",
        at=MOMENT,
    )  # fmt: skip
    return of


def test_the_list_names_why_and_no_author(sign_in):
    edition, person = make_edition(), make_person()
    other = theirs(edition, submitter=make_person(name="Xaviera Quist"))
    mine = draft(edition, by=person)
    page = sign_in(person).get(reverse("ideas:alike_of", args=[mine.public_id])).content.decode()
    assert other.get_absolute_url() in page
    assert "<mark>verzuim</mark>" in page.lower()
    assert "ziekteverzuim</mark>" in page.lower()
    assert "Much alike" in page
    assert "Xaviera" not in page
    assert "%" not in page.split('class="idea-alike"')[1].split("</main>")[0]


def test_typed_words_give_the_part_of_the_page(sign_in):
    edition = make_edition()
    other = theirs(edition)
    client = sign_in(make_person())
    address = reverse("ideas:alike", args=[edition.slug])
    part = client.post(address, MINE, headers={"HX-Request": "true"}).content.decode()
    assert other.get_absolute_url() in part
    assert "<html" not in part
    assert "Join this one" not in part
    assert "<html" in client.post(address, MINE).content.decode()
    assert client.get(address).status_code == 405
    short = client.post(address, {"title": "Verzuim"}, headers={"HX-Request": "true"}).content.decode()
    assert other.get_absolute_url() not in short
    assert "After a few words" in short
    odd = client.post(address, {"title": "x" * 999, "idea": "none"}, headers={"HX-Request": "true"})
    assert odd.status_code == 200


def test_who_writes_a_saved_idea_gets_three_ways_out_while_they_type(sign_in):
    edition, person = make_edition(), make_person()
    theirs(edition)
    mine = draft(edition, by=person)
    client = sign_in(person)
    words = MINE | {"idea": mine.public_id}
    address = reverse("ideas:alike", args=[edition.slug])
    part = client.post(address, words, headers={"HX-Request": "true"}).content.decode()
    assert [label for label in ("Join this one", "Support it", "Mine differs, because") if label in part] == [
        "Join this one", "Support it", "Mine differs, because"
    ]  # fmt: skip
    others = client.post(address, MINE | {"idea": draft(edition).public_id}, headers={"HX-Request": "true"})
    assert "Join this one" not in others.content.decode()


def test_what_a_reader_may_not_read_is_not_shown():
    person = make_person()
    sealed, preparing, open_ = make_edition(), make_edition(stage=Stage.PREPARING), make_edition()
    for edition in (sealed, preparing):
        theirs(edition)
    type(sealed).objects.filter(pk=sealed.pk).update(sealed=True)
    theirs(open_, submitter=person)
    assert queries.alike_to(f"{TITLE}. {DEMAND}", edition=open_, to=person) == []
    shown = theirs(open_)
    assert [match.of for match in queries.alike_to(f"{TITLE}. {DEMAND}", edition=open_, to=person)] == [shown.public_id]


def test_supporting_gives_energy_and_keeps_the_answer():
    edition, person = make_edition(), make_person()
    other, mine = theirs(edition), draft(edition, by=person)
    match = match_of(mine, person)
    actions.say_alike(idea=mine, match=match, by=person, at=MOMENT, choice=LikenessChoice.SUPPORT)
    assert Energy.objects.values_list("idea", "person", "kind").get() == (other.pk, person.pk, EnergyKind.SUPPORT)
    kept = Likeness.objects.get()
    assert (kept.idea, kept.other_kind, kept.other, kept.level) == (mine, "idea", other.public_id, match.level)
    assert TrailEntry.objects.filter(deed="idea.say_alike").get().details == {
        "other": str(other.public_id), "kind": "idea", "choice": "support", "level": match.level
    }  # fmt: skip


def test_a_later_answer_about_the_same_pair_replaces_the_earlier_one():
    edition, person = make_edition(), make_person()
    theirs(edition)
    mine = draft(edition, by=person)
    match = match_of(mine, person)
    for because in ("Mine is about teams.", "Mine is about shifts."):
        actions.say_alike(idea=mine, match=match, by=person, at=MOMENT, choice="differs", because=because)
    assert Likeness.objects.get().because == "Mine is about shifts."


def test_joining_leads_to_the_other_idea(sign_in):
    edition, person = make_edition(), make_person()
    other, mine = theirs(edition), draft(edition, by=person)
    answer = sign_in(person).post(
        reverse("ideas:alike_of", args=[mine.public_id]), {"of": other.public_id, "choice": "join"}
    )
    assert (answer.status_code, answer.url) == (302, f"{other.get_absolute_url()}#energy")
    assert Likeness.objects.get().choice == LikenessChoice.JOIN


def test_differing_asks_in_what_and_keeps_what_was_typed(sign_in):
    edition, person = make_edition(), make_person()
    other, mine = theirs(edition), draft(edition, by=person)
    client, address = sign_in(person), reverse("ideas:alike_of", args=[mine.public_id])
    empty = client.post(address, {"of": other.public_id, "choice": "differs", "because": " "})
    assert empty.status_code == 422
    assert "Say in a few words what is different about yours." in empty.content.decode()
    long = client.post(address, {"of": other.public_id, "choice": "differs", "because": "x" * 301})
    assert long.status_code == 422
    assert "x" * 301 in long.content.decode()
    right = client.post(address, {"of": other.public_id, "choice": "differs", "because": "Mine is about shifts."})
    assert right.url == address
    assert "You said: mine differs: Mine is about shifts." in " ".join(client.get(address).content.decode().split())


def test_a_case_is_read_or_differs_from(sign_in):
    earlier, edition, person = make_edition(stage=Stage.CLOSED), make_edition(), make_person()
    of, mine = keep_case(earlier), draft(edition, by=person)
    page = sign_in(person).get(reverse("ideas:alike_of", args=[mine.public_id])).content.decode()
    assert "Finished work" in page
    assert 'href="/casussen/x/"' in page
    assert "Join this one" not in page
    match = match_of(mine, person)
    assert match.of == of
    with pytest.raises(Refused, match="finished work"):
        actions.say_alike(idea=mine, match=match, by=person, at=MOMENT, choice="join")
    actions.say_alike(idea=mine, match=match, by=person, at=MOMENT, choice="differs", because="Ours is about teams.")
    assert Likeness.objects.get().other_kind == "case"


def test_only_authors_answer_and_only_about_what_is_there(sign_in):
    edition, person = make_edition(), make_person()
    other, mine = theirs(edition), draft(edition, by=person)
    match = match_of(mine, person)
    with pytest.raises(Refused, match="Only who wrote"):
        actions.say_alike(idea=mine, match=match, by=make_person(), at=MOMENT, choice="join")
    with pytest.raises(Refused, match="not here any more"):
        actions.say_alike(idea=mine, match=None, by=person, at=MOMENT, choice="join")
    with pytest.raises(Refused, match="Say what you want"):
        actions.say_alike(idea=mine, match=match, by=person, at=MOMENT, choice="merge")
    with pytest.raises(Refused, match="what is different"):
        actions.say_alike(idea=mine, match=match, by=person, at=MOMENT, choice="differs")
    address = reverse("ideas:alike_of", args=[mine.public_id])
    assert sign_in(make_person()).get(address).status_code == 403
    search.forget("idea", other.public_id)
    gone = sign_in(person).post(address, {"of": other.public_id, "choice": "join"})
    assert gone.status_code == 403
    assert not Likeness.objects.exists()


def test_the_database_asks_in_what_an_idea_differs():
    mine = draft(make_edition())
    said = {"other_kind": "idea", "other": uuid4(), "level": "strong", "by": mine.submitter, "at": MOMENT}
    with pytest.raises(IntegrityError), transaction.atomic():
        Likeness.objects.create(idea=mine, choice="differs", **said)
    kept = Likeness.objects.create(idea=mine, choice="join", **said)
    assert str(kept) == f"{mine.pk} join idea {kept.other}"


def test_the_list_takes_as_many_queries_for_one_as_for_three(sign_in):
    edition, person = make_edition(), make_person()
    mine, client = draft(edition, by=person), sign_in(person)
    address, counts = reverse("ideas:alike_of", args=[mine.public_id]), []
    for words in (["Ziekteverzuim voorspellen"], ["Verzuim per afdeling", "Waarom medewerkers uitvallen"]):
        for title in words:
            theirs(edition, title=title, demand=f"{title} bij ons.")
        assert client.get(address).content.decode().count("idea-alike__one") in (1, 3)
        with CaptureQueriesContext(connection) as taken:
            client.get(address)
        counts.append(len(taken))
    assert counts[0] == counts[1]


def test_near_copies_are_one_card_that_names_the_others(sign_in):
    edition, person = make_edition(), make_person()
    mine = draft(edition, by=person)
    copies = [theirs(edition, title=f"Verzuim in {place}") for place in ("Almelo", "Breda", "Delft")]
    client, address = sign_in(person), reverse("ideas:alike_of", args=[mine.public_id])
    page = client.get(address).content.decode()
    assert page.count("idea-alike__one") == 1
    assert "Also in 2 others that say nearly the same" in page
    assert all(copy.title in page for copy in copies)
    for copy in copies:
        assert client.post(address, {"of": copy.public_id, "choice": "join"}).url == f"{copy.get_absolute_url()}#energy"
    assert set(Likeness.objects.values_list("other", flat=True)) == {copy.public_id for copy in copies}


def test_words_that_mean_the_same_in_the_programme_are_compared():
    edition, person = make_edition(), make_person()
    shown = theirs(edition, title="Kunstmatige intelligentie", demand="Wat mag er?")
    assert queries.alike_to("Een cursus AI geven", edition=edition, to=person) == []
    Synonym.objects.create(programme=edition.programme, word="AI", means="kunstmatige intelligentie")
    assert [match.of for match in queries.alike_to("Een cursus AI geven", edition=edition, to=person)] == [
        shown.public_id
    ]
    assert list(queries.ideas_shown(edition=edition, to=person, text="AI")) == [shown]


@pytest.fixture
def said():
    """An answer about a sent idea, with a manager of its edition, and a draft whose answer nobody reads."""
    edition, author = make_edition(), make_person(name="Xaviera Quist")
    other = theirs(edition)
    mine = make_idea(edition=edition, submitter=author, **MINE)
    for idea, because in ((mine, "=Mine is about shifts."), (draft(edition), "A secret draft.")):
        Likeness.objects.create(
            idea=idea, other_kind="idea", other=other.public_id, level="strong", choice="differs", because=because,
            by=author, at=MOMENT,
        )  # fmt: skip
    return edition, mine, other


def test_a_manager_reads_what_authors_said_and_never_of_a_draft_or_by_whom(said, sign_in):
    edition, mine, other = said
    page = sign_in(make_manager(edition)).get(reverse("ideas:likenesses", args=[edition.slug])).content.decode()
    assert [words in page for words in (mine.title, other.get_absolute_url(), "Mine differs", "about shifts")] == [
        True
    ] * 4
    assert [words in page for words in ("Xaviera", "secret draft")] == [False, False]


def test_the_answers_go_out_as_a_file_that_is_safe_to_open(said, sign_in):
    edition, mine, other = said
    answer = sign_in(make_manager(edition)).get(reverse("ideas:export_likenesses", args=[edition.slug]))
    header, row, *rest = answer.content.decode("utf-8-sig").splitlines()
    assert header.split(";") == list(queries.LIKENESS_COLUMNS)
    assert row.split(";")[:7] == [
        str(mine.number), mine.title, "idea", str(other.public_id), TITLE, "strong", "differs"
    ]  # fmt: skip
    assert row.split(";")[7].startswith("'=")
    assert rest == []


def test_what_the_other_text_was_called_is_told_only_to_who_may_read_it(said, sign_in):
    edition, mine, _other = said
    elsewhere = theirs(make_edition(stage=Stage.PREPARING), title="Elsewhere and secret")
    Likeness.objects.filter(idea=mine).update(other=elsewhere.public_id)
    client = sign_in(make_manager(edition))
    page = client.get(reverse("ideas:likenesses", args=[edition.slug])).content.decode()
    assert "No longer here" in page
    assert "Elsewhere" not in page
    assert "Elsewhere" not in client.get(reverse("ideas:export_likenesses", args=[edition.slug])).content.decode()


@pytest.mark.parametrize("name", ["likenesses", "export_likenesses"])
def test_only_a_manager_and_only_of_a_call_that_is_not_sealed_reads_the_answers(said, sign_in, name):
    edition, manager = said[0], make_manager(said[0])
    address = reverse(f"ideas:{name}", args=[edition.slug])
    assert sign_in(make_person()).get(address).status_code == 403
    type(edition).objects.filter(pk=edition.pk).update(sealed=True)
    assert sign_in(manager).get(address).status_code == 403


def test_the_answers_take_as_many_queries_for_three_as_for_one(said, sign_in):
    edition, mine, _other = said
    client, address, counts = sign_in(make_manager(edition)), reverse("ideas:likenesses", args=[edition.slug]), []
    for more in (0, 2):
        for _ in range(more):
            Likeness.objects.create(
                idea=mine, other_kind="idea", other=theirs(edition).public_id, level="related", choice="join",
                by=mine.submitter, at=MOMENT,
            )  # fmt: skip
        with CaptureQueriesContext(connection) as taken:
            client.get(address)
        counts.append(len(taken))
    assert counts[0] == counts[1]
