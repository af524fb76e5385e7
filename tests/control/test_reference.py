"""The page about stages tells what the code does."""

from pathlib import Path

from django.core.management import call_command

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "stages.md"


def test_reference_of_stages_is_up_to_date(capsys):
    call_command("stages")
    made = capsys.readouterr().out
    assert made == REFERENCE.read_text(encoding="utf-8"), "run: datamatch stages > docs/reference/stages.md"
