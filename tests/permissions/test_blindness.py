"""Two databases that differ only in who sent which idea look the same to who may not know it; so do two energies."""

import re

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from datamatch.editions.enums import Stage
from datamatch.front import urls as front
from datamatch.ideas.actions.findable import keep_edition_findable
from datamatch.ideas.enums import EnergyKind
from datamatch.ideas.models import Comment, Energy, Idea
from tests.factories.answers import whole
from tests.factories.editions import make_edition, make_screener
from tests.factories.ideas import make_coauthor, make_comment, make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_skill, make_unit
from tests.permissions.walk import ROOMS

pytestmark = pytest.mark.django_db
READERS = ("member", "screener")

# What may differ between two answers: secrets against forgery, and the identity of what is still to be written.
BY_CHANCE = re.compile(
    r'(name="csrfmiddlewaretoken" value|name="(?:comment|draft)" value|nonce|hx-headers)="[^"]*"|"X-CSRFToken": "[^"]*"'
)


class TwoIdeas:
    """Two ideas, each with an author and a co-author who did what authors do, and somebody else who looks."""

    def __init__(self, stage):
        self.edition = make_edition(stage=stage)
        skill = make_skill(name_nl="satellietbeelden", name_en="satellite images")
        names = ("Zebedee Quillfeather", "Ottoline Ravenscroft", "Barnaby Thistlewood", "Clementine Applegarth")
        self.people = [make_person(name=name, unit=make_unit(), discipline="jurist") for name in names]
        for person in self.people:
            person.profile.open_to_ask = True
            person.profile.save()
            person.profile.levels.create(skill=skill, level=3)
        self.ideas = [make_idea(edition=self.edition, submitter=self.people[place]) for place in (0, 1)]
        self.writers = [
            make_coauthor(idea=idea, person=person) for idea, person in zip(self.ideas, self.people[2:], strict=True)
        ]
        self.said = [self.talk(idea) for idea in self.ideas]
        self.energies = [
            make_energy(idea=idea, person=make_person(name=name), kind=EnergyKind.JOIN, why="Gladly")
            for idea, name in zip(self.ideas, ("Peregrine Fairweather", "Rosalind Underhill"), strict=True)
        ]
        self.reads = {"member": make_person(), "screener": make_screener(self.edition)}
        self.onlooker = make_person()
        keep_edition_findable(self.edition, at=MOMENT)

    def talk(self, idea):
        """Let the author speak, and let somebody answer."""
        first = make_comment(idea=idea, by=idea.submitter, words="We thought of the farm register.")
        make_comment(idea=idea, by=make_person(), answers_to=first, words="And of the weather?")
        return first

    def swap_authors(self):
        """Let each idea be of the authors of the other."""
        for idea, said, writer, place in zip(self.ideas, self.said, self.writers, (1, 0), strict=True):
            submitter = self.people[place]
            unit = submitter.profile.unit
            Idea.objects.filter(pk=idea.pk).update(submitter=submitter, unit=unit, unit_name=unit.name)
            Comment.objects.filter(pk=said.pk).update(by=submitter)
            type(writer).objects.filter(pk=writer.pk).update(person=self.people[place + 2], invited_by=submitter)

    def swap_energies(self):
        """Let who wanted to join one idea want to join the other."""
        for energy, idea in zip(self.energies, reversed(self.ideas), strict=True):
            Energy.objects.filter(pk=energy.pk).update(idea=idea)

    def one_more_energy(self):
        """Let somebody support the first idea."""
        make_energy(idea=self.ideas[0], person=self.onlooker, kind=EnergyKind.SUPPORT)

    def addresses(self):
        """Yield every address of people, editions, ideas and front, with questions that could tell."""
        parts = [{"edition_slug": self.edition.slug}, {}]
        parts += [{"idea_id": idea.public_id} for idea in self.ideas]
        parts += [{"person_id": person.public_id} for person in self.people]
        parts += [{"unit_slug": self.people[0].profile.unit.slug}]
        rooms = [*ROOMS.items(), ("front", front)]
        names = [f"{room}:{pattern.name}" for room, urls in rooms for pattern in urls.urlpatterns]
        for name in names:
            for given in parts:
                try:
                    yield reverse(name, kwargs=given)
                except NoReverseMatch:
                    continue
        yield from self.questions()

    def questions(self):
        """Yield addresses that look for authors: by name, by unit, by order, by mention."""
        ideas, unit = reverse("ideas:ideas", args=[self.edition.slug]), self.people[0].profile.unit.slug
        for asked in (
            "text=Zebedee",
            f"text={unit}",
            f"unit={unit}",
            "joined=somebody",
            "order=energy",
            "order=newest",
        ):
            yield f"{ideas}?{asked}"
        for idea in self.ideas:
            yield f"{reverse('ideas:mentionable', args=[idea.public_id])}?find=Zebedee"
            yield f"{reverse('ideas:coauthors', args=[idea.public_id])}?text=Zebedee"
        yield f"{reverse('people:people')}?text=Zebedee"
        yield f"{reverse('front:home')}?text=Zebedee"

    def seen_by(self, reader):
        """Return what a reader is answered at every address."""
        browser = Client()
        browser.force_login(self.reads[reader])
        browser.cookies["django_language"] = "en"
        seen = {}
        for address in dict.fromkeys(self.addresses()):
            answer = browser.get(address)
            seen[address] = (answer.status_code, BY_CHANCE.sub("", whole(answer).decode(errors="replace")))
        return seen


def differing(before, after):
    """Return for each address that answers otherwise the first line that does."""
    told = {}
    for address, (status, words) in before.items():
        other_status, other_words = after[address]
        if status != other_status:
            told[address] = (status, other_status)
        elif words != other_words:
            pairs = zip(words.splitlines(), other_words.splitlines(), strict=False)
            told[address] = next(((a, b) for a, b in pairs if a != b), (len(words), len(other_words)))
    return told


@pytest.mark.parametrize("stage", [Stage.CALL, Stage.SCREENING])
@pytest.mark.parametrize("reader", READERS)
def test_who_sent_which_idea_changes_no_byte(time_machine, stage, reader):
    time_machine.move_to(MOMENT, tick=False)
    world = TwoIdeas(stage)
    before = world.seen_by(reader)
    world.swap_authors()
    after = world.seen_by(reader)
    assert sum(status == 200 for status, _words in before.values()) > 25
    assert differing(before, after) == {}
    if stage == Stage.CALL:
        # Nor does the energy of others, while the call is open.
        world.swap_energies()
        world.one_more_energy()
        assert differing(after, world.seen_by(reader)) == {}


def test_difference_is_seen_where_names_are_known(time_machine):
    """The test itself sees something: once screening is done the pages differ."""
    time_machine.move_to(MOMENT, tick=False)
    world = TwoIdeas(Stage.MATCHING)
    before = world.seen_by("member")
    world.swap_authors()
    assert world.ideas[0].get_absolute_url() in differing(before, world.seen_by("member"))
