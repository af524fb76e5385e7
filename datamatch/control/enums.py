"""What the control room says about each stage: the day it is planned on, and what entering it changes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from datamatch.editions.enums import Stage

# The day of the plan on which a stage is meant to begin; the others follow from the work itself.
PLANNED_DAY: dict[Stage, str] = {
    Stage.CALL: "call_opens_on",
    Stage.SCREENING: "call_closes_on",
    Stage.PITCHING: "pitch_on",
    Stage.DELIVERY: "delivery_starts_on",
    Stage.SHOWCASE: "datadag_on",
}

WHAT_CHANGES: dict[Stage, tuple[Promise, ...]] = {
    Stage.PREPARING: (),
    Stage.CALL: (
        _("Everybody can send ideas and give energy."),
        _("The edition is visible to everybody."),
    ),
    Stage.SCREENING: (
        _("Nobody can send or change an idea any more."),
        _("Screeners get their ideas and review them blind."),
        _("The numbers of the edition stay as they are."),
    ),
    Stage.MATCHING: (
        _("The shortlist is final; everybody has their letter."),
        _("Names under ideas become visible."),
        _("Draft teams can be made for the shortlisted ideas."),
    ),
    Stage.PITCHING: (
        _("Teams prepare their pitch."),
        _("Jurors can give scorecards and vote."),
    ),
    Stage.DELIVERY: (
        _("The verdict is final; everybody who pitched has their letter."),
        _("The chosen teams start, once their gates let them."),
    ),
    Stage.SHOWCASE: (
        _("Projects are finished; their results go on stage."),
        _("People can register for the DataDag."),
    ),
    Stage.CLOSED: (
        _("Nothing in this edition changes any more."),
        _("Its cases feed the next call."),
    ),
}
