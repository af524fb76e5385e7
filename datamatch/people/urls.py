"""Addresses of the room people."""

from django.urls import path

from datamatch.people import views

app_name = "people"
urlpatterns = [
    path("profiel/", views.profile, name="profile"),
    path("profiel/foto/", views.my_photo, name="my_photo"),
    path("profiel/foto/weg/", views.remove_photo, name="remove_photo"),
    path("mensen/", views.people, name="people"),
    path("mensen/<uuid:person_id>/", views.person, name="person"),
    path("mensen/<uuid:person_id>/foto/", views.photo, name="photo"),
]
