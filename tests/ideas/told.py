"""A world in which the words of an idea tell who made it."""

from django.core.files.base import ContentFile

from datamatch.editions.enums import Stage
from datamatch.foundation.files import fit
from datamatch.ideas import actions, queries
from datamatch.ideas.models import Attachment, IdeaAnswer
from tests.factories.editions import make_edition, make_manager, make_question
from tests.factories.ideas import make_coauthor, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit

DEMAND = "Zebedee of Whispers (zq@whispers.example) and Ottoline ask: which farms? Zebedeeus is a bug."


class Told:
    """An idea in screening whose words tell who made it, its manager, and who may not know."""

    def __init__(self, **plan):
        self.edition = make_edition(stage=Stage.SCREENING, **plan)
        self.manager = make_manager(self.edition)
        unit = make_unit(name="Whispers", abbreviation="WHSP")
        self.maker = make_person(name="Zebedee Quillfeather", email="zq@whispers.example", unit=unit)
        self.idea = make_idea(edition=self.edition, submitter=self.maker, title="Map of Zebedee", demand=DEMAND)
        make_coauthor(idea=self.idea, person=make_person(name="Ottoline Ravenscroft"))
        file = fit(ContentFile(b"a;b\n", name="zebedee.csv"))
        self.file = Attachment.objects.create(
            idea=self.idea, name=file.name, kind=file.kind, size=file.size, file=ContentFile(b"a;b\n", name="x.csv"),
            added_by=self.maker, added_at=MOMENT,
        )  # fmt: skip

    def redact(self, **words):
        """Let the manager keep the copy that is proposed, with the file held back."""
        said = queries.suggested_copy(self.idea) | words
        return actions.redact_idea(
            idea=self.idea, words=said, held_back=[self.file.public_id], by=self.manager, at=MOMENT
        )

    def answer(self, slug, words, **question):
        """Let the makers answer a question of the call in their own words."""
        given = {"kind": "text", "label_en": f"What about {slug}?"} | question
        asked = make_question(edition=self.edition, slug=slug, **given)
        return IdeaAnswer.objects.create(idea=self.idea, question=asked, answer=words)
