"""The page about stages in the documentation, made from the transition table and the guards."""

from inspect import getdoc

from django.utils.translation import override

from datamatch.control.enums import WHAT_CHANGES
from datamatch.control.rules.guards import GUARDS, Guard
from datamatch.editions.enums import NEXT, ORDER, Stage

HEAD = """# Stages

Made by `datamatch stages` from the transition table (`editions.enums`) and the guards (`control.rules`); do not edit.

An edition is in exactly one stage. It goes to the next one when no guard gives a reason to stay; no stage is skipped
and none comes back. Every move is in the trail.

| stage | next | guards |
|---|---|---|
"""


def stage_reference() -> str:
    """Return the page as Markdown, in English."""
    with override("en"):
        return HEAD + "".join(_row(stage) for stage in ORDER) + "".join(_section(stage) for stage in ORDER)


def _row(stage: Stage) -> str:
    """Return the line of one stage in the table."""
    onward = f"`{NEXT[stage]}`" if stage in NEXT else "none"
    guards = ", ".join(f"`{_name(guard)}`" for guard in GUARDS[stage]) or "none"
    return f"| `{stage}` {stage.label} | {onward} | {guards} |\n"


def _section(stage: Stage) -> str:
    """Return what entering a stage changes, and what its guards ask before it is left."""
    changes = "".join(f"- {change}\n" for change in WHAT_CHANGES[stage])
    guards = "".join(f"- `{_name(guard)}`: {_sentence(guard)}\n" for guard in GUARDS[stage])
    entering = f"\nWhen it begins:\n\n{changes}" if changes else ""
    leaving = f"\nBefore it is left:\n\n{guards}" if guards else ""
    return f"\n## `{stage}`: {stage.label}\n{entering}{leaving}"


def _name(guard: Guard) -> str:
    """Return the room and the name of a guard."""
    return f"{guard.__module__.split('.')[1]}.{guard.__name__}"  # type: ignore[attr-defined]


def _sentence(guard: Guard) -> str:
    """Return the first paragraph of what a guard says about itself, on one line."""
    return " ".join((getdoc(guard) or "").split("\n\n")[0].split())
