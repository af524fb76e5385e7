"""Why somebody may not do something with letters; None when they may."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.models import Edition
from datamatch.editions.queries import is_manager
from datamatch.people.models import Person
from datamatch.post import queries
from datamatch.post.models import Letter, Sending
from datamatch.screening import rules as screening
from datamatch.screening.enums import Round


def why_not_see_letters(*, edition: Edition, by: Person) -> str | None:
    """Return why this person may not see all letters of an edition, or None when they may."""
    return None if is_manager(by, edition) else _("Only a programme manager sees all letters.")


def why_not_read(*, letter: Letter, by: Person) -> str | None:
    """Return why this person may not read this letter, or None: its reader may once it is sent, a manager always."""
    if letter.to_id == by.pk and letter.sent_at is not None:
        return None
    if is_manager(by, letter.decision.idea.edition):
        return None
    return _("This letter is for somebody else.") if letter.to_id != by.pk else _("This letter is not sent yet.")


def why_not_now(*, edition: Edition, round: str) -> str | None:
    """Return why the letters of a round are not written and sent in this stage, or None when they are."""
    if edition.stage == screening.STAGE_OF_ROUND[Round(round)]:
        return None
    return _("The letters of this round are written and sent in another stage.")


def why_not_write(*, edition: Edition, round: str, by: Person) -> str | None:
    """Return why this person may not have the letters of a round written now, or None when they may."""
    return (
        why_not_see_letters(edition=edition, by=by)
        or why_not_now(edition=edition, round=round)
        or screening.why_undecided(edition=edition, round=round)
        or why_all_sent(edition=edition, round=round)
    )


def why_not_edit(*, letter: Letter, by: Person) -> str | None:
    """Return why this person may not change this letter, or None when they may."""
    if reason := why_not_see_letters(edition=letter.decision.idea.edition, by=by):
        return reason
    return _("This letter is sent.") if letter.sent_at is not None else None


def why_not_send(*, edition: Edition, round: str, by: Person) -> str | None:
    """Return why this person may not send the letters of a round now, or None when they may."""
    return (
        why_not_write(edition=edition, round=round, by=by)
        or why_not_written(edition=edition, round=round)
        or why_contradicted(edition=edition, round=round)
        or why_too_soon(edition=edition, round=round)
    )


def why_not_send_again(*, letter: Letter, by: Person) -> str | None:
    """Return why this letter is not sent once more, or None when it did not arrive."""
    if reason := why_not_see_letters(edition=letter.decision.idea.edition, by=by):
        return reason
    if letter.sent_at is None:
        return _("This letter is not sent yet.")
    return None if queries.is_undelivered(queries.legs_of_letter(letter)) else _("As far as we know it arrived.")


def why_not_note_bounce(*, sending: Sending, note: str, by: Person) -> str | None:
    """Return why it is not noted that this mail came back, or None when it may be."""
    if reason := why_not_see_letters(edition=sending.letter.decision.idea.edition, by=by):
        return reason
    if sending.bounced_at is not None:
        return _("It is noted already that this came back.")
    return None if note.strip() else _("Say in a few words how it came back.")


def why_not_correct(*, letter: Letter, text: str | None = None, by: Person) -> str | None:
    """Return why this letter cannot be put right, or None when it can; without a text only whether one may try."""
    if reason := why_not_see_letters(edition=letter.decision.idea.edition, by=by):
        return reason
    if letter.sent_at is None:
        return _("This letter is not sent yet: change the letter itself.")
    return _("Say what was wrong and what is right.") if text is not None and not text.strip() else None


def why_too_soon(*, edition: Edition, round: str) -> str | None:
    """Return that ideas were read by too few to be answered, or None: a letter cannot be taken back."""
    return screening.why_thin(edition) if round == Round.SHORTLIST else None


def why_all_sent(*, edition: Edition, round: str) -> str | None:
    """Return that every letter is sent, or None while some are not."""
    return _("Every letter is sent.") if queries.coverage_of(edition, round).complete else None


def why_not_written(*, edition: Edition, round: str) -> str | None:
    """Return how many ideas have makers without a letter, or None when there are none."""
    coverage = queries.coverage_of(edition, round)
    missing = coverage.ideas - coverage.written
    told = ngettext(
        "%(count)s of %(all)s ideas has no letter yet.", "%(count)s of %(all)s ideas have no letter yet.", missing
    )
    return told % {"count": missing, "all": coverage.ideas} if missing else None


def why_contradicted(*, edition: Edition, round: str) -> str | None:
    """Return what contradicts itself: two rounds, or a letter and its decision; None when all agree."""
    if round == Round.VERDICT and (idea := queries.contradicted_ideas(edition).first()):
        return _("The jury chose “%(idea)s”, which is not on the shortlist.") % {"idea": idea}
    if reason := screening.why_contradicted(edition=edition, round=round):
        return reason
    outdated = queries.outdated_letters(edition, round).count()
    told = ngettext(
        "%(count)s letter is older than its decision. Write the letters again, or edit it.",
        "%(count)s letters are older than their decisions. Write the letters again, or edit them.",
        outdated,
    )
    return told % {"count": outdated} if outdated else None


def why_not_leave_screening(*, edition: Edition) -> list[str]:
    """Return what keeps this edition in screening: somebody has no letter."""
    return _uncovered(edition, Round.SHORTLIST)


def why_not_leave_pitching(*, edition: Edition) -> list[str]:
    """Return what keeps this edition in pitching: somebody has no letter about the verdict."""
    return _uncovered(edition, Round.VERDICT)


def _uncovered(edition: Edition, round: Round) -> list[str]:
    """Return how many ideas have their letters, when that is not all of them."""
    coverage = queries.coverage_of(edition, round)
    if coverage.complete:
        return []
    told = _("%(sent)s of %(all)s ideas have their letter.")
    return [told % {"sent": coverage.sent, "all": coverage.ideas}]
