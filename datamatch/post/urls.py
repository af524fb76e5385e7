"""Addresses of the post room."""

from django.urls import path

from datamatch.post.views import letters, mailbox, places, travel

app_name = "post"
urlpatterns = [
    path("edities/<slug:edition_slug>/brieven/", letters.letters, name="letters"),
    path("edities/<slug:edition_slug>/brieven/schrijven/", letters.write, name="write"),
    path("edities/<slug:edition_slug>/brieven/versturen/", letters.send, name="send"),
    path("brieven/<uuid:letter_id>/", letters.letter, name="letter"),
    path("brieven/<uuid:letter_id>/opnieuw/", travel.again, name="again"),
    path("brieven/<uuid:letter_id>/rechtzetten/", travel.correct, name="correct"),
    path("brieven/<uuid:letter_id>/teruggekomen/", travel.bounce, name="bounce"),
    path("edities/<slug:edition_slug>/plekken/", places.places, name="places"),
    path("edities/<slug:edition_slug>/plekken/uiterlijk/", places.plan, name="plan"),
    path("besluiten/<uuid:idea_id>/bevestigen/", places.confirm, name="confirm"),
    path("besluiten/<uuid:idea_id>/teruggeven/", places.give_up, name="give_up"),
    path("besluiten/<uuid:idea_id>/vrijgeven/", places.release, name="release"),
    path("besluiten/<uuid:idea_id>/opschuiven/", places.move_up, name="move_up"),
    path("post/", mailbox.mailbox, name="mailbox"),
]
