"""Several windows and people write, begin and send at the same moment: nothing is lost, nothing is there twice."""

from collections import Counter
from uuid import uuid4

from datamatch.foundation.models import Mail, TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.ideas import actions
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.models import Idea
from datamatch.ideas.queries import answers_of
from tests.factories.editions import make_edition, make_question
from tests.factories.ideas import make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.together import problems
from tests.ideas.test_at_once import at_once, needs_real_concurrency

pytestmark = [at_once, needs_real_concurrency]


def changing(idea, **words):
    """Return the deed of changing an idea as a window does that read its first version."""

    def deed():
        mine = Idea.objects.get(pk=idea.pk)
        actions.change_idea(idea=mine, by=mine.submitter, at=MOMENT, based_on=0, **words)

    return deed


def test_of_sixteen_windows_on_one_field_one_is_kept_and_the_others_are_told():
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT)
    wrong = problems(*[changing(draft, demand=f"Window {number}") for number in range(16)])
    draft.refresh_from_db()
    assert Counter(type(one) for one in wrong) == {actions.Overtaken: 15, type(None): 1}
    assert (draft.version, draft.demand) == (1, f"Window {wrong.index(None)}")


def test_windows_on_other_fields_are_all_kept():
    edition = make_edition()
    for slug in ("J1", "T1"):
        make_question(edition=edition, slug=slug)
    draft = make_idea(edition=edition, state=IdeaState.DRAFT)
    words = [{"title": "A"}, {"demand": "B"}, {"data": "C"}, {"result": "D"}, {"language": "en"}]
    given = [*words, {"answers": {"J1": "x"}}, {"answers": {"T1": "y"}}]
    assert problems(*[changing(draft, **one) for one in given]) == [None] * 7
    draft.refresh_from_db()
    said = (draft.title, draft.demand, draft.data, draft.result, draft.language, draft.version)
    assert said == ("A", "B", "C", "D", "en", 7)
    assert answers_of(draft) == {"J1": "x", "T1": "y"}
    assert TrailEntry.objects.filter(deed="idea.change").count() == 1


def test_draft_that_is_begun_ten_times_at_once_is_there_once():
    edition, person, draft = make_edition(), make_person(), uuid4()

    def deed():
        actions.start_idea(edition=edition, by=person, at=MOMENT, title="Bees", draft=draft)

    assert problems(*[deed] * 10) == [None] * 10
    assert Idea.objects.count() == TrailEntry.objects.filter(deed="idea.start").count() == 1


def test_idea_that_is_sent_twice_at_once_gets_one_number_and_one_receipt():
    draft = make_idea(edition=make_edition(), state=IdeaState.DRAFT)

    def deed():
        mine = Idea.objects.get(pk=draft.pk)
        actions.send_idea(idea=mine, by=mine.submitter, at=MOMENT)

    wrong = problems(*[deed] * 8)
    assert Counter(type(one) for one in wrong) == {Refused: 7, type(None): 1}
    assert TrailEntry.objects.filter(deed="idea.send").count() == Mail.objects.count() == 1


def test_twenty_ideas_that_are_sent_at_once_get_twenty_numbers():
    edition = make_edition()
    drafts = [make_idea(edition=edition, state=IdeaState.DRAFT) for _ in range(20)]

    def sending(draft):
        def deed():
            mine = Idea.objects.get(pk=draft.pk)
            actions.send_idea(idea=mine, by=mine.submitter, at=MOMENT)

        return deed

    assert problems(*[sending(draft) for draft in drafts]) == [None] * 20
    assert sorted(Idea.objects.values_list("number", flat=True)) == list(range(1, 21))
