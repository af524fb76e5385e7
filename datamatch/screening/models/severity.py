"""How strict or mild each screener scores, as far as the shared ideas tell: to correct for, never to blame for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from datamatch.screening.models.ranking import Calibration

LITTLE, MUCH = 0.25, 0.6  # points on the 1-5 scale


class Severity(models.Model):
    """The strictness (strengheid) of one screener in one calculation, in points on the 1-5 scale.

    `lean` above zero is milder than the others together, below zero stricter; `low` and `high` hold it with a
    chance of nine in ten. Personal: managers see it, and its own screener once the screening is closed.
    """

    calibration = models.ForeignKey(Calibration, on_delete=models.CASCADE, related_name="severities")
    screener = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    review_count = models.PositiveIntegerField()
    lean = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()

    class Meta:
        """From strict to mild; one per screener and calculation."""

        ordering = ["calibration", "lean", "pk"]
        constraints = [models.UniqueConstraint(fields=["calibration", "screener"], name="severity_once")]

    def __str__(self) -> str:
        """Return it in words, without the name of whose it is."""
        return self.in_words

    @property
    def stands_out(self) -> bool:
        """Tell whether it surely differs from the others: the interval leaves zero out."""
        return self.low > 0 or self.high < 0

    @property
    def in_words(self) -> str:
        """Return how this screener scores beside the others, as people say it."""
        if not self.stands_out or abs(self.lean) < LITTLE / 2:
            return _("as the others")
        size = abs(self.lean)
        if self.lean < 0:
            return _("a little stricter") if size < LITTLE else _("stricter") if size < MUCH else _("much stricter")
        return _("a little milder") if size < LITTLE else _("milder") if size < MUCH else _("much milder")
