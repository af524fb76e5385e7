"""Looking for ideas that are alike, and remembering which are no doubles."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from datamatch.editions.models import Edition
from datamatch.editions.queries import same_words_in
from datamatch.foundation import search, trail
from datamatch.foundation.refusal import refuse_if
from datamatch.ideas import queries, rules
from datamatch.ideas.enums import Alikeness
from datamatch.ideas.models import AlikePair, Idea
from datamatch.people.models import Person

NEIGHBOURS = 5
NEAR = {Alikeness.COPY, Alikeness.STRONG}
STEP = 20
Pair = tuple[int, int]
Reasons = list[list[str]]


def find_doubles(*, edition: Edition, by: Person, at: datetime, tell: Callable[[int, str], None]) -> int:
    """Compare every idea of an edition with the others, keep the pairs that look much alike, and return how many.

    What was called "not a double" stays so. `tell` hears how far it is, in percent and in words.

    :raises Refused: no manager, or the call is sealed
    """
    refuse_if(rules.why_not_see_doubles(edition=edition, by=by))
    ideas = {idea.public_id: idea for idea in queries.sent_ideas(edition)}
    found: dict[Pair, tuple[Alikeness, Reasons]] = {}
    synonyms = same_words_in(edition)
    for count, idea in enumerate(ideas.values()):
        if count % STEP == 0:
            tell(90 * count // len(ideas), _("Idea %(count)d of %(all)d") % {"count": count + 1, "all": len(ideas)})
        for match in alike(idea, edition, synonyms):
            if (other := ideas.get(match.of)) is not None:
                keep_nearest(found, idea, other, match)
    return keep_pairs(edition, found, by=by, at=at)


def alike(idea: Idea, edition: Edition, synonyms: list[tuple[str, ...]]) -> list[search.Match]:
    """Return the ideas of this edition that are nearly the same as this one, or much alike."""
    text = "\n".join([idea.title, idea.demand, idea.data, idea.result])
    scope, own = [edition.public_id], [idea.public_id]
    near = search.similar(
        text, kinds=["idea"], scopes=scope, exclude=own, k=NEIGHBOURS, language=idea.language, synonyms=synonyms,
        home=edition.public_id,
    )  # fmt: skip
    return [match for match in near if match.level in NEAR]


def keep_nearest(found: dict[Pair, tuple[Alikeness, Reasons]], idea: Idea, other: Idea, match: search.Match) -> None:
    """Note a pair once, by its nearest level, with the words in the order of the pair."""
    turned = other.pk < idea.pk
    pair = (other.pk, idea.pk) if turned else (idea.pk, other.pk)
    level = Alikeness(match.level)
    if pair not in found or (level == Alikeness.COPY and found[pair][0] != Alikeness.COPY):
        words = [(reason.theirs, reason.mine) if turned else (reason.mine, reason.theirs) for reason in match.why]
        found[pair] = level, [list(both) for both in words]


@transaction.atomic
def keep_pairs(edition: Edition, found: dict[Pair, tuple[Alikeness, Reasons]], *, by: Person, at: datetime) -> int:
    """Keep what was found now in place of what was found before; two searches at once do this one after the other."""
    Edition.objects.select_for_update().get(pk=edition.pk)
    before = AlikePair.objects.filter(edition=edition)
    before.filter(not_double_at__isnull=True).delete()
    before.update(found_at=None)
    for (first, second), (level, why) in found.items():
        kept = {"edition": edition, "level": level, "why": why, "found_at": at}
        AlikePair.objects.update_or_create(first_id=first, second_id=second, defaults=kept)
    trail.record("double.find", of=edition, by=by, at=at, pairs=len(found))
    return queries.pairs_alike(edition).count()


@transaction.atomic
def call_not_double(*, pair: AlikePair, by: Person, at: datetime) -> AlikePair:
    """Remember that two ideas are no doubles; again changes nothing.

    :raises Refused: no manager, or the call is sealed
    """
    refuse_if(rules.why_not_see_doubles(edition=pair.edition, by=by))
    pair = AlikePair.objects.select_for_update().get(pk=pair.pk)
    if pair.not_double_at is None:
        pair.not_double_by, pair.not_double_at = by, at
        pair.save(update_fields=["not_double_by", "not_double_at"])
        trail.record("double.not_double", of=pair, by=by, at=at)
    return pair


@transaction.atomic
def look_again_at(*, pair: AlikePair, by: Person, at: datetime) -> AlikePair:
    """Take back that two ideas are no doubles.

    :raises Refused: no manager, or the call is sealed
    """
    refuse_if(rules.why_not_see_doubles(edition=pair.edition, by=by))
    pair = AlikePair.objects.select_for_update().get(pk=pair.pk)
    if pair.not_double_at is not None:
        pair.not_double_by, pair.not_double_at = None, None
        pair.found_at = pair.found_at or at
        pair.save(update_fields=["not_double_by", "not_double_at", "found_at"])
        trail.record("double.look_again", of=pair, by=by, at=at)
    return pair
