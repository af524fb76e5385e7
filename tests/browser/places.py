"""Where every page of the product is found in the demo world, and who may see it.

A page that the demo world cannot show, because its stage is over or has not come, is in `SEEN_ON_THE_WAY`: the walk
of the whole chain looks at it with the same eyes.
"""

from dataclasses import dataclass

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

ADMINISTRATOR = "beheer@datamatch.example"
VISITOR = ""

DONE, OPEN = "datamatch-1", "datamatch-2"

PROJECT = "FROM projects_project JOIN ideas_idea ON ideas_idea.id = projects_project.idea_id"
CHOSEN = f"SELECT ideas_idea.id {PROJECT} ORDER BY projects_project.id LIMIT 1"
OF_CHOSEN = f"WHERE idea_id = ({CHOSEN})"

# What stands for a part of an address: a question to the demo world.
PARTS = {
    "manager": "SELECT person.email FROM editions_appointment JOIN people_person AS person ON person.id = person_id "
    "WHERE duty = 'manager' AND person.is_staff = 0 LIMIT 1",
    "member": "SELECT email FROM people_person WHERE is_staff = 0 AND id NOT IN "
    "(SELECT person_id FROM editions_appointment) ORDER BY id LIMIT 1",
    "screener": "SELECT email FROM editions_appointment JOIN people_person AS person ON person.id = person_id "
    "WHERE duty = 'screener' ORDER BY person.id LIMIT 1",
    "juror": "SELECT email FROM editions_appointment JOIN people_person AS person ON person.id = person_id "
    "WHERE duty = 'juror' ORDER BY person.id LIMIT 1",
    "submitter": "SELECT email FROM ideas_idea JOIN people_person AS person ON person.id = submitter_id "
    f"JOIN editions_edition AS edition ON edition.id = edition_id WHERE edition.slug = '{OPEN}' "
    "ORDER BY ideas_idea.id LIMIT 1",
    "own": "SELECT ideas_idea.public_id FROM ideas_idea JOIN editions_edition AS edition ON edition.id = edition_id "
    f"WHERE edition.slug = '{OPEN}' ORDER BY ideas_idea.id LIMIT 1",
    "invited": "SELECT email FROM people_person WHERE id = "
    "(SELECT person_id FROM ideas_coauthor WHERE accepted_at IS NULL AND ended_at IS NULL ORDER BY id LIMIT 1)",
    "shared": "SELECT public_id FROM ideas_idea WHERE id = "
    "(SELECT idea_id FROM ideas_coauthor WHERE accepted_at IS NULL AND ended_at IS NULL ORDER BY id LIMIT 1)",
    "drafter": "SELECT email FROM ideas_idea JOIN people_person AS person ON person.id = submitter_id "
    "WHERE state = 'draft' ORDER BY ideas_idea.id LIMIT 1",
    "past": "SELECT ideas_idea.public_id FROM ideas_idea JOIN editions_edition AS edition ON edition.id = edition_id "
    f"WHERE edition.slug = '{DONE}' ORDER BY ideas_idea.id LIMIT 1",
    "past_submitter": "SELECT email FROM ideas_idea JOIN people_person AS person ON person.id = submitter_id "
    f"JOIN editions_edition AS edition ON edition.id = edition_id WHERE edition.slug = '{DONE}' "
    "ORDER BY ideas_idea.id LIMIT 1",
    "draft": "SELECT public_id FROM ideas_idea WHERE state = 'draft' ORDER BY id LIMIT 1",
    "merge": "SELECT public_id FROM ideas_merge WHERE state = 'asked' ORDER BY id LIMIT 1",
    "merger": "SELECT email FROM people_person WHERE id = (SELECT submitter_id FROM ideas_idea JOIN ideas_mergepart ON "
    "ideas_idea.id = ideas_mergepart.idea_id WHERE answer = 'waiting' AND is_open ORDER BY ideas_mergepart.id LIMIT 1)",
    "asked": "SELECT email FROM people_person WHERE id = (SELECT person_id FROM teams_member ORDER BY id LIMIT 1)",
    "owner": "SELECT email FROM people_person WHERE id = "
    "(SELECT owner_id FROM safeguards_safeguard WHERE owner_id IS NOT NULL ORDER BY id LIMIT 1)",
    "reader": "SELECT email FROM people_person WHERE id = (SELECT to_id FROM post_letter ORDER BY id LIMIT 1)",
    "person": "SELECT public_id FROM people_person WHERE is_staff = 0 ORDER BY id LIMIT 1 OFFSET 9",
    "idea": f"SELECT public_id FROM ideas_idea WHERE id = ({CHOSEN})",
    "team": f"SELECT public_id FROM teams_team {OF_CHOSEN}",
    "pitch": f"SELECT public_id FROM jury_pitch {OF_CHOSEN}",
    "confirmer": "SELECT email FROM people_person WHERE id = "
    f"(SELECT submitter_id FROM ideas_idea WHERE id = ({CHOSEN}))",
    "project": f"SELECT public_id FROM projects_project {OF_CHOSEN}",
    "ask_back": "SELECT public_id FROM screening_askback ORDER BY id LIMIT 1",
    "asked_author": "SELECT email FROM screening_askback JOIN ideas_idea ON ideas_idea.id = idea_id "
    "JOIN people_person AS person ON person.id = submitter_id ORDER BY screening_askback.id LIMIT 1",
    "box": "SELECT public_id FROM jury_ballotbox ORDER BY id LIMIT 1",
    "code": "SELECT code FROM jury_hall ORDER BY id LIMIT 1",
    "letter": "SELECT public_id FROM post_letter ORDER BY id LIMIT 1",
    "ask": "SELECT public_id FROM ideas_ask ORDER BY answer DESC, id LIMIT 1",
    "helper": "SELECT email FROM people_person WHERE id = "
    "(SELECT person_id FROM ideas_ask ORDER BY answer DESC, id LIMIT 1)",
    "reported": "SELECT idea.public_id FROM ideas_complaint JOIN ideas_idea AS idea ON idea.id = idea_id "
    "WHERE settled_at IS NULL LIMIT 1",
    "moderation": "SELECT public_id FROM ideas_moderation WHERE comment_id IS NOT NULL AND ruling = 'hide' LIMIT 1",
    "ruled": "SELECT email FROM people_person WHERE id = (SELECT ideas_comment.by_id FROM ideas_moderation "
    "JOIN ideas_comment ON ideas_comment.id = comment_id WHERE ruling = 'hide' LIMIT 1)",
    "theme": "SELECT theme.slug FROM editions_theme AS theme "
    "JOIN editions_edition AS edition ON edition.id = edition_id "
    f"WHERE edition.slug = '{OPEN}' ORDER BY position LIMIT 1",
    "case": "SELECT slug FROM cases_case ORDER BY id LIMIT 1",
}


@dataclass(frozen=True)
class Place:
    """One page: its address, with parts in braces, and the two readers it is looked at with."""

    name: str
    path: str
    readers: tuple[str, str] = ("{member}", "{manager}")


MANAGER = ("{manager}", "{manager}")
SUBMITTER = ("{submitter}", "{submitter}")
DRAFTER = ("{drafter}", "{drafter}")
NOBODY = (VISITOR, VISITOR)

PLACES = [
    Place("front:home", "/", (VISITOR, "{member}")),
    Place("front:home", "/", ("{manager}", "{screener}")),
    Place("front:my_page", "/mijn/"),
    Place("front:my_page", "/mijn/", ("{submitter}", "{juror}")),
    Place("front:edition", f"/edities/{DONE}/"),
    Place("front:edition", f"/edities/{OPEN}/"),
    Place("front:energy_map", f"/edities/{DONE}/energiekaart/", ("{manager}", ADMINISTRATOR)),
    Place("front:energy_map", f"/edities/{OPEN}/energiekaart/?show=hours", (ADMINISTRATOR, "{manager}")),
    Place("front:trace", "/ideeen/{idea}/spoor/"),
    Place("ideas:seek", "/ideeen/{own}/gezocht/", SUBMITTER),
    Place("ideas:ideas", f"/edities/{OPEN}/ideeen/?look=cards"),
    Place("ideas:desk", f"/edities/{OPEN}/ideeen/beheer/", MANAGER),
    Place("ideas:bring", f"/edities/{OPEN}/ideeen/bestand/", MANAGER),
    Place("front:accessibility", "/toegankelijkheid/", (VISITOR, "{manager}")),
    Place("front:privacy", "/privacy/", (VISITOR, "{manager}")),
    Place("people:profile", "/profiel/"),
    Place("people:my_photo", "/profiel/foto/"),
    Place("people:people", "/mensen/"),
    Place("people:people", "/mensen/?text=pytohn&hours=2&safeguard=legal"),
    Place("people:person", "/mensen/{person}/"),
    Place("people:consent", "/profiel/akkoord/"),
    Place("people:account", "/account/"),
    Place("people:account", "/account/", (ADMINISTRATOR, "{submitter}")),
    Place("people:close", "/account/sluiten/", ("{member}", ADMINISTRATOR)),
    Place("people:admission", "/toegang/", (ADMINISTRATOR, ADMINISTRATOR)),
    Place("people:units", "/onderdelen/", ("{member}", ADMINISTRATOR)),
    Place("people:units", "/onderdelen/?text=landbouw&ended=on", ("{member}", ADMINISTRATOR)),
    Place("people:unit", "/onderdelen/ez/", ("{member}", ADMINISTRATOR)),
    Place("people:add_unit", "/onderdelen/nieuw/", (ADMINISTRATOR, ADMINISTRATOR)),
    Place("people:import_units", "/onderdelen/inlezen/", (ADMINISTRATOR, ADMINISTRATOR)),
    Place("editions:open_programme", "/programmas/nieuw/", (ADMINISTRATOR, ADMINISTRATOR)),
    Place("editions:editions", "/edities/"),
    Place("editions:prepare", "/edities/nieuw/", (ADMINISTRATOR, "{manager}")),
    Place("editions:plan", f"/edities/{OPEN}/plan/", (ADMINISTRATOR, "{manager}")),
    Place("editions:clone", f"/edities/{DONE}/opnieuw/", MANAGER),
    Place("editions:enter", "/toegangscode/"),
    Place("editions:access", f"/edities/{OPEN}/toegang/", (ADMINISTRATOR, "{manager}")),
    Place("editions:members", f"/edities/{OPEN}/toegang/wie/", (ADMINISTRATOR, "{manager}")),
    Place("editions:change_theme", f"/edities/{OPEN}/themas/{{theme}}/", MANAGER),
    Place("editions:questions", f"/edities/{OPEN}/vragen/", MANAGER),
    Place("editions:add_question", f"/edities/{OPEN}/vragen/nieuw/", MANAGER),
    Place("editions:change_question", f"/edities/{OPEN}/vragen/J2/", MANAGER),
    Place("editions:preview", f"/edities/{OPEN}/vragen/voorbeeld/?J1=yes", MANAGER),
    Place("editions:explain", f"/edities/{OPEN}/vragen/uitleg/", MANAGER),
    Place("editions:criteria", f"/edities/{OPEN}/criteria/", MANAGER),
    Place("editions:criteria", f"/edities/{DONE}/criteria/", MANAGER),
    Place("editions:add_criterion", f"/edities/{OPEN}/criteria/nieuw/", MANAGER),
    Place("editions:change_criterion", f"/edities/{OPEN}/criteria/vraag/", MANAGER),
    Place("editions:names", f"/edities/{OPEN}/namen/", MANAGER),
    Place("editions:names", f"/edities/{DONE}/namen/", (ADMINISTRATOR, "{manager}")),
    Place("editions:synonyms", f"/edities/{OPEN}/synoniemen/", MANAGER),
    Place("editions:appointments", f"/edities/{OPEN}/aanstellingen/?text=an", MANAGER),
    Place("ideas:ideas", f"/edities/{OPEN}/ideeen/"),
    Place("ideas:ideas", f"/edities/{DONE}/ideeen/"),
    Place("ideas:redact", "/ideeen/{own}/lakken/", MANAGER),
    Place("ideas:complaints", f"/edities/{OPEN}/meldingen/", MANAGER),
    Place("ideas:moderate", "/ideeen/{reported}/ingrijpen/", MANAGER),
    Place("ideas:complain", "/ideeen/{own}/melden/"),
    Place("ideas:object", "/ingrepen/{moderation}/bezwaar/", ("{ruled}", "{ruled}")),
    Place("ideas:givers", "/ideeen/{idea}/energie/wie/?kind=join"),
    Place("ideas:waiting", f"/edities/{OPEN}/wacht-op-antwoord/", MANAGER),
    Place("ideas:mail_wishes", "/mijn/mail/"),
    Place("ideas:start", f"/edities/{OPEN}/ideeen/nieuw/"),
    Place("ideas:drafts", "/ideeen/concepten/", ("{drafter}", "{member}")),
    Place("ideas:again", "/ideeen/{past}/opnieuw/", ("{past_submitter}", "{past_submitter}")),
    Place("ideas:idea", "/ideeen/{own}/"),
    Place("ideas:idea", "/ideeen/{idea}/"),
    Place("ideas:helpers", "/ideeen/{own}/wie-kan-helpen/", ("{submitter}", "{member}")),
    Place("ideas:helpers", "/ideeen/{idea}/wie-kan-helpen/"),
    Place("ideas:asks", "/hulpvragen/"),
    Place("ideas:ask", "/hulpvragen/{ask}/", ("{helper}", "{helper}")),
    Place("ideas:start", f"/edities/{OPEN}/ideeen/nieuw/?alles=1"),
    Place("ideas:write", "/ideeen/{draft}/schrijven/titel/", DRAFTER),
    Place("ideas:write", "/ideeen/{draft}/schrijven/idee/", DRAFTER),
    Place("ideas:write", "/ideeen/{draft}/schrijven/vragen/", DRAFTER),
    Place("ideas:send", "/ideeen/{draft}/versturen/", DRAFTER),
    Place("ideas:change", "/ideeen/{own}/wijzigen/", SUBMITTER),
    Place("ideas:sent", "/ideeen/{own}/verstuurd/", SUBMITTER),
    Place("ideas:send", "/ideeen/{own}/versturen/", SUBMITTER),
    Place("ideas:propose_merge", "/ideeen/{own}/samenvoegen/?met=2&text=data", SUBMITTER),
    Place("ideas:doubles", f"/edities/{OPEN}/ideeen/dubbel/", MANAGER),
    Place("ideas:likenesses", f"/edities/{OPEN}/ideeen/gelijkenissen/", MANAGER),
    Place("ideas:merge", "/samenvoegingen/{merge}/", ("{merger}", "{manager}")),
    Place("ideas:attachments", "/ideeen/{own}/bijlagen/", SUBMITTER),
    Place("ideas:alike_of", "/ideeen/{own}/lijkt-op/", SUBMITTER),
    Place("ideas:versions", "/ideeen/{own}/versies/", ("{submitter}", "{manager}")),
    Place("ideas:coauthors", "/ideeen/{own}/mede-indieners/?text=an", SUBMITTER),
    Place("ideas:for_unit", "/ideeen/{own}/namens/?text=an", SUBMITTER),
    Place("ideas:invitation", "/ideeen/{shared}/uitnodiging/", ("{invited}", "{invited}")),
    Place("ideas:withdraw", "/ideeen/{own}/intrekken/", SUBMITTER),
    Place("canvas:canvas", "/ideeen/{idea}/canvas/"),
    Place("safeguards:gate", "/ideeen/{idea}/poort/start/"),
    Place("safeguards:queue", "/waarborgen/", ("{owner}", "{manager}")),
    Place("screening:reviews", f"/edities/{DONE}/beoordelen/", ("{screener}", "{manager}")),
    Place("screening:comparing", f"/edities/{DONE}/twijfelgevallen/", ("{screener}", "{screener}")),
    Place("screening:ending", f"/edities/{DONE}/beoordelen/klaar/", ("{screener}", "{screener}")),
    Place("screening:answer", "/wedervragen/{ask_back}/", ("{asked_author}", "{asked_author}")),
    Place("screening:ties", f"/edities/{DONE}/banden/", ("{screener}", "{juror}")),
    Place("screening:sharing", f"/edities/{DONE}/verdeling/", MANAGER),
    Place("screening:share_idea", "/verdeling/{idea}/", MANAGER),
    Place("screening:ground_rules", f"/edities/{OPEN}/spelregels/", MANAGER),
    Place("screening:ranking", f"/edities/{DONE}/ranglijst/", MANAGER),
    Place("screening:severity", f"/edities/{DONE}/ranglijst/strengheid/", ("{screener}", "{manager}")),
    Place("screening:ranking", f"/edities/{DONE}/ranglijst/?order=apart&zone=discuss", MANAGER),
    Place("screening:decisions", f"/edities/{DONE}/besluiten/", MANAGER),
    Place("screening:minutes", f"/edities/{DONE}/besluiten/verslag/", MANAGER),
    Place("screening:decide", "/besluiten/{idea}/", MANAGER),
    Place("teams:teams", f"/edities/{DONE}/teams/"),
    Place("teams:shortlist", f"/edities/{DONE}/shortlist/", MANAGER),
    Place("teams:team", "/teams/{team}/"),
    Place("teams:asks", "/teams/vragen/", ("{asked}", "{manager}")),
    Place("jury:pitch_day", f"/edities/{DONE}/pitchdag/", ("{juror}", "{manager}")),
    Place("jury:hall", "/zaal/{code}/", (VISITOR, "{member}")),
    Place("jury:hall_desk", f"/edities/{DONE}/pitchdag/publiek/", MANAGER),
    Place("jury:question_desk", f"/edities/{DONE}/pitchdag/publiek/vragen/", MANAGER),
    Place("jury:poster", f"/edities/{DONE}/pitchdag/publiek/affiche/", MANAGER),
    Place("jury:screen", f"/edities/{DONE}/pitchdag/scherm/", ("{juror}", "{juror}")),
    Place("jury:pitch", "/pitches/{pitch}/", ("{juror}", "{manager}")),
    Place("jury:what_if", f"/edities/{DONE}/pitchdag/vergelijken/", ("{juror}", "{manager}")),
    Place("jury:what_if", f"/edities/{DONE}/pitchdag/vergelijken/?set=own", ("{juror}", "{manager}")),
    Place("jury:ballot_rules", f"/edities/{DONE}/stemming/regels/", ("{juror}", "{manager}")),
    Place("jury:ballot_box", "/stemming/{box}/", ("{juror}", "{manager}")),
    Place("jury:verdict", "/stemming/{box}/uitspraak/"),
    Place("jury:schedule", f"/edities/{DONE}/pitchdag/rooster/", MANAGER),
    Place("jury:minutes_print", f"/edities/{DONE}/verslag/afdruk/"),
    Place("jury:paper", f"/edities/{DONE}/pitchdag/papier/", MANAGER),
    Place("jury:minutes", f"/edities/{DONE}/verslag/"),
    Place("projects:projects", f"/edities/{DONE}/projecten/"),
    Place("projects:project", "/projecten/{project}/"),
    Place("datadag:datadag", f"/edities/{DONE}/datadag/"),
    Place("datadag:plan", f"/edities/{OPEN}/datadag/plan/", MANAGER),
    Place("datadag:registrations", f"/edities/{DONE}/datadag/deelnemers/", MANAGER),
    Place("cases:cases", "/casussen/"),
    Place("cases:case", "/casussen/{case}/"),
    Place("cases:make", "/projecten/{project}/casus/", MANAGER),
    Place("post:letters", f"/edities/{DONE}/brieven/", MANAGER),
    Place("post:send", f"/edities/{DONE}/brieven/versturen/", MANAGER),
    Place("post:places", f"/edities/{DONE}/plekken/", MANAGER),
    Place("post:confirm", "/besluiten/{idea}/bevestigen/", ("{confirmer}", "{manager}")),
    Place("post:correct", "/brieven/{letter}/rechtzetten/", MANAGER),
    Place("post:letter", "/brieven/{letter}/", ("{reader}", "{manager}")),
    Place("post:mailbox", "/post/", (VISITOR, "{manager}")),
    Place("control:control_room", f"/edities/{OPEN}/regiekamer/", MANAGER),
    Place("control:control_room", f"/edities/{DONE}/regiekamer/", MANAGER),
    Place("control:move", f"/edities/{OPEN}/regiekamer/verder/", MANAGER),
    Place("control:extend", f"/edities/{OPEN}/regiekamer/verlengen/", MANAGER),
    Place("account_login", "/account/login/", NOBODY),
    Place("account_signup", "/account/signup/", NOBODY),
    Place("account_logout", "/account/logout/"),
    Place("account_inactive", "/account/inactive/", NOBODY),
    Place("account_reauthenticate", "/account/reauthenticate/"),
    Place("account_email", "/account/email/"),
    Place("account_change_password", "/account/password/change/"),
    Place("account_reset_password", "/account/password/reset/", NOBODY),
    Place("account_reset_password_done", "/account/password/reset/done/", NOBODY),
    Place("account_reset_password_from_key", "/account/password/reset/key/1-unknown/", NOBODY),
    Place("account_reset_password_from_key_done", "/account/password/reset/key/done/", NOBODY),
    Place("account_request_login_code", "/account/login/code/", NOBODY),
    Place("mfa_list_webauthn", "/account/2fa/webauthn/"),
    Place("mfa_reauthenticate", "/account/2fa/reauthenticate/"),
    Place("mfa_reauthenticate_webauthn", "/account/2fa/webauthn/reauthenticate/"),
    Place("usersessions_list", "/account/sessions/"),
    Place("socialaccount_connections", "/account/sso/"),
    Place("socialaccount_login_cancelled", "/account/sso/login/cancelled/", NOBODY),
    Place("design:style", "/design/", (VISITOR, "{manager}")),
]  # fmt: skip

# Seen by the walk of the whole chain, in the stage they belong to.
SEEN_ON_THE_WAY = {
    "account_email_verification_sent", "canvas:fill", "jury:step_out", "projects:finish", "projects:report",
    "safeguards:appoint", "safeguards:settle", "screening:ask_back", "screening:limit", "screening:name_deputy",
    "screening:offline", "screening:opinion", "screening:review", "screening:step_back", "teams:leave_out",
    "teams:term", "teams:seat",
}  # fmt: skip

# A part of the page above it, without a head of its own; or a picture.
PARTIAL = {
    "ideas:alike", "ideas:attachment", "ideas:mentionable", "jury:follow", "jury:hall_follow",
    "jury:hall_now", "jury:now_on_stage", "jury:questions_now", "jury:screen_now",
    "people:photo",
}  # fmt: skip

# Files to take along, not pages.
FILES = {"ideas:export", "ideas:export_likenesses", "people:download", "screening:offline_form"}

# Shown only half-way something else: a code that was mailed, a password that was never set, a file that was read,
# a passkey that is added, an answer of the organisation's own sign-in, the link of an invitation.
HALF_WAY = {
    "account_confirm_login_code", "account_set_password", "ideas:look", "screening:look_offline",
    "mfa_activate_totp", "mfa_add_webauthn", "mfa_authenticate", "mfa_deactivate_totp",
    "mfa_download_recovery_codes", "mfa_edit_webauthn", "mfa_generate_recovery_codes", "mfa_index",
    "mfa_login_webauthn", "mfa_remove_webauthn", "mfa_view_recovery_codes", "openid_connect_callback",
    "openid_connect_login", "people:accept",
    "people:consent_answer", "people:my_people", "people:unit_import", "people:ways_in", "socialaccount_login_error",
    "socialaccount_signup",
}  # fmt: skip

# Answers to a button; nobody goes there.
DEEDS = {
    "cases:publish", "cases:reuse", "datadag:add_session", "datadag:cancel", "datadag:check_in",
    "datadag:move_session", "datadag:publish", "datadag:register", "datadag:remove_session", "design:theme",
    "editions:add_theme", "editions:appoint", "editions:dismiss", "editions:remove_theme", "ideas:energy",
    "editions:choose_domains", "editions:invite_people", "editions:make_code", "editions:revoke_code",
    "editions:invite_again", "editions:withdraw_invite", "editions:move_theme",
    "editions:copy_criteria", "editions:move_criterion", "editions:remove_criterion",
    "editions:move_question", "editions:remove_question", "editions:remove_synonym", "editions:switch_question",
    "ideas:find_doubles", "ideas:judge_double",
    "ideas:answer_merge", "ideas:energy_along", "ideas:undo_merge",
    "ideas:detach", "ideas:erase", "ideas:hand_over", "ideas:invite", "ideas:leave", "ideas:restore", "ideas:take_back",
    "ideas:take_off",
    "ideas:bulk", "ideas:forget_view", "ideas:keep_view",
    "ideas:begin", "ideas:discard", "ideas:keep", "ideas:put_back",
    "jury:export_records",
    "jury:call_next", "jury:cast", "jury:change_hall", "jury:close_box", "jury:close_vote", "jury:open_hall",
    "jury:open_vote", "jury:note_absence", "jury:remove_absence", "jury:tell_times", "jury:sign_minutes",
    "jury:add_to_minutes",
    "jury:vote", "jury:ask", "jury:want", "jury:moderate",
    "jury:end", "jury:jot", "jury:open_box", "jury:pause", "jury:plan",
    "jury:resume", "jury:stage", "jury:step_back",
    "people:add_domain", "people:invite", "people:remove_domain", "people:revoke",
    "post:write", "projects:add_milestone", "projects:begin", "projects:reach_milestone", "projects:start",
    "safeguards:meet", "screening:ask_advised", "screening:assign", "screening:calibrate", "screening:prepare",
    "jury:keep_reserve", "post:again", "post:bounce", "post:give_up", "post:move_up", "post:plan", "post:release",
    "screening:decide_many", "screening:move_line", "screening:order_reserve",
    "screening:close_comparing", "screening:open_comparing", "screening:take_back_comparison",
    "screening:take_back", "screening:take_back_opinion", "set_language", "teams:add",
    "screening:ask_proposed", "screening:keep_draft", "screening:propose", "screening:take_reader",
    "teams:answer", "teams:draft", "teams:lead", "teams:remove",
    "teams:allow", "teams:ask_everybody", "teams:ask_suggested", "teams:pin",
    "teams:answer_change", "teams:take_back_change",
    "ideas:answer_join", "ideas:nudge", "ideas:follow", "people:remove_photo", "people:end_device",
    "people:confirm_import", "people:drop_import", "people:end_unit", "people:merge_unit", "people:place_unit",
    "people:rename_unit", "people:resume_unit", "people:take_unit", "people:undo_merge",
    "ideas:ask_for_help",
    "ideas:comment", "ideas:edit_comment", "ideas:remove_comment",
    "people:send_overview", "people:take_back_consent",
    "ideas:note", "ideas:remove_note",
    "ideas:unredact", "ideas:hold_comment_back", "screening:hold_answer_back",
}  # fmt: skip


def route_names() -> set[str]:
    """Return the name of every route of the product; the style page is there in debug mode only."""
    return set(names_in(get_resolver())) | {"design:style"}


def names_in(resolver, space: str = ""):
    """Yield the names of the routes below a resolver."""
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}"
        else:
            yield from names_in(one, space + (f"{one.namespace}:" if one.namespace else ""))


def address_of(name: str) -> str:
    """Return some address of a route, whose parts need not exist."""
    uuid = "00000000-0000-4000-8000-000000000000"
    for parts in ({}, *some_parts(uuid)):
        try:
            return reverse(name, kwargs=parts)
        except NoReverseMatch:
            continue
    raise AssertionError(f"No address of {name}")


def some_parts(uuid: str):
    """Yield parts that addresses of ours are made of."""
    for word in ("edition_slug", "case_slug", "unit_slug"):
        yield {word: "some"}
    yield {"edition_slug": "some", "theme_slug": "some"}
    yield {"edition_slug": "some", "question_slug": "some"}
    yield {"edition_slug": "some", "criterion_slug": "some"}
    yield {"code_id": uuid}
    yield {"edition_slug": "some", "view_id": uuid}
    yield {"edition_slug": "some", "synonym_id": uuid}
    things = "idea member team pitch box session registration letter project milestone safeguard assignment person"
    yield {"idea_id": uuid, "attachment_id": uuid}
    yield {"team_id": uuid, "person_id": uuid}
    yield {"link": "some"}
    yield {"code": "some"}
    yield {"code": "some", "question_id": uuid}
    yield {"consent_id": uuid}
    more = "request invitation import merge comment note conflict absence question suggestion exclusion change review"
    for word in f"{things} {more}".split():
        yield {f"{word}_id": uuid}
