"""The command line: what it knows before the settings are read."""

import pytest

from datamatch.config.cli import port_in


@pytest.mark.parametrize(
    ("words", "port"),
    [
        ([], "8000"),
        (["--no-serve"], "8000"),
        (["--port", "8190"], "8190"),
        (["--language", "nl", "--port=8191"], "8191"),
        (["--port"], "8000"),
    ],
)
def test_links_of_the_demo_lead_to_its_own_port(words, port):
    assert port_in(words) == port
