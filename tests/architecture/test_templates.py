"""A template, and a reverse in code, names only its own room, the design, and rooms below."""

from tests.architecture.house import PACKAGE, is_above, rooms_named_in_code, rooms_named_in_template


def faults(files, named):
    """Return `file: room` for every room above that a file names."""
    found = []
    for file in files:
        room = file.relative_to(PACKAGE).parts[0]
        if room == "config":
            continue
        above = {name for name in named(file.read_text(encoding="utf-8")) if is_above(name, room)}
        found += [f"{file.relative_to(PACKAGE)}: {name}" for name in sorted(above)]
    return found


def test_templates_name_no_room_above():
    files = sorted(PACKAGE.glob("*/templates/**/*.html"))
    assert len(files) > 30
    assert faults(files, rooms_named_in_template) == []


def test_code_names_no_address_of_a_room_above():
    files = sorted(PACKAGE.glob("*/**/*.py"))
    assert faults(files, rooms_named_in_code) == []


def test_a_link_upward_is_seen():
    assert rooms_named_in_template("""{% url "jury:pitch" x %}{% include 'post/_letter.html' %}""") == {
        "jury",
        "post",
    }
    assert rooms_named_in_code("""redirect("front:home"); render(r, "jury/pitch.html")""") == {
        "front",
        "jury",
    }
    assert is_above("jury", "ideas")
    assert not is_above("people", "ideas")
