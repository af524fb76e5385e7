"""Skills (vaardigheden), from a curated list in two languages."""

from django.db import models

from datamatch.foundation.bilingual import in_language
from datamatch.people.enums import Level


class Skill(models.Model):
    """Something a person can do (vaardigheid); from a curated list, with room for the codes of others.

    ESCO is the European list of skills, KWIV the Dutch quality framework for information work in government.
    """

    slug = models.SlugField(max_length=60, unique=True)
    name_nl = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    group = models.CharField(max_length=40)
    esco_uri = models.URLField(blank=True)
    kwiv_code = models.CharField(max_length=40, blank=True)

    class Meta:
        """By group, then by name."""

        ordering = ["group", "name_nl"]

    def __str__(self) -> str:
        """Return the name in the reader's language."""
        return in_language(self.name_nl, self.name_en)


class ProfileSkill(models.Model):
    """One skill on one profile, with the level the person gives it."""

    profile = models.ForeignKey("people.Profile", on_delete=models.CASCADE, related_name="levels")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(choices=Level.choices, default=Level.WORKING)

    class Meta:
        """A skill stands on a profile once."""

        ordering = ["-level", "skill__name_nl"]
        constraints = [models.UniqueConstraint(fields=["profile", "skill"], name="profile_skill_once")]

    def __str__(self) -> str:
        """Return skill and level."""
        return f"{self.skill}: {self.get_level_display()}"


class Learning(models.Model):
    """A skill that a person wants to learn, whether or not they have some of it already (leerwens)."""

    profile = models.ForeignKey("people.Profile", on_delete=models.CASCADE, related_name="learning")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="learners")

    class Meta:
        """A skill is wanted once."""

        ordering = ["skill__name_nl", "pk"]
        constraints = [models.UniqueConstraint(fields=["profile", "skill"], name="learning_once")]

    def __str__(self) -> str:
        """Return the skill."""
        return str(self.skill)
