"""A photo beside a name: chosen, and taken away again."""

from datetime import datetime

from django.db import transaction

from datamatch.foundation import pictures, trail
from datamatch.foundation.refusal import Refused, refuse_if
from datamatch.people import rules
from datamatch.people.models import Person, Photo

SIDE = 320


@transaction.atomic
def keep_photo(*, person: Person, by: Person, content: bytes, at: datetime) -> Photo:
    """Keep a small square of this picture, drawn anew so that nothing but the picture is in it.

    :raises Refused: not your photo, too large, or not a picture that we can read
    """
    refuse_if(rules.why_not_keep_photo(person=person, by=by))
    try:
        picture = pictures.square(content, side=SIDE)
    except pictures.UnreadablePicture as unreadable:
        raise Refused(str(unreadable)) from unreadable
    photo, _ = Photo.objects.update_or_create(person=person, defaults={"picture": picture, "kept_at": at})
    trail.record("photo.keep", of=person, by=by, at=at, bytes=len(picture))
    return photo


@transaction.atomic
def remove_photo(*, person: Person, by: Person, at: datetime) -> None:
    """Take the photo away for good; nothing happens when there is none.

    :raises Refused: not your photo
    """
    refuse_if(rules.why_not_keep_photo(person=person, by=by))
    gone, _ = Photo.objects.filter(person=person).delete()
    if gone:
        trail.record("photo.remove", of=person, by=by, at=at)
