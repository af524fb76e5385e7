"""The daily mail: everything that happened to the ideas somebody follows, in one message."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import translation
from django.utils.text import format_lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from datamatch.ideas import queries, rules
from datamatch.ideas.actions.mailing import FOOT, wishes_address
from datamatch.ideas.actions.telling import address_of, tell
from datamatch.ideas.enums import Followed, ToMe
from datamatch.ideas.models import DigestRound, MailWish
from datamatch.ideas.queries.news import News, news_between
from datamatch.people.models import Person

FIRST_LOOK, FURTHEST = timedelta(days=1), timedelta(days=7)


@transaction.atomic
def send_digests(*, at: datetime) -> int:
    """Mail everybody what happened since the last round, once a day at most; return how many mails.

    The database keeps one round per day, in the same transaction as its mails: nothing is told twice or left out. After
    a long standstill a week is told, no more.
    """
    last = DigestRound.objects.first()
    since = max(last.until, at - FURTHEST) if last else at - FIRST_LOOK
    _round, is_new = DigestRound.objects.get_or_create(day=localdate(at), defaults={"since": since, "until": at})
    if not is_new:
        return 0
    news = news_between(since, at)
    told: dict[Person, list[tuple[News, list[str]]]] = defaultdict(list)
    for one in news:
        for person, lines in lines_about(one):
            told[person].append((one, lines))
    for person, parts in told.items():
        mail_digest(person, parts, at=at)
    return len(told)


def lines_about(news: News) -> Iterator[tuple[Person, list[str]]]:
    """Yield who is told something about this idea, with the lines in their language."""
    followers = set(queries.followers_of(news.idea))
    readers = followers | set(Person.objects.filter(pk__in=news.meant, is_active=True))
    authors = {author.pk for author in queries.authors_of(news.idea)}
    wishes = {wish.person_id: wish for wish in MailWish.objects.filter(person__in=readers)}
    for person in sorted(readers, key=lambda one: one.pk):
        wish = wishes.get(person.pk) or MailWish(person=person)
        if not news.withdrawn and rules.why_not_see(idea=news.idea, by=person):
            continue
        follows = person in followers and wish.followed == Followed.DAILY
        with translation.override(person.language):
            lines = [*to_me(news, person, wish), *(followed(news, person, wish, authors) if follows else ())]
        if lines:
            yield person, lines


def to_me(news: News, person: Person, wish: MailWish) -> Iterator[str]:
    """Yield what was said to this person, when they want to hear that once a day."""
    if wish.to_me != ToMe.DAILY:
        return
    if person.pk in news.answered:
        yield _("The authors answered your request to join.")
    if count := news.said_to(person):
        yield ngettext(
            "%(count)s comment answers you or mentions you.", "%(count)s comments answer you or mention you.", count
        ) % {"count": count}


def followed(news: News, person: Person, wish: MailWish, authors: set[int]) -> Iterator[str]:
    """Yield what happened to an idea that this person follows; nobody is told what they did themselves."""
    alone = authors == {person.pk}
    if news.joiners and person.pk in authors:
        words = ngettext("%(count)s person asks to join.", "%(count)s people ask to join.", news.joiners)
        yield words % {"count": news.joiners}
    if count := news.comments_for(person, told=wish.to_me != ToMe.NONE):
        yield ngettext("%(count)s new comment.", "%(count)s new comments.", count) % {"count": count}
    if news.changed_by - {person.pk}:
        yield _("Its words were changed.")
    if news.merged:
        yield _("It became part of a new idea.")
    if news.withdrawn and not alone:
        yield _("It was withdrawn.")


def mail_digest(person: Person, parts: Sequence[tuple[News, list[str]]], *, at: datetime) -> None:
    """Queue one mail with everything there is to tell this person today."""
    news = "\n\n".join("\n".join([one.idea.title, *lines, address_of("idea", one.idea)]) for one, lines in parts)
    subject = ngettext_lazy("News about %(count)s idea you follow", "News about %(count)s ideas you follow", len(parts))
    body = gettext_lazy("Hello %(to)s,\n\nThis happened since the last time:\n\n%(news)s")
    tell(
        to=person, key=f"ideas.digest:{person.public_id}:{localdate(at)}", subject=subject, at=at,
        body=format_lazy("{}{}", body, FOOT), words={"count": len(parts), "news": news, "wishes": wishes_address()},
    )  # fmt: skip
