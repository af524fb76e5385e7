"""Merges: which are open, who may see them, and where an original went."""

from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from datamatch.editions.enums import Stage
from datamatch.editions.models import Edition, Question
from datamatch.editions.queries import is_manager
from datamatch.ideas.enums import IdeaState, MergeAnswer, MergeState
from datamatch.ideas.models import Attachment, CoAuthor, EnergyQuestion, Idea, Merge, MergePart, RoleWanted
from datamatch.ideas.queries.answers import answers_in, answers_shown
from datamatch.ideas.queries.ideas import authors_of
from datamatch.people.models import Person


def originals_of(merge: Merge) -> QuerySet[Idea]:
    """Return the originals of a merge, by number."""
    return Idea.objects.filter(merge_parts__merge=merge).select_related("submitter", "theme").order_by("number")


def parts_of(merge: Merge) -> QuerySet[MergePart]:
    """Return the originals of a merge with their answers, by number."""
    return merge.parts.select_related("idea__submitter", "idea__theme", "idea__edition").order_by("idea__number")


def open_merge_of(idea: Idea) -> Merge | None:
    """Return the merge that waits for the answers of the submitters of this idea and others."""
    return Merge.objects.filter(parts__idea=idea, parts__is_open=True).first()


def stale_merges_of(ideas: Iterable[Idea]) -> QuerySet[Merge]:
    """Return the open merges of these ideas that can no longer happen, as another original was withdrawn."""
    waiting = Merge.objects.filter(state=MergeState.ASKED, parts__idea__in=[idea.pk for idea in ideas])
    gone = MergePart.objects.exclude(idea__state=IdeaState.SENT).values("merge")
    return waiting.filter(pk__in=gone).distinct().order_by("pk")


def merged_into(idea: Idea) -> Merge | None:
    """Return the merge by which this idea went up in a new one."""
    done = Merge.objects.filter(parts__idea=idea, state=MergeState.DONE)
    return done.select_related("idea", "edition").first()


def merge_behind(idea: Idea) -> Merge | None:
    """Return the merge that made this idea."""
    return Merge.objects.filter(idea=idea).first()


def writes_original(merge: Merge, person: Person) -> bool:
    """Tell whether this person wrote one of the originals, alone or with others."""
    mine = Q(submitter=person) | Q(coauthors__person=person, coauthors__accepted_at__isnull=False)
    return Idea.objects.filter(mine, merge_parts__merge=merge).exists()


def sees_merge(merge: Merge, person: Person) -> bool:
    """Tell whether a merge is shown: to who wrote an original, who is asked for their energy, and managers."""
    asked = EnergyQuestion.objects.filter(merge=merge, person=person).exists()
    return asked or writes_original(merge, person) or is_manager(person, merge.edition)


def merges_waiting_for(person: Person) -> QuerySet[Merge]:
    """Return the merges that wait for this submitter's answer."""
    waiting = MergePart.objects.filter(is_open=True, answer=MergeAnswer.WAITING, idea__submitter=person)
    return Merge.objects.filter(pk__in=waiting.values("merge"), edition__stage=Stage.CALL)


def energy_questions_to(person: Person) -> QuerySet[EnergyQuestion]:
    """Return the merges about which this person still has to say whether their energy goes along."""
    waiting = EnergyQuestion.objects.filter(person=person, answer=MergeAnswer.WAITING, merge__state=MergeState.DONE)
    return waiting.exclude(merge__edition__stage__in=[Stage.DELIVERY, Stage.SHOWCASE, Stage.CLOSED]).select_related(
        "merge__idea"
    )


def merges_in(edition: Edition) -> QuerySet[Merge]:
    """Return the merges of an edition, newest first."""
    return Merge.objects.filter(edition=edition).prefetch_related("parts__idea")


def people_with_energy(merge: Merge) -> list[Person]:
    """Return who gave energy to an original and does not write the new idea, each once."""
    writers = {person.pk for idea in originals_of(merge) for person in authors_of(idea)}
    asked = CoAuthor.objects.here().filter(idea=merge.idea, person__isnull=False).values_list("person_id", flat=True)
    giving = Person.objects.filter(is_active=True, pk__in=energy_givers(merge)).exclude(pk__in=writers | set(asked))
    return list(giving.order_by("pk"))


def energy_givers(merge: Merge) -> set[int]:
    """Return the row numbers of who gave energy to an original."""
    return set(originals_of(merge).filter(energy__isnull=False).values_list("energy__person_id", flat=True))


def originals_in_order(merge: Merge) -> list[Idea]:
    """Return the originals of a merge, the leading one first."""
    return sorted(originals_of(merge), key=lambda idea: (idea.pk != merge.lead_id, idea.number or 0))


def answers_along(merge: Merge) -> dict[str, str]:
    """Return what the new idea answers, by slug: what was chosen, or else what the first original answers."""
    ideas = originals_in_order(merge)
    found = answers_in(ideas)
    together: dict[str, str] = {}
    for idea in ideas:
        together = found[idea.pk] | together
    return together | {slug: answer for slug, answer in merge.answers.items() if slug in together}


def files_along(ideas: Iterable[Idea]) -> list[Attachment]:
    """Return the files of these ideas, first added first."""
    return list(Attachment.objects.filter(idea__in=list(ideas)).select_related("added_by").order_by("added_at", "pk"))


def roles_along(ideas: Iterable[Idea]) -> list[str]:
    """Return the roles that these ideas look for, each once."""
    wanted = RoleWanted.objects.filter(idea__in=list(ideas)).order_by("idea__number", "pk")
    return list(dict.fromkeys(wanted.values_list("role", flat=True)))


def answers_that_differ(ideas: Sequence[Idea], *, by: Person) -> list[tuple[Question, dict[str, list[int]]]]:
    """Return the questions these ideas answer differently, as far as this reader may know, with who answers what.

    The answers stand in the order of the ideas, each with the numbers of the ideas that give it.
    """
    given: dict[Question, dict[str, list[int]]] = {}
    for idea in ideas:
        for row in answers_shown(idea, to=by):
            given.setdefault(row.question, {}).setdefault(row.answer, []).append(idea.number or 0)
    return [(question, answers) for question, answers in given.items() if len(answers) > 1]


def ideas_to_merge_with(idea: Idea, *, text: str, chosen: list[Idea]) -> QuerySet[Idea]:
    """Return the sent ideas of this edition with all these words in their title, or with this number."""
    if not text.split():
        return Idea.objects.none()
    found = Idea.objects.sent().filter(edition=idea.edition).exclude(pk__in=[idea.pk, *(one.pk for one in chosen)])
    for word in text.split():
        named = Q(title__icontains=word) | Q(demand__icontains=word)
        found = found.filter(named | Q(number=int(word)) if word.isdecimal() and len(word) < 9 else named)
    return found.order_by("number")
