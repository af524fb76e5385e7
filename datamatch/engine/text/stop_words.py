"""Words that say nothing about the subject, folded; Dutch and English are always both left out."""

from .lexicon import word_list

NL, EN = word_list("stop_nl"), word_list("stop_en")
BOTH = NL | EN
