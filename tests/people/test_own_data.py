"""What is handed to somebody who asks what is kept about them: every room tells its part, and only theirs."""

import pytest

from datamatch.editions.enums import Stage
from datamatch.foundation import privacy
from datamatch.screening.models import Review
from tests.factories.editions import make_edition, make_screener
from tests.factories.ideas import make_comment, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.factories.screening import make_assignment

pytestmark = pytest.mark.django_db


def test_every_room_tells_its_part():
    told = privacy.tale_of(make_person())
    assert {
        "ideas", "answers", "energy", "comments", "complaints", "duties", "editions entered", "safeguards", "teams",
        "asked to review", "reviews", "scores", "opinions on reviews", "scorecards", "reports", "registrations",
    } <= set(told)  # fmt: skip
    assert [name for name, rows in told.items() if rows] == []


def test_own_comments_reviews_and_duties_are_told_and_not_those_of_others():
    edition = make_edition(stage=Stage.SCREENING)
    screener, other = make_screener(edition), make_screener(edition)
    idea = make_idea(edition=edition, title="Bees")
    for person, words in ((screener, "Mine"), (other, "Theirs")):
        make_comment(idea=idea, by=person, words=words)
        assignment = make_assignment(idea=idea, screener=person)
        Review.objects.create(assignment=assignment, remark=words, given_at=MOMENT)
    told = privacy.tale_of(screener)
    assert [row["words"] for row in told["comments"]] == ["Mine"]
    assert [row["remark"] for row in told["reviews"]] == ["Mine"]
    assert [(row["edition__name"], row["duty"]) for row in told["duties"]] == [(edition.name, "screener")]
