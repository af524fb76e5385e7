"""Addresses of the room ideas."""

from django.urls import path

from datamatch.ideas import views

app_name = "ideas"
urlpatterns = [
    path("edities/<slug:edition_slug>/ideeen/", views.ideas, name="ideas"),
    path("edities/<slug:edition_slug>/ideeen/nieuw/", views.start, name="start"),
    path("edities/<slug:edition_slug>/wacht-op-antwoord/", views.waiting, name="waiting"),
    path("mijn/mail/", views.mail_wishes, name="mail_wishes"),
    path("edities/<slug:edition_slug>/ideeen/beheer/", views.desk, name="desk"),
    path("edities/<slug:edition_slug>/ideeen/beheer/gekozen/", views.bulk, name="bulk"),
    path("edities/<slug:edition_slug>/ideeen/beheer/ideeen.<str:kind>", views.export, name="export"),
    path("edities/<slug:edition_slug>/ideeen/beheer/weergaven/", views.keep_view, name="keep_view"),
    path(
        "edities/<slug:edition_slug>/ideeen/beheer/weergaven/<uuid:view_id>/weg/", views.forget_view, name="forget_view"
    ),
    path("edities/<slug:edition_slug>/ideeen/bestand/", views.bring, name="bring"),
    path("edities/<slug:edition_slug>/ideeen/bestand/<uuid:file_id>/", views.look, name="look"),
    path("edities/<slug:edition_slug>/ideeen/lijkt-op/", views.alike, name="alike"),
    path("ideeen/<uuid:idea_id>/lijkt-op/", views.alike_of, name="alike_of"),
    path("edities/<slug:edition_slug>/ideeen/nieuw/bewaren/", views.begin, name="begin"),
    path("ideeen/concepten/", views.drafts, name="drafts"),
    path("ideeen/<uuid:idea_id>/", views.idea, name="idea"),
    path("ideeen/<uuid:idea_id>/gezocht/", views.seek, name="seek"),
    path("ideeen/<uuid:idea_id>/wijzigen/", views.change, name="change"),
    path("ideeen/<uuid:idea_id>/schrijven/<slug:step>/", views.write, name="write"),
    path("ideeen/<uuid:idea_id>/bewaren/", views.keep, name="keep"),
    path("ideeen/<uuid:idea_id>/versturen/", views.send, name="send"),
    path("ideeen/<uuid:idea_id>/verstuurd/", views.sent, name="sent"),
    path("ideeen/<uuid:idea_id>/intrekken/", views.withdraw, name="withdraw"),
    path("ideeen/<uuid:idea_id>/energie/", views.energy, name="energy"),
    path("ideeen/<uuid:idea_id>/energie/terug/", views.take_back, name="take_back"),
    path("ideeen/<uuid:idea_id>/mede-indieners/", views.coauthors, name="coauthors"),
    path("ideeen/<uuid:idea_id>/mede-indieners/uitnodigen/", views.invite, name="invite"),
    path("ideeen/<uuid:idea_id>/mede-indieners/eraf/", views.take_off, name="take_off"),
    path("ideeen/<uuid:idea_id>/mede-indieners/overdragen/", views.hand_over, name="hand_over"),
    path("ideeen/<uuid:idea_id>/mede-indieners/stoppen/", views.leave, name="leave"),
    path("ideeen/<uuid:idea_id>/uitnodiging/", views.invitation, name="invitation"),
    path("ideeen/<uuid:idea_id>/bijlagen/", views.attachments, name="attachments"),
    path("ideeen/<uuid:idea_id>/bijlagen/verwijderen/", views.detach, name="detach"),
    path("ideeen/<uuid:idea_id>/bijlagen/<uuid:attachment_id>/", views.attachment, name="attachment"),
    path("ideeen/<uuid:idea_id>/versies/", views.versions, name="versions"),
    path("ideeen/<uuid:idea_id>/versies/terugzetten/", views.restore, name="restore"),
    path("ideeen/<uuid:idea_id>/versies/wissen/", views.erase, name="erase"),
    path("ideeen/<uuid:idea_id>/namens/", views.for_unit, name="for_unit"),
    path("ideeen/<uuid:idea_id>/volgen/", views.follow, name="follow"),
    path("ideeen/<uuid:idea_id>/wie-kan-helpen/", views.helpers, name="helpers"),
    path("ideeen/<uuid:idea_id>/wie-kan-helpen/vragen/", views.ask_for_help, name="ask_for_help"),
    path("hulpvragen/", views.asks, name="asks"),
    path("hulpvragen/<uuid:ask_id>/", views.ask, name="ask"),
    path("ideeen/meedoen/<uuid:request_id>/", views.answer_join, name="answer_join"),
    path("ideeen/<uuid:idea_id>/reacties/", views.comment, name="comment"),
    path("ideeen/<uuid:idea_id>/reacties/wie/", views.mentionable, name="mentionable"),
    path("reacties/<uuid:comment_id>/wijzigen/", views.edit_comment, name="edit_comment"),
    path("reacties/<uuid:comment_id>/weghalen/", views.remove_comment, name="remove_comment"),
]
