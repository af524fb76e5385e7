"""What is sent with a deed: just enough for who may do it, so that a refusal is about who asks and when."""

from django.core.files.uploadedfile import SimpleUploadedFile

from datamatch.editions.enums import Duty

NAMES = ("makers_known", "readers_known", "fellows_known")

BODIES = {
    ("people", "end_device"): lambda world: {"device": world.device.pk},
    ("people", "remove_domain"): lambda world: {"name": world.domain.name},
    ("editions", "appoint"): lambda world: {"person": world.colleague.public_id, "duty": Duty.SCREENER},
    ("editions", "dismiss"): lambda world: {"person": world.people["screener"].public_id, "duty": Duty.SCREENER},
    ("editions", "move_criterion"): lambda world: {"to": "up"},
    ("editions", "move_question"): lambda world: {"to": "up"},
    ("editions", "switch_question"): lambda world: {"to": "off"},
    ("editions", "names"): lambda world: dict(zip(NAMES, ("never", "letter", "review"), strict=True)),
    ("editions", "synonyms"): lambda world: {"word": "AVG", "means": "privacywet"},
    ("ideas", "redact"): lambda world: dict.fromkeys(("title", "demand", "data", "result"), "Crops"),
    ("ideas", "hold_comment_back"): lambda world: {"held": "yes"},
    ("ideas", "energy"): lambda world: {"kind": "support"},
    ("ideas", "take_back"): lambda world: {"kind": "support"},
    ("ideas", "invite"): lambda world: {"person": world.colleague.public_id},
    ("ideas", "take_off"): lambda world: {"coauthor": world.waiting.public_id},
    ("ideas", "hand_over"): lambda world: {"coauthor": world.writer.public_id},
    ("ideas", "detach"): lambda world: {"attachment": world.attachment.public_id},
    ("ideas", "attachments"): lambda world: {"file": SimpleUploadedFile("more.txt", b"more\n")},
    ("ideas", "restore"): lambda world: {"version": world.version.public_id},
    ("ideas", "erase"): lambda world: {"version": world.version.public_id},
    ("ideas", "for_unit"): lambda world: {"unit": world.other_unit.slug},
    ("ideas", "follow"): lambda world: {"wanted": "yes"},
    ("ideas", "ask_for_help"): lambda world: {"person": world.colleague.public_id},
    ("ideas", "invitation"): lambda world: {"answer": "yes"},
    ("ideas", "ask"): lambda world: {"answer": "later"},
    ("ideas", "answer_merge"): lambda world: {"answer": "yes"},
    ("ideas", "energy_along"): lambda world: {"answer": "yes"},
    ("ideas", "judge_double"): lambda world: {"pair": world.pair.public_id},
    ("ideas", "alike_of"): lambda world: {"of": world.like.public_id, "choice": "differs", "because": "Mine is new."},
    ("ideas", "note"): lambda world: {"words": "Ask about the map."},
    ("ideas", "keep_view"): lambda world: {"name": "Other"},
}
