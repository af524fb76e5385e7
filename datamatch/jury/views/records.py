"""Taking out the records of an outcome."""

import secrets

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from datamatch.editions.models import Edition
from datamatch.jury import actions
from datamatch.people.models import SignedIn

SALT_BYTES = 32


@require_POST
def export_records(request: SignedIn, edition_slug: str) -> HttpResponse:
    """Hand out the records as a zip; the salt of its pseudonyms is gone when this function ends."""
    edition = get_object_or_404(Edition, slug=edition_slug)
    salt = secrets.token_bytes(SALT_BYTES)
    content = actions.export_records(edition=edition, by=request.user, at=timezone.now(), salt=salt)
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{edition.slug}-records.zip"'
    return answer
