"""Paths of pitch day, ballot and verdict."""

from django.urls import path

from datamatch.jury import views

app_name = "jury"

urlpatterns = [
    path("edities/<slug:edition_slug>/pitchdag/", views.pitch_day, name="pitch_day"),
    path("edities/<slug:edition_slug>/pitchdag/nu/", views.now_on_stage, name="now_on_stage"),
    path("edities/<slug:edition_slug>/pitchdag/plannen/", views.plan, name="plan"),
    path("edities/<slug:edition_slug>/stemming/openen/", views.open_box, name="open_box"),
    path("edities/<slug:edition_slug>/verslag/", views.minutes, name="minutes"),
    path("pitches/<uuid:pitch_id>/", views.pitch, name="pitch"),
    path("pitches/<uuid:pitch_id>/podium/", views.stage, name="stage"),
    path("pitches/<uuid:pitch_id>/klaar/", views.end, name="end"),
    path("pitches/<uuid:pitch_id>/terugtrekken/", views.step_out, name="step_out"),
    path("stemming/<uuid:box_id>/", views.ballot_box, name="ballot_box"),
    path("stemming/<uuid:box_id>/uitbrengen/", views.cast, name="cast"),
    path("stemming/<uuid:box_id>/sluiten/", views.close_box, name="close_box"),
    path("stemming/<uuid:box_id>/uitspraak/", views.verdict, name="verdict"),
]
