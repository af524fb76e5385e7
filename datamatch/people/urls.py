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
    path("account/sluiten/", views.close, name="close"),
    # The library has a page of its own for ways to sign in; ours shows all of it.
    path("account/2fa/", RedirectView.as_view(pattern_name="people:account"), name="ways_in"),
    path("toegang/", views.admission, name="admission"),
    path("toegang/domein/", views.add_domain, name="add_domain"),
    path("toegang/domein/weg/", views.remove_domain, name="remove_domain"),
    path("toegang/uitnodigen/", views.invite, name="invite"),
    path("toegang/uitnodigingen/<uuid:invitation_id>/intrekken/", views.revoke, name="revoke"),
    path("uitnodiging/<str:token>/", views.accept, name="accept"),
]
