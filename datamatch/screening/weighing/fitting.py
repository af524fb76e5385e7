"""How well a screener fits an idea: who knows its subject, whose energy goes to its theme, whose eyes are new."""

from collections import defaultdict
from collections.abc import Sequence

from datamatch.ideas.models import Energy, Idea
from datamatch.ideas.queries import skills_known
from datamatch.ideas.weighing.words import IdeaWords
from datamatch.people.enums import Part
from datamatch.people.models import Person, ProfileSkill
from datamatch.people.queries import Reader, shows
from datamatch.screening.enums import Ground

# Everybody can read every idea; each ground makes somebody a little better. Level shares and units apart come first:
# they are limits, not wishes.
PLAIN = 1.0
MANAGER = Reader(person_id=0, unit_id=None, manages=True)
WORTH = {Ground.KNOWS: 0.2, Ground.THEME: 0.1, Ground.FRESH: 0.1}


class Fit:
    """What is known of ideas and screeners, read once; only what screeners show to managers counts."""

    def __init__(self, ideas: Sequence[Idea], screeners: Sequence[Person]) -> None:
        """Read the words of the ideas, and the skills and the energy of the screeners."""
        self.named = named_in(ideas)
        self.skills = skills_of(screeners)
        self.themes: defaultdict[int, set[int]] = defaultdict(set)
        given = Energy.objects.filter(person__in=screeners, idea__edition__in={idea.edition_id for idea in ideas})
        for person, theme in given.order_by().values_list("person_id", "idea__theme_id"):
            self.themes[person].add(theme)

    def of(self, idea: Idea, screener: Person) -> float:
        """Return how well they fit; higher is better."""
        return PLAIN + sum(WORTH[ground] for ground in self.grounds(idea, screener))

    def grounds(self, idea: Idea, screener: Person) -> list[Ground]:
        """Return what speaks for this screener."""
        own, theirs = discipline_of(idea.submitter), discipline_of(screener)
        found = {
            Ground.KNOWS: bool(self.named[idea.pk] & self.skills[screener.pk]),
            Ground.THEME: idea.theme_id is not None and idea.theme_id in self.themes[screener.pk],
            Ground.FRESH: own != theirs,
        }
        return [ground for ground, holds in found.items() if holds]


def named_in(ideas: Sequence[Idea]) -> dict[int, set[int]]:
    """Return per idea the skills that its words name."""
    skills, named = skills_known(), {}
    for idea in ideas:
        words = IdeaWords(idea)
        named[idea.pk] = {skill.pk for skill in skills if words.name_one_of(skill.name_nl, skill.name_en)}
    return named


def skills_of(screeners: Sequence[Person]) -> defaultdict[int, set[int]]:
    """Return per screener the skills they show to managers."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    held = ProfileSkill.objects.filter(profile__person__in=screeners).select_related("profile")
    for one in held.order_by("pk"):
        if shows(one.profile, Part.SKILLS, to=MANAGER):
            found[one.profile.person_id].add(one.skill_id)
    return found


def discipline_of(person: Person) -> str:
    """Return the discipline somebody declared, or an empty word."""
    profile = getattr(person, "profile", None)
    return profile.discipline if profile else ""
