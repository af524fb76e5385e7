"""No page of these rooms tells a screener whose idea it is."""

from itertools import product

import pytest
from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import CoAuthor
from datamatch.screening.enums import AssignmentState, Round
from tests.factories.editions import make_edition, make_screener
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit
from tests.factories.screening import make_assignment, make_decision, make_review

pytestmark = pytest.mark.django_db
STATES = [AssignmentState.OPEN, AssignmentState.DONE, AssignmentState.ABSTAINED]


def make_secret_idea(edition):
    """Make an idea with everything that could give its makers away, and return those words too."""
    unit = make_unit(name="Directorate of Whispers", abbreviation="WHSP")
    submitter = make_person(name="Zebedee Quillfeather", email="zq@whispers.example", unit=unit)
    idea = make_idea(edition=edition, submitter=submitter, unit_name="Whispers of 2019")
    writer = make_person(name="Ottoline Ravenscroft", email="or@ravens.example")
    CoAuthor.objects.create(idea=idea, person=writer, invited_at=MOMENT, accepted_at=MOMENT)
    fan = make_energy(idea=idea, kind=EnergyKind.JOIN, why="Bursting with zeal").person
    people = [
        word for person in (submitter, writer, fan) for word in (person.name, person.email, str(person.public_id))
    ]
    return idea, [*people, unit.name, unit.abbreviation, unit.slug, "Whispers", "Bursting with zeal"]


def pages_about(assignment, letter_id):
    """Return every address of the two rooms."""
    slug, idea = assignment.idea.edition.slug, assignment.idea.public_id
    return [
        reverse("screening:reviews", args=[slug]),
        reverse("screening:review", args=[assignment.public_id]),
        reverse("screening:step_back", args=[assignment.public_id]),
        reverse("screening:ranking", args=[slug]),
        reverse("screening:decisions", args=[slug]),
        reverse("screening:decide", args=[idea]),
        reverse("post:letters", args=[slug]),
        reverse("post:send", args=[slug]),
        reverse("post:letter", args=[letter_id]),
        reverse("post:mailbox"),
    ]


@pytest.mark.parametrize(("stage", "state"), list(product([Stage.SCREENING, Stage.MATCHING], STATES)))
def test_screener_reads_no_name_unit_or_energy(sign_in, stage, state):
    from datamatch.post.models import Letter

    edition = make_edition(stage=stage)
    idea, secrets = make_secret_idea(edition)
    screener = make_screener(edition)
    if state == AssignmentState.DONE:
        assignment = make_review(idea=idea, screener=screener, remark="A fine plan.").assignment
    else:
        assignment = make_assignment(idea=idea, screener=screener, state=state)
    decision = make_decision(idea=idea, round=Round.SHORTLIST)
    letter = Letter.objects.create(
        decision=decision, to=idea.submitter, subject="For you", body=" ".join(secrets), written_at=MOMENT
    )
    client = sign_in(screener)
    for address in pages_about(assignment, letter.public_id):
        page = client.get(address).content.decode()
        assert [secret for secret in secrets if secret in page + address] == [], address


def test_failed_review_stays_blind(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    idea, secrets = make_secret_idea(edition)
    assignment = make_assignment(idea=idea)
    page = sign_in(assignment.screener).post(reverse("screening:review", args=[assignment.public_id]), {})
    assert page.status_code == 422
    assert [secret for secret in secrets if secret in page.content.decode()] == []


def test_screener_reads_nothing_of_what_others_gave(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    assignment = make_assignment(idea=make_idea(edition=edition))
    other = make_review(idea=assignment.idea, remark="Utterly convincing to me.").assignment
    page = sign_in(assignment.screener).get(reverse("screening:review", args=[assignment.public_id]))
    assert "Utterly convincing" not in page.content.decode()
    assert other.screener.name not in page.content.decode()
