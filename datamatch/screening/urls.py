"""Addresses of screening."""

from django.urls import path

from datamatch.screening.views import (
    asking,
    comparing,
    decisions,
    ending,
    fairness,
    minutes,
    offline,
    opinions,
    ranking,
    reviews,
    settling,
    severity,
    sharing,
)

app_name = "screening"
urlpatterns = [
    path("edities/<slug:edition_slug>/beoordelen/", reviews.reviews, name="reviews"),
    path("edities/<slug:edition_slug>/beoordelen/klaar/", ending.ending, name="ending"),
    path("edities/<slug:edition_slug>/beoordelen/bestand/", offline.offline, name="offline"),
    path("edities/<slug:edition_slug>/beoordelen/bestand/meenemen/", offline.offline_form, name="offline_form"),
    path("edities/<slug:edition_slug>/beoordelen/bestand/bekijken/", offline.look_offline, name="look_offline"),
    path("beoordelingen/<uuid:assignment_id>/", reviews.review, name="review"),
    path("beoordelingen/<uuid:assignment_id>/terug/", reviews.step_back, name="step_back"),
    path("beoordelingen/<uuid:assignment_id>/bewaren/", reviews.keep_draft, name="keep_draft"),
    path("beoordelingen/<uuid:assignment_id>/vragen/", asking.ask_back, name="ask_back"),
    path("beoordelingen/van-anderen/<uuid:review_id>/", opinions.opinion, name="opinion"),
    path("beoordelingen/van-anderen/<uuid:review_id>/terug/", opinions.take_back, name="take_back_opinion"),
    path("wedervragen/<uuid:question_id>/", asking.answer, name="answer"),
    path("wedervragen/<uuid:question_id>/achterhouden/", asking.hold_answer_back, name="hold_answer_back"),
    path("edities/<slug:edition_slug>/ranglijst/", ranking.ranking, name="ranking"),
    path("edities/<slug:edition_slug>/ranglijst/toewijzen/", ranking.assign, name="assign"),
    path("edities/<slug:edition_slug>/ranglijst/berekenen/", ranking.calibrate, name="calibrate"),
    path("edities/<slug:edition_slug>/ranglijst/vragen/", ranking.ask_advised, name="ask_advised"),
    path("edities/<slug:edition_slug>/ranglijst/strengheid/", severity.severity, name="severity"),
    path("edities/<slug:edition_slug>/ranglijst/vergelijken/", comparing.open_comparing, name="open_comparing"),
    path(
        "edities/<slug:edition_slug>/ranglijst/vergelijken/sluiten/", comparing.close_comparing, name="close_comparing"
    ),
    path("edities/<slug:edition_slug>/twijfelgevallen/", comparing.comparing, name="comparing"),
    path(
        "edities/<slug:edition_slug>/twijfelgevallen/terug/",
        comparing.take_back_comparison,
        name="take_back_comparison",
    ),
    path("edities/<slug:edition_slug>/besluiten/", decisions.decisions, name="decisions"),
    path("edities/<slug:edition_slug>/besluiten/streep/", settling.move_line, name="move_line"),
    path("edities/<slug:edition_slug>/besluiten/samen/", settling.decide_many, name="decide_many"),
    path("besluiten/<uuid:idea_id>/reserve/", settling.order_reserve, name="order_reserve"),
    path("edities/<slug:edition_slug>/besluiten/voorbereiden/", decisions.prepare, name="prepare"),
    path("edities/<slug:edition_slug>/verdeling/", sharing.sharing, name="sharing"),
    path("edities/<slug:edition_slug>/verdeling/voorstellen/", sharing.propose, name="propose"),
    path("edities/<slug:edition_slug>/verdeling/vragen/", sharing.ask_proposed, name="ask_proposed"),
    path("edities/<slug:edition_slug>/verdeling/<uuid:person_id>/", sharing.limit, name="limit"),
    path("verdeling/<uuid:idea_id>/", sharing.share_idea, name="share_idea"),
    path("beoordelingen/<uuid:assignment_id>/weg/", sharing.take_reader, name="take_reader"),
    path("edities/<slug:edition_slug>/spelregels/", fairness.ground_rules, name="ground_rules"),
    path("edities/<slug:edition_slug>/banden/", fairness.ties, name="ties"),
    path("banden/<uuid:conflict_id>/terug/", fairness.take_back, name="take_back"),
    path("besluiten/<uuid:idea_id>/plaatsvervanger/", fairness.name_deputy, name="name_deputy"),
    path("edities/<slug:edition_slug>/besluiten/verslag/", minutes.minutes, name="minutes"),
    path("besluiten/<uuid:idea_id>/", decisions.decide, name="decide"),
]
