"""A world with secrets: two ideas alike in all but who made them, who read them and what they found."""

from datetime import timedelta
from functools import cache

from datamatch.editions.enums import Stage, has_come
from datamatch.ideas.actions.findable import keep_edition_findable
from datamatch.ideas.enums import ComplaintReason, EnergyKind, IdeaState
from datamatch.ideas.models import Ask, Complaint, Follow, Idea, IdeaAnswer, Note
from tests.blindness import later
from tests.factories.editions import make_juror, make_question, make_screener
from tests.factories.ideas import make_coauthor, make_comment, make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit
from tests.permissions.world import World

MAKERS = ("Zebedee Quillfeather", "Ottoline Ravenscroft", "Barnaby Thistlewood")
WRITERS = ("Clementine Applegarth", "Isolde Merriweather", "Cornelius Hawthorne")
JOINERS = ("Peregrine Fairweather", "Rosalind Underhill")
READERS = ("Leopold Winterbourne", "Marigold Ashcombe")
JURORS = ("Thaddeus Pemberton", "Wilhelmina Fotheringay", "Algernon Blackwood")


class Secrets(World):
    """The small organisation of the permissions, and in its edition a pair of ideas with everything to hide."""

    def __init__(self, *, stage=Stage.CALL, sealed=False):
        super().__init__()
        self.makers = [self.somebody(name, make_unit()) for name in MAKERS]
        self.writers = [self.somebody(name) for name in WRITERS]
        self.joiners = [self.somebody(name) for name in JOINERS]
        self.readers = [make_screener(self.edition, self.somebody(name)) for name in READERS]
        self.jurors = [make_juror(self.edition, self.somebody(name)) for name in JURORS]
        self.twins = [make_idea(edition=self.edition, submitter=maker) for maker in self.makers[:2]]
        self.alongside = [
            make_coauthor(idea=idea, person=writer) for idea, writer in zip(self.twins, self.writers, strict=False)
        ]
        self.talks = [self.talk(idea) for idea in self.twins]
        self.energies = [
            make_energy(idea=idea, person=joiner, kind=EnergyKind.JOIN, why="Gladly")
            for idea, joiner in zip(self.twins, self.joiners, strict=True)
        ]
        self.asked = [
            Ask.objects.create(idea=idea, person=person, asked_by=idea.submitter, by_author=True, asked_at=MOMENT)
            for idea in self.twins
            for person in (self.people["member"], self.people["screener"])
        ]
        for idea in self.twins:
            for role in ("member", "screener", "juror"):
                Follow.objects.create(idea=idea, person=self.people[role], wanted=True, said_at=MOMENT)
        self.tried = make_question(edition=self.edition, slug="tried", label_en="What did you try?")
        for idea in self.twins:
            IdeaAnswer.objects.create(idea=idea, question=self.tried, answer="Primrose")
        self.unsent = make_idea(edition=self.edition, submitter=self.makers[0], state=IdeaState.DRAFT, title="Begonia")
        self.late = make_idea(edition=self.edition, submitter=self.makers[2], title="Chrysanthemum")
        self.kept_for_managers()
        self.hall_questions = []
        self.go_to(stage, sealed=sealed)

    def somebody(self, name, unit=None):
        """Make a person with a name that stands out, who can be found among the people."""
        person = make_person(name=name, email=f"{name.split()[1].lower()}@hidden.example", unit=unit)
        person.profile.open_to_ask = True
        person.profile.save()
        return person

    def talk(self, idea):
        """Let the author speak and sign, and let others answer; one of them says more than is good."""
        first = make_comment(idea=idea, by=idea.submitter, words=later.signed(idea.submitter))
        make_comment(idea=idea, by=self.colleague, answers_to=first, words="Wallflower", held_back=True)
        make_comment(idea=idea, by=self.colleague, answers_to=first, words="And of the weather?")
        return first

    def kept_for_managers(self):
        """Let things be written down that only managers read."""
        self.manager_note = Note.objects.create(
            idea=self.twins[0], by=self.people["manager"], words="Hyacinth", written_at=MOMENT
        )
        self.complaint = Complaint.objects.create(
            idea=self.twins[1], by=self.joiners[0], reason=ComplaintReason.values[0], words="Gladiolus", made_at=MOMENT
        )

    def go_to(self, stage, *, sealed=False):
        """Stand in a stage, with what was done until then."""
        for come, happen in later.HAPPENS.items():
            if has_come(stage, come):
                happen(self)
        self.edition.stage, self.edition.sealed = stage, sealed
        self.edition.save()
        for idea in Idea.objects.filter(edition=self.edition):
            idea.edition = self.edition
        keep_edition_findable(self.edition, at=MOMENT + timedelta(minutes=1))

    def ideas(self):
        """Return the ideas that are decided about: the author's own, and the twins."""
        return [self.idea, *self.twins]

    @cache  # noqa: B019 - a world lives as long as its test, and is asked for every route
    def parts(self):
        """Return what stands in an address, looked up once."""
        return super().parts()

    @cache  # noqa: B019 - as above
    def parts_of_addresses(self):
        """Return what stands in an address for each of its parts: one thing, or several."""
        several = {
            "idea_id": [self.idea.public_id, self.twins[0].public_id],
            "person_id": [person.public_id for person in self.makers[:2]],
            "comment_id": [self.talks[0].public_id],
            "kind": ["csv", "xlsx"],
            "unit_slug": [self.makers[0].profile.unit.slug, self.free_unit.slug],
        }
        return {name: [value] for name, value in self.parts().items()} | several | later.parts_of(self)
