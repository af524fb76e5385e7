"""What is said about an idea, without what would tell a reader who made it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from datamatch.ideas.enums import CommentState
from datamatch.ideas.models import Comment, Idea
from datamatch.ideas.queries.alone import blacked_out, found_in, in_pieces
from datamatch.ideas.queries.ideas import sees_authors
from datamatch.ideas.queries.mentions import Piece, pieces_of, unseal
from datamatch.ideas.queries.talk import comments_on
from datamatch.ideas.queries.telling import telling_to
from datamatch.people.models import Person


def is_held_back(comment: Comment, *, to: Person) -> bool:
    """Tell whether a comment is kept from this reader: a manager holds it back, and they may not know the makers."""
    return comment.held_back and comment.by_id != to.pk and not sees_authors(comment.idea, to)


def pieces_in(comment: Comment, *, telling: re.Pattern[str] | None = None) -> list[Piece]:
    """Return the words of a comment with its links and names.

    :param telling: what tells who made the idea, for who may not know; it is blacked out where an author speaks. In
        the words of others it is not: somebody could try names until one turns black
    """
    pieces = list(pieces_of(comment.words, comment.mentioned.all()))
    return [without(piece, telling) for piece in pieces] if telling and comment.as_author else pieces


def without(piece: Piece, telling: re.Pattern[str]) -> Piece:
    """Return a piece without what tells; a link or a name that told is none any more."""
    text = blacked_out(piece.text, telling)
    return piece if text == piece.text else Piece(text)


def words_to(comment: Comment, people: Iterable[Person], *, to: Person) -> str:
    """Return the words of a comment, with these people by name, as this reader may know them."""
    words = unseal(comment.words, people)
    tells = telling_to(comment.idea, to) if comment.as_author and comment.by_id != to.pk else None
    return blacked_out(words, tells) if tells else words


@dataclass(frozen=True)
class Weighed:
    """A comment as a manager weighs whether it tells who made the idea: its words in pieces, and what tells in them."""

    comment: Comment
    pieces: list[tuple[bool, str]]
    telling: list[str]


def comments_to_weigh(idea: Idea, telling: re.Pattern[str], *, asked: Collection[UUID] = ()) -> list[Weighed]:
    """Return the comments that tell who made an idea or are held back, and those that are asked for."""
    weighed = []
    for comment in comments_on(idea).filter(state=CommentState.SHOWN):
        words = unseal(comment.words, comment.mentioned.all())
        tells = found_in(words, telling)
        if tells or comment.held_back or comment.public_id in asked:
            weighed.append(Weighed(comment, in_pieces(words, telling), tells))
    return weighed
