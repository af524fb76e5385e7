"""Paths of the teams."""

from django.urls import path

from datamatch.teams import views

app_name = "teams"

urlpatterns = [
    path("edities/<slug:edition_slug>/teams/", views.teams, name="teams"),
    path("edities/<slug:edition_slug>/teams/voorstellen/", views.draft, name="draft"),
    path("teams/vragen/", views.asks, name="asks"),
    path("teams/vragen/<uuid:member_id>/", views.answer, name="answer"),
    path("teams/leden/<uuid:member_id>/eraf/", views.remove, name="remove"),
    path("teams/leden/<uuid:member_id>/trekker/", views.lead, name="lead"),
    path("teams/<uuid:team_id>/", views.team, name="team"),
    path("teams/<uuid:team_id>/erbij/", views.add, name="add"),
]
