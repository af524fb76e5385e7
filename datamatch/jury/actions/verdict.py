"""The deed that settles what the jury chose."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from datamatch.foundation import live, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas.models import Idea
from datamatch.jury import queries, rules, weighing
from datamatch.jury.models import BallotBox, Verdict
from datamatch.jury.weighing import Proposal
from datamatch.people.models import Person
from datamatch.screening.actions import decide
from datamatch.screening.enums import Outcome, Round
from datamatch.teams.actions import form_team, release_team
from datamatch.teams.queries import team_of


def settle_verdict(*, ballot_box: BallotBox, chosen: Sequence[Idea], motive: str, by: Person, at: datetime) -> Verdict:
    """Settle what the jury chose: a decision with a reason for every pitched idea, teams formed or released.

    :raises Refused: not you, not now, too many ideas, or a departure from the ballot or the best set without a motive
    """
    refuse_if(rules.why_not_settle(ballot_box=ballot_box, by=by))
    # The search can take seconds, in which nobody should wait for a row that is held.
    proposal = weighing.proposal_of(ballot_box.edition)
    return _settle(ballot_box, chosen, motive, proposal, by=by, at=at)


@transaction.atomic
def _settle(
    ballot_box: BallotBox, chosen: Sequence[Idea], motive: str, proposal: Proposal, *, by: Person, at: datetime
) -> Verdict:
    """Keep the verdict beside what was proposed, and decide about every idea; the rules are asked with the box held."""
    box = BallotBox.objects.select_for_update().select_related("edition").get(pk=ballot_box.pk)
    refuse_if(rules.why_not_settle(ballot_box=box, by=by))
    refuse_if(rules.why_not_choose(ballot_box=box, chosen=chosen, motive=motive, proposed=proposal.ideas))
    departs = rules.departs(ballot_box=box, chosen=chosen)
    departs_from_proposed = rules.departs_from(chosen=chosen, proposed=proposal.ideas)
    verdict = Verdict.objects.create(
        box=box,
        motive=motive.strip(),
        departs=departs,
        departs_from_proposed=departs_from_proposed,
        input_digest=proposal.input_digest,
        settled_by=by,
        settled_at=at,
    )
    verdict.chosen.set(chosen)
    verdict.proposed.set(proposal.ideas)
    _decide_all(verdict, by=by, at=at)
    trail.record("verdict.settle", of=verdict, by=by, at=at, chosen=len(chosen), departs=departs)
    live.changed(queries.room_of(box.edition))
    return verdict


def _decide_all(verdict: Verdict, *, by: Person, at: datetime) -> None:
    """Write the decision about every pitched idea, and form or release its team."""
    edition = verdict.box.edition
    chosen = set(verdict.chosen.values_list("pk", flat=True))
    result = queries.result_of(verdict.box)
    proposed = {idea.pk for idea in result.proposal} if result else set()
    means = queries.means_in(edition)
    for pitch in queries.pitches_in(edition):
        idea, yes = pitch.idea, pitch.idea_id in chosen
        decide(
            idea=idea,
            round=Round.VERDICT,
            outcome=Outcome.YES if yes else Outcome.NO,
            reason=queries.reason_for(idea, means[pitch.pk], yes=yes),
            departs=yes != (idea.pk in proposed),
            motive=verdict.motive,
            by=by,
            at=at,
        )
        if yes:
            form_team(idea=idea, by=by, at=at)
        elif team_of(idea) is not None:
            release_team(idea=idea, by=by, at=at)
