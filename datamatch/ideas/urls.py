"""Addresses of the room ideas."""

from django.urls import path

from datamatch.ideas import views

app_name = "ideas"
urlpatterns = [
    path("edities/<slug:edition_slug>/ideeen/", views.ideas, name="ideas"),
    path("edities/<slug:edition_slug>/ideeen/nieuw/", views.start, name="start"),
    path("ideeen/concepten/", views.drafts, name="drafts"),
    path("ideeen/<uuid:idea_id>/", views.idea, name="idea"),
    path("ideeen/<uuid:idea_id>/wijzigen/", views.change, name="change"),
    path("ideeen/<uuid:idea_id>/versturen/", views.send, name="send"),
    path("ideeen/<uuid:idea_id>/intrekken/", views.withdraw, name="withdraw"),
    path("ideeen/<uuid:idea_id>/energie/", views.energy, name="energy"),
    path("ideeen/<uuid:idea_id>/energie/terug/", views.take_back, name="take_back"),
]
