"""Addresses of pitch day, ballot and verdict."""

from django.urls import path

from datamatch.jury.views import ballot, card, day, records, room, stage, verdict, whatif

app_name = "jury"

urlpatterns = [
    path("edities/<slug:edition_slug>/pitchdag/", day.pitch_day, name="pitch_day"),
    path("edities/<slug:edition_slug>/pitchdag/nu/", room.now_on_stage, name="now_on_stage"),
    path("edities/<slug:edition_slug>/pitchdag/volgen/", room.follow, name="follow"),
    path("edities/<slug:edition_slug>/pitchdag/scherm/", room.screen, name="screen"),
    path("edities/<slug:edition_slug>/pitchdag/scherm/nu/", room.screen_now, name="screen_now"),
    path("edities/<slug:edition_slug>/pitchdag/verder/", stage.call_next, name="call_next"),
    path("edities/<slug:edition_slug>/pitchdag/terug/", stage.step_back, name="step_back"),
    path("edities/<slug:edition_slug>/pitchdag/plannen/", day.plan, name="plan"),
    path("pitches/<uuid:pitch_id>/podium/", stage.stage, name="stage"),
    path("pitches/<uuid:pitch_id>/klaar/", stage.end, name="end"),
    path("pitches/<uuid:pitch_id>/pauze/", stage.pause, name="pause"),
    path("pitches/<uuid:pitch_id>/hervatten/", stage.resume, name="resume"),
    path("pitches/<uuid:pitch_id>/kaart/", card.jot, name="jot"),
    path("pitches/<uuid:pitch_id>/", card.pitch, name="pitch"),
    path("pitches/<uuid:pitch_id>/terugtrekken/", card.step_out, name="step_out"),
    path("edities/<slug:edition_slug>/stemming/openen/", ballot.open_box, name="open_box"),
    path("edities/<slug:edition_slug>/stemming/regels/", ballot.ballot_rules, name="ballot_rules"),
    path("stemming/<uuid:box_id>/", ballot.ballot_box, name="ballot_box"),
    path("stemming/<uuid:box_id>/uitbrengen/", ballot.cast, name="cast"),
    path("stemming/<uuid:box_id>/sluiten/", ballot.close_box, name="close_box"),
    path("stemming/<uuid:box_id>/uitspraak/", verdict.verdict, name="verdict"),
    path("stemming/<uuid:box_id>/reserve/", verdict.keep_reserve, name="keep_reserve"),
    path("edities/<slug:edition_slug>/pitchdag/vergelijken/", whatif.what_if, name="what_if"),
    path("edities/<slug:edition_slug>/verslag/", verdict.minutes, name="minutes"),
    path("edities/<slug:edition_slug>/verslag/records/", records.export_records, name="export_records"),
]
