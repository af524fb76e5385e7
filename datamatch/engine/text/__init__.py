"""The language side: which texts are alike and why, and finding words, in Dutch and English, without a network."""

from .analysis import ANALYSER_VERSION, Term, analyse, detect
from .copies import near_copy
from .encoders import E5Encoder, Encoder, NullEncoder, UseEncoder, encoder
from .index import Index
from .looking import FEW as FEW_WORDS
from .mixing import Purpose
from .shelf import encoded
from .synonyms import Synonyms
from .texts import Match, Text
from .why import Reason

__all__ = [
    "ANALYSER_VERSION",
    "FEW_WORDS",
    "E5Encoder",
    "Encoder",
    "Index",
    "Match",
    "NullEncoder",
    "Purpose",
    "Reason",
    "Synonyms",
    "Term",
    "Text",
    "UseEncoder",
    "analyse",
    "detect",
    "encoded",
    "encoder",
    "near_copy",
]
