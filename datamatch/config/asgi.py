"""What the server loads."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "datamatch.config.settings")
application = get_asgi_application()

from datamatch.foundation import search  # noqa: E402 - only once the apps are ready

if settings.WARM_UP:
    search.warm_up_in_background()
