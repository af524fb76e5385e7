"""Addresses of screening."""

from django.urls import path

from datamatch.screening.views import decisions, ranking, reviews

app_name = "screening"
urlpatterns = [
    path("edities/<slug:edition_slug>/beoordelen/", reviews.reviews, name="reviews"),
    path("beoordelingen/<uuid:assignment_id>/", reviews.review, name="review"),
    path("beoordelingen/<uuid:assignment_id>/terug/", reviews.step_back, name="step_back"),
    path("edities/<slug:edition_slug>/ranglijst/", ranking.ranking, name="ranking"),
    path("edities/<slug:edition_slug>/ranglijst/toewijzen/", ranking.assign, name="assign"),
    path("edities/<slug:edition_slug>/ranglijst/berekenen/", ranking.calibrate, name="calibrate"),
    path("edities/<slug:edition_slug>/besluiten/", decisions.decisions, name="decisions"),
    path("edities/<slug:edition_slug>/besluiten/voorbereiden/", decisions.prepare, name="prepare"),
    path("besluiten/<uuid:idea_id>/", decisions.decide, name="decide"),
]
