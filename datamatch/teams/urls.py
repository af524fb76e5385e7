"""Paths of the teams."""

from django.urls import path

from datamatch.teams.views import asks, board, changing, team, terms, weigh

app_name = "teams"

urlpatterns = [
    path("edities/<slug:edition_slug>/teams/", board.teams, name="teams"),
    path("edities/<slug:edition_slug>/shortlist/", board.shortlist, name="shortlist"),
    path("edities/<slug:edition_slug>/teams/voorstellen/", board.draft, name="draft"),
    path("edities/<slug:edition_slug>/teams/vragen/", board.ask_everybody, name="ask_everybody"),
    path("teams/vragen/", asks.asks, name="asks"),
    path("teams/vragen/<uuid:member_id>/", asks.answer, name="answer"),
    path("teams/voorstellen/<uuid:suggestion_id>/vragen/", weigh.ask_suggested, name="ask_suggested"),
    path("teams/voorstellen/<uuid:suggestion_id>/houden/", weigh.pin, name="pin"),
    path("teams/weggelaten/<uuid:exclusion_id>/terug/", weigh.allow, name="allow"),
    path("teams/wijzigingen/<uuid:change_id>/", changing.answer_change, name="answer_change"),
    path("teams/wijzigingen/<uuid:change_id>/terug/", changing.take_back_change, name="take_back_change"),
    path("teams/leden/<uuid:member_id>/wijzigen/", changing.seat, name="seat"),
    path("teams/leden/<uuid:member_id>/blijven/", terms.term, name="term"),
    path("teams/leden/<uuid:member_id>/eraf/", team.remove, name="remove"),
    path("teams/leden/<uuid:member_id>/trekker/", team.lead, name="lead"),
    path("teams/<uuid:team_id>/", team.team, name="team"),
    path("teams/<uuid:team_id>/erbij/", team.add, name="add"),
    path("teams/<uuid:team_id>/weglaten/<uuid:person_id>/", weigh.leave_out, name="leave_out"),
]
