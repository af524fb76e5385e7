"""Addresses of the room people."""

from django.urls import path
from django.views.generic import RedirectView

from datamatch.people import views

app_name = "people"
urlpatterns = [
    path("profiel/", views.profile, name="profile"),
    path("profiel/foto/", views.my_photo, name="my_photo"),
    path("profiel/foto/weg/", views.remove_photo, name="remove_photo"),
    path("mensen/", views.people, name="people"),
    path("mensen/<uuid:person_id>/", views.person, name="person"),
    path("mensen/<uuid:person_id>/foto/", views.photo, name="photo"),
    path("account/", views.account, name="account"),
    path("account/gegevens/", views.download, name="download"),
    path("account/apparaat/uitloggen/", views.end_device, name="end_device"),
    path("account/sluiten/", views.close, name="close"),
    # The library has a page of its own for ways to sign in; ours shows all of it.
    path("account/2fa/", RedirectView.as_view(pattern_name="people:account"), name="ways_in"),
    path("toegang/", views.admission, name="admission"),
    path("toegang/domein/", views.add_domain, name="add_domain"),
    path("toegang/domein/weg/", views.remove_domain, name="remove_domain"),
    path("toegang/uitnodigen/", views.invite, name="invite"),
    path("toegang/uitnodigingen/<uuid:invitation_id>/intrekken/", views.revoke, name="revoke"),
    path("uitnodiging/<str:token>/", views.accept, name="accept"),
    path("profiel/akkoord/", views.consent, name="consent"),
    path("profiel/akkoord/<uuid:consent_id>/terug/", views.take_back_consent, name="take_back_consent"),
    path("leidinggevende/<str:link>/", views.consent_answer, name="consent_answer"),
    path("leidinggevende/<str:link>/overzicht/", views.send_overview, name="send_overview"),
    path("mijn-mensen/<str:link>/", views.my_people, name="my_people"),
    path("onderdelen/", views.units, name="units"),
    path("onderdelen/nieuw/", views.add_unit, name="add_unit"),
    path("onderdelen/inlezen/", views.import_units, name="import_units"),
    path("onderdelen/inlezen/<uuid:import_id>/", views.unit_import, name="unit_import"),
    path("onderdelen/inlezen/<uuid:import_id>/doen/", views.confirm_import, name="confirm_import"),
    path("onderdelen/inlezen/<uuid:import_id>/weg/", views.drop_import, name="drop_import"),
    path("onderdelen/samenvoegingen/<uuid:merge_id>/terug/", views.undo_merge, name="undo_merge"),
    path("onderdelen/<slug:unit_slug>/", views.unit, name="unit"),
    path("onderdelen/<slug:unit_slug>/naam/", views.rename_unit, name="rename_unit"),
    path("onderdelen/<slug:unit_slug>/plek/", views.place_unit, name="place_unit"),
    path("onderdelen/<slug:unit_slug>/plek/eraf/", views.take_unit, name="take_unit"),
    path("onderdelen/<slug:unit_slug>/samenvoegen/", views.merge_unit, name="merge_unit"),
    path("onderdelen/<slug:unit_slug>/eindigen/", views.end_unit, name="end_unit"),
    path("onderdelen/<slug:unit_slug>/doorgaan/", views.resume_unit, name="resume_unit"),
]
