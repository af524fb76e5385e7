"""What of a profile helps to find work that fits, and whether it was told."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from datamatch.people.models import Profile


@dataclass(frozen=True)
class Telling:
    """One thing that helps to match: its words, whether it was told, and where on the form it stands."""

    words: str
    is_told: bool
    place: str


def tellings_of(profile: Profile, *, can: int, wants: int) -> list[Telling]:
    """Return what helps to match, told or not, in the order of the form; `can` and `wants` count skills."""
    return [
        Telling(_("your unit"), profile.unit_id is not None, "id_unit"),
        Telling(_("your discipline"), bool(profile.discipline), "id_discipline"),
        Telling(_("a skill, or something you want to learn"), can + wants > 0, "skills"),
        Telling(_("your hours"), profile.hours_per_week > 0, "id_hours_per_week"),
        Telling(_("a few words about you"), bool(profile.about), "id_about"),
        Telling(_("that colleagues may ask you"), profile.open_to_ask, "id_open_to_ask"),
    ]
