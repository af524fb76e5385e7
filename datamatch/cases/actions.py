"""Deeds with cases: make, change, publish, reuse."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from datamatch.canvas import queries as canvas
from datamatch.cases import queries, rules
from datamatch.cases.models import Case, Reuse
from datamatch.editions.models import Edition
from datamatch.foundation import mail, search, trail
from datamatch.foundation.addresses import free_slug, whole_address
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import actions as ideas
from datamatch.ideas.models import Idea
from datamatch.people.models import Person
from datamatch.projects.models import Project


@transaction.atomic
def make_case(
    *, project: Project, by: Person, at: datetime, title: str, summary: str, lessons: str, reach: str = "",
    how_to_reuse: str = "", datasets: Sequence[str] = (),
) -> Case:  # fmt: skip
    """Make the case of a finished project; its demand, ending and result come from the work itself.

    :raises Refused: not of the team, not finished, or made before
    """
    refuse_if(rules.why_not_make_case(project=project, by=by))
    case = Case.objects.create(
        project=project, slug=slug_for(title), title=title, summary=summary, ending=project.ending,
        because=project.because, demand=demand_of(project.idea), result=project.result, lessons=lessons,
        reach=reach, how_to_reuse=how_to_reuse, datasets=list(datasets), made_by=by, made_at=at,
    )  # fmt: skip
    trail.record("case.make", of=case, by=by, at=at, ending=case.ending)
    return case


def demand_of(idea: Idea) -> str:
    """Return the demand as the canvas sharpened it, else as the idea stated it."""
    filled = canvas.canvas_of(idea)
    return (filled.demand if filled else "") or idea.demand


def slug_for(title: str) -> str:
    """Return the title as an address that no other case has."""
    wanted = slugify(title)[:120] or "casus"
    taken = set(Case.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return free_slug(wanted, taken)


@transaction.atomic
def change_case(
    *, case: Case, by: Person, at: datetime, title: str, summary: str, lessons: str, reach: str = "",
    how_to_reuse: str = "", datasets: Sequence[str] = (),
) -> None:  # fmt: skip
    """Change the words of a case; its address, demand, ending and result stay.

    :raises Refused: not of the team
    """
    refuse_if(rules.why_not_change(case=case, by=by))
    case.title, case.summary, case.lessons = title, summary, lessons
    case.reach, case.how_to_reuse, case.datasets = reach, how_to_reuse, list(datasets)
    case.save(update_fields=["title", "summary", "lessons", "reach", "how_to_reuse", "datasets"])
    keep_findable(case, at=at)
    trail.record("case.change", of=case, by=by, at=at)


@transaction.atomic
def publish_case(*, case: Case, by: Person, at: datetime) -> None:
    """Put a case in the library and tell everyone behind its idea.

    :raises Refused: not of the team, or published before
    """
    refuse_if(rules.why_not_publish(case=case, by=by))
    case.published_at = at
    case.save(update_fields=["published_at"])
    keep_findable(case, at=at)
    for person in queries.people_behind(case.project.idea):
        tell_of_case(case, person, at=at)
    trail.record("case.publish", of=case, by=by, at=at)


def keep_findable(case: Case, *, at: datetime) -> None:
    """Let a published case be found by the words it has now."""
    if case.published_at is None:
        return
    idea, words = case.project.idea, [case.summary, case.demand, case.result, case.because, case.lessons, case.reach]
    search.keep(
        kind="case", of=case.public_id, scope=idea.edition.public_id, title=case.title,
        body="\n".join(filter(None, [*words, *case.datasets])),
        language=idea.language, address=case.get_absolute_url(), at=at,
    )  # fmt: skip


def keep_all_findable(*, at: datetime) -> Iterator[UUID]:
    """Let every published case be found, and yield their public ids."""
    for case in Case.objects.filter(published_at__isnull=False).select_related("project__idea__edition").order_by("pk"):
        keep_findable(case, at=at)
        yield case.public_id


def tell_of_case(case: Case, person: Person, *, at: datetime) -> None:
    """Queue the mail that a case came of the idea this person wrote or supported; once per person."""
    with override(person.language):
        words = {
            "name": person.name,
            "idea": case.project.idea.title,
            "summary": case.summary,
            "page": whole_address(case.get_absolute_url()),
        }
        mail.queue(
            key=f"case:{case.public_id}:{person.public_id}",
            to=person.email,
            subject=_("What came of “%(idea)s”") % words,
            body=_(
                "Dear %(name)s,\n\nYou stood behind the idea “%(idea)s”. This came of it:\n\n%(summary)s\n\n"
                "Read the whole case, and use it if it helps you:\n%(page)s\n"
            )
            % words,
            language=person.language,
            at=at,
        )


@transaction.atomic
def start_idea_from(*, case: Case, edition: Edition, what: str, by: Person, at: datetime) -> Idea:
    """Start a draft idea in the open call that builds on a case, with its demand and data filled in.

    :raises Refused: the case is not published, or the call of this edition is not open
    """
    refuse_if(rules.why_not_reuse(case=case, edition=edition, by=by, at=at))
    idea = ideas.start_idea(
        edition=edition, by=by, at=at, title=case.title, demand=case.demand[:2000],
        data="\n".join(case.datasets)[:2000], language=case.project.idea.language,
    )  # fmt: skip
    reuse_case(case=case, idea=idea, what=what, by=by, at=at)
    return idea


@transaction.atomic
def reuse_case(*, case: Case, idea: Idea, what: str, by: Person, at: datetime) -> Reuse:
    """Note that an idea builds on a case, and on what of it.

    :raises Refused: not published, the call is closed, not its author, or noted before
    """
    refuse_if(rules.why_not_reuse(case=case, edition=idea.edition, by=by, at=at))
    refuse_if(rules.why_not_link(case=case, idea=idea, by=by))
    reuse = Reuse.objects.create(case=case, idea=idea, what=what, by=by, at=at)
    trail.record("case.reuse", of=reuse, by=by, at=at)
    return reuse
