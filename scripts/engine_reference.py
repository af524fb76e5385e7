"""Print docs/reference/engine.md: every function of the engine with its arguments and its answer, from the code."""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from datamatch import engine
from datamatch.engine import text as language_side

HEAD = """# Engine

Made from the code by `make docs`; do not edit. The [README of the engine](../../datamatch/engine/README.md) has an
example on a CSV, and [Understand](../README.md#understand) tells what the five decisions mean.

Pure functions: `from datamatch.engine import {first}, ...` works where only numpy and scipy are installed. With the
extra `[solvers]` (OR-tools) `assign` is faster, with the same pairs. Everything after `*` is given by name. Ideas,
people and rooms are positions from 0; `ArrayLike` is a NumPy array, lists of lists, or one number for all. A bad
argument raises a `ValueError` that starts with its name. Every answer has `seed`, `input_digest` (sha256 of what
went in) and `to_json()`: the same input and seed give the same bytes.
"""
TEXT = """## Text

Which texts are alike and why, and finding words, in Dutch and English: `from datamatch.engine.text import Index`. Needs
PyStemmer and scipy, and for meaning the extra `[semantic]` or `[semantic-large]`; nothing is read from a network.
[How alike ideas are found](../explanation/how-alike-ideas-are-found.md) tells what the figures mean.
"""
ARRAYS = {"Floats": "float array", "Ints": "int array", "Bools": "bool array"}


def main() -> None:
    """Print the page."""
    sys.stdout.write(page())


def page() -> str:
    """Return the page."""
    functions = [getattr(engine, name) for name in engine.__all__ if name.islower()]
    lines = [HEAD.format(first=functions[0].__name__)]
    lines += [f"- [`{one.__name__}`](#{one.__name__}): {first_sentence(one)}" for one in functions]
    for one in functions:
        lines += ["", *section(one)]
    lines += ["", *language()]
    return "\n".join(lines) + "\n"


def language() -> Iterator[str]:
    """Return the lines about the language side, which has a package of its own."""
    yield TEXT
    for name in ("analyse", "detect", "near_copy", "encoder"):
        function = inspect.unwrap(getattr(language_side, name))
        yield from (f"### {name}", first_sentence(function), "", "```python", signature(function), "```", "")
        yield from (*told(function), "")
    yield from ("### Index", doc(language_side.Index), "")
    for name in (name for kind in (*language_side.Index.__bases__, language_side.Index) for name in methods(kind)):
        method = inspect.unwrap(getattr(language_side.Index, name))
        yield from ("", "```python", signature(method), "```", first_sentence(method), *told(method))
    for kind in (language_side.Text, language_side.Match, language_side.Reason, language_side.Term):
        yield from ("", f"### {kind.__name__}", doc(kind), "", *fields_of(kind))


def section(function: Callable[..., Any]) -> Iterator[str]:
    """Return the lines about one function and its answer."""
    answer = inspect.signature(function).return_annotation
    yield f"## {function.__name__}"
    yield first_sentence(function)
    yield from ("", "```python", signature(function), "```", "")
    yield from told(function)
    for kind in described(answer):
        yield from ("", f"### {kind.__name__}", doc(kind), "")
        yield from fields_of(kind)


def signature(function: Callable[..., Any]) -> str:
    """Return how it is called, one argument per line, as it is written in the code."""
    found = cast(ast.FunctionDef, ast.parse(inspect.cleandoc("\n" + inspect.getsource(function))).body[0])
    given = found.args
    given.args = [one for one in given.args if one.arg not in ("self", "cls")]
    first = [None] * (len(given.args) - len(given.defaults))
    plain = [argument(*pair) for pair in zip(given.args, [*first, *given.defaults], strict=True)]
    named = [argument(*pair) for pair in zip(given.kwonlyargs, given.kw_defaults, strict=True)]
    star = ["    *,"] if named else []
    return "\n".join([f"{found.name}(", *plain, *star, *named, f") -> {written(found.returns)}"])


def argument(one: ast.arg, default: ast.expr | None) -> str:
    """Return one argument with its type and default."""
    value = f" = {ast.unparse(default)}" if default else ""
    return f"    {one.arg}: {written(one.annotation)}{value},"


def written(annotation: ast.expr | None) -> str:
    """Return a type as a stranger reads it."""
    text = ast.unparse(annotation) if annotation else ""
    return re.sub(r"\b(Floats|Ints|Bools)\b", lambda match: ARRAYS[match.group()], text)


def told(function: Callable[..., Any]) -> Iterator[str]:
    """Return the docstring after its first sentence, with its parameters as a list."""
    rest = doc(function).split("\n\n", 1)
    text = rest[1] if len(rest) > 1 else ""
    text = re.sub(r"\s*;?\s*:param (\w+):\s*", r"\n- `\1`: ", text)
    text = re.sub(r"\s*:raises (\w+):\s*", r"\n\nRaises `\1`: ", text)
    text = re.sub(r"\n(Ties|Source): ", r"\n\n\1: ", text)
    yield re.sub(r"\n +", " ", text).strip()


def described(answer: type) -> list[type]:
    """Return the answer and, in order of appearance, the records that its fields and methods hold."""
    found = [answer]
    for kind in found:
        source = sys.modules[kind.__module__]
        for word in re.findall(r"\b[A-Z]\w+", " ".join([*public(kind).values(), *methods(kind).values()])):
            other = getattr(source, word, None)
            if inspect.isclass(other) and other.__module__.startswith("datamatch.engine") and other not in found:
                found.append(other)
    return [kind for kind in found if kind is answer or kind.__name__ not in engine.__all__]


def fields_of(kind: type) -> Iterator[str]:
    """Return a table of the fields with the remark beside each in the code, then of the methods."""
    remarks = remarks_of(kind)
    yield from ("| field | type | meaning |", "|---|---|---|")
    for name, text in public(kind).items():
        yield f"| `{name}` | {cell(f'`{text}`')} | {cell(remarks.get(name, ''))} |"
    for name, text in methods(kind).items():
        method = inspect.getattr_static(kind, name)
        if isinstance(method, property):
            yield f"| `{name}` | {cell(f'`{text}`')} | {cell(first_sentence(method))} |"
        else:
            given = ", ".join(list(inspect.signature(method).parameters)[1:])
            yield f"| `{name}({given})` | {cell(f'`{text}`')} | {cell(first_sentence(method))} |"


def cell(text: str) -> str:
    """Return a text that may stand in a table."""
    return text.replace("|", "\\|")


def body_of(kind: type) -> list[ast.stmt]:
    """Return what is written in the class."""
    found = ast.parse(inspect.getsource(kind)).body[0]
    return found.body if isinstance(found, ast.ClassDef) else []


def public(kind: type) -> dict[str, str]:
    """Return the fields of a record that its answer shows, with their types."""
    fields = [line for line in body_of(kind) if isinstance(line, ast.AnnAssign)]
    named = {ast.unparse(line.target): written(line.annotation) for line in fields}
    return {name: text for name, text in named.items() if not name.startswith("_")}


def methods(kind: type) -> dict[str, str]:
    """Return the methods and properties of a record, with what they return."""
    found = [line for line in body_of(kind) if isinstance(line, ast.FunctionDef)]
    return {one.name: written(one.returns) for one in found if not one.name.startswith("_")}


def remarks_of(kind: type) -> dict[str, str]:
    """Return the comment beside each field in the source."""
    lines = inspect.getsource(kind).splitlines()
    found = (re.match(r"    (\w+): [^#]+#\s*(.+)$", line) for line in lines)
    return {match.group(1): match.group(2) for match in found if match}


def first_sentence(thing: Any) -> str:
    """Return the first paragraph of its docstring on one line."""
    return doc(thing).split("\n\n", 1)[0].replace("\n", " ")


def doc(thing: Any) -> str:
    """Return its docstring."""
    return inspect.getdoc(thing) or ""


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main()
