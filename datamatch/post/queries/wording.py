"""The words of a letter, in the language of its reader: what was decided, why, and what happens now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.editions.models import Edition
from datamatch.foundation.addresses import whole_address
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.post.models import Letter
from datamatch.screening.enums import Outcome, Round
from datamatch.screening.models import Decision
from datamatch.screening.queries import CriterionWords, composed_reason

MOST_REMARKS = 3


@dataclass(frozen=True)
class Wording:
    """The subject and the body of a letter, both plain text."""

    subject: str
    body: str


@dataclass(frozen=True)
class Told:
    """What a letter tells besides the decision: the words of the reviews, how many ideas there were, who writes."""

    words: Sequence[CriterionWords] = ()
    remarks: Sequence[str] = ()
    ideas: int = 0
    by: Person | None = None
    confirm_by: date | None = None


def worded(decision: Decision, reader: Person, told: Told) -> Wording:
    """Return the letter about a decision to one reader; without scores and without names of screeners."""
    with override(reader.language):
        reason = reason_for(decision, reader, told.words)
        return Wording(subject_of(decision, told.confirm_by)[:200], body_of(decision, reader, reason, told))


def reason_for(decision: Decision, reader: Person, words: Sequence[CriterionWords]) -> str:
    """Return the reason; one that is made of the criteria is composed again in the language of this reader."""
    if decision.composed:
        return composed_reason(words, decision.outcome, reader.language)
    return decision.reason


def subject_of(decision: Decision, confirm_by: date | None = None) -> str:
    """Return the subject in the active language: what was decided and what the reader does now."""
    edition = decision.idea.edition
    if confirm_by is not None and decision.outcome == Outcome.YES:
        told = {
            Round.SHORTLIST: _("Confirm by %(day)s: your idea goes on to the pitch day"),
            Round.VERDICT: _("Confirm by %(day)s: the jury chose your idea"),
        }
        return told[Round(decision.round)] % {"day": day(confirm_by)}
    subjects = {
        (Round.SHORTLIST, Outcome.YES): _("Your idea goes on to the pitch day: keep %(pitch_on)s free"),
        (Round.SHORTLIST, Outcome.RESERVE): _("Your idea is in reserve for the pitch day: nothing to do yet"),
        (Round.SHORTLIST, Outcome.NO): _("Your idea does not go on this time: read why, and what you can do with it"),
        (Round.VERDICT, Outcome.YES): _("The jury chose your idea: start with your team on %(start_on)s"),
        (Round.VERDICT, Outcome.RESERVE): _("The jury keeps your idea in reserve: nothing to do yet"),
        (Round.VERDICT, Outcome.NO): _("The jury chose other ideas: read why, and what you can do with yours"),
    }
    return subjects[Round(decision.round), Outcome(decision.outcome)] % days_of(edition)


def body_of(decision: Decision, reader: Person, reason: str, told: Told) -> str:
    """Return the body in the active language: greeting, decision, why, what now, where to look, who writes."""
    idea = decision.idea
    parts = [
        _("Dear %(name)s,") % {"name": reader.name},
        " ".join([decision_of(decision), *room_for(decision, told.ideas)]),
        titled(_("Why"), reason),
        said(told.remarks[:MOST_REMARKS]),
        conditional(decision),
        asked(decision, told.confirm_by),
        titled(_("What happens now"), future_of(decision)),
        _("Your idea: %(address)s") % {"address": whole_address(idea.get_absolute_url())},
        signed(idea.edition, told.by),
    ]
    return "\n\n".join(part for part in parts if part)


def conditional(decision: Decision) -> str:
    """Return on which condition the yes hangs, or an empty part."""
    if not decision.condition or decision.meet_by is None:
        return ""
    told = _("Your idea goes on if this is settled by %(day)s:") % {"day": day(decision.meet_by)}
    return titled(_("On one condition"), f"{told}\n{decision.condition}")


def asked(decision: Decision, confirm_by: date | None) -> str:
    """Return what the reader does now: confirm by a day, or give the place to another; empty when nothing is asked."""
    if confirm_by is None or decision.outcome != Outcome.YES:
        return ""
    told = _(
        "Confirm by %(day)s that you take part: %(address)s\n"
        "Can you not take part? Say so on the same page, and the next idea gets your place."
    )
    words = {"day": day(confirm_by), "address": confirm_address(decision.idea)}
    return titled(_("What we ask of you"), told % words)


def confirm_address(idea: Idea) -> str:
    """Return the whole address of the page on which makers confirm."""
    return whole_address(reverse("post:confirm", args=[idea.public_id]))


def address_of(letter: Letter) -> str:
    """Return the whole address of a letter."""
    return whole_address(reverse("post:letter", args=[letter.public_id]))


def signed(edition: Edition, by: Person | None) -> str:
    """Return where to ask, and who writes: the manager who had the letter written, else the programme."""
    if by is None:
        return titled(_("Kind regards,"), edition.programme.name)
    ask = _("A question about this letter? Ask %(name)s: %(email)s") % {"name": by.name, "email": by.email}
    return f"{ask}\n\n" + titled(_("Kind regards,"), f"{by.name}\n{edition.programme.name}")


def titled(title: str, text: str) -> str:
    """Return a part of a letter: a line that names it, and its text."""
    return f"{title}\n{text}"


def decision_of(decision: Decision) -> str:
    """Return what was decided, with thanks or good news first."""
    idea, edition = decision.idea, decision.idea.edition
    sentences = {
        (Round.SHORTLIST, Outcome.YES): _("Good news: your idea “%(title)s” goes on to the pitch day of %(edition)s."),
        (Round.SHORTLIST, Outcome.RESERVE): _(
            "Thank you for your idea “%(title)s”. It is in reserve for the pitch day of %(edition)s."
        ),
        (Round.SHORTLIST, Outcome.NO): _(
            "Thank you for your idea “%(title)s”. It does not go on to the pitch day of %(edition)s."
        ),
        (Round.VERDICT, Outcome.YES): _(
            "Congratulations: the jury of %(edition)s chose your idea “%(title)s” to be carried out."
        ),
        (Round.VERDICT, Outcome.RESERVE): _(
            "Thank you for your pitch. The jury of %(edition)s keeps your idea “%(title)s” in reserve."
        ),
        (Round.VERDICT, Outcome.NO): _(
            "Thank you for your pitch. The jury of %(edition)s did not choose your idea “%(title)s”."
        ),
    }
    return sentences[Round(decision.round), Outcome(decision.outcome)] % {"title": idea.title, "edition": edition.name}


def room_for(decision: Decision, ideas: int) -> list[str]:
    """Return how many of how many could go on, so that a no is seen in its measure; nothing where all fit."""
    edition = decision.idea.edition
    rooms = {
        Round.SHORTLIST: (
            edition.shortlist_size,
            _("The pitch day has room for %(room)s of the %(ideas)s ideas."),
        ),
        Round.VERDICT: (edition.chosen_count, _("There is room for %(room)s of the %(ideas)s pitched ideas.")),
    }
    room, sentence = rooms[Round(decision.round)]
    return [sentence % {"room": room, "ideas": ideas}] if ideas > room else []


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
            "The pitch day is on %(pitch_on)s: keep that day free. "
            "Until then we look for a team that fits your idea. You will hear from us about that."
        ),
        (Round.SHORTLIST, Outcome.RESERVE): _(
            "When one of the ideas for the pitch day drops out, yours can take its place. "
            "The pitch day is on %(pitch_on)s. We tell you as soon as something changes."
        ),
        (Round.SHORTLIST, Outcome.NO): _(
            "Your idea keeps its own page, with the energy that people gave. You can send it again in the next "
            "edition, improved with what you read here. You can also join the team of another idea."
        ),
        (Round.VERDICT, Outcome.YES): _(
            "Your project starts on %(start_on)s and takes %(weeks)s weeks. Plan a first meeting with your team now. "
            "Before the start you settle the legal, technical and ethical safeguards with their owners."
        ),
        (Round.VERDICT, Outcome.RESERVE): _(
            "When a chosen project cannot start, yours can take its place. Projects start on %(start_on)s. "
            "We tell you as soon as something changes."
        ),
        (Round.VERDICT, Outcome.NO): _(
            "The people in your team have their hours back. You can join a project that was chosen. You can also "
            "send your idea again in the next edition: your pitch and what you learned stay with it."
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
