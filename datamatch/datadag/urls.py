"""Paths of the DataDag."""

from django.urls import path

from datamatch.datadag import views

app_name = "datadag"
urlpatterns = [
    path("edities/<slug:edition_slug>/datadag/", views.datadag, name="datadag"),
    path("edities/<slug:edition_slug>/datadag/aanmelden/", views.register, name="register"),
    path("edities/<slug:edition_slug>/datadag/afmelden/", views.cancel, name="cancel"),
    path("edities/<slug:edition_slug>/datadag/plan/", views.plan, name="plan"),
    path("edities/<slug:edition_slug>/datadag/onderdelen/", views.add_session, name="add_session"),
    path("edities/<slug:edition_slug>/datadag/publiceren/", views.publish, name="publish"),
    path("edities/<slug:edition_slug>/datadag/deelnemers/", views.registrations, name="registrations"),
    path("datadag/onderdelen/<uuid:session_id>/schuiven/", views.move_session, name="move_session"),
    path("datadag/onderdelen/<uuid:session_id>/verwijderen/", views.remove_session, name="remove_session"),
    path("datadag/aanmeldingen/<uuid:registration_id>/binnen/", views.check_in, name="check_in"),
]
