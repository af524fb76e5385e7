"""The benchmarks need no Django."""

import pytest


@pytest.fixture(autouse=True)
def _product_settings():
    """Stand in for the product's settings, which the benchmarks must not know."""
    return
