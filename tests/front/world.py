"""One edition with everything in it, moved to any stage, and one reader per role."""

from datamatch.editions.enums import ORDER, Stage
from datamatch.ideas.enums import EnergyKind
from datamatch.jury.enums import BoxState
from datamatch.jury.models import BallotBox
from datamatch.projects.enums import Ending, ProjectState
from datamatch.projects.models import Project
from datamatch.safeguards.enums import Moment
from datamatch.screening.enums import Round
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Team
from tests.factories.cases import make_case, make_reuse
from tests.factories.datadag import make_datadag, make_session
from tests.factories.editions import make_edition, make_juror, make_manager, make_screener
from tests.factories.ideas import make_energy, make_idea
from tests.factories.jury import make_ballot, make_box, make_pitch
from tests.factories.moments import later
from tests.factories.people import make_administrator, make_person, make_unit
from tests.factories.projects import make_milestone, make_report
from tests.factories.safeguards import make_gate, settle_all
from tests.factories.screening import make_decision, make_review
from tests.factories.teams import make_member, make_needs, make_team

ROLES = ("stranger", "submitter", "member", "screener", "juror", "manager", "administrator")


class Way:
    """One idea on its way in one edition; `go_to` brings it to a stage as the rooms would."""

    def __init__(self, stage=Stage.CALL):
        self.edition = make_edition(stage=Stage.CALL)
        self.readers = {
            "stranger": make_person(name="Sam Stranger"),
            "submitter": make_person(name="Anna Author", unit=make_unit(name="Barn office")),
            "member": make_person(name="Mo Member"),
            "screener": make_screener(self.edition, make_person(name="Sven Screener")),
            "juror": make_juror(self.edition, make_person(name="Judy Juror")),
            "manager": make_manager(self.edition, make_person(name="Max Manager")),
            "administrator": make_administrator(name="Ada Admin"),
        }
        self.idea = make_idea(
            edition=self.edition, submitter=self.readers["submitter"], title="Empty barns", unit_name="Barn office"
        )
        make_energy(idea=self.idea, person=self.readers["member"], kind=EnergyKind.JOIN)
        for reached in ORDER[2 : ORDER.index(stage) + 1]:
            getattr(self, reached)()
            self.edition.stage = reached
            self.edition.save()
        if stage == Stage.PREPARING:
            self.edition.stage = stage
            self.edition.save()

    def screening(self):
        """The call has closed: a review is given."""
        make_review(idea=self.idea, screener=self.readers["screener"])

    def matching(self):
        """The shortlist is known and a draft team stands ready."""
        make_decision(idea=self.idea, reason="Strong demand.", published_at=later(days=21))
        make_needs(idea=self.idea, needs=[("data-scientist", 4, True)])
        self.team = make_team(idea=self.idea, made_at=later(days=22))
        make_member(team=self.team, person=self.readers["member"], state=MemberState.ACCEPTED, lead=True)

    def pitching(self):
        """The running order is made."""
        self.pitch = make_pitch(edition=self.edition, idea=self.idea, starts_at=later(days=63))

    def delivery(self):
        """The jury has chosen; a project is about to start."""
        self.pitch.ended_at = later(days=63, minutes=8)
        self.pitch.save()
        box = make_box(edition=self.edition)
        make_ballot(box=box, juror=self.readers["juror"], choice=[self.pitch])
        BallotBox.objects.update(state=BoxState.CLOSED)
        make_decision(
            idea=self.idea, round=Round.VERDICT, reason="Can really be done.", published_at=later(days=64),
            decided_by=self.readers["manager"],
        )  # fmt: skip
        Team.objects.filter(pk=self.team.pk).update(state=TeamState.FORMED)
        settle_all(make_gate(idea=self.idea, moment=Moment.START, opened_at=later(days=65)), decided_at=later(days=66))
        self.project = Project.objects.create(
            idea=self.idea, state=ProjectState.RUNNING, starts_on=later(days=70).date(), ends_on=later(days=161).date()
        )
        make_report(project=self.project, given_at=later(days=84), done="Data is in.")
        make_milestone(project=self.project)

    def showcase(self):
        """The project is finished; the day is planned."""
        Project.objects.update(
            state=ProjectState.FINISHED, ending=Ending.WORKED, result="One map.", finished_at=later(days=160)
        )
        self.project.refresh_from_db()
        day = make_datadag(edition=self.edition, held_on=later(days=168).date())
        make_session(datadag=day, project=self.project, starts_at=later(days=168))

    def closed(self):
        """The case is published."""
        self.case = make_case(project=self.project, published_at=later(days=169), made_by=self.readers["manager"])

    def reuse(self):
        """Let an idea of a next call build on the case."""
        following = make_idea(edition=make_edition(name="Next edition"), title="Full barns")
        return make_reuse(case=self.case, idea=following, at=later(days=180))
