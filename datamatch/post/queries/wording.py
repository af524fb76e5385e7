"""The words of a letter, in the language of its reader: what was decided, why, and what happens now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.editions.models import Edition
from datamatch.people.models import Person
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision
from datamatch.screening.queries import CriterionWords, composed_reason

MOST_REMARKS = 3


@dataclass(frozen=True)
class Wording:
    """The subject and the body of a letter, both plain text."""

    subject: str
    body: str


def worded(
    decision: Decision, reader: Person, words: Sequence[CriterionWords] = (), remarks: Sequence[str] = ()
) -> Wording:
    """Return the letter about a decision to one reader; without scores and without names of screeners."""
    with override(reader.language):
        reason = reason_for(decision, reader, words)
        return Wording(subject_of(decision)[:200], body_of(decision, reader, reason, remarks[:MOST_REMARKS]))


def reason_for(decision: Decision, reader: Person, words: Sequence[CriterionWords]) -> str:
    """Return the reason; one that was only prepared is composed again in the language of this reader."""
    if decision.prepared:
        return composed_reason(words, decision.outcome, reader.language)
    return decision.reason


def subject_of(decision: Decision) -> str:
    """Return the subject in the active language: what was decided and what the reader does now."""
    edition = decision.idea.edition
    subjects = {
        (Round.SHORTLIST, Outcome.YES): _("Your idea goes on to the pitch day: keep %(pitch_on)s free"),
        (Round.SHORTLIST, Outcome.RESERVE): _("Your idea is in reserve for the pitch day: nothing to do yet"),
        (Round.SHORTLIST, Outcome.NO): _("Your idea does not go on this time: read why, and what you can do with it"),
        (Round.VERDICT, Outcome.YES): _("The jury chose your idea: start with your team on %(start_on)s"),
        (Round.VERDICT, Outcome.RESERVE): _("The jury keeps your idea in reserve: nothing to do yet"),
        (Round.VERDICT, Outcome.NO): _("The jury chose other ideas: read why, and what you can do with yours"),
    }
    return subjects[Round(decision.round), Outcome(decision.outcome)] % days_of(edition)


def body_of(decision: Decision, reader: Person, reason: str, remarks: Sequence[str]) -> str:
    """Return the body in the active language: greeting, decision, why, what now, where to look."""
    idea = decision.idea
    parts = [
        _("Hello %(name)s,") % {"name": reader.name},
        decision_of(decision),
        titled(_("Why"), reason),
        said(remarks),
        titled(_("What happens now"), future_of(decision)),
        _("Your idea: %(address)s") % {"address": settings.BASE_URL.rstrip("/") + idea.get_absolute_url()},
        titled(_("Kind regards,"), idea.edition.programme.name),
    ]
    return "\n\n".join(part for part in parts if part)


def titled(title: str, text: str) -> str:
    """Return a part of a letter: a line that names it, and its text."""
    return f"{title}\n{text}"


def decision_of(decision: Decision) -> str:
    """Return what was decided, in one sentence."""
    idea, edition = decision.idea, decision.idea.edition
    sentences = {
        (Round.SHORTLIST, Outcome.YES): _("Your idea “%(title)s” goes on to the pitch day of %(edition)s."),
        (Round.SHORTLIST, Outcome.RESERVE): _("Your idea “%(title)s” is in reserve for the pitch day of %(edition)s."),
        (Round.SHORTLIST, Outcome.NO): _("Your idea “%(title)s” does not go on to the pitch day of %(edition)s."),
        (Round.VERDICT, Outcome.YES): _("The jury of %(edition)s chose your idea “%(title)s” to be carried out."),
        (Round.VERDICT, Outcome.RESERVE): _("The jury of %(edition)s keeps your idea “%(title)s” in reserve."),
        (Round.VERDICT, Outcome.NO): _("The jury of %(edition)s did not choose your idea “%(title)s”."),
    }
    return sentences[Round(decision.round), Outcome(decision.outcome)] % {"title": idea.title, "edition": edition.name}


def said(remarks: Sequence[str]) -> str:
    """Return what the screeners wrote for the makers, or an empty part."""
    if not remarks:
        return ""
    quoted = "\n".join(f"- {' '.join(remark.split())}" for remark in remarks)
    return titled(_("What the screeners want you to know"), quoted)


def future_of(decision: Decision) -> str:
    """Return what happens now and what the reader can do."""
    futures = {
        (Round.SHORTLIST, Outcome.YES): _(
            "The pitch day is on %(pitch_on)s. Keep that day free. "
            "Until then we look for a team that fits your idea; you will hear from us about that."
        ),
        (Round.SHORTLIST, Outcome.RESERVE): _(
            "When one of the ideas for the pitch day drops out, yours can take its place. "
            "The pitch day is on %(pitch_on)s. We tell you as soon as something changes."
        ),
        (Round.SHORTLIST, Outcome.NO): _(
            "Your idea stays on its page and keeps its energy. You can join the team of another idea, "
            "and you can send your idea again in the next edition, with what you read here."
        ),
        (Round.VERDICT, Outcome.YES): _(
            "Your project starts on %(start_on)s and takes %(weeks)s weeks. Before the start, the legal, technical "
            "and ethical safeguards are settled. Plan a first meeting with your team now."
        ),
        (Round.VERDICT, Outcome.RESERVE): _(
            "When a chosen project cannot start, yours can take its place. Projects start on %(start_on)s. "
            "We tell you as soon as something changes."
        ),
        (Round.VERDICT, Outcome.NO): _(
            "Your team is free again. You can join a project that was chosen, and you can send your idea again "
            "in the next edition: the pitch and what you learned stay with it."
        ),
    }
    return futures[Round(decision.round), Outcome(decision.outcome)] % days_of(decision.idea.edition)


def days_of(edition: Edition) -> dict[str, str | int]:
    """Return the days and weeks a letter may name, in the active language."""
    return {
        "pitch_on": day(edition.pitch_on),
        "start_on": day(edition.delivery_starts_on),
        "weeks": edition.delivery_weeks,
    }


def day(when: date | None) -> str:
    """Return a day as it is written in a letter, or that it will be told."""
    return date_format(when, "j F Y") if when else _("a day that we will tell you soon")
