"""Whole addresses for who is not on our pages, and slugs that nothing else has."""

import pytest

from datamatch.foundation.addresses import free_slug, whole_address


@pytest.mark.parametrize("base", ["https://data.example", "https://data.example/"])
def test_whole_address_names_the_host_once(settings, base):
    settings.BASE_URL = base
    assert whole_address("/edities/") == "https://data.example/edities/"


@pytest.mark.parametrize(
    ("taken", "slug"),
    [
        (set(), "brook"),
        ({"river"}, "brook"),
        ({"brook"}, "brook-2"),
        ({"brook", "brook-2", "brook-4"}, "brook-3"),
    ],
)
def test_free_slug_takes_the_lowest_number_that_is_free(taken, slug):
    assert free_slug("brook", taken) == slug
