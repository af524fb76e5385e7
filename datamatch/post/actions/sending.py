"""What happens to a letter after it was sent: again, put right, come back."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.foundation import mail, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import Person
from datamatch.post import queries, rules
from datamatch.post.enums import SendingKind
from datamatch.post.models import Correction, Letter, Sending
from datamatch.screening import actions as screening
from datamatch.screening.enums import Round
from datamatch.screening.models import Decision
from datamatch.screening.queries import given_up_in
from datamatch.teams.actions import release_team, revive_team
from datamatch.teams.enums import TeamState
from datamatch.teams.queries import team_of


def give_to_post(letter: Letter, *, kind: str, subject: str, body: str, by: Person, at: datetime) -> Sending:
    """Queue a letter, or what belongs to it, to the address its reader has now, and keep that in the log."""
    number = Sending.objects.filter(letter=letter).count() + 1
    key = f"letter:{letter.public_id}" + (f":{number}" if number > 1 else "")
    mail.queue(key=key, to=letter.to.email, subject=subject, body=body, language=letter.language, at=at)
    return Sending.objects.create(letter=letter, kind=kind, key=key, sent_at=at, by=by)


@transaction.atomic
def send_again(*, letter: Letter, by: Person, at: datetime) -> Sending:
    """Send a letter that did not arrive once more. :raises Refused: not you, not sent yet, or it arrived"""
    letter = held(letter)
    refuse_if(rules.why_not_send_again(letter=letter, by=by))
    sending = give_to_post(letter, kind=SendingKind.AGAIN, subject=letter.subject, body=letter.body, by=by, at=at)
    trail.record("letter.sent_again", of=letter, by=by, at=at)
    return sending


@transaction.atomic
def note_bounce(*, sending: Sending, note: str, by: Person, at: datetime) -> Sending:
    """Write down that a mail came back, and how. :raises Refused: not you, noted already, or nothing said"""
    refuse_if(rules.why_not_note_bounce(sending=sending, note=note, by=by))
    sending.bounced_at, sending.bounce_note = at, note.strip()[:300]
    sending.save(update_fields=["bounced_at", "bounce_note"])
    trail.record("letter.bounced", of=sending, by=by, at=at)
    return sending


@transaction.atomic
def correct_letter(*, letter: Letter, text: str, by: Person, at: datetime) -> Correction:
    """Put a letter right after it was sent; the letter itself stays. :raises Refused: not you, not sent, or no text"""
    letter = held(letter)
    refuse_if(rules.why_not_correct(letter=letter, text=text, by=by))
    correction = Correction.objects.create(letter=letter, text=text.strip(), corrected_at=at, by=by)
    with override(letter.language):
        subject = _("Correction of your letter: %(subject)s") % {"subject": letter.subject}
        body = _("Dear %(name)s,") % {"name": letter.to.name} + "\n\n" + correction.text
        body += "\n\n" + _("Your letter, with this correction: %(address)s") % {"address": queries.address_of(letter)}
    give_to_post(letter, kind=SendingKind.CORRECTION, subject=subject, body=body, by=by, at=at)
    trail.record("letter.corrected", of=letter, by=by, at=at)
    return correction


@transaction.atomic
def move_up(*, decision: Decision, confirm_by: date | None, by: Person, at: datetime, motive: str = "") -> int:
    """Let a reserve take a free place and tell its makers at once; return how many letters went out.

    :raises Refused: not you, not now, no free place, or out of turn without a motive
    """
    decision = screening.move_up(decision=decision, confirm_by=confirm_by, by=by, at=at, motive=motive)
    screening.ask_to_confirm([decision], confirm_by=confirm_by)
    if decision.round == Round.VERDICT:
        start_another_team(decision, by=by, at=at)
    letters = []
    for reader, wording in queries.wordings_about(decision, by):
        letter = Letter.objects.create(
            decision=decision, to=reader, outcome=decision.outcome, language=reader.language, subject=wording.subject,
            body=wording.body, written_at=at, sent_at=at,
        )  # fmt: skip
        give_to_post(letter, kind=SendingKind.FIRST, subject=letter.subject, body=letter.body, by=by, at=at)
        letters.append(letter)
    trail.record("reserve.told", of=decision, by=by, at=at, count=len(letters))
    return len(letters)


def start_another_team(decision: Decision, *, by: Person, at: datetime) -> None:
    """Let the team of an idea that moved up start, and release the teams of those that gave their place up."""
    for idea in given_up_in(decision.idea.edition, decision.round):
        team = team_of(idea)
        if team is not None and team.state == TeamState.FORMED:
            release_team(idea=idea, by=by, at=at)
    if team_of(decision.idea) is not None:
        revive_team(idea=decision.idea, by=by, at=at)


def held(letter: Letter) -> Letter:
    """Return a letter as it is by now, held until this deed is done."""
    found = Letter.objects.select_for_update(of=("self",)).select_related("to", "decision__idea__edition")
    return found.get(pk=letter.pk)
