"""Words of an organisation that stand for the same."""

from django.db import models
from django.db.models.functions import Lower

from datamatch.editions.models.edition import Programme
from datamatch.foundation.public import Public


class Synonym(Public):
    """Two ways to say the same in a programme (synoniem): AI is kunstmatige intelligentie."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="synonyms")
    word = models.CharField(max_length=60)
    means = models.CharField(max_length=120)

    class Meta:
        """By word; each pair once, whatever its capitals, and neither side empty."""

        ordering = ["word", "means"]
        constraints = [
            models.UniqueConstraint("programme", Lower("word"), Lower("means"), name="synonym_once"),
            models.CheckConstraint(condition=~models.Q(word="") & ~models.Q(means=""), name="synonym_says_both"),
        ]

    def __str__(self) -> str:
        """Return both."""
        return f"{self.word} = {self.means}"
