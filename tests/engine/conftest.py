"""The engine needs no Django: its tests run with the plugin off as well."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "engine"


@pytest.fixture(autouse=True)
def _product_settings():
    """Stand in for the product's settings, which the engine must not know."""
    return


@pytest.fixture(scope="session")
def shared():
    """The folder of shared benchmark data, which lives beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the shared data folder (../shared/data/engine) is not on this machine")
    return SHARED
