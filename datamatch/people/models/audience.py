"""Who sees which part of a profile: a choice of the person, part by part."""

from django.db import models
from django.db.models import Q

from datamatch.people.enums import Audience, Part


def chosen_audience() -> "models.CharField[str, str]":
    """Return the column that holds who sees one part."""
    return models.CharField(max_length=8, choices=Audience.choices, default=Audience.EVERYONE)


class Audiences(models.Model):
    """For each part of a profile who sees it (zichtbaarheid); columns are named after their part, with `_for`."""

    unit_for = chosen_audience()
    discipline_for = chosen_audience()
    skills_for = chosen_audience()
    learning_for = chosen_audience()
    safeguards_for = chosen_audience()
    hours_for = chosen_audience()
    languages_for = chosen_audience()
    about_for = chosen_audience()
    photo_for = chosen_audience()

    class Meta:
        """Carried by the profile."""

        abstract = True

    def audience_of(self, part: str) -> Audience:
        """Return who sees this part."""
        return Audience(getattr(self, f"{Part(part)}_for"))

    def is_for(self, part: str, audience: str) -> bool:
        """Tell whether a part is for nobody beyond this audience."""
        return self.audience_of(part) == audience


def known_audiences() -> models.CheckConstraint:
    """Return the constraint that every part has an audience we know."""
    known = Q(*((f"{part}_for__in", Audience.values) for part in Part.values))
    return models.CheckConstraint(condition=known, name="profile_audience_known")
