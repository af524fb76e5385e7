"""Authors say how their idea relates to what looks like it, and the manager says which words mean the same."""

from collections.abc import Sequence

from datamatch.editions.actions import add_synonym
from datamatch.ideas.actions import say_alike
from datamatch.ideas.enums import LikenessChoice
from datamatch.ideas.queries import alike_to, words_compared
from datamatch.story.actions.content import shipped
from datamatch.story.actions.journey import Journey


def compare(journey: Journey, rows: Sequence[int]) -> None:
    """Keep some synonyms, and let the authors of these rows say in what theirs differs from the text most like it."""
    words = shipped("alike")
    for word, means in words["synonyms"]:
        add_synonym(edition=journey.edition, word=word, means=means, by=journey.manager, at=journey.clock.tick())
    for place, row in enumerate(rows):
        idea = journey.ideas[row]
        alike = alike_to(words_compared(idea), edition=journey.edition, to=idea.submitter)
        if alike:
            because = words["differs"][place % len(words["differs"])][idea.language]
            say_alike(
                idea=idea, match=alike[0], by=idea.submitter, at=journey.clock.tick(),
                choice=LikenessChoice.DIFFERS, because=because,
            )  # fmt: skip
