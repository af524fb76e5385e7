"""A small organisation in which every address of people, editions and ideas leads somewhere, and every role acts."""

from datetime import timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.utils import timezone

from datamatch.editions import actions as editions
from datamatch.editions.enums import Access, Stage
from datamatch.editions.models import AccessCode, EditionInvite, EditionMember, Synonym
from datamatch.foundation.files import fit
from datamatch.ideas import actions as ideas
from datamatch.ideas.actions.findable import keep_edition_findable
from datamatch.ideas.enums import Alikeness, EnergyKind, IdeaState, Ruling
from datamatch.ideas.models import AlikePair, Ask, Attachment, IdeaFile, SavedView, Version
from datamatch.ideas.queries import words_now
from datamatch.people import actions as people
from datamatch.people.models import Domain, Invitation, Photo, UnitImport, UnitMerge
from tests.factories.editions import (
    make_director,
    make_edition,
    make_juror,
    make_manager,
    make_question,
    make_screener,
)
from tests.factories.ideas import make_coauthor, make_comment, make_energy, make_idea
from tests.factories.people import make_administrator, make_person, make_skill, make_unit
from tests.permissions.roles import ROLES


class World:
    """An edition in a stage, closed or sealed if asked, its people, and what addresses are made of."""

    def __init__(self, *, stage=Stage.CALL, access=Access.OPEN, sealed=False, state=IdeaState.SENT):
        now = timezone.now()
        self.unit, self.other_unit, self.skill = make_unit(), make_unit(), make_skill()
        self.edition = make_edition(stage=Stage.CALL)
        self.theme = self.edition.themes.first()
        self.question = [make_question(edition=self.edition) for _ in range(2)][1]
        self.synonym = Synonym.objects.create(programme=self.edition.programme, word="AI", means="kunstmatig")
        self.code = AccessCode.objects.create(
            edition=self.edition, code="ABCDEFGH", made_by=make_administrator(), made_at=now
        )
        self.people = dict(zip(ROLES, self._people(), strict=True))
        self.colleague = make_person(unit=self.other_unit)
        self.colleague.profile.open_to_ask = True
        self.colleague.profile.save()
        Photo.objects.create(person=self.colleague, picture=b"RIFF", kept_at=now)
        self.device = UserSession.objects.create(user=self.colleague, ip="127.0.0.1", session_key="x", user_agent="")
        self.domain = Domain.objects.create(name="elsewhere.example")
        self.invitation, link = people.invite(by=self.people["administrator"], at=now)
        self.invite = self._invite_to_edition(now)
        self.token = link.rstrip("/").rpartition("/")[2]
        self._units(now)
        self._idea(now, state)
        self._other_ideas(now)
        # All of this was done in an open call; then time went on.
        self.edition.stage, self.edition.access, self.edition.sealed = stage, access, sealed
        self.edition.save()

    def _invite_to_edition(self, now):
        """Return an invitation to the edition that was sent days ago."""
        manager = self.people["manager"]
        editions.invite_people(edition=self.edition, addresses=["new@elsewhere.example"], by=manager, at=now)
        sent = EditionInvite.objects.select_related("invitation").get()
        Invitation.objects.filter(pk=sent.invitation_id).update(made_at=now - timedelta(days=3))
        return sent

    def _people(self):
        """Yield somebody for every role."""
        yield AnonymousUser()
        yield make_person(unit=self.unit)
        for _writer in range(2):
            yield self._let_in(make_person(unit=self.unit))
        for make in (make_screener, make_juror, make_director, make_manager):
            yield make(self.edition)
        yield make_manager(make_edition(stage=Stage.CALL))
        yield make_administrator()

    def _let_in(self, person):
        """Let somebody into the edition with its code, as who writes an idea in a closed one was."""
        EditionMember.objects.create(edition=self.edition, person=person, code=self.code, joined_at=timezone.now())
        return person

    def _units(self, now):
        """Make what the pages about units are about."""
        self.units_file = UnitImport.objects.create(lines=[], read_by=self.people["administrator"], read_at=now)
        gone = make_unit(merged_into=self.other_unit)
        self.unit_merge = UnitMerge.objects.create(unit=gone, into=self.other_unit, merged_at=now)
        self.free_unit, self.ended_unit = make_unit(), make_unit(ended_on=timezone.localdate())

    def _idea(self, now, state):
        """Make an idea that everything was done to."""
        author, manager = self.people["author"], self.people["manager"]
        self.idea = make_idea(edition=self.edition, submitter=author, state=state)
        self.writer = make_coauthor(idea=self.idea, person=self.people["co-author"])
        self.waiting = make_coauthor(idea=self.idea, accepted=False)
        self.comment = make_comment(idea=self.idea, by=self.people["member"], written_at=now)
        self.request = make_energy(idea=self.idea, person=self.colleague, kind=EnergyKind.JOIN).request
        said = words_now(self.idea) | {"title": "Earlier"}
        self.version = Version.objects.create(idea=self.idea, number=1, words=said, by=author, at=now)
        file = fit(ContentFile(b"a;b\n", name="plan.csv"))
        self.attachment = Attachment.objects.create(
            idea=self.idea, name=file.name, kind=file.kind, size=file.size, file=ContentFile(b"a;b\n", name="x.csv"),
            added_by=author, added_at=now,
        )  # fmt: skip
        self.ask = Ask.objects.create(
            idea=self.idea, person=self.people["member"], asked_by=author, by_author=True, asked_at=now
        )
        self.view = SavedView.objects.create(
            edition=self.edition, person=manager, name="Mine", query="order=number", kept_at=now
        )
        self.file = IdeaFile.objects.create(edition=self.edition, person=manager, name="a.csv", lines=[], read_at=now)

    def _other_ideas(self, now):
        """Make ideas like it: a pair, two that were merged, and two about which a proposal to merge waits."""
        author, member = self.people["author"], self.people["member"]
        self.like, self.own, merged, *others = (
            make_idea(edition=self.edition, submitter=submitter, title="Crops on a map")
            for submitter in (self.colleague, author, author, self.colleague, self.colleague, author)
        )
        make_coauthor(idea=self.own, person=self.people["co-author"])
        self.pair = AlikePair.objects.create(
            edition=self.edition, first=self.like, second=self.own, level=Alikeness.STRONG, found_at=now
        )
        make_energy(idea=merged, person=member)
        words = words_now(merged)
        self.merged = ideas.propose_merge(ideas=[merged, others[0]], words=words, by=author, at=now)
        ideas.agree_to_merge(merge=self.merged, by=self.colleague, at=now)
        self.proposal = ideas.propose_merge(ideas=others[1:], words=words, by=self.colleague, at=now)
        manager, hidden = self.people["manager"], make_idea(edition=self.edition, submitter=author, number=30_000)
        make_coauthor(idea=hidden, person=self.people["co-author"])
        said = {"ruling": Ruling.HIDE, "reason": "An advertisement"}
        self.moderation = ideas.moderate(idea=hidden, comment=None, by=manager, at=now, **said)
        self.note = ideas.add_note(idea=self.idea, by=manager, at=now, words="Ask about the register.")
        self.thrown = make_idea(edition=self.edition, submitter=author, state=IdeaState.DRAFT, changed_at=now)
        self.thrown.state = IdeaState.DISCARDED
        self.thrown.save()
        self.past = make_idea(edition=make_edition(stage=Stage.CLOSED), submitter=author)
        make_coauthor(idea=self.past, person=self.people["co-author"])
        keep_edition_findable(self.edition, at=now)

    def parts(self) -> dict[str, Any]:
        """Return what stands in an address for each of its parts."""
        return {
            "person_id": self.colleague.public_id,
            "invitation_id": self.invitation.public_id,
            "token": self.token,
            "unit_slug": self.free_unit.slug,
            "import_id": self.units_file.public_id,
            "merge_id": self.unit_merge.public_id,
            "edition_slug": self.edition.slug,
            "theme_slug": self.theme.slug,
            "question_slug": self.question.slug,
            "criterion_slug": self.edition.criteria.last().slug,
            "code_id": self.code.public_id,
            "synonym_id": self.synonym.public_id,
            "idea_id": self.idea.public_id,
            "attachment_id": self.attachment.public_id,
            "ask_id": self.ask.public_id,
            "request_id": self.request.public_id,
            "comment_id": self.comment.public_id,
            "view_id": self.view.public_id,
            "file_id": self.file.public_id,
            "moderation_id": self.moderation.public_id,
            "note_id": self.note.public_id,
            "kind": "csv",
            "step": "titel",
        }

    def parts_of(self, name: str) -> dict[str, Any]:
        """Return the same for one route, some of which need a thing of their own."""
        own = {
            "editions:invite_again": {"invitation_id": self.invite.invitation.public_id},
            "editions:withdraw_invite": {"invitation_id": self.invite.invitation.public_id},
            "people:resume_unit": {"unit_slug": self.ended_unit.slug},
            "ideas:propose_merge": {"idea_id": self.own.public_id},
            "ideas:put_back": {"idea_id": self.thrown.public_id},
            "ideas:again": {"idea_id": self.past.public_id},
            "ideas:merge": {"merge_id": self.proposal.public_id},
            "ideas:answer_merge": {"merge_id": self.proposal.public_id},
            "ideas:undo_merge": {"merge_id": self.merged.public_id},
            "ideas:energy_along": {"merge_id": self.merged.public_id},
        }
        return self.parts() | own.get(name, {})
