"""Asking to join an idea, and the answer that its authors give."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from datamatch.foundation import trail
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions.holding import hold
from datamatch.ideas.actions.mailing import write
from datamatch.ideas.enums import JoinAnswer, ToMe
from datamatch.ideas.models import Energy, Idea, JoinRequest
from datamatch.ideas.queries.joining import REMIND_AFTER
from datamatch.people.models import Person

LATER_IS = timedelta(days=14)
SUBJECTS = {
    JoinAnswer.WELCOME: gettext_lazy("Welcome: you can join %(title)s"),
    JoinAnswer.LATER: gettext_lazy("Your request to join %(title)s: later"),
    JoinAnswer.NOT_NOW: gettext_lazy("Your request to join %(title)s: not now"),
}
BODIES = {
    JoinAnswer.WELCOME: gettext_lazy(
        "Hello %(to)s,\n\nThe authors of this idea would like you to join.%(word)s\n\n"
        "Teams are formed after the screening; then you are asked once more.\n\nThe idea:\n%(url)s"
    ),
    JoinAnswer.LATER: gettext_lazy(
        "Hello %(to)s,\n\nThe authors of this idea read your request and come back to it later.%(word)s\n\n"
        "The idea:\n%(url)s"
    ),
    JoinAnswer.NOT_NOW: gettext_lazy(
        "Hello %(to)s,\n\nThe authors of this idea do not need you to join now.%(word)s\n\n"
        "You can still support the idea, or look for another one that needs you.\n\nThe idea:\n%(url)s"
    ),
}


def ask_to_join(*, energy: Energy, anew: bool, at: datetime) -> JoinRequest:
    """Let the authors know that somebody wants to join; asked anew, an earlier answer no longer counts."""
    request, is_new = JoinRequest.objects.get_or_create(energy=energy, defaults={"waits_since": at})
    if anew and not is_new:
        request.answer, request.word, request.answered_by, request.answered_at = JoinAnswer.WAITING, "", None, None
        request.waits_since, request.reminders = at, 0
        request.save()
    return request


@transaction.atomic
def answer_join(*, request: JoinRequest, by: Person, at: datetime, answer: str, word: str = "") -> JoinRequest:
    """Tell somebody whether they can join; the same answer again tells nobody anything.

    The idea is held, so that nobody takes the request back meanwhile.

    :raises Refused: not an author, too late, a no without a word, a word that tells who they are, or taken back
    """
    idea = Idea.objects.filter(energy__request=request).first()
    if idea is not None:
        refuse_if(rules.why_not_answer_joiners(idea=hold(idea), by=by))
    refuse_if(rules.why_not_give_answer(answer=answer, word=word))
    kept = JoinRequest.objects.select_related("energy__person", "energy__idea").filter(pk=request.pk).first()
    if idea is None or kept is None:
        raise Refused(_("This request was taken back meanwhile."))
    if (kept.answer, kept.word) == (answer, word.strip()):
        return kept
    refuse_if(rules.why_not_tell_joiner(request=kept, word=word))
    kept.answer, kept.word, kept.answered_by, kept.answered_at = answer, word.strip(), by, at
    kept.waits_since = at + LATER_IS if answer == JoinAnswer.LATER else kept.waits_since
    kept.reminders = 0
    kept.save()
    trail.record("join.answer", of=kept, by=by, at=at, answer=str(answer))
    tell_joiner(kept, idea=idea, at=at)
    return kept


def tell_joiner(request: JoinRequest, *, idea: Idea, at: datetime) -> None:
    """Mail the answer at once to who wants that; it never says which of the authors answered."""
    joiner, answer = request.energy.person, JoinAnswer(request.answer)
    if queries.mail_wish_of(joiner).to_me != ToMe.NOW:
        return
    key = f"join.answer:{request.public_id}:{at.isoformat()}"
    word = f"\n\n“{request.word}”" if request.word else ""
    write(
        to=joiner, key=key, idea=idea, subject=SUBJECTS[answer], body=BODIES[answer], at=at, part="#energy", word=word
    )


@transaction.atomic
def remind_of_joiners(*, at: datetime) -> int:
    """Remind authors of who waits for an answer, after three days and again after seven; return how many mails."""
    first, second = (at - span for span in REMIND_AFTER)
    due = Q(reminders=0, waits_since__lte=first) | Q(reminders=1, waits_since__lte=second)
    waiting: dict[Idea, list[JoinRequest]] = defaultdict(list)
    rows = queries.requests_waiting(at=at).filter(due).select_for_update(of=("self",))
    for request in rows:
        waiting[request.energy.idea].append(request)
    JoinRequest.objects.filter(pk__in=[one.pk for many in waiting.values() for one in many]).update(
        reminders=F("reminders") + 1
    )
    return sum(remind(idea, len(requests), at=at) for idea, requests in waiting.items())


@transaction.atomic
def nudge_authors(*, idea: Idea, by: Person, at: datetime) -> int:
    """Remind the authors of an idea, for a manager, of everybody who waits to join it; return how many authors.

    The idea is held, so that of two managers who press at once one reminds.

    :raises Refused: not a manager's, nobody waits, or reminded less than two days ago
    """
    hold(idea)
    refuse_if(rules.why_not_nudge(idea=idea, by=by, at=at))
    waiting = [request.pk for request in queries.requests_waiting_at(idea, at=at)]
    JoinRequest.objects.filter(pk__in=waiting).update(nudged_at=at)
    trail.record("join.nudge", of=idea, by=by, at=at, waiting=len(waiting))
    return remind(idea, len(waiting), at=at)


def remind(idea: Idea, count: int, *, at: datetime) -> int:
    """Remind the authors of one idea, and return how many they are."""
    authors = queries.authors_of(idea)
    for author in authors:
        write(
            to=author, key=f"join.remind:{idea.public_id}:{author.public_id}:{at.isoformat()}", idea=idea, at=at,
            subject=ngettext_lazy(
                "Answer who wants to join: %(count)s person waits", "Answer who wants to join: %(count)s people wait",
                count,
            ),
            body=gettext_lazy(
                "Hello %(to)s,\n\nSomebody wants to join your idea \"%(title)s\" and waits for an answer. "
                "Welcome, later, or not now with a word: each is a good answer.\n\n%(url)s"
            ),
            part="#joiners", count=count,
        )  # fmt: skip
    return len(authors)
