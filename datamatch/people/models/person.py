"""Persons (deelnemers) and what they tell about themselves."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from datamatch.foundation.public import Public
from datamatch.people.enums import Audience, Language, discipline_name
from datamatch.people.models.audience import Audiences, known_audiences
from datamatch.people.models.name import NameField
from datamatch.people.models.skill import Skill
from datamatch.people.models.unit import Unit


class PersonManager(BaseUserManager["Person"]):
    """Makes persons; an address is stored in lower case, so that one mailbox is one person."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Make a person; without a password they can sign in by mailed code only."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Make an administrator."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "Person":
        """Return the person with this address, in whatever case it was typed."""
        return self.get(email=(email or "").strip().lower())


class Person(AbstractBaseUser, PermissionsMixin, Public):
    """Somebody in the organisation (deelnemer, deskundige): one model, no types."""

    email = models.EmailField(unique=True)
    name = NameField(max_length=120)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.NL)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        """Two spellings of one address cannot be two persons; who closed their account has no name and no way in."""

        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_email_any_case"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(name="", is_active=False, is_staff=False, is_superuser=False),
                name="person_closed_is_nameless",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def get_full_name(self) -> str:
        """Return the name, as Django's own parts ask for it."""
        return self.name


class Profile(Audiences):
    """What a person can and wants (profiel), told by themselves only; `..._for` says who sees which part."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="profile")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="profiles")
    discipline = models.CharField(max_length=40, blank=True)
    hours_per_week = models.PositiveSmallIntegerField(default=0)
    languages = models.JSONField(default=list)
    safeguards = models.JSONField(default=list)
    about = models.TextField(max_length=1000, blank=True)
    open_to_ask = models.BooleanField(default=True)
    skills = models.ManyToManyField(Skill, through="ProfileSkill", related_name="profiles")

    class Meta:
        """Hours in a working week are at most forty."""

        constraints = [
            models.CheckConstraint(condition=models.Q(hours_per_week__lte=40), name="profile_hours_week"),
            known_audiences(),
        ]

    def __str__(self) -> str:
        """Return whose profile it is."""
        return self.person.name

    @property
    def discipline_name(self) -> str:
        """Return the discipline in the reader's language, or an empty word."""
        return discipline_name(self.discipline) if self.discipline else ""

    @property
    def unit_for_all(self) -> Unit | None:
        """Return the unit where everybody may read it: for pages that are the same for every reader."""
        return self.unit if self.is_for("unit", Audience.EVERYONE) else None

    @property
    def unit_for_managers(self) -> Unit | None:
        """Return the unit where a manager may read it: for pages that only managers open."""
        return None if self.is_for("unit", Audience.ME) else self.unit
