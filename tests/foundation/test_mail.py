"""Mail is a row first; it goes out once."""

import pytest
from django.core import mail as django_mail

from datamatch.foundation import mail
from datamatch.foundation.mail.carrier import open_carrier
from datamatch.foundation.models import Mail
from tests.factories.moments import later

pytestmark = pytest.mark.django_db


def queue(key="k", **given):
    words = {"to": "an@example.org", "subject": "Hello", "body": "Text", "language": "nl", "at": later()}
    return mail.queue(key=key, **words | given)


def test_same_key_queues_one_mail():
    queue()
    queue()
    assert Mail.objects.count() == 1


def test_due_mail_goes_out_once():
    queue()
    assert [mail.deliver_due(at=later(minutes=1)), mail.deliver_due(at=later(minutes=1))] == [1, 0]
    assert [m.to for m in django_mail.outbox] == [["an@example.org"]]


def test_mail_waits_until_it_is_due():
    queue()
    assert mail.deliver_due(at=later(minutes=-1)) == 0


def test_subject_with_line_break_cannot_add_a_header():
    queue(subject="Hello\r\nBcc: all@example.org")
    mail.deliver_due(at=later())
    assert django_mail.outbox[0].subject == "Hello Bcc: all@example.org"


def test_refused_mail_is_tried_again_and_given_up_after_eight_times(settings):
    settings.MAIL_URL = "smtp://127.0.0.1:1"
    waiting = queue()
    for attempt in range(10):
        mail.deliver_due(at=later(days=attempt))
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts, waiting.problem) == ("failed", 8, "ConnectionRefusedError")


@pytest.mark.parametrize(
    ("address", "port", "at_once", "after_greeting"),
    [
        ("smtp://relay.example", 25, False, False),
        ("smtp+starttls://relay.example", 587, False, True),
        ("smtps://relay.example", 465, True, False),
        ("smtp+starttls://relay.example:2525", 2525, False, True),
    ],
)
def test_mail_address_names_port_and_encryption(settings, address, port, at_once, after_greeting):
    settings.MAIL_URL = address
    carrier = open_carrier()
    assert (carrier.port, carrier.use_ssl, carrier.use_tls) == (port, at_once, after_greeting)
