"""`datamatch demo` as `make run` calls it."""

import socket

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError


def test_port_that_is_taken_is_told_before_anything_is_loaded():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} cannot be used.*make run PORT=8001"):
            call_command("demo", port=port, language="en")


def test_port_that_cannot_be_is_told():
    with pytest.raises(CommandError, match="Port 70000 cannot be used"):
        call_command("demo", port=70000, language="en")
