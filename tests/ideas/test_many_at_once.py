"""Many people, tabs and managers at once: nobody is lost, nothing is there twice, no limit is passed."""

from datetime import timedelta

from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.models import CoAuthor, Energy, Idea, IdeaFile, SavedView, Version
from datamatch.ideas.rules.coauthors import MOST_COAUTHORS
from datamatch.people.models import Person
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_coauthor, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.together import problems
from tests.ideas.test_at_once import at_once, needs_real_concurrency

pytestmark = [at_once, needs_real_concurrency]
K = 32


def own(idea):
    """Return the idea as a request of its own reads it."""
    return Idea.objects.get(pk=idea.pk)


def kinds_of(problems):
    """Return what went wrong, each kind once."""
    return {type(problem) for problem in problems if problem is not None}


def test_thirty_two_supporters_are_all_kept_once():
    idea, people = make_idea(edition=make_edition()), [make_person() for _ in range(K)]

    def supporting(person):
        return lambda: actions.give_energy(idea=own(idea), by=person, at=MOMENT, kind=EnergyKind.SUPPORT)

    assert kinds_of(problems(*[supporting(person) for person in people])) == set()
    assert sorted(Energy.objects.values_list("person", flat=True)) == [person.pk for person in people]


def test_supporting_and_taking_back_at_once_leaves_one_or_none():
    idea, person = make_idea(edition=make_edition()), make_person()
    give = lambda: actions.give_energy(idea=own(idea), by=person, at=MOMENT, kind=EnergyKind.SUPPORT)  # noqa: E731
    back = lambda: actions.take_back_energy(idea=own(idea), by=person, kind=EnergyKind.SUPPORT, at=MOMENT)  # noqa: E731
    assert kinds_of(problems(*[give, back] * (K // 2))) == set()
    given = TrailEntry.objects.filter(deed="energy.give").count()
    assert (given, Energy.objects.count() in {0, 1}) == (K // 2, True)


def test_idea_sent_by_eight_presses_has_one_number_and_one_receipt():
    idea = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    wrong = problems(*[lambda: actions.send_idea(idea=own(idea), by=idea.submitter, at=MOMENT)] * 8)
    assert (wrong.count(None), kinds_of(wrong)) == (1, {Refused})
    assert (own(idea).number, Mail.objects.count(), Version.objects.count()) == (1, 1, 1)
    assert TrailEntry.objects.filter(deed="idea.send").count() == 1


def test_ideas_sent_at_once_have_numbers_without_gaps():
    edition = make_edition()
    drafts = [make_idea(edition=edition, state=IdeaState.DRAFT) for _ in range(20)]

    def sending(idea):
        return lambda: actions.send_idea(idea=own(idea), by=idea.submitter, at=MOMENT)

    assert kinds_of(problems(*[sending(draft) for draft in drafts])) == set()
    assert sorted(Idea.objects.values_list("number", flat=True)) == list(range(1, 21))


def test_no_more_coauthors_are_invited_than_fit():
    edition = make_edition()
    idea = make_idea(edition=edition)
    writer = make_coauthor(idea=idea).person
    people = [make_person() for _ in range(16)]

    def inviting(person, by):
        return lambda: actions.invite_coauthor(idea=own(idea), person=person, by=by, at=MOMENT)

    wrong = problems(*[inviting(person, by) for person in people for by in (idea.submitter, writer)])
    assert kinds_of(wrong) == {Refused}
    assert CoAuthor.objects.here().filter(idea=idea).count() == MOST_COAUTHORS
    assert Mail.objects.count() == wrong.count(None) == MOST_COAUTHORS - 1


def test_invitation_accepted_while_it_is_taken_back_ends_one_way():
    for _round in range(6):
        idea, asked = make_idea(edition=make_edition()), make_person()
        invited = make_coauthor(idea=idea, person=asked, accepted=False)
        accept = lambda one=invited: actions.accept_invitation(coauthor=one, by=one.person, at=MOMENT)  # noqa: E731
        remove = lambda one=invited: actions.take_off(coauthor=one, by=one.idea.submitter, at=MOMENT)  # noqa: E731
        wrong = problems(*[accept, remove])
        assert kinds_of(wrong) <= {Refused}
        invited.refresh_from_db()
        assert (invited.accepted_at is None) == (invited.ended_at is not None)


def test_of_tabs_that_write_the_same_words_one_is_kept_and_others_are_told():
    idea = make_idea(edition=make_edition())
    base = idea.version

    def writing(words):
        return lambda: actions.change_idea(idea=own(idea), by=idea.submitter, at=MOMENT, based_on=base, demand=words)

    wrong = problems(*[writing(f"Words of tab {tab}") for tab in range(8)])
    assert (wrong.count(None), kinds_of(wrong)) == (1, {actions.Overtaken})
    assert own(idea).demand == f"Words of tab {wrong.index(None)}"


def test_tabs_that_write_different_words_are_all_kept():
    idea = make_idea(edition=make_edition())
    base, words = (
        idea.version,
        {"title": "New title", "demand": "New demand", "data": "New data", "result": "New result"},
    )

    def writing(name):
        return lambda: actions.change_idea(
            idea=own(idea), by=idea.submitter, at=MOMENT, based_on=base, **{name: words[name]}
        )

    assert kinds_of(problems(*[writing(name) for name in words])) == set()
    kept = own(idea)
    assert {name: getattr(kept, name) for name in words} == words
    numbers = sorted(Version.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


def test_file_taken_in_by_six_presses_makes_its_ideas_once():
    edition = make_edition()
    manager, author = make_manager(edition), make_person()
    line = {"title": "From a file", "demand": "Which farms?", "data": "", "result": "", "language": "nl"}
    line |= {"submitter": author.email, "theme": edition.themes.first().slug}
    file = IdeaFile.objects.create(edition=edition, person=manager, name="a.csv", lines=[line] * 3, read_at=MOMENT)
    wrong = problems(
        *[
            lambda: actions.take_file(
                file=IdeaFile.objects.get(pk=file.pk), by=manager, at=MOMENT + timedelta(minutes=1)
            )
        ]
        * 6
    )
    assert (wrong.count(None), kinds_of(wrong), Idea.objects.count()) == (1, {Refused}, 3)


def test_two_managers_who_move_and_write_at_once_do_each_thing_once():
    edition = make_edition()
    managers = [make_manager(edition), make_manager(edition)]
    ideas, (_first, theme) = [make_idea(edition=edition) for _ in range(5)], edition.themes.all()

    def moving(by):
        return lambda: actions.change_theme(edition=edition, ideas=ideas, theme=theme, by=by, at=MOMENT)

    assert kinds_of(problems(*[moving(by) for by in managers] * 4)) == set()
    assert TrailEntry.objects.filter(deed="idea.theme").count() == len(ideas)


def test_view_kept_by_ten_presses_is_kept_once():
    edition = make_edition()
    manager = make_manager(edition)
    keep = lambda: actions.keep_view(edition=edition, by=manager, name="Late", query="", at=MOMENT)  # noqa: E731
    assert kinds_of(problems(*[keep] * 10)) == set()
    assert SavedView.objects.count() == 1


def test_everything_at_once_keeps_the_books_right():
    """Joining, supporting, changing and withdrawing in one crowd: whoever was told yes before the end is in."""
    idea, people = make_idea(edition=make_edition()), [make_person() for _ in range(20)]
    change = lambda: actions.change_idea(idea=own(idea), by=idea.submitter, at=MOMENT, title="Other")  # noqa: E731
    withdraw = lambda: actions.withdraw_idea(idea=own(idea), by=idea.submitter, at=MOMENT)  # noqa: E731

    def joining(person):
        offer = {"kind": EnergyKind.JOIN, "role": "jurist", "hours_per_week": 4}
        return lambda: actions.give_energy(idea=own(idea), by=person, at=MOMENT, **offer)

    wrong = problems(*[*(joining(person) for person in people), change, withdraw, withdraw])
    assert kinds_of(wrong) <= {Refused}
    told_yes = {person.pk for person, problem in zip(people, wrong, strict=False) if problem is None}
    assert set(Energy.objects.values_list("person", flat=True)) == told_yes
    assert (own(idea).state, TrailEntry.objects.filter(deed="idea.withdraw").count()) == (IdeaState.WITHDRAWN, 1)
    assert Person.objects.filter(pk__in=told_yes).count() == len(told_yes)
