"""The name of a person, who may have closed their account."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    Words = models.CharField[str, str]
else:
    Words = models.CharField


class Former(str):
    """What is read instead of the name of somebody who closed their account; it is never stored."""

    __slots__ = ()


class NameField(Words):
    """A name; an empty one reads as "Former participant" in the language of the reader, wherever it is shown."""

    def from_db_value(self, value: str, expression: Any, connection: Any) -> str:
        """Return the name, or the words for somebody who is gone."""
        return value or Former(_("Former participant"))

    def get_prep_value(self, value: Any) -> Any:
        """Return what is stored: nothing for somebody who is gone."""
        return "" if isinstance(value, Former) else super().get_prep_value(value)
