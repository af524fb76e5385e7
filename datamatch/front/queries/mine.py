"""What waits for one person, over all rooms."""

from collections import Counter
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from datamatch.editions.enums import Duty, Stage
from datamatch.editions.models import Appointment
from datamatch.front.queries.errands import Errand
from datamatch.front.queries.managing import managing
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Energy, Idea, JoinRequest
from datamatch.ideas.queries import (
    energy_questions_to,
    invitations_to,
    mentions_of,
    merges_waiting_for,
    requests_of,
    requests_waiting_for,
    shown_writer,
)
from datamatch.jury.enums import BoxState, PitchState
from datamatch.jury.models import BallotBox, Pitch, Scorecard
from datamatch.people.models import Person
from datamatch.people.queries import consent_of
from datamatch.post.models import Letter
from datamatch.safeguards.enums import Verdict
from datamatch.safeguards.models import Safeguard
from datamatch.screening.enums import AssignmentState, Round
from datamatch.screening.models import Assignment, Decision
from datamatch.screening.queries import deputised_to, pairs_asked_of, questions_to
from datamatch.teams.enums import MemberState, TeamState
from datamatch.teams.models import Member
from datamatch.teams.queries import asks_of, changes_of

MOST = 10


def errands_of(person: Person, *, at: datetime) -> list[Errand]:
    """Return what this person is asked to do now, most pressing first."""
    asked = [
        *ballots(person),
        *cards(person),
        *asks(person),
        *invitations(person),
        *merges(person),
        *joiners(person, at=at),
    ]
    asked += [
        *reviews(person),
        *comparisons(person),
        *decisions(person),
        *ask_backs(person),
        *managing(person, at=at),
        *safeguards(person),
        *drafts(person),
    ]
    return [*asked, *line_manager(person), *profile(person)]


def ballots(person: Person) -> list[Errand]:
    """Return the open votes in which this juror has no ballot yet."""
    juries = Appointment.objects.filter(person=person, duty=Duty.JUROR).values("edition")
    open_boxes = BallotBox.objects.filter(edition__in=juries, state=BoxState.OPEN).exclude(voters__juror=person)
    return [
        Errand(_("Cast your ballot: %(edition)s") % {"edition": box.edition}, box.get_absolute_url(), "vote")
        for box in open_boxes.select_related("edition")
    ]


def cards(person: Person) -> list[Errand]:
    """Return the pitch days on which something was pitched for which this juror has no card yet."""
    judged = Appointment.objects.filter(person=person, duty=Duty.JUROR).values("edition")
    begun = Pitch.objects.filter(idea__edition__in=judged, idea__edition__stage=Stage.PITCHING)
    begun = begun.exclude(state=PitchState.WAITING).exclude(idea__edition__in=BallotBox.objects.values("edition"))
    own = Exists(Idea.objects.of_author(person).filter(pk=OuterRef("idea")))
    open_ones = begun.exclude(recusals__juror=person).exclude(own)
    given = Scorecard.objects.filter(pitch=OuterRef("pk"), juror=person, is_complete=True)
    return [
        Errand(
            _("Fill in your card: %(idea)s") % {"idea": pitch.idea},
            reverse("jury:pitch", args=[pitch.public_id]),
            "presentation",
        )
        for pitch in open_ones.exclude(Exists(given)).select_related("idea").order_by("place")[:MOST]
    ]


def asks(person: Person) -> list[Errand]:
    """Return the teams that wait for this person's answer, and the changes that are asked in their own."""
    waiting = asks_of(person).count()
    words = ngettext("%(count)s team asks you to join", "%(count)s teams ask you to join", waiting)
    page = reverse("teams:asks")
    joins = [Errand(words % {"count": waiting}, page, "users")] if waiting else []
    changes = changes_of(person).count()
    words = ngettext("%(count)s change of your seat is asked", "%(count)s changes of your seats are asked", changes)
    return [*joins, *([Errand(words % {"count": changes}, page, "users")] if changes else [])]


def invitations(person: Person) -> list[Errand]:
    """Return the ideas this person is asked to write along."""
    return [
        Errand(
            _("Will you co-write “%(title)s”?") % {"title": invitation.idea.title},
            reverse("ideas:invitation", args=[invitation.idea.public_id]),
            "user-plus",
        )
        for invitation in invitations_to(person)
    ]


def joiners(person: Person, *, at: datetime) -> list[Errand]:
    """Return the ideas of this person that somebody asks to join."""
    waiting = Counter(request.energy.idea for request in requests_waiting_for(person, at=at))
    return [
        Errand(
            ngettext("%(count)s person wants to join “%(title)s”", "%(count)s people want to join “%(title)s”", count)
            % {"count": count, "title": idea.title},
            f"{idea.get_absolute_url()}#joiners",
            "user-plus",
        )
        for idea, count in waiting.items()
    ]


def merges(person: Person) -> list[Errand]:
    """Return the merges that wait for this submitter's yes or no, and for this supporter's word about their energy."""
    ideas, energy = _("Does your idea become part of “%(title)s”?"), _("Does your energy go along to “%(title)s”?")
    asked = [(ideas, merge, "git-merge") for merge in merges_waiting_for(person)]
    asked += [(energy, question.merge, "zap") for question in energy_questions_to(person)]
    return [Errand(words % {"title": merge}, merge.get_absolute_url(), icon) for words, merge, icon in asked]


def reviews(person: Person) -> list[Errand]:
    """Return the editions in which this screener has reviews to give."""
    waiting = Assignment.objects.filter(
        screener=person, state=AssignmentState.OPEN, idea__edition__stage=Stage.SCREENING
    ).values_list("idea__edition__slug", "idea__edition__name")
    counts = Counter(waiting)
    return [
        Errand(
            ngettext("%(count)s review to give", "%(count)s reviews to give", count) % {"count": count},
            reverse("screening:reviews", args=[slug]),
            "scale",
            name,
        )
        for (slug, name), count in sorted(counts.items())
    ]


def comparisons(person: Person) -> list[Errand]:
    """Return the editions in which this screener still compares close calls."""
    return [
        Errand(
            ngettext("%(count)s pair of close calls to compare", "%(count)s pairs of close calls to compare", count)
            % {"count": count},
            reverse("screening:comparing", args=[edition.slug]),
            "scale",
            edition.name,
        )
        for edition, count in pairs_asked_of(person).items()
    ]


def safeguards(person: Person) -> list[Errand]:
    """Return the safeguards that wait for this person's verdict."""
    running = Safeguard.objects.exclude(gate__idea__edition__stage=Stage.CLOSED)
    waiting = running.filter(owner=person, verdict=Verdict.OPEN).count()
    words = ngettext("%(count)s safeguard to settle", "%(count)s safeguards to settle", waiting)
    return [Errand(words % {"count": waiting}, reverse("safeguards:queue"), "shield-check")] if waiting else []


def ask_backs(person: Person) -> list[Errand]:
    """Return what screeners ask about this person's ideas."""
    return [
        Errand(
            _("Answer a question about: %(idea)s") % {"idea": asked.idea.title},
            reverse("screening:answer", args=[asked.public_id]),
            "message-circle",
        )
        for asked in questions_to(person)[:MOST]
    ]


def decisions(person: Person) -> list[Errand]:
    """Return the ideas this person decides about in the place of a manager."""
    open_ones = deputised_to(person).filter(idea__edition__stage=Stage.SCREENING).order_by("idea")
    decided = Decision.objects.filter(idea=OuterRef("idea"), round=Round.SHORTLIST, prepared=False)
    return [
        Errand(
            _("Decide about: %(idea)s") % {"idea": deputy.idea.title},
            reverse("screening:decide", args=[deputy.idea.public_id]),
            "scale",
        )
        for deputy in open_ones.exclude(Exists(decided))[:MOST]
    ]


def drafts(person: Person) -> list[Errand]:
    """Return the ideas this person began and did not send, while their call is open."""
    begun = Idea.objects.filter(submitter=person, state="draft", edition__stage=Stage.CALL)
    return [
        Errand(_("Finish your idea “%(title)s”") % {"title": idea.title}, idea.get_absolute_url(), "pencil")
        for idea in begun
    ]


def line_manager(person: Person) -> list[Errand]:
    """Return the reminder to ask one's line manager, once hours are offered to an idea or a team."""
    seated = memberships_of(person).exclude(team__idea__edition__stage=Stage.CLOSED)
    joining = Energy.objects.filter(person=person, kind=EnergyKind.JOIN).exclude(idea__edition__stage=Stage.CLOSED)
    if consent_of(person) is not None or not (seated.exists() or joining.exists()):
        return []
    return [Errand(_("Ask your line manager to agree to your hours"), reverse("people:consent"), "mail")]


def profile(person: Person) -> list[Errand]:
    """Return the reminder to tell what one can, when nothing has been told."""
    known = getattr(person, "profile", None)
    if known and known.discipline:
        return []
    return [Errand(_("Tell what you can, so that teams can find you"), reverse("people:profile"), "user")]


def letters_to(person: Person) -> QuerySet[Letter]:
    """Return the letters this person got, newest first."""
    got = Letter.objects.filter(to=person, sent_at__isnull=False).select_related("decision__idea")
    return got.order_by("-sent_at", "-pk")


def ideas_by(person: Person) -> QuerySet[Idea]:
    """Return the ideas this person makes, newest first."""
    return Idea.objects.of_author(person).select_related("edition", "theme").order_by("-made_at", "-pk")


def joins_of(person: Person) -> QuerySet[JoinRequest]:
    """Return what this person asked to join in editions that still run, with the answers, newest first."""
    return requests_of(person).exclude(energy__idea__edition__stage=Stage.CLOSED)


def mentions_by_writer(person: Person) -> list[dict[str, object]]:
    """Return the last places where this person is mentioned, with who did it as far as they may know."""
    last = mentions_of(person)[:5]
    return [{"comment": one.comment, "who": shown_writer(one.comment, to=person)} for one in last]


def memberships_of(person: Person) -> QuerySet[Member]:
    """Return the teams this person said yes to."""
    said_yes = Member.objects.filter(person=person, state=MemberState.ACCEPTED)
    return said_yes.exclude(team__state=TeamState.RELEASED).select_related("team__idea__edition").order_by("-asked_at")
