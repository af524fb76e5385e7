"""What is like an idea: while somebody writes, and as a step of its own."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition
from datamatch.foundation.refusal import refuse_if
from datamatch.foundation.search import Match
from datamatch.ideas import actions, queries, rules
from datamatch.ideas.enums import Alikeness, LikenessChoice
from datamatch.ideas.forms import AlikeForm, DifferenceForm
from datamatch.ideas.models import Idea
from datamatch.ideas.views.loading import edition_here, idea_here
from datamatch.people.models import Person, SignedIn

ICONS = {Alikeness.COPY: "triangle-alert", Alikeness.STRONG: "git-merge", Alikeness.RELATED: "link"}


@require_POST
def alike(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Show what is like the words that stand in the form now; nothing is kept."""
    edition = edition_here(request, edition_slug)
    form = AlikeForm(request.POST)
    form.is_valid()
    idea = own_idea(form.cleaned_data.get("idea"), request.user)
    page = found(form.words, edition=edition, reader=request.user, idea=idea)
    partial = request.htmx  # type: ignore[attr-defined]
    return render(request, "ideas/_alike_found.html" if partial else "ideas/alike.html", page)


def alike_of(request: SignedIn, idea_id: UUID) -> HttpResponse:
    """Show what is like an idea as it is kept, and keep what its author says about one of these."""
    idea = idea_here(request, idea_id)
    refuse_if(rules.why_not_compare(idea=idea, by=request.user))
    form = DifferenceForm(request.POST if request.method == "POST" else None)
    choice, of = request.POST.get("choice", ""), request.POST.get("of", "")
    page = found(queries.words_compared(idea), edition=idea.edition, reader=request.user, idea=idea)
    match = next((one for row in page["rows"] for one in row["match"].each() if str(one.of) == of), None)
    if form.is_bound and form.is_valid():
        because = form.cleaned_data["because"]
        wrong = rules.why_not_say_alike(match=match, choice=choice, because=because)
        if match is None or wrong is None:
            said = {"choice": choice, "because": because}
            actions.say_alike(idea=idea, match=match, by=request.user, at=timezone.now(), **said)
            return thanked(request, idea, match, choice)
        form.add_error("because", wrong)
    if form.is_bound:
        page["rows"] = [row | {"form": form} if match in row["match"].each() else row for row in page["rows"]]
    return render(request, "ideas/alike.html", page, status=422 if form.is_bound else 200)


def thanked(request: SignedIn, idea: Idea, match: Match | None, choice: str) -> HttpResponse:
    """Go on: to the idea they want to join, else back to the list."""
    if choice == LikenessChoice.JOIN and match is not None:
        messages.success(request, _("Say here in which role you join. Your own draft is kept."))
        return redirect(f"{match.address}#energy")
    messages.success(request, _("Thank you, that helps others too."))
    return redirect("ideas:alike_of", idea.public_id)


def own_idea(public_id: UUID | None, reader: Person) -> Idea | None:
    """Return the draft or idea that is being written, when it is the reader's own."""
    return Idea.objects.of_author(reader).filter(public_id=public_id).first() if public_id else None


def found(words: str, *, edition: Edition, reader: Person, idea: Idea | None) -> dict[str, Any]:
    """Return what is like these words as the page shows it."""
    matches = queries.alike_to(words, edition=edition, to=reader)
    editions = queries.readable_editions(reader) if matches else {}
    answers = queries.likenesses_of(idea, reader) if idea and matches else {}
    rows = []
    for match in matches:
        of = editions.get(match.scope) if match.scope else None
        takes_energy = match.kind == "idea" and of is not None and not of.has_come(Stage.DELIVERY)
        rows.append(
            {
                "match": match,
                "edition": of,
                "takes_energy": takes_energy,
                "level": Alikeness(match.level).label,
                "icon": ICONS[Alikeness(match.level)],
                "answer": answers.get(match.of),
                "form": DifferenceForm(auto_id=f"differs-{match.of}-%s"),
            }
        )
    return {"edition": edition, "rows": rows, "idea": idea, "asked": len(words.split()) >= queries.FEWEST_WORDS}
