"""The check itself: two worlds that differ only in what somebody may not know must look the same to them."""

from tests.blindness.addresses import asked_of, routes
from tests.blindness.facts import SEALED, hidden_from
from tests.blindness.happening import happen_in
from tests.blindness.look import Looker, forget, taken_back


def all_seen(world, role, stage, *, deeds=False, only=None):
    """Return everything a role is answered and mailed in the world as it is; `only` at one route, or in the mail.

    The pages of the sign-in library know no stage; they are asked in the first.
    """
    forget()
    wanted = [route for route in routes() if only in {None, route.name} and (route.is_ours or stage == SEALED)]
    looker = Looker(world, role, wanted)
    seen = looker.sees()
    if deeds:
        seen |= looker.does()
    return seen if only else seen | looker.gets_mail(happen_in(stage))


def traces(world, role, stage, **narrowed):
    """Return every trace of what is hidden from a role in a stage, as lines to read; none in a world that is blind."""
    hidden = hidden_from(role, stage)
    before = all_seen(world, role, stage, **narrowed)
    with taken_back():
        for fact in hidden:
            fact.change(world)
        after = all_seen(world, role, stage, **narrowed)
    meant = told_on_purpose(world, role, stage, hidden)
    told = [f"{role}: {at} {difference}" for at, difference in differing(before, after).items() if at not in meant]
    for fact in hidden:
        for seen in (before, after):
            told += [f"{role}: {word} ({fact.name}) stands at {at}" for word, at in found(fact.canaries, seen)]
    return told


def told_on_purpose(world, role, stage, hidden):
    """Return the addresses at which this role may read what is made of something hidden; never its words."""
    names = {fact.told_at.get((role, stage)) for fact in hidden}
    return {address for route in routes() if route.name in names for address in asked_of(route, world)}


def found(words, seen):
    """Yield each word that must not be read, with where it stands."""
    for word in words:
        yield from ((word, address) for address, said in seen.items() if word in said and word not in address)


def differing(before, after):
    """Return for each address that answers otherwise the first line that does."""
    told = {}
    for address in sorted({*before, *after}):
        one, other = before.get(address, "nothing"), after.get(address, "nothing")
        if one != other:
            pairs = zip(one.splitlines(), other.splitlines(), strict=False)
            told[address] = next(((a, b) for a, b in pairs if a != b), (len(one), len(other)))
    return told
