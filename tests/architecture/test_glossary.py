"""Every model and every stage has its Dutch word in the glossary."""

import re

from django.apps import apps

from datamatch.editions.enums import Stage
from tests.architecture.house import ROOT, rooms

GLOSSARY = ROOT / "docs" / "glossary.md"


def terms(text):
    """Return the code terms of the glossary: what stands in backticks in the second column."""
    rows = re.findall(r"^\|[^|]+\|([^|]+)\|", text, flags=re.MULTILINE)
    return {term for row in rows for term in re.findall(r"`([^`]+)`", row)}


def missing(text):
    """Return the models and stages that the glossary does not explain."""
    models = {m.__name__ for m in apps.get_models() if m._meta.app_label in rooms()}
    return sorted((models | set(Stage.values)) - terms(text))


def test_every_model_and_stage_is_in_the_glossary():
    assert missing(GLOSSARY.read_text(encoding="utf-8")) == []


def test_a_missing_word_is_seen():
    text = GLOSSARY.read_text(encoding="utf-8").replace("`Recusal`", "")
    assert missing(text) == ["Recusal"]
