"""Addresses of the room people."""

from django.urls import path

from datamatch.people import views

app_name = "people"
urlpatterns = [
    path("profiel/", views.profile, name="profile"),
    path("mensen/", views.people, name="people"),
    path("mensen/<uuid:person_id>/", views.person, name="person"),
]
