"""Explanations as data: gaps with candidates, reasons per person, pairs that would rather change."""

import numpy as np

from ..arrays import Bools, Floats, Ints
from .answer import Candidate, Gap, Member, PersonReason
from .program import ENERGY, LEVEL
from .question import NO_ROLE, Question
from .standing import Standing

MOST_CANDIDATES = 10
ASK_ORDER = ("free", "no_energy", "member", "unit_full", "team_full", "hours", "capacity")


def gaps(found: Standing) -> tuple[Gap, ...]:
    """Return the roles that stay open, must roles first."""
    asked = found.asked
    cells = np.argwhere(found.open > 0)
    order = sorted(cells.tolist(), key=lambda cell: (not asked.must[cell[0], cell[1]], *cell))
    return tuple(_gap(found, idea, role) for idea, role in order)


def _gap(found: Standing, idea: int, role: int) -> Gap:
    asked = found.asked
    able = (asked.level[:, role] > 0) & ~asked.veto[:, idea]
    able &= ~(found.inside[:, idea] & (found.role[:, idea] == role))
    people = [_candidate(found, int(i), idea, role) for i in np.flatnonzero(able)]
    full = found.teams_of >= asked.capacity
    people.sort(key=lambda c: (ASK_ORDER.index(c.code), full[c.person], -c.energy, -c.level, c.person))
    codes = {person.code for person in people if person.code != "member"}
    reason = "limits" if codes & {"free", "unit_full", "team_full"} else "no_skill"
    if reason == "no_skill" and codes:
        reason = "taken" if codes & {"capacity", "hours"} else "no_energy"
    elif reason == "no_skill" and people:
        reason = "limits"
    return Gap(
        idea, role, int(found.open[idea, role]), bool(asked.must[idea, role]), reason,
        tuple(people[:MOST_CANDIDATES]),
    )  # fmt: skip


def _candidate(found: Standing, person: int, idea: int, role: int) -> Candidate:
    asked = found.asked
    energy = int(asked.energy[person, idea])
    code = found.obstacle(person, idea) if energy else "no_energy"
    code = "member" if found.inside[person, idea] else code
    return Candidate(person, int(asked.level[person, role]), energy, code)


def person_reasons(found: Standing) -> dict[int, tuple[PersonReason, ...]]:
    """Return, per person, one reason per idea with energy or membership."""
    pinned = found.asked.pinned()
    reasons: dict[int, list[PersonReason]] = {}
    for person, idea in np.argwhere((found.asked.energy > 0) | found.inside).tolist():
        reasons.setdefault(person, []).append(_person_reason(found, person, idea, pinned))
    return {person: tuple(many) for person, many in reasons.items()}


def _person_reason(found: Standing, person: int, idea: int, pinned: Bools) -> PersonReason:
    asked, inside = found.asked, bool(found.inside[person, idea])
    role = int(found.role[person, idea]) if inside else None
    level = int(asked.level[person].max(initial=0))
    if role is not None and role != NO_ROLE:
        level = int(asked.level[person, role])
    if inside:
        code = "pinned" if pinned[person, idea] else "member"
    elif asked.veto[person, idea]:
        code = "veto"
    elif not found.selected[idea]:
        code = "not_selected"
    elif level == 0:
        code = "no_skill"
    else:
        code = found.obstacle(person, idea).replace("free", "others")
    return PersonReason(person, idea, code, role, int(asked.energy[person, idea]), level)


def blocking_pairs(found: Standing) -> tuple[Member, ...]:
    """Return the (person, idea, role) where both sides would rather be together.

    The person has room or more energy for this idea than for one of their teams; the idea has
    the role open, a seat left, or a member of that role it values less. Gale and Shapley (1962).
    """
    asked = found.asked
    worth = ENERGY * asked.energy[:, :, None]  # people x ideas x 1, roles are added below
    pinned = asked.pinned()
    willing = (asked.energy > 0) & ~asked.veto & ~found.inside & found.selected[None, :]
    held = np.where(found.inside & ~pinned, asked.energy, np.iinfo(np.int64).max).min(axis=1)
    room = np.array([_has_room(found, i) for i in range(asked.n_people)], dtype=np.bool_)
    willing &= room[:, None] | (asked.energy > held[:, None])
    weakest = _weakest(asked, found, pinned)
    pairs = []
    for person, idea in np.argwhere(willing).tolist():
        if found.unit_count[idea, asked.unit[person]] >= asked.max_same_unit:
            continue
        mine = worth[person, idea, 0] + LEVEL * asked.level[person]
        wanted = (found.open[idea] > 0) | (mine > weakest[idea])
        wanted = wanted & (asked.level[person] > 0)
        if wanted.any():
            pairs.append(Member(person, idea, int(np.argmax(np.where(wanted, mine, -1)))))
    return tuple(pairs)


def _has_room(found: Standing, person: int) -> bool:
    asked = found.asked
    free = found.teams_of[person] < asked.capacity[person]
    return bool(free and (asked.hours is None or found.used[person] < asked.hours[person]))


def _weakest(asked: Question, found: Standing, pinned: Bools) -> Floats:
    """Return ideas x roles: worth of the member whom a newcomer in that role would replace."""
    weakest = np.full(asked.demand.shape, np.inf)
    chosen = found.chosen
    kept = (chosen.role != NO_ROLE) & ~pinned[chosen.person, chosen.idea]
    person, idea, role = chosen.person[kept], chosen.idea[kept], chosen.role[kept]
    worth: Ints | Floats = ENERGY * asked.energy[person, idea] + LEVEL * asked.level[person, role]
    np.minimum.at(weakest, (idea, role), worth)
    return weakest
