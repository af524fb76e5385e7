"""Files that people hand in: known by their bytes, kept where no web server looks, given back to be saved only."""

from datamatch.foundation.files.fitting import Fit, fit
from datamatch.foundation.files.keeping import PrivateFiles, drawn_place, private_files
from datamatch.foundation.files.kinds import EXTENSIONS, Kind
from datamatch.foundation.files.limits import MOST_BYTES, Unfit
from datamatch.foundation.files.serving import handed_out

__all__ = [
    "EXTENSIONS",
    "MOST_BYTES",
    "Fit",
    "Kind",
    "PrivateFiles",
    "Unfit",
    "drawn_place",
    "fit",
    "handed_out",
    "private_files",
]
