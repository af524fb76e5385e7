"""Why the criteria of an edition may not be changed; None when they may."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from datamatch.editions import queries
from datamatch.editions.enums import Stage
from datamatch.editions.models import Criterion, Edition
from datamatch.editions.models.call import FEWEST_ANCHORS, MOST_ANCHORS
from datamatch.editions.rules.planning import why_at_end, why_not_manage
from datamatch.people.models import Person

MOST_CRITERIA, MOST_WEIGHT = 10, 10


def why_not_set_criteria(*, edition: Edition, by: Person) -> str | None:
    """Return why the criteria stay as they are, or None when they may change."""
    if why_not := why_not_manage(edition=edition, by=by):
        return why_not
    if queries.is_judged(edition):
        return _(
            "Somebody judged an idea by these criteria. They stay as they are, so that every idea is judged alike."
        )
    if edition.has_come(Stage.MATCHING):
        return _("The screening is closed; its criteria stay as they are.")
    return None


def why_not_add_criterion(*, edition: Edition, by: Person, **words: Any) -> str | None:
    """Return why this criterion may not be added, or None when it may."""
    if why_not := why_not_set_criteria(edition=edition, by=by) or why_not_one_more(edition=edition):
        return why_not
    return why_not_be_criterion(edition=edition, **words)


def why_not_one_more(*, edition: Edition) -> str | None:
    """Return why there is no room for another criterion, or None when there is."""
    if queries.criteria_of(edition).count() < MOST_CRITERIA:
        return None
    return _("There are %(most)s criteria. With more of them nobody reads on with attention.") % {"most": MOST_CRITERIA}


def why_not_change_criterion(*, criterion: Criterion, by: Person, **words: Any) -> str | None:
    """Return why a criterion may not get these words, or None when it may."""
    if why_not := why_not_set_criteria(edition=criterion.edition, by=by):
        return why_not
    names = ("name_nl", "name_en", "anchors_nl", "anchors_en", "weight")
    kept = {name: getattr(criterion, name) for name in names}
    return why_not_be_criterion(edition=criterion.edition, but=criterion, **(kept | words))


def why_not_be_criterion(
    *,
    edition: Edition,
    name_nl: str,
    name_en: str,
    anchors_nl: Sequence[str],
    anchors_en: Sequence[str],
    weight: int,
    but: Criterion | None = None,
    **_others: str,
) -> str | None:
    """Return what is wrong in a criterion by itself or beside the others, or None when it can be asked."""
    others = [one for one in queries.criteria_of(edition) if one != but]
    if any(one.name_nl.casefold() == name_nl.casefold() or one.name_en.casefold() == name_en.casefold()
           for one in others):  # fmt: skip
        return _("Another criterion has this name.")
    if not 1 <= weight <= MOST_WEIGHT:
        return _("A weight goes from 1 to %(most)s.") % {"most": MOST_WEIGHT}
    if not FEWEST_ANCHORS <= len(anchors_nl) <= MOST_ANCHORS or len(anchors_nl) != len(anchors_en):
        words = {"fewest": FEWEST_ANCHORS, "most": MOST_ANCHORS}
        return _("A scale has %(fewest)s to %(most)s anchors, each in both languages.") % words
    if any(len(set(anchors)) < len(anchors) or not all(anchors) for anchors in (anchors_nl, anchors_en)):
        return _("Every anchor says something else, or people cannot choose between them.")
    return None


def why_not_move_criterion(*, criterion: Criterion, up: bool, by: Person) -> str | None:
    """Return why a criterion does not move up or down, or None when it does."""
    if why_not := why_not_set_criteria(edition=criterion.edition, by=by):
        return why_not
    return why_at_end(queries.criteria_of(criterion.edition), criterion, up=up)


def why_not_remove_criterion(*, criterion: Criterion, by: Person) -> str | None:
    """Return why a criterion may not go, or None when it may: one must stay."""
    if why_not := why_not_set_criteria(edition=criterion.edition, by=by):
        return why_not
    if queries.criteria_of(criterion.edition).count() > 1:
        return None
    return _("An edition needs a criterion to judge on. Add another one first.")


def why_not_copy_criteria(*, edition: Edition, source: Edition | None, by: Person) -> str | None:
    """Return why these criteria may not be taken over, or None when they may; without a source, the built-in ones."""
    if why_not := why_not_set_criteria(edition=edition, by=by):
        return why_not
    if source is None or queries.editions_with_criteria(edition, to=by).filter(pk=source.pk).exists():
        return None
    return _("There are no criteria to take over from this edition.")
