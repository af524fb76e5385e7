"""What the world with secrets holds from screening on: reviews, decisions, letters, cards, ballots, results."""

from datetime import timedelta

from datamatch.editions.enums import Stage
from datamatch.ideas.actions import lift_redactions, redact_idea
from datamatch.ideas.queries import said_by
from datamatch.jury.actions import close_box
from datamatch.jury.enums import PitchState
from datamatch.jury.models import Absence, PairTally, Voter
from datamatch.post.models import Letter
from datamatch.projects.enums import Ending, ProjectState
from datamatch.projects.models import Project
from datamatch.screening.enums import AssignmentState, Outcome, Preference, Round, Stance
from datamatch.screening.models import (
    AskBack,
    CloseCall,
    Comparing,
    Comparison,
    Conflict,
    Decision,
    Opinion,
    ReviewDraft,
)
from datamatch.teams.models import Exclusion, SeatChange
from tests.factories.cases import make_case
from tests.factories.datadag import make_datadag, make_registration, make_session
from tests.factories.jury import make_box, make_card, make_hall, make_pitch, make_question, make_recusal
from tests.factories.moments import DAY, MOMENT
from tests.factories.projects import make_milestone, make_report
from tests.factories.safeguards import make_gate
from tests.factories.screening import make_assignment, make_calibration, make_decision, make_review
from tests.factories.teams import make_member, make_needs, make_suggestion, make_team


def signed(maker):
    """Return what a maker says about an idea of theirs, with all of it that tells who they are."""
    return f"We thought of the farm register. Ask {maker.name.split()[0]} ({maker.email}), {maker.profile.unit.name}."


def screen(world):
    """Let the readers read: both ideas of the pair, and the author's own; nothing is published."""
    first, second = world.twins
    one, other = world.readers
    screener = world.people["screener"]
    world.reviews = [
        make_review(idea=first, screener=one, score=5, remark="Amaryllis"),
        make_review(idea=second, screener=other, score=1, remark="Belladonna"),
        make_review(idea=world.idea, screener=one, score=4, remark="Camellia"),
    ]
    world.own_review = make_review(idea=first, screener=screener, score=3)
    for review in world.reviews:
        review.assignment.note = "Delphinium"
        review.assignment.save()
    world.to_read = make_assignment(idea=second, screener=screener)
    half = make_assignment(idea=world.like, screener=one)
    world.half = ReviewDraft.objects.create(assignment=half, words={"remark": "Edelweiss"}, kept_at=MOMENT)
    world.asked_back = AskBack.objects.create(idea=world.idea, asked_by=one, question="Which farms?", asked_at=MOMENT)
    world.own_question = AskBack.objects.create(idea=second, asked_by=screener, question="Whose?", asked_at=MOMENT)
    world.handed_back = make_assignment(
        idea=world.like, screener=other, state=AssignmentState.ABSTAINED, reason="Forsythia"
    )
    world.tie = Conflict.objects.create(idea=world.like, person=other, reason="Forsythia", declared_at=MOMENT)
    said = {"stance": Stance.DISAGREE, "reason": "Snapdragon", "findings": ["vague"], "said_at": MOMENT}
    world.opinions = [
        Opinion.objects.create(review=world.own_review, by=one, **said),
        Opinion.objects.create(review=world.reviews[0], by=screener, stance=Stance.AGREE, said_at=MOMENT),
    ]
    world.edition.stage = Stage.SCREENING
    world.edition.save()
    black_out(world)
    world.calibration = make_calibration(world.edition, world.people["manager"])
    compare(world)
    decide(world, Round.SHORTLIST, world.ideas(), words=("Gardenia", "Heliotrope"))


def black_out(world):
    """Let the makers answer and sign; let a manager make copies, and hold back an answer that says too much."""
    first, second = world.twins
    said = {"answer": signed(first.submitter), "answered_by": first.submitter}
    asked = {"asked_by": world.readers[0], "asked_at": MOMENT, "answered_at": MOMENT}
    AskBack.objects.create(idea=first, question="Which register?", **asked | said)
    said = {"answer": "Bluebell", "answered_by": second.submitter}
    AskBack.objects.create(idea=second, question="Bluebell?", held_back=True, **asked | said)
    for idea in world.twins:
        idea.refresh_from_db()
        words = said_by(idea) | {"answer-tried": "On sand, with a colleague."}
        redact_idea(idea=idea, words=words, held_back=[], by=world.people["manager"], at=MOMENT)


def compare(world):
    """Let the close calls be compared: the readers said of the pair which comes first, each something else."""
    opened = {"edition": world.edition, "each": 3, "opened_by": world.people["manager"], "opened_at": MOMENT}
    comparing = Comparing.objects.create(**opened)
    for idea in (*world.twins, world.like, world.late):
        CloseCall.objects.create(comparing=comparing, idea=idea, score=3, sd=1)
    first, second = sorted(world.twins, key=lambda idea: idea.pk)
    for reader, said in zip(world.readers, (Preference.FIRST, Preference.EQUAL), strict=True):
        pair = {"comparing": comparing, "screener": reader, "first": first, "second": second}
        Comparison.objects.create(preference=said, given_at=MOMENT, **pair)


def decide(world, round, ideas, *, words):
    """Let the manager decide about ideas, the first of them yes, and write letters; nothing is published."""
    reason, body = words
    for idea in ideas:
        outcome = Outcome.YES if idea == world.twins[0] else Outcome.NO
        made = make_decision(idea=idea, round=round, outcome=outcome, decided_by=world.people["manager"], reason=reason)
        Letter.objects.create(
            decision=made, to=idea.submitter, outcome=outcome, subject="For you", body=body, written_at=MOMENT
        )


def pitch(world):
    """Publish the shortlist, let the jury hear the pair, and let it vote in secret; nothing is counted yet."""
    Decision.objects.filter(idea__in=world.twins).update(outcome=Outcome.YES)
    Decision.objects.update(published_at=MOMENT)
    lift_redactions(world.edition, at=MOMENT)
    Letter.objects.filter(decision__idea__in=world.twins).update(outcome=Outcome.YES)
    Letter.objects.update(sent_at=MOMENT)
    for idea in world.twins:
        make_needs(idea=idea, needs=(("data-scientist", 4, True),))
    juror, (one, other, third) = world.people["juror"], world.jurors
    world.teams = [make_team(idea=idea) for idea in world.twins]
    world.members = [make_member(team=team, person=world.colleague) for team in world.teams]
    world.changes = [
        SeatChange.objects.create(
            member=member, role=member.role, hours_per_week=8, role_before=member.role, hours_before=4,
            asked_by=world.people["manager"], asked_at=MOMENT,
        )
        for member in world.members
    ]  # fmt: skip
    world.suggestions = [
        make_suggestion(team=team, person=person) for team, person in zip(world.teams, world.joiners, strict=True)
    ]
    world.left_out = Exclusion.objects.create(
        edition=world.edition, team=world.teams[0], person=world.readers[0], reason="Rudbeckia", at=MOMENT
    )
    world.pitches = [make_pitch(edition=world.edition, idea=idea, state=PitchState.DONE) for idea in world.twins]
    world.cards = [
        make_card(pitch=world.pitches[0], juror=one, value=5, note="Impatiens"),
        make_card(pitch=world.pitches[1], juror=other, value=1, note="Jasmine"),
    ]
    make_card(pitch=world.pitches[0], juror=juror, value=3)
    make_recusal(pitch=world.pitches[1], juror=third)
    world.box = make_box(edition=world.edition, secret=True, quorum=3)
    world.voters = [
        Voter.objects.create(box=world.box, juror=person, has_voted=voted)
        for person, voted in ((one, True), (other, False), (third, True))
    ]
    first, second = world.pitches
    world.tally = [
        PairTally.objects.create(box=world.box, above=first, below=second, count=2),
        PairTally.objects.create(box=world.box, above=second, below=first, count=0),
    ]
    world.hall = make_hall(edition=world.edition, pitches=world.pitches)
    world.hall_questions = [make_question(hall=world.hall)]
    world.absence = Absence.objects.create(
        edition=world.edition, person=other, starts_at=MOMENT, ends_at=MOMENT + timedelta(hours=1)
    )
    decide(world, Round.VERDICT, world.twins, words=("Lobelia", "Magnolia"))


def deliver(world):
    """Count the ballots, publish the verdict, and let one idea of the pair be carried out to the end."""
    world.edition.stage = Stage.PITCHING
    world.edition.save()
    Voter.objects.filter(box=world.box).update(has_voted=True)
    close_box(ballot_box=world.box, by=world.people["manager"], at=MOMENT)
    Decision.objects.update(published_at=MOMENT)
    Letter.objects.update(sent_at=MOMENT)
    idea = world.twins[0]
    world.project = Project.objects.create(
        idea=idea, state=ProjectState.FINISHED, ending=Ending.WORKED, starts_on=DAY, ends_on=DAY + timedelta(weeks=13),
        result="One map.", finished_at=MOMENT,
    )  # fmt: skip
    world.milestone = make_milestone(project=world.project)
    make_report(project=world.project, by=world.colleague)
    world.gate = make_gate(idea=idea)
    world.case = make_case(project=world.project)
    world.day = make_datadag(edition=world.edition)
    world.session = make_session(datadag=world.day)
    world.registration = make_registration(datadag=world.day, person=world.colleague)


HAPPENS = {Stage.SCREENING: screen, Stage.PITCHING: pitch, Stage.CLOSED: deliver}

# What stands in an address for each of its parts, and where the world keeps it.
PARTS = {
    "assignment_id": lambda world: [world.own_review.assignment, world.to_read, world.reviews[0].assignment],
    "review_id": lambda world: [world.own_review, *world.reviews],
    "question_id": lambda world: [world.asked_back, world.own_question, *world.hall_questions],
    "conflict_id": lambda world: [world.tie],
    "letter_id": lambda world: list(Letter.objects.order_by("pk")),
    "team_id": lambda world: world.teams,
    "change_id": lambda world: world.changes,
    "suggestion_id": lambda world: world.suggestions,
    "exclusion_id": lambda world: [world.left_out],
    "member_id": lambda world: world.members,
    "absence_id": lambda world: [world.absence],
    "pitch_id": lambda world: world.pitches,
    "box_id": lambda world: [world.box],
    "project_id": lambda world: [world.project],
    "milestone_id": lambda world: [world.milestone],
    "safeguard_id": lambda world: list(world.gate.safeguards.all()),
    "session_id": lambda world: [world.session],
    "registration_id": lambda world: [world.registration],
}


def parts_of(world):
    """Return what stands in addresses of the rooms that the world has come to."""
    found = {}
    for part, things in PARTS.items():
        try:
            found[part] = [thing.public_id for thing in things(world)]
        except AttributeError:
            continue
    slugs = {"case_slug": [world.case.slug]} if hasattr(world, "case") else {}
    return found | slugs | ({"code": [world.hall.code]} if hasattr(world, "hall") else {})
