"""Who could help with an idea: what people tell, laid beside the words of the idea and what it lacks."""

from dataclasses import dataclass
from datetime import date

from datamatch.ideas import queries
from datamatch.ideas.models import Idea
from datamatch.ideas.queries.helpers import Hints, Opening
from datamatch.ideas.weighing.words import IdeaWords
from datamatch.people.models import Learning, Person, ProfileSkill
from datamatch.people.queries import Sight, reader_of

MOST_KNOWING, MOST_PER_OPENING, MOST_WORDS = 9, 3, 4


@dataclass(frozen=True)
class Helper:
    """Somebody who could help, with the reasons: what they can and want to learn, what they wrote, what they fill."""

    sight: Sight
    can: tuple[ProfileSkill, ...] = ()
    wants: tuple[Learning, ...] = ()
    words: tuple[str, ...] = ()
    of_unit: bool = False
    fills: tuple[Opening, ...] = ()

    @property
    def knows(self) -> int:
        """Return how much of this person the words of the idea point at; only for the order, never shown."""
        skills = sum(1 + held.level for held in self.can)
        return 2 * skills + 3 * self.of_unit + 2 * min(len(self.words), MOST_WORDS) + len(self.wants)

    @property
    def rank(self) -> tuple[int, int, int]:
        """Return the place in a list: who knows most, then who fills most, then who has time."""
        return (-self.knows, -len(self.fills), -min(self.sight.hours or 0, 1))


@dataclass(frozen=True)
class Helpers:
    """Who could help: people the words of the idea point at, and for each opening a few who fill it."""

    knowing: list[Helper]
    filling: list[tuple[Opening, list[Helper]]]


def helpers_of(idea: Idea, *, by: Person, on: date) -> Helpers:
    """Return who could help with an idea, as far as this reader may see people, on this day."""
    reader, words = reader_of(by), IdeaWords(idea)
    skills = frozenset(skill.pk for skill in queries.skills_known() if words.name_one_of(skill.name_nl, skill.name_en))
    units = frozenset(unit.pk for unit in queries.units_known() if words.name_unit(unit.name, unit.abbreviation))
    hints = Hints(skills=skills, units=units, words=words.to_look_for)
    openings = queries.openings_of(idea, by=by)
    seen = queries.people_pointed_at(idea, by=by, to=reader, on=on, hints=hints)
    found = [_helper(sight, hints, words, openings) for sight in seen]
    knowing = sorted((helper for helper in found if helper.knows), key=lambda helper: helper.rank)[:MOST_KNOWING]
    filling = []
    shown = {helper.sight.person.pk for helper in knowing}
    for opening in openings:
        able = queries.people_to_fill(idea, opening, by=by, to=reader, on=on)
        rest = [_helper(sight, hints, words, openings) for sight in able if sight.person.pk not in shown]
        filling.append((opening, sorted(rest, key=lambda helper: helper.rank)[:MOST_PER_OPENING]))
    return Helpers(knowing, [(opening, helpers) for opening, helpers in filling if helpers])


def _helper(sight: Sight, hints: Hints, words: IdeaWords, openings: list[Opening]) -> Helper:
    """Return one person with what makes them fit, from what the reader sees of them only."""
    unit = sight.unit
    return Helper(
        sight,
        can=tuple(held for held in sight.levels if held.skill_id in hints.skills),
        wants=tuple(wish for wish in sight.learning if wish.skill_id in hints.skills),
        words=words.shared_with(sight.about)[:MOST_WORDS] if sight.about else (),
        of_unit=unit is not None and unit.pk in hints.units,
        fills=tuple(opening for opening in openings if opening.is_filled_by(sight)),
    )
