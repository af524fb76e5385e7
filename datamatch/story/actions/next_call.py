"""The next call: a second edition opens, and a case of the first is reused in a new idea."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from django.utils.translation import gettext as _

from datamatch.cases.actions import reuse_case
from datamatch.ideas.actions import send_idea, start_idea
from datamatch.ideas.models import Idea
from datamatch.story.actions import calling
from datamatch.story.actions.journey import Journey, Plan, in_words_of
from datamatch.story.actions.showing import useful_case


def next_plan(plan: Plan) -> Plan:
    """Return the plan of the edition after this one: it opens two weeks after the DataDag."""
    return replace(
        plan, name=f"DataMatch {plan.number + 1}", slug=f"datamatch-{plan.number + 1}", number=plan.number + 1,
        starts_on=plan.datadag_on + timedelta(weeks=2),
    )  # fmt: skip


def open_next(journey: Journey, plan: Plan) -> Journey:
    """Prepare and open the next edition with the same people and themes, and return its journey."""
    journey.clock.go_to(plan.starts_on)
    following = replace(journey, plan=plan, ideas={}, simulated=[], notes=[])
    following.administrator = journey.administrator
    following.plan = replace(plan, themes=plan.themes or calling.themes_in(journey.idea_lines))
    calling.prepare(following)
    return following


def reuse_one(first: Journey, following: Journey) -> Idea:
    """Let somebody who did not make it take a case up in a new idea."""
    case = useful_case(first)
    makers = {case.project.idea.submitter_id}
    email = following.world.pick(1, [e for e, p in sorted(following.people.items()) if p.pk not in makers], "reuse")[0]
    by, theme = following.people[email], following.edition.themes.order_by("pk").first()
    idea = start_idea(
        edition=following.edition, by=by, at=following.clock.tick(), theme=theme, language=case.project.idea.language,
        title=(_("Further with: %(case)s") % {"case": case.title})[:120], demand=case.demand[:2000],
        data="\n".join(case.datasets)[:2000],
    )  # fmt: skip
    with in_words_of(by):
        what = _("The approach and the code")
    reuse_case(case=case, idea=idea, what=what, by=by, at=following.clock.tick())
    idea = send_idea(idea=idea, by=by, at=following.clock.tick())
    first.tell(_("Reused in the next call: %(case)s") % {"case": case.title})
    return idea


def link_reuses(first: Journey, following: Journey, rows: Sequence[int]) -> None:
    """Note for the ideas in these rows which case of the first edition they build on."""
    for row in rows:
        idea = following.ideas[row]
        with in_words_of(idea.submitter):
            what = _("The approach and the code")
        reuse_case(case=useful_case(first), idea=idea, what=what, by=idea.submitter, at=following.clock.tick())
