"""What waits for the manager of an edition."""

from datetime import datetime

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from datamatch.editions.enums import Stage
from datamatch.editions.queries import editions_managed
from datamatch.front.queries.errands import Errand
from datamatch.ideas.enums import IdeaState
from datamatch.ideas.queries import matters_in, requests_overdue
from datamatch.people.models import Person
from datamatch.post.models import Letter
from datamatch.teams.enums import TeamState
from datamatch.teams.models import Suggestion


def managing(person: Person, *, at: datetime) -> list[Errand]:
    """Return what waits for this person as a manager, most pressing first."""
    return [*complaints(person, at=at), *letters(person), *proposals(person)]


def complaints(person: Person, *, at: datetime) -> list[Errand]:
    """Return, for a manager, what was reported in their editions, and who waits too long for an answer."""
    found = []
    for edition in editions_managed(person):
        if count := len(matters_in(edition, to=person)):
            words = ngettext("%(count)s complaint to decide about", "%(count)s complaints to decide about", count)
            url = reverse("ideas:complaints", args=[edition.slug])
            found.append(Errand(words % {"count": count}, url, "flag", edition.name))
        if count := requests_overdue(edition, at=at).count():
            words = ngettext(
                "%(count)s person waits too long for an answer", "%(count)s people wait too long for an answer", count
            )
            url = reverse("ideas:waiting", args=[edition.slug])
            found.append(Errand(words % {"count": count}, url, "hourglass", edition.name))
    return found


def letters(person: Person) -> list[Errand]:
    """Return the editions of this manager in which letters are written and not sent."""
    waiting = Letter.objects.filter(sent_at=None, decision__idea__state=IdeaState.SENT)
    found = []
    for slug, name, count in counted(waiting, "decision__idea__edition", person):
        words = ngettext("%(count)s letter waits to be sent", "%(count)s letters wait to be sent", count)
        found.append(Errand(words % {"count": count}, reverse("post:letters", args=[slug]), "mail", name))
    return found


def proposals(person: Person) -> list[Errand]:
    """Return the editions of this manager in which people are proposed for a team and not asked yet."""
    drafts = Suggestion.objects.filter(team__idea__edition__stage=Stage.MATCHING)
    found = []
    for slug, name, count in counted(drafts.exclude(team__state=TeamState.RELEASED), "team__idea__edition", person):
        words = ngettext(
            "%(count)s person is proposed for a team and not asked yet",
            "%(count)s people are proposed for a team and not asked yet",
            count,
        )
        found.append(Errand(words % {"count": count}, reverse("teams:teams", args=[slug]), "users", name))
    return found


Waiting = QuerySet[Letter] | QuerySet[Suggestion]


def counted(waiting: Waiting, edition: str, person: Person) -> list[tuple[str, str, int]]:
    """Return the slug, the name and how many wait, for each open edition of this manager; in one query."""
    here = waiting.filter(**{f"{edition}__in": editions_managed(person).exclude(stage=Stage.CLOSED)})
    rows = here.values_list(f"{edition}__slug", f"{edition}__name").order_by(f"{edition}__slug")
    return list(rows.annotate(count=Count("pk")))
