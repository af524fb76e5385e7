"""Merging ideas: proposed, answered by every submitter, carried out, undone. Nothing moves without a yes.

Locks are always taken in this order: the merge, then ideas by row number, then the edition.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from datamatch.foundation import trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.actions import merge_mails as mails
from datamatch.ideas.actions.answering import drop_unasked, keep_answers
from datamatch.ideas.actions.coauthor_mails import ask_person
from datamatch.ideas.actions.energy import give_energy
from datamatch.ideas.actions.findable import keep_findable
from datamatch.ideas.actions.merge_ending import end, hold_merge
from datamatch.ideas.actions.sending import name_unit, next_number
from datamatch.ideas.actions.versions import keep_version
from datamatch.ideas.enums import IdeaState, MergeAnswer, MergeState
from datamatch.ideas.models import Attachment, CoAuthor, Energy, EnergyQuestion, Idea, Merge, MergePart, RoleWanted
from datamatch.people.models import Person


@transaction.atomic
def propose_merge(
    *, ideas: Sequence[Idea], words: dict[str, str], by: Person, at: datetime, answers: Mapping[str, str] | None = None
) -> Merge:
    """Ask every submitter whether these ideas become one new idea; the submitter of the first leads it.

    Who proposes it and is one of them has said yes by that. `answers` are chosen, by slug, where the ideas differ.

    :raises Refused: not an author's or a manager's deed, not two to five sent ideas, one is asked about already, or an
        answer that none of them gave
    """
    for stale in queries.stale_merges_of(ideas):
        end(hold_merge(stale), MergeState.DECLINED, "merge.lapse", by=by, at=at)
    held = hold_all(ideas)
    refuse_if(rules.why_not_propose_merge(ideas=held, by=by))
    refuse_if(rules.why_not_answer_so(ideas=held, answers=answers or {}))
    lead = next(idea for idea in held if idea.pk == ideas[0].pk)
    said = {"words": words, "answers": dict(answers or {})}
    merge = Merge.objects.create(edition=lead.edition, lead=lead, proposed_by=by, proposed_at=at, **said)
    for idea in held:
        MergePart.objects.create(merge=merge, idea=idea)
    numbers = [idea.number for idea in held]
    trail.record("merge.propose", of=merge, by=by, at=at, ideas=numbers)
    MergePart.objects.filter(merge=merge, idea__submitter=by).update(answer=MergeAnswer.YES, answered_at=at)
    for part in queries.parts_of(merge):
        if part.answer == MergeAnswer.WAITING:
            mails.ask_submitter(merge, part.idea, at=at)
    carry_out_when_agreed(merge, by=by, at=at)
    return merge


@transaction.atomic
def agree_to_merge(*, merge: Merge, by: Person, at: datetime) -> Merge:
    """Say yes for the ideas this person sent; the last yes makes the new idea.

    :raises Refused: no submitter, no longer open, an idea was withdrawn meanwhile, or the call is closed
    """
    merge = hold_merge(merge)
    refuse_if(rules.why_not_answer_merge(merge=merge, by=by))
    refuse_if(rules.why_not_merge(ideas=hold_all(queries.originals_of(merge))))
    MergePart.objects.filter(merge=merge, idea__submitter=by).update(answer=MergeAnswer.YES, answered_at=at)
    trail.record("merge.agree", of=merge, by=by, at=at)
    carry_out_when_agreed(merge, by=by, at=at)
    return merge


@transaction.atomic
def decline_merge(*, merge: Merge, reason: str, by: Person, at: datetime) -> Merge:
    """Say no, with a reason that the others read; the ideas take part as they are.

    :raises Refused: no submitter, or no longer open
    """
    merge = hold_merge(merge)
    refuse_if(rules.why_not_answer_merge(merge=merge, by=by))
    MergePart.objects.filter(merge=merge, idea__submitter=by).update(answer=MergeAnswer.NO, answered_at=at)
    return end(merge, MergeState.DECLINED, "merge.decline", by=by, at=at, reason=reason)


@transaction.atomic
def stop_merge(*, merge: Merge, by: Person, at: datetime) -> Merge:
    """Take a proposal back.

    :raises Refused: not who proposed it and no manager, or no longer open
    """
    merge = hold_merge(merge)
    refuse_if(rules.why_not_stop_merge(merge=merge, by=by))
    return end(merge, MergeState.DECLINED, "merge.stop", by=by, at=at)


@transaction.atomic
def undo_merge(*, merge: Merge, by: Person, at: datetime) -> Merge:
    """Let the originals take part again, with the energy they had; the new idea is withdrawn and stays readable to
    its authors.

    :raises Refused: not done, not theirs, after 14 days, or the call is closed
    """
    merge = hold_merge(merge)
    refuse_if(rules.why_not_undo_merge(merge=merge, by=by, at=at))
    new = [merge.idea] if merge.idea else []
    for idea in hold_all([*queries.originals_of(merge), *new]):
        idea.state = IdeaState.WITHDRAWN if idea.pk == merge.idea_id else IdeaState.SENT
        idea.changed_at = at
        idea.save(update_fields=["state", "changed_at"])
        keep_findable(idea, at=at)
    end(merge, MergeState.UNDONE, "merge.undo", by=by, at=at)
    return hold_merge(merge)


@transaction.atomic
def answer_energy_question(*, merge: Merge, goes_along: bool, by: Person, at: datetime) -> None:
    """Give the new idea the energy somebody gave to its originals, or leave that where it is.

    Of each kind the newest words count; what they gave the new idea itself stays as it is.

    :raises Refused: not asked, the merge was undone, or energy can no longer be given
    """
    merge = hold_merge(merge)
    refuse_if(rules.why_not_take_energy_along(merge=merge, by=by))
    answer = MergeAnswer.YES if goes_along else MergeAnswer.NO
    EnergyQuestion.objects.filter(merge=merge, person=by).update(answer=answer, answered_at=at)
    trail.record("merge.energy", of=merge, by=by, at=at, answer=str(answer))
    if not goes_along or merge.idea is None:
        return
    there = queries.energy_from(merge.idea, by)
    given = Energy.objects.filter(idea__merge_parts__merge=merge, person=by).order_by("stated_at", "pk")
    for kind, energy in {energy.kind: energy for energy in given}.items():
        if kind not in there:
            said = {"role": energy.role, "hours_per_week": energy.hours_per_week, "why": energy.why}
            give_energy(idea=merge.idea, by=by, at=at, kind=kind, **said)  # type: ignore[arg-type]


def carry_out_when_agreed(merge: Merge, *, by: Person, at: datetime) -> None:
    """Make the new idea once nobody has to answer any more."""
    if merge.parts.exclude(answer=MergeAnswer.YES).exists():
        return
    originals = hold_all(queries.originals_of(merge))
    refuse_if(rules.why_not_merge(ideas=originals))
    merge.idea = make_idea(merge, at=at)
    for original in originals:
        original.state, original.changed_at = IdeaState.MERGED, at
        original.save(update_fields=["state", "changed_at"])
        keep_findable(original, at=at)
    join_authors(merge.idea, originals, at=at)
    take_along(merge.idea, merge=merge, originals=originals)
    merge.state, merge.ended_at = MergeState.DONE, at
    merge.save()
    merge.parts.update(is_open=False)
    keep_findable(merge.idea, at=at)
    keep_version(idea=merge.idea, by=merge.lead.submitter, at=at)
    numbers = [original.number for original in originals]
    trail.record("merge.carry_out", of=merge, by=by, at=at, ideas=numbers, number=merge.idea.number)
    for person in queries.people_with_energy(merge):
        EnergyQuestion.objects.create(merge=merge, person=person)
        mails.ask_for_energy(merge, person, at=at)
    mails.tell_done(merge, at=at)


def make_idea(merge: Merge, *, at: datetime) -> Idea:
    """Make the new idea: sent, with a number of its own, by the submitter of the leading original."""
    words = dict(merge.words)
    theme = merge.edition.themes.filter(slug=words.pop("theme", "")).first() or merge.lead.theme
    lead = merge.lead
    idea = Idea(edition=merge.edition, submitter=lead.submitter, for_unit=lead.for_unit, theme=theme, **words)
    idea.number, idea.state = next_number(merge.edition), IdeaState.SENT
    idea.made_at = idea.changed_at = idea.sent_at = at
    name_unit(idea, at=at)
    idea.save()
    return idea


def take_along(idea: Idea, *, merge: Merge, originals: Sequence[Idea]) -> None:
    """Give the new idea the answers, files and wanted roles of the originals, which keep their own."""
    keep_answers(idea, queries.answers_along(merge))
    drop_unasked(idea)
    for one in queries.files_along(originals):
        same = {name: getattr(one, name) for name in ("name", "about", "kind", "size", "added_by", "added_at")}
        Attachment.objects.create(idea=idea, file=one.file.name, **same)
    RoleWanted.objects.bulk_create(RoleWanted(idea=idea, role=role) for role in queries.roles_along(originals))


def join_authors(idea: Idea, originals: Sequence[Idea], *, at: datetime) -> None:
    """Make the other submitters co-authors by the yes they gave, and invite the co-authors of the originals."""
    lead = idea.submitter
    seen = {lead.pk}
    for original in originals:
        if original.submitter_id not in seen:
            seen.add(original.submitter_id)
            said = {"invited_by": lead, "invited_at": at, "accepted_at": at}
            CoAuthor.objects.create(idea=idea, person=original.submitter, **said)
    for original in originals:
        for writer in queries.authors_of(original)[1:]:
            if writer.pk not in seen:
                seen.add(writer.pk)
                asked = CoAuthor.objects.create(idea=idea, person=writer, invited_by=lead, invited_at=at)
                ask_person(asked, at=at)


def hold_all(ideas: Iterable[Idea]) -> list[Idea]:
    """Lock the rows of these ideas in a fixed order, so that two merges cannot wait for each other."""
    rows = Idea.objects.filter(pk__in=[idea.pk for idea in ideas])
    list(rows.select_for_update().order_by("pk").values_list("pk"))
    return list(rows.select_related("edition", "submitter", "theme").order_by("number"))
