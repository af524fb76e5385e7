"""Reading one idea, with the energy it has."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from datamatch.foundation.addresses import whole_address
from datamatch.ideas import queries, rules
from datamatch.ideas.enums import EnergyKind, IdeaState
from datamatch.ideas.forms import EnergyForm
from datamatch.ideas.models import Energy, Idea
from datamatch.ideas.views.beside import following_page, joiners_page, managers_page, wanted_page
from datamatch.ideas.views.loading import idea_here
from datamatch.ideas.views.talk_page import Typed, talk_page
from datamatch.people.models import Person, SignedIn
from datamatch.people.queries import photos_seen

NOTHING: Mapping[str, str] = MappingProxyType({})

# In the order of the page: what takes one press first, joining with its role and hours below it.
ICONS = {
    EnergyKind.SUPPORT: "zap",
    EnergyKind.SAME_PROBLEM: "link",
    EnergyKind.ADVISE: "message-circle",
    EnergyKind.JOIN: "user-plus",
}


def idea(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show one idea."""
    found = idea_here(request, idea_id)
    return render(request, "ideas/idea.html", about(found, reader=request.user, asked=request.GET))


def about(
    idea: Idea,
    *,
    reader: Person,
    asked: Mapping[str, str] = NOTHING,
    bound: EnergyForm | None = None,
    typed: Typed | None = None,
) -> dict[str, Any]:
    """Return what the page of an idea tells this reader.

    `asked` says which comments, `bound` is energy that has to be mended, `typed` a comment that is being written.
    """
    at = timezone.now()
    why_not_see_authors = rules.why_not_see_authors(idea=idea, by=reader)
    writes = queries.is_author(idea, reader)
    page = {
        "idea": idea,
        "writes": writes,
        "merged": queries.merged_into(idea) if idea.state == IdeaState.MERGED else None,
        "open_merge": queries.open_merge_of(idea) if writes else None,
        "made_by": queries.merge_behind(idea),
        "why_not_merge": rules.why_not_begin_merge(idea=idea, by=reader),
        "attachments": list(queries.attachments_shown(idea, to=reader)),
        "redaction": queries.redaction_of(idea) if writes else None,
        "why_not_see_redaction": rules.why_not_see_redaction(idea=idea, by=reader),
        "invited": queries.invitation_to(idea, reader),
        "coauthors": list(queries.coauthors_of(idea)) if writes else [],
        "sent": idea.state == IdeaState.SENT,
        "withdrawn": idea.state == IdeaState.WITHDRAWN,
        "earlier": queries.earlier_shown(idea, to=reader),
        "tries": queries.later_shown(idea, to=reader),
        "may_try_again": writes and rules.why_not_be_tried_again(idea=idea, by=reader) is None,
        "answers": queries.answers_shown(idea, to=reader),
        "authors": [] if why_not_see_authors else queries.authors_of(idea),
        "why_not_see_authors": why_not_see_authors,
        "why_not_change": rules.why_not_change(idea=idea, by=reader),
        "why_not_send": rules.why_not_send(idea=idea, by=reader, at=at),
        "why_not_withdraw": rules.why_not_withdraw(idea=idea, by=reader),
        **wanted_page(idea, reader=reader),
        "share_url": whole_address(idea.get_absolute_url()),
        **energy_page(idea, reader=reader, bound=bound),
        **joiners_page(idea, reader=reader, at=at),
        **following_page(idea, reader=reader),
        **managers_page(idea, reader=reader),
        **talk_page(idea, reader=reader, at=at, asked=asked, typed=typed),
    }
    return page | {"photos": page["photos"] | photos_seen(named_on(page), to=reader)}


def named_on(page: Mapping[str, Any]) -> list[Person]:
    """Return who stands on the page of an idea by name beside those who gave energy: its authors, who wants to join."""
    asked = [joiner["asked"].energy.person for joiner in [*page["joiners"], *page["answered"]]]
    return [*page["authors"], *(one.person for one in page["coauthors"] if one.person), *asked]


def energy_page(idea: Idea, *, reader: Person, bound: EnergyForm | None = None) -> dict[str, Any]:
    """Return what the part about energy tells this reader: its kinds, their own, and that of others."""
    why_not_see_energy = rules.why_not_see_energy(edition=idea.edition, by=reader)
    shown = [] if why_not_see_energy else list(queries.energy_of(idea))
    own = queries.energy_from(idea, reader)
    return {
        "idea": idea,
        "why_not_give_energy": rules.why_not_give_energy(idea=idea, by=reader),
        "why_not_see_energy": why_not_see_energy,
        "asked": own.get(EnergyKind.JOIN) and queries.request_from(idea, reader),
        "photos": photos_seen((energy.person for energy in shown), to=reader),
        "people": len({energy.person_id for energy in shown}),
        "kinds": [kind_of_energy(kind, own=own.get(kind), shown=shown, reader=reader, bound=bound) for kind in ICONS],
    }


def kind_of_energy(
    kind: EnergyKind, *, own: Energy | None, shown: list[Energy], reader: Person, bound: EnergyForm | None
) -> dict[str, Any]:
    """Return one kind of energy: its form with what was said before, and who gave it."""
    wrong = bound is not None and bound.kind == kind
    return {
        "value": kind.value,
        "label": kind.label,
        "icon": ICONS[kind],
        "own": own,
        "given": [energy for energy in shown if energy.kind == kind],
        "form": bound if wrong else EnergyForm(kind=kind, initial=said_before(own, reader)),
        "open": wrong,
    }


def said_before(own: Energy | None, reader: Person) -> dict[str, Any]:
    """Return what the form begins with: the earlier words, or else the discipline of the reader."""
    if own is not None:
        return {"role": own.role, "hours_per_week": own.hours_per_week, "why": own.why}
    profile = getattr(reader, "profile", None)
    return {"role": profile.discipline if profile else ""}
