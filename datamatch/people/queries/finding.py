"""Finding people who may be asked. Every condition looks only at what the reader may see."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from datamatch.people.enums import Part, disciplines
from datamatch.people.models import Learning, Profile, ProfileSkill, Unit
from datamatch.people.queries.audience import Reader, is_shown
from datamatch.people.queries.sight import with_all_parts
from datamatch.people.queries.spelling import Word, meanings, vocabulary
from datamatch.people.queries.unit_tree import units_within

MOST_WORDS = 8


def people_found(
    *,
    to: Reader,
    on: date,
    words: Sequence[Word] = (),
    discipline: str = "",
    skill: str = "",
    unit: Unit | None = None,
    learning: str = "",
    safeguard: str = "",
    language: str = "",
    hours: int = 0,
) -> QuerySet[Profile]:
    """Return the profiles of people who may be asked and match everything given, by name.

    `skill` and `learning` are slugs; `hours` is the least a week on the day `on`, for which `hours_then` is annotated.
    """
    found = with_all_parts(findable(), on=on)
    if discipline:
        found = found.filter(is_shown(Part.DISCIPLINE, to), discipline=discipline)
    if skill:
        can = ProfileSkill.objects.filter(profile=OuterRef("pk"), skill__slug=skill)
        found = found.filter(is_shown(Part.SKILLS, to), Exists(can))
    if learning:
        wants = Learning.objects.filter(profile=OuterRef("pk"), skill__slug=learning)
        found = found.filter(is_shown(Part.LEARNING, to), Exists(wants))
    if unit is not None:
        found = found.filter(is_shown(Part.UNIT, to), Q(unit__in=units_within(unit, day=on)))
    if safeguard:
        found = found.filter(is_shown(Part.SAFEGUARDS, to), lists("safeguards", safeguard))
    if language:
        found = found.filter(is_shown(Part.LANGUAGES, to), lists("languages", language))
    if hours:
        found = found.filter(is_shown(Part.HOURS, to), Q(hours_then__gte=hours))
    for word in words:
        found = found.filter(_says_one_of(word.meant, to))
    return found.order_by("person__name", "pk")


def findable() -> QuerySet[Profile]:
    """Return the profiles of active people who are open to being asked."""
    return Profile.objects.filter(person__is_active=True, open_to_ask=True)


def words_meant(text: str, *, to: Reader) -> list[Word]:
    """Return the words of a search; one that nobody's profile says stands for the known words it resembles."""
    typed = text.split()[:MOST_WORDS]
    unknown = [word for word in typed if not findable().filter(_says(word, to)).exists()]
    known = vocabulary(findable()) if unknown else set()
    return [Word(word, (meanings(word, known) or (word,)) if word in unknown else (word,)) for word in typed]


def lists(column: str, value: str) -> Q:
    """Return the condition that a list column holds a value; alike on both databases, for values without quotes."""
    return Q(**{f"{column}__icontains": f'"{value}"'})


def _says_one_of(meant: Sequence[str], to: Reader) -> Q:
    """Return the condition that a profile says at least one of these words."""
    said = Q()
    for word in meant:
        said |= _says(word, to)
    return said


def _says(word: str, to: Reader) -> Q:
    """Return the condition that a profile says this word where this reader can read it."""
    named = Q(skill__name_nl__icontains=word) | Q(skill__name_en__icontains=word)
    can = Exists(ProfileSkill.objects.filter(named, profile=OuterRef("pk")))
    wants = Exists(Learning.objects.filter(named, profile=OuterRef("pk")))
    called = [one.id for one in disciplines().values() if word.lower() in f"{one.nl}\n{one.en}".lower()]
    housed = Q(unit__name__icontains=word) | Q(unit__abbreviation__iexact=word)
    return (
        Q(person__name__icontains=word)
        | (Q(about__icontains=word) & is_shown(Part.ABOUT, to))
        | (Q(discipline__in=called) & is_shown(Part.DISCIPLINE, to))
        | (housed & is_shown(Part.UNIT, to))
        | (Q(can) & is_shown(Part.SKILLS, to))
        | (Q(wants) & is_shown(Part.LEARNING, to))
    )
