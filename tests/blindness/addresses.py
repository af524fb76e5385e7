"""Every address of the product, made from the URL map: what is new there is asked without a line here."""

from dataclasses import dataclass
from functools import cache
from itertools import product

from django.urls import URLPattern, get_resolver, reverse

# Parts of addresses that come by mail or from elsewhere, and belong to none of the roles.
STRANGE = {
    "link": ["unknown"],
    "consent_id": ["00000000-0000-4000-8000-000000000000"],
    "uidb36": ["1"],
    "key": ["unknown"],
    "pk": [1],
    "provider_id": ["unknown"],
    "moment": ["start"],
}

# Questions that could tell: by name, by unit, by order, by count.
QUESTIONS = {
    "ideas:ideas": [
        "text=Zebedee", "text=quillfeather", "unit={unit}", "joined=somebody", "order=energy", "order=newest",
        "order=number", "text=Begonia", "text=Chrysanthemum", "text=farms", "look=cards",
        "text=Primrose", "text=Wallflower",
    ],
    "ideas:mentionable": ["find=Zebedee", "find=Leopold"],
    "ideas:coauthors": ["text=Zebedee"],
    "ideas:alike": ["text=Chrysanthemum", "title=Begonia"],
    "ideas:alike_of": ["text=Chrysanthemum"],
    "ideas:givers": ["kind=join", "kind=support"],
    "ideas:helpers": ["role=data-scientist"],
    "people:people": ["text=Zebedee", "text=Leopold"],
    "people:units": ["text={unit}"],
    "front:home": ["text=Zebedee", "text=Begonia", "text=Chrysanthemum", "text=Amaryllis", "text=Primrose"],
    "cases:cases": ["text=Zebedee", "text=Amaryllis"],
    "screening:ties": ["idea={idea}"],
    "screening:ranking": ["order=apart", "zone=discuss"],
    "jury:now_on_stage": ["seen=0"],
}  # fmt: skip


@dataclass(frozen=True)
class Route:
    """One route of the URL map, with the names of the parts of its address."""

    name: str
    parts: tuple[str, ...]

    @property
    def is_ours(self):
        """Tell whether it belongs to a room; the rest is the library with which people sign in."""
        return ":" in self.name


@cache
def routes():
    """Return every route of the product."""
    return sorted(routes_in(get_resolver()), key=lambda route: route.name)


def routes_in(resolver, space="", parts=()):
    """Yield the routes below a resolver."""
    for one in resolver.url_patterns:
        named = (*parts, *names_in(one.pattern))
        if isinstance(one, URLPattern):
            yield Route(f"{space}{one.name}", named)
        else:
            yield from routes_in(one, space + (f"{one.namespace}:" if one.namespace else ""), named)


def names_in(pattern):
    """Return the names of the parts of one piece of an address."""
    return tuple(getattr(pattern, "converters", {}) or pattern.regex.groupindex)


def addresses_of(route, world):
    """Return every address of a route that exists in this world: none when its things are still to come."""
    known = STRANGE | world.parts_of_addresses()
    own = {part: [value] for part, value in world.parts_of(route.name).items() if value != world.parts().get(part)}
    known |= own
    if any(part not in known for part in route.parts):
        return []
    given = [dict(zip(route.parts, values, strict=True)) for values in product(*(known[part] for part in route.parts))]
    return [reverse(route.name, kwargs=parts) for parts in given]


@cache
def asked_of(route, world):
    """Return every address of a route, also with the questions that could tell."""
    words = {"unit": world.makers[0].profile.unit.slug, "idea": world.twins[0].public_id}
    plain = addresses_of(route, world)
    return [*plain, *(f"{one}?{asked.format(**words)}" for one in plain for asked in QUESTIONS.get(route.name, []))]
