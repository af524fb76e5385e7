"""How a bound field is drawn: which kind of control it is, and what it carries."""

from collections.abc import Iterator

from django.forms import BoundField, CheckboxInput, ClearableFileInput, Select, Textarea
from django.forms.boundfield import BoundWidget
from django.forms.widgets import CheckboxSelectMultiple, RadioSelect

CLASSES = {
    "textarea": "utrecht-textarea",
    "select": "utrecht-select",
    "file": "utrecht-textbox",
    "text": "utrecht-textbox",
}


def kind_of(field: BoundField) -> str:
    """Return the kind of control: choices, checkbox, select, textarea, file, text or hidden."""
    widget = field.field.widget
    if field.is_hidden:
        return "hidden"
    if isinstance(widget, (RadioSelect, CheckboxSelectMultiple)):
        return "choices"
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    if isinstance(widget, Textarea):
        return "textarea"
    if isinstance(widget, ClearableFileInput):
        return "file"
    return "select" if isinstance(widget, Select) else "text"


def attributes_of(field: BoundField) -> dict[str, str | bool]:
    """Return the attributes the control needs so that help, error and counter are read with it."""
    named = [
        f"{field.auto_id}_helptext" if field.help_text else "",
        f"{field.auto_id}_error" if field.errors else "",
        f"{field.auto_id}_counter" if counts(field) else "",
    ]
    attributes: dict[str, str | bool] = {"aria-describedby": " ".join(filter(None, named))} if any(named) else {}
    own = field.field.widget.attrs.get("class", "")
    classes = f"{CLASSES.get(kind_of(field), '')} {own}".strip()
    if classes:
        attributes["class"] = classes
    if str(field.field.widget.attrs.get("placeholder", "")) == str(field.label):
        attributes["placeholder"] = ""  # it would only say the label again
    if counts(field):
        attributes["data-counter"] = f"{field.auto_id}_counter"
        attributes["data-most"] = str(getattr(field.field, "max_length", ""))
    return attributes


def counts(field: BoundField) -> bool:
    """Return whether the control says how many characters are left."""
    return kind_of(field) == "textarea" and bool(getattr(field.field, "max_length", None))


def choices_of(field: BoundField) -> Iterator[tuple[BoundWidget, str]]:
    """Return each choice with its hint, found in `choice_hints` of the form field."""
    hints: dict[str, str] = getattr(field.field, "choice_hints", {})
    for choice in field.subwidgets:
        yield choice, hints.get(str(choice.data["value"]), "")
