"""How mail leaves this installation: an SMTP server, or files in a folder where none is set."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def open_carrier() -> BaseEmailBackend:
    """Return the carrier named by DATAMATCH_MAIL_URL: a server, `memory:` or, when empty, a folder.

    A server is `smtp://` (plain), `smtp+starttls://` (encrypted after the greeting) or `smtps://` (encrypted at once).
    """
    parts = urlsplit(settings.MAIL_URL)
    if parts.scheme in PORTS:
        return get_connection(
            "django.core.mail.backends.smtp.EmailBackend",
            host=parts.hostname,
            port=parts.port or PORTS[parts.scheme],
            username=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            use_ssl=parts.scheme == "smtps",
            use_tls=parts.scheme == "smtp+starttls",
            timeout=20,
        )
    if parts.scheme == "memory":
        return get_connection("django.core.mail.backends.locmem.EmailBackend")
    return get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=settings.MAIL_FOLDER)
