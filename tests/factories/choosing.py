"""A jury that can choose: pitched ideas with scores, plans and people, for tests."""

from datetime import date

from django.urls import reverse

from datamatch.editions.enums import Stage
from datamatch.jury import actions
from datamatch.jury.enums import PitchState
from tests.factories.editions import make_edition, make_juror, make_manager
from tests.factories.ideas import make_energy
from tests.factories.jury import make_ballot, make_box, make_card, make_pitch
from tests.factories.moments import later
from tests.factories.people import make_person
from tests.factories.screening import make_review
from tests.factories.teams import make_shortlisted, make_team

SCIENTIST = "data-scientist"


class Room:
    """Pitched ideas with scores and means, a scientist for each of them, a manager and jurors."""

    def __init__(self, *, ideas=4, chosen_count=2, free=(), **plan):
        standard = {"stage": Stage.PITCHING, "quorum": 2, "delivery_starts_on": date(2026, 9, 7)}
        self.edition = make_edition(chosen_count=chosen_count, **standard | plan)
        self.manager = make_manager(self.edition)
        self.jurors = [make_juror(self.edition) for _ in range(3)]
        self.ideas, self.pitches, self.people = [], [], []
        for place in range(ideas):
            self.add(score=5 - place, free=place in free)

    def add(self, *, score=3, free=False):
        """Let one more idea be pitched; `free`: nobody has energy for it."""
        idea = make_shortlisted(edition=self.edition, submitter=make_person(hours_per_week=0))
        make_team(idea=idea)
        self.ideas.append(idea)
        self.pitches.append(make_pitch(edition=self.edition, idea=idea, state=PitchState.DONE))
        for value in (score, max(score - 1, 1)):
            make_review(idea=idea, score=max(value, 1))
        for juror in self.jurors:
            make_card(pitch=self.pitches[-1], juror=juror, value=max(score, 1))
        if not free:
            self.people.append(make_person(discipline=SCIENTIST))
            make_energy(idea=idea, person=self.people[-1], kind="join", role=SCIENTIST)

    def close(self, choice=None):
        """Hold the ballot; everybody puts the ideas in this order."""
        box = make_box(edition=self.edition)
        for juror in self.jurors:
            make_ballot(box=box, juror=juror, choice=choice or self.pitches)
        return actions.close_box(ballot_box=box, by=self.manager, at=later(hours=3))

    @property
    def address(self):
        """Return where the board is."""
        return reverse("jury:what_if", args=[self.edition.slug])

    def set_of(self, *places):
        """Return the question for a set of ideas."""
        return {"set": "own", "idea": [str(self.ideas[at].public_id) for at in places]}
