"""Keys between rooms point to rooms below and leave no way back."""

from django.apps import apps
from django.db import models

from tests.architecture.house import is_above, rooms


def keys_between_rooms():
    """Yield (room, field, room pointed at) for every key that leaves its room; string keys are resolved by then."""
    for model in apps.get_models(include_auto_created=False):
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey | models.OneToOneField | models.ManyToManyField):
                target = field.related_model._meta.app_label
                own = model._meta.app_label
                if own != target and own in rooms() and target in rooms():
                    yield own, field, target


def upward(keys):
    """Return the keys that point to a room above."""
    return [str(field) for own, field, target in keys if is_above(target, own)]


def with_way_back(keys):
    """Return the keys that can be followed from the room below."""
    return [str(field) for _, field, _ in keys if not field.remote_field.hidden]


def test_there_are_keys_between_rooms_to_check():
    assert len(list(keys_between_rooms())) > 20


def test_keys_point_to_rooms_below():
    assert upward(keys_between_rooms()) == []


def test_keys_between_rooms_leave_no_way_back():
    assert with_way_back(keys_between_rooms()) == []


def test_an_upward_key_is_seen():
    field = apps.get_model("ideas", "Idea")._meta.get_field("edition")
    assert upward([("editions", field, "ideas")]) == [str(field)]


def test_a_way_back_is_seen():
    field = apps.get_model("people", "Profile")._meta.get_field("unit")
    assert with_way_back([("people", field, "people")]) == [str(field)]
