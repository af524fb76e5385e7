"""What the form of a call asks besides the words of the idea itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from datamatch.editions.enums import NO, SAFEGUARDS, UNKNOWN, YES, AnswerKind, Aspect, Audience
from datamatch.editions.models.edition import Edition
from datamatch.foundation.bilingual import in_language


class Question(models.Model):
    """A question of the call (formuliervraag): what an edition asks of everybody who sends an idea.

    An answer is kept as text: what was typed, the value of a choice, `yes`, `no`, or `unknown`. A question that the
    idea's own words answer (`answered_by`) keeps its place in the safeguards and is not asked again.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="questions")
    slug = models.SlugField(max_length=60)
    kind = models.CharField(max_length=8, choices=AnswerKind.choices)
    label_nl = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    help_nl = models.CharField(max_length=300, blank=True)
    help_en = models.CharField(max_length=300, blank=True)
    choices = models.JSONField(default=list, blank=True)
    required = models.BooleanField(default=False)
    may_not_know = models.BooleanField(default=True)
    asked_if = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="unlocks")
    asked_if_answers = models.JSONField(default=list, blank=True)
    shown_to = models.CharField(max_length=8, choices=Audience.choices, default=Audience.EVERYONE)
    position = models.PositiveSmallIntegerField(default=0)
    is_on = models.BooleanField(default=True)
    aspect = models.CharField(max_length=11, choices=Aspect.choices, default=Aspect.NONE, blank=True)
    answered_by = models.CharField(max_length=10, blank=True)
    signals = models.JSONField(default=list, blank=True)
    leads_to = models.JSONField(default=list, blank=True)

    class Meta:
        """In the order of the form; what a safeguard asks cannot be switched off, and nothing waits for itself."""

        ordering = ["edition", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "slug"], name="question_once"),
            models.CheckConstraint(
                condition=Q(is_on=True) | ~Q(aspect__in=["legal", "technical", "ethical"]),
                name="question_of_safeguard_is_asked",
            ),
            models.CheckConstraint(
                condition=Q(asked_if=None) | ~Q(asked_if=models.F("id")), name="question_waits_for_another"
            ),
        ]

    def __str__(self) -> str:
        """Return what is asked, in the reader's language."""
        return in_language(self.label_nl, self.label_en)

    @property
    def help(self) -> str:
        """Return what helps to answer it, in the reader's language."""
        return in_language(self.help_nl, self.help_en)

    @property
    def is_safeguard(self) -> bool:
        """Tell whether it is a legal, technical or ethical question."""
        return self.aspect in SAFEGUARDS

    @property
    def is_standard(self) -> bool:
        """Tell whether it comes with every edition."""
        return bool(self.leads_to)

    @property
    def options(self) -> list[tuple[str, str]]:
        """Return what can be chosen, as (value, words in the reader's language); empty where one types or attaches."""
        options = [(one["value"], in_language(one["nl"], one["en"])) for one in self.choices]
        if self.kind == AnswerKind.YES_NO:
            options = [(YES, _("Yes")), (NO, _("No"))]
        if options and self.may_not_know:
            options.append((UNKNOWN, _("I do not know")))
        return options

    @property
    def condition_words(self) -> str:
        """Return the answers after which it is asked, as a person reads them."""
        before = self.asked_if
        return ", ".join(before.words_of(answer) for answer in self.asked_if_answers) if before else ""

    def words_of(self, answer: str) -> str:
        """Return an answer as a person reads it."""
        if answer == UNKNOWN:
            return _("I do not know")
        return dict(self.options).get(answer, answer)
