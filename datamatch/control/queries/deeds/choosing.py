"""Deeds of matching and pitching: teams, pitches, vote, verdict, letters."""

from django.urls import reverse
from django.utils.translation import gettext as _

from datamatch.control.queries.deeds.deed import Deed
from datamatch.control.queries.deeds.harvesting import appointing
from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.jury.enums import PitchState
from datamatch.jury.queries import box_of, pitches_in, verdict_of
from datamatch.post.queries import coverage_of
from datamatch.screening.enums import Round
from datamatch.screening.queries import shortlisted_ideas
from datamatch.teams.enums import MemberState
from datamatch.teams.models import Member, Team


def in_matching(edition: Edition) -> list[Deed]:
    """Return what is done until every shortlisted idea has a team that said yes."""
    shortlisted = shortlisted_ideas(edition).count()
    asked = Member.objects.filter(team__idea__edition=edition)
    url = reverse("teams:teams", args=[edition.slug])
    drafted = Team.objects.filter(idea__edition=edition).count()
    answered = asked.exclude(state=MemberState.PROPOSED).count()
    led = asked.filter(lead=True).count()
    return [
        Deed(
            _("Make draft teams"),
            _("From energy, skills and hours, with a reason for each person."),
            url,
            drafted,
            shortlisted,
        ),
        Deed(_("Wait for the answers"), _("Everybody who was asked says yes or no."), url, answered, asked.count()),
        Deed(_("See that every team has a lead"), _("The lead keeps it together."), url, led, shortlisted),
    ]


def in_pitching(edition: Edition) -> list[Deed]:
    """Return what is done from the running order to the letters after the verdict."""
    pitches, box, letters = pitches_in(edition), box_of(edition), coverage_of(edition, Round.VERDICT)
    planned, shortlisted = pitches.count(), shortlisted_ideas(edition).count()
    held = pitches.filter(state=PitchState.DONE).count()
    day = reverse("jury:pitch_day", args=[edition.slug])
    settled = int(verdict_of(edition) is not None)
    verdict = reverse("jury:verdict", args=[box.public_id]) if box else day
    return [
        appointing(edition, Duty.JUROR),
        Deed(_("Plan the running order"), _("Jurors who step out do so together."), day, planned, shortlisted),
        Deed(_("Hold the pitches"), _("Call each idea on stage."), day, held, planned),
        Deed(
            _("Let the jury vote"),
            _("Open the box after the last pitch; close it when everybody voted."),
            box.get_absolute_url() if box else day,
            int(box is not None and not box.is_open),
            1,
        ),
        Deed(_("Settle the verdict"), _("The jury decides, never the system."), verdict, settled, 1),
        Deed(
            _("Write and send the letters"),
            _("Also who was not chosen reads why."),
            reverse("post:letters", args=[edition.slug]),
            letters.sent,
            letters.ideas,
        ),
    ]
