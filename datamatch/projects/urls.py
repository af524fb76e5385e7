"""Paths of projects."""

from django.urls import path

from datamatch.projects import views

app_name = "projects"
urlpatterns = [
    path("edities/<slug:edition_slug>/projecten/", views.projects, name="projects"),
    path("edities/<slug:edition_slug>/projecten/starten/", views.start, name="start"),
    path("projecten/<uuid:project_id>/", views.project, name="project"),
    path("projecten/<uuid:project_id>/beginnen/", views.begin, name="begin"),
    path("projecten/<uuid:project_id>/verslag/", views.report, name="report"),
    path("projecten/<uuid:project_id>/mijlpaal/", views.add_milestone, name="add_milestone"),
    path("projecten/<uuid:project_id>/afronden/", views.finish, name="finish"),
    path("mijlpalen/<uuid:milestone_id>/gehaald/", views.reach_milestone, name="reach_milestone"),
]
