"""Deeds from preparing to screening: plan, collect, review, decide, answer."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.control.queries.deeds.deed import Deed
from datamatch.editions.enums import Duty
from datamatch.editions.models import Edition
from datamatch.editions.queries import duty_counts, themes_of
from datamatch.editions.rules import DAYS
from datamatch.ideas.queries import energy_in, sent_ideas
from datamatch.post.queries import coverage_of
from datamatch.screening.enums import Round
from datamatch.screening.queries import decisions_in, latest_calibration, progress_in


def in_preparing(edition: Edition) -> list[Deed]:
    """Return what is done before the call: days, themes, people."""
    plan = reverse("editions:plan", args=[edition.slug])
    days = sum(getattr(edition, day) is not None for day in DAYS)
    return [
        Deed(_("Plan the days"), _("From the call to the DataDag."), plan, days, len(DAYS)),
        Deed(_("Choose the themes"), _("What do you ask ideas about?"), plan, themes_of(edition).count(), 1),
        appointing(edition, Duty.SCREENER),
    ]


def in_call(edition: Edition) -> list[Deed]:
    """Return what is done while ideas come in."""
    ideas, energy = sent_ideas(edition).count(), energy_in(edition).count()
    told = ngettext("%(count)s time somebody gave energy.", "%(count)s times somebody gave energy.", energy)
    return [
        Deed(
            _("Collect ideas"),
            told % {"count": energy},
            reverse("ideas:ideas", args=[edition.slug]),
            ideas,
            edition.shortlist_size,
        ),
        appointing(edition, Duty.SCREENER),
    ]


def in_screening(edition: Edition) -> list[Deed]:
    """Return what is done from the first review to the last letter."""
    progress, letters = progress_in(edition), coverage_of(edition, Round.SHORTLIST)
    ranking = reverse("screening:ranking", args=[edition.slug])
    decided = decisions_in(edition, Round.SHORTLIST).count()
    return [
        Deed(
            _("Assign the ideas to screeners"),
            _("Fairly spread; nobody reviews an idea they are involved in."),
            reverse("screening:sharing", args=[edition.slug]),
            progress.asked,
            progress.ideas * edition.reviews_per_idea,
        ),
        Deed(
            _("Collect the reviews"),
            _("Every idea needs at least two."),
            ranking,
            progress.ideas_with_two,
            progress.ideas,
        ),
        Deed(
            _("Calculate the ranking"),
            _("Corrected for strict and mild screeners."),
            ranking,
            int(latest_calibration(edition) is not None),
            1,
        ),
        Deed(
            _("Decide on every idea"),
            _("Prepared from the ranking; you decide."),
            reverse("screening:decisions", args=[edition.slug]),
            decided,
            progress.ideas,
        ),
        Deed(
            _("Write and send the letters"),
            _("Everybody gets an answer with reasons, on the same day."),
            reverse("post:letters", args=[edition.slug]),
            letters.sent,
            letters.ideas,
        ),
    ]


def appointing(edition: Edition, duty: Duty) -> Deed:
    """Return the deed of finding people for a duty: as many screeners as an idea gets reviews, jurors for a quorum."""
    needed = {Duty.SCREENER: edition.reviews_per_idea, Duty.JUROR: edition.quorum}[duty]
    title = {Duty.SCREENER: _("Appoint screeners"), Duty.JUROR: _("Appoint jurors")}[duty]
    text = {
        Duty.SCREENER: _("From different units; more people means less work for each."),
        Duty.JUROR: _("A vote is valid when enough of them take part."),
    }[duty]
    url = reverse("editions:appointments", args=[edition.slug])
    return Deed(title, text, url, duty_counts(edition)[duty], needed)
