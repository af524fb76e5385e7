"""Leaks as they happen in such systems, planted into the product to see that the check finds them."""

from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from django.http import JsonResponse, StreamingHttpResponse

from datamatch.foundation.privacy import Tale
from datamatch.ideas.models import Idea
from datamatch.ideas.queries.mentions import pieces_of
from datamatch.jury.models import PairTally
from datamatch.screening.actions.mails import tell_answered
from datamatch.screening.models import Review, Score
from datamatch.screening.queries.own import own_reviews


@contextmanager
def planted(**leaks):
    """Put something leaky in the place of what the product does, by its full name with two underscores for a dot."""
    with ExitStack() as stack:
        for place, leaky in leaks.items():
            stack.enter_context(patch(place.replace("__", "."), leaky))
        yield


def in_order_of_makers(ideas, *, order, reader):
    """Put ideas in the order of who sent them."""
    return ideas.order_by("submitter__name", "number")


def count_for_all(edition, *, to):
    """Tell everybody how many ideas lie sealed."""
    return Idea.objects.sent().filter(edition=edition).count()


def found_by_maker(text, *, edition):
    """Find ideas by the name of who sent them."""
    found = Idea.objects.sent().filter(edition=edition, submitter__name__icontains=text)
    return {idea.public_id: place for place, idea in enumerate(found)}


def export_of_all(person) -> Tale:
    """Hand out the remarks of others along with one's own."""
    others = Review.objects.filter(assignment__idea__edition__appointments__person=person).distinct()
    return own_reviews(person) | {"others": list(others.order_by("pk").values("remark"))}


def mail_with_name(asked, *, at):
    """Say in the title of the mail who answered."""
    asked.idea.title = f"{asked.idea.title} ({asked.answered_by.name})"
    tell_answered(asked, at=at)


def stream_of_result(request, *keys):
    """Tell with each event how the ballots stand."""

    async def told():
        tally = [pair.count async for pair in PairTally.objects.order_by("pk")]
        yield b"retry: 2000\n\n"
        yield f"id: 1\ndata: {tally}\n\n".encode()

    return StreamingHttpResponse(told(), content_type="text/event-stream")


def json_with_scores(said, **given):
    """Answer a program with what others gave."""
    values = list(Score.objects.order_by("pk").values_list("value", flat=True))
    return JsonResponse(said | {"scores": values}, **given)


def words_for_all(comment, *, telling=None):
    """Show everybody all that a comment says."""
    return list(pieces_of(comment.words, comment.mentioned.all()))


def nothing_blacked_out(text, telling):
    """Let an answer say all it says."""
    return text


def page_for_all(idea, person):
    """Show everybody who made an idea."""
    return True
