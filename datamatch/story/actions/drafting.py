"""In the demo world some people began an idea and did not send it yet."""

from datamatch.ideas.actions import start_idea
from datamatch.story.actions.content import shipped
from datamatch.story.actions.journey import Journey


def begin_drafts(journey: Journey) -> None:
    """Let somebody who sent nothing begin each of the shipped drafts."""
    senders = {line.submitter for line in journey.idea_lines}
    emails = sorted(email for email, person in journey.people.items() if email not in senders and not person.is_staff)
    themes = {theme.slug: theme for theme in journey.edition.themes.all()}
    drafts = shipped("drafts")
    for draft, email in zip(drafts, journey.world.pick(len(drafts), emails, "drafts"), strict=True):
        words = {**draft, "theme": themes.get(draft["theme"])}
        start_idea(edition=journey.edition, by=journey.people[email], at=journey.clock.tick(), **words)
