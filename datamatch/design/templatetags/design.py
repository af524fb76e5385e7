"""Tags and filters for what an include says clumsily."""

import json
from collections.abc import Iterable
from hashlib import blake2s
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BoundField, Form
from django.template.base import Parser, Token
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

from datamatch.design import charts, diffs, fields, qr

register = template.Library()

# The first sign that is found counts: Edge calls itself Chrome as well, and Chrome calls itself Safari.
BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("OPR", "Opera"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
    ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip
THEMES = ("light", "dark")
TINTS = 6
NOTICES = {
    "success": ("ok", "circle-check"),
    "warning": ("warning", "triangle-alert"),
    "error": ("error", "circle-alert"),
}


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """Draw one icon of the sprite; without a label it is decoration for screen readers."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="dm-icon{}" {} focusable="false"><use href="{}#{}"></use></svg>',
        f" dm-icon--{size}" if size else "",
        spoken,
        static("design/img/icons.svg"),
        name,
    )


@register.simple_tag
def motif(name: str, css_class: str = "") -> SafeString:
    """Draw a figure of the dots: mark, field, rule, seed, look, done or wait."""
    view_box = {"mark": "0 0 40 40", "field": "0 0 452 400", "rule": "0 0 489 12"}.get(name, "0 0 220 124")
    return format_html(
        '<svg class="{}" viewBox="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        css_class or f"dm-motif dm-motif--{name}",
        view_box,
        static("design/img/motif.svg"),
        name,
    )


@register.simple_tag
def qr_code(address: str, label: str) -> SafeString:
    """Draw the QR code of an address, dark on white in every theme."""
    drawing = qr.drawn(address)
    return format_html(
        '<svg class="dm-qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" focusable="false">'
        '<rect width="{0}" height="{0}" fill="#fff"/><path d="{2}" fill="#000"/></svg>',
        drawing.size,
        label,
        drawing.path,
    )


@register.simple_tag(takes_context=True)
def chosen_theme(context: template.Context) -> str:
    """Return light or dark when the visitor chose one, empty when the device decides."""
    request = context.get("request")
    theme = request.COOKIES.get("theme", "") if request else ""
    return theme if theme in THEMES else ""


@register.simple_tag
def stable_id(*parts: Any) -> str:
    """Return an id made from the parts, the same on every rendering."""
    return "dm-" + blake2s("|".join(map(str, parts)).encode(), digest_size=5).hexdigest()


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """Draw the control of a bound field with its classes and what describes it."""
    return field.as_widget(attrs=fields.attributes_of(field))


@register.filter
def control_kind(field: BoundField) -> str:
    """Return choices, checkbox, select, textarea, file, text or hidden."""
    return fields.kind_of(field)


@register.filter
def counts(field: BoundField) -> bool:
    """Return whether the field shows how many characters are left."""
    return fields.counts(field)


@register.filter
def one_line(words: str) -> str:
    """Return words without line breaks, for a place where one would begin a header of a mail."""
    return " ".join(words.split())


@register.filter
def is_words(value: Any) -> bool:
    """Return whether this is text, and not a thing of the page that happens to have the same name."""
    return isinstance(value, (str, Promise)) and bool(value)


@register.filter
def choices(field: BoundField) -> list[tuple[Any, str]]:
    """Return each choice of the field with its hint."""
    return list(fields.choices_of(field))


@register.filter
def faulty(form: Form) -> list[BoundField]:
    """Return the fields of the form that have an error, in the order of the page."""
    return [field for field in form if field.errors]


@register.filter
def initials(name: str) -> str:
    """Return at most two initials: of the first and of the last word of a name."""
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


@register.filter
def tint(name: str) -> int:
    """Return the number, 1 to 6, of the tint that always belongs to this name."""
    return blake2s(str(name).encode(), digest_size=2).digest()[0] % TINTS + 1


register.simple_tag(charts.intervals, name="intervals")
register.simple_tag(charts.dots, name="dots")
register.simple_tag(charts.grid, name="grid")
register.filter("cluster", charts.cluster)


@register.simple_tag
def bars(rows: list[dict[str, Any]], most: Any = None) -> list[dict[str, Any]]:
    """Return the rows with the width of their bar."""
    return charts.bars(rows, float(most or 0))


@register.filter
def unlocalized(value: float) -> str:
    """Return the number as machines write it, with a point."""
    return f"{float(value):g}"


@register.filter
def as_json(value: Any) -> str:
    """Return the value as JSON, for a script to read from an attribute."""
    return json.dumps(value, cls=DjangoJSONEncoder)


@register.filter
def browser(user_agent: str) -> str:
    """Return which browser on which system this is, in words that people know; what it says itself when unknown."""
    name = next((words for sign, words in BROWSERS if sign in user_agent), "")
    system = next((words for sign, words in SYSTEMS if sign in user_agent), "")
    return ", ".join(filter(None, (name, system))) or user_agent[:60] or "?"


@register.filter
def button_class(kind: str) -> str:
    """Return the NL Design System word for primary, secondary, quiet or danger."""
    return {"primary": "primary-action", "quiet": "subtle", "danger": "danger"}.get(kind, "secondary-action")


@register.filter
def beside(cells: Iterable[Any], columns: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Return each cell with the column it stands in."""
    return list(zip(columns, cells, strict=True))


@register.filter
def notice_kind(level_tag: str) -> str:
    """Return ok, warning, error or info for the level of a Django message."""
    return NOTICES.get(level_tag, ("info", ""))[0]


@register.filter
def notice_icon(kind: str) -> str:
    """Return the icon that goes with a kind of notice."""
    return dict(NOTICES.values()).get(kind, "info")


@register.filter
def near(stages: list[dict[str, Any]]) -> list[tuple[dict[str, Any], bool]]:
    """Return each stage with whether it is current or next to it (what a phone shows)."""
    current = next((i for i, stage in enumerate(stages) if stage["state"] == "current"), 0)
    return [(stage, abs(i - current) <= 1) for i, stage in enumerate(stages)]


register.filter("diff", diffs.word_diff)


@register.tag
def slot(parser: Parser, token: Token) -> "Slot":
    """Keep what stands between slot and endslot under a name, to hand to an include."""
    name = token.split_contents()[1]
    content = parser.parse(("endslot",))
    parser.delete_first_token()
    return Slot(name, content)


class Slot(template.Node):
    """Renders its content into a context variable instead of the page."""

    def __init__(self, name: str, content: template.NodeList) -> None:
        self.name, self.content = name, content

    def render(self, context: template.Context) -> str:
        context[self.name] = self.content.render(context)
        return ""
