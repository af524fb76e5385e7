"""Addresses of the room editions."""

from django.urls import path

from datamatch.editions import views

app_name = "editions"
urlpatterns = [
    path("programmas/nieuw/", views.open_programme, name="open_programme"),
    path("edities/", views.editions, name="editions"),
    path("edities/nieuw/", views.prepare, name="prepare"),
    path("edities/<slug:edition_slug>/opnieuw/", views.clone, name="clone"),
    path("edities/<slug:edition_slug>/plan/", views.plan, name="plan"),
    path("edities/<slug:edition_slug>/themas/", views.add_theme, name="add_theme"),
    path("edities/<slug:edition_slug>/themas/<slug:theme_slug>/", views.change_theme, name="change_theme"),
    path("edities/<slug:edition_slug>/themas/<slug:theme_slug>/plaats/", views.move_theme, name="move_theme"),
    path("edities/<slug:edition_slug>/themas/<slug:theme_slug>/weg/", views.remove_theme, name="remove_theme"),
    path("edities/<slug:edition_slug>/criteria/", views.criteria, name="criteria"),
    path("edities/<slug:edition_slug>/criteria/nieuw/", views.add_criterion, name="add_criterion"),
    path("edities/<slug:edition_slug>/criteria/overnemen/", views.copy_criteria, name="copy_criteria"),
    path(
        "edities/<slug:edition_slug>/criteria/<slug:criterion_slug>/", views.change_criterion, name="change_criterion"
    ),
    path(
        "edities/<slug:edition_slug>/criteria/<slug:criterion_slug>/plaats/",
        views.move_criterion,
        name="move_criterion",
    ),
    path(
        "edities/<slug:edition_slug>/criteria/<slug:criterion_slug>/weg/",
        views.remove_criterion,
        name="remove_criterion",
    ),
    path("toegangscode/", views.enter, name="enter"),
    path("toegangscode/<uuid:code_id>/weg/", views.revoke_code, name="revoke_code"),
    path("edities/<slug:edition_slug>/toegang/", views.access, name="access"),
    path("edities/<slug:edition_slug>/toegang/wie/", views.members, name="members"),
    path("toegang/uitnodigingen/<uuid:invitation_id>/opnieuw/", views.invite_again, name="invite_again"),
    path("toegang/uitnodigingen/<uuid:invitation_id>/weg/", views.withdraw_invite, name="withdraw_invite"),
    path("edities/<slug:edition_slug>/toegang/domeinen/", views.choose_domains, name="choose_domains"),
    path("edities/<slug:edition_slug>/toegang/uitnodigen/", views.invite_people, name="invite_people"),
    path("edities/<slug:edition_slug>/toegang/codes/", views.make_code, name="make_code"),
    path("edities/<slug:edition_slug>/vragen/", views.questions, name="questions"),
    path("edities/<slug:edition_slug>/vragen/nieuw/", views.add_question, name="add_question"),
    path("edities/<slug:edition_slug>/vragen/voorbeeld/", views.preview, name="preview"),
    path("edities/<slug:edition_slug>/vragen/uitleg/", views.explain, name="explain"),
    path("edities/<slug:edition_slug>/vragen/<slug:question_slug>/", views.change_question, name="change_question"),
    path("edities/<slug:edition_slug>/vragen/<slug:question_slug>/plaats/", views.move_question, name="move_question"),
    path("edities/<slug:edition_slug>/vragen/<slug:question_slug>/aan/", views.switch_question, name="switch_question"),
    path("edities/<slug:edition_slug>/vragen/<slug:question_slug>/weg/", views.remove_question, name="remove_question"),
    path("edities/<slug:edition_slug>/namen/", views.names, name="names"),
    path("edities/<slug:edition_slug>/synoniemen/", views.synonyms, name="synonyms"),
    path("edities/<slug:edition_slug>/synoniemen/<uuid:synonym_id>/weg/", views.remove_synonym, name="remove_synonym"),
    path("edities/<slug:edition_slug>/aanstellingen/", views.appointments, name="appointments"),
    path("edities/<slug:edition_slug>/aanstellingen/geven/", views.appoint, name="appoint"),
    path("edities/<slug:edition_slug>/aanstellingen/intrekken/", views.dismiss, name="dismiss"),
]
