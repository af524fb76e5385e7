"""A job is asked for once, carried out by a worker, and repaired when its worker dies."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from datamatch.foundation import jobs
from datamatch.foundation.jobs import carrying, repair
from datamatch.foundation.jobs.lease import LEASE, MOST_ATTEMPTS
from datamatch.foundation.models import Job
from tests.factories.moments import MOMENT
from tests.factories.people import make_person
from tests.foundation.deeds import HERE

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return make_person()


def ask(person, deed="succeed"):
    return jobs.ask(f"{HERE}.{deed}", person, by=person, at=timezone.now())


def told(job):
    job.refresh_from_db()
    return job.state, job.share, job.saying, job.problem


def test_job_waits_for_a_worker(queue, person):
    job = ask(person)
    assert (job.state, job.share, job.attempts, job.asked_by) == ("waiting", 0, 0, person.public_id)
    queue()
    assert told(job) == ("done", 100, f"Done for {person.public_id}", "")
    assert job.began_at <= job.ended_at


def test_job_is_done_at_once_where_settings_say_so(person):
    assert ask(person).state == "done"
    assert DBTaskResult.objects.count() == 0


def test_two_presses_make_one_job(queue, person):
    assert ask(person) == ask(person)
    assert (Job.objects.count(), DBTaskResult.objects.count()) == (1, 1)


def test_job_that_ended_can_be_asked_for_again(queue, person):
    first = ask(person)
    queue()
    assert ask(person) != first
    assert jobs.latest(f"{HERE}.succeed", person).state == "waiting"


def test_jobs_about_others_do_not_stand_in_the_way(queue, person):
    ask(person), ask(person, "refuse"), ask(make_person())
    assert Job.objects.filter(state="waiting").count() == 3


def test_database_refuses_a_second_unfinished_job(queue, person):
    job = ask(person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind=job.kind, subject=job.subject, asked_at=MOMENT)


def test_nothing_is_asked_when_the_deed_around_it_fails(queue, person):
    with transaction.atomic():
        ask(person)
        transaction.set_rollback(True)
    assert (Job.objects.count(), DBTaskResult.objects.count()) == (0, 0)


@pytest.mark.parametrize("kind", [f"{HERE}.nothing", "no.such.place", "os.system", "nodots"])
def test_only_a_task_can_be_asked_for(person, kind):
    with pytest.raises(ValueError, match="task"):
        jobs.ask(kind, person, by=person, at=MOMENT)


def test_refusal_reaches_the_reader_in_words(person):
    assert told(ask(person, "refuse")) == ("refused", 0, "", "The screening is closed.")


def test_fault_reaches_the_reader_without_a_trace_or_a_name(queue, person, caplog):
    job = ask(person, "break_down")
    queue()
    assert told(job) == ("failed", 0, "", "Something went wrong on our side.")
    assert "RuntimeError" in caplog.text
    assert list(DBTaskResult.objects.values_list("traceback", flat=True)) == [""]


def test_job_speaks_the_language_of_whoever_asked(queue, person):
    with translation.override("nl"):
        job = ask(person, "speak")
    queue()
    assert (job.language, told(job)[2]) == ("nl", "Ja")


def test_progress_is_kept_and_renews_the_hold(queue, person):
    job = ask(person)
    doing = carrying.begin(job.public_id, at=MOMENT)
    doing.tell(40, "Reading")
    assert told(job) == ("running", 40, "Reading", "")
    assert job.held_until > MOMENT + LEASE


def test_mark_changes_with_what_the_reader_sees(queue, person):
    job = ask(person)
    marks = {job.mark}
    doing = carrying.begin(job.public_id, at=MOMENT)
    for share, saying in [(0, ""), (10, "Reading"), (10, "Writing")]:
        doing.tell(share, saying)
        job.refresh_from_db()
        marks.add(job.mark)
    assert len(marks) == 4


def test_job_can_be_begun_once(queue, person):
    job = ask(person)
    assert carrying.begin(job.public_id, at=MOMENT).attempt == 1
    assert carrying.begin(job.public_id, at=MOMENT) is None


def test_worker_that_lost_its_job_changes_nothing(person):
    assert told(ask(person, "lose"))[:3] == ("running", 0, "Theirs")


def hold(job):
    """Begin a job as a worker would that is killed right after."""
    assert carrying.begin(job.public_id, at=MOMENT)


def test_job_of_a_dead_worker_is_done_by_the_next(queue, person):
    job = ask(person)
    hold(job)
    DBTaskResult.objects.update(status="RUNNING", started_at=MOMENT)
    queue()
    assert told(job)[0] == "done"
    assert job.attempts == 2


def test_job_that_is_held_is_left_alone(queue, person):
    hold(ask(person))
    assert repair.reap(at=MOMENT + LEASE) == 0


def test_job_in_hand_is_held_on_to(queue, person, monkeypatch):
    job = ask(person)
    hold(job)
    monkeypatch.setattr(carrying, "in_hand", {job.pk})
    monkeypatch.setattr(repair, "in_hand", {job.pk})
    assert (repair.reap(at=MOMENT + 2 * LEASE), repair.renew(at=MOMENT + 2 * LEASE)) == (0, 1)
    job.refresh_from_db()
    assert job.held_until == MOMENT + 3 * LEASE


def test_job_is_given_up_after_three_attempts_in_words(queue, person):
    job = ask(person)
    for attempt in range(MOST_ATTEMPTS):
        hold(job)
        repair.reap(at=MOMENT + LEASE * 2)
        job.refresh_from_db()
        assert job.attempts == attempt + 1
    assert told(job) == ("failed", 0, "", "This was begun 3 times and never reached its end.")


def test_ticket_that_was_taken_by_a_worker_that_died_is_replaced(queue, person):
    job = ask(person)
    DBTaskResult.objects.update(status="RUNNING", started_at=MOMENT)
    assert repair.reap(at=MOMENT + LEASE) == 1
    queue()
    assert told(job)[0] == "done"


def test_ticket_that_is_gone_is_replaced(queue, person):
    job = ask(person)
    DBTaskResult.objects.all().delete()
    queue()
    assert told(job)[0] == "done"


def test_job_whose_task_is_gone_is_given_up(queue, person):
    job = ask(person)
    Job.objects.update(kind=f"{HERE}.gone")
    DBTaskResult.objects.all().delete()
    queue()
    assert told(job)[0] == "failed"


def test_repairing_twice_changes_nothing_more(queue, person):
    hold(ask(person))
    assert [repair.reap(at=MOMENT + 2 * LEASE) for _ in range(2)] == [1, 0]
    assert DBTaskResult.objects.filter(status="READY").count() == 1


def test_used_tickets_are_thrown_away_after_a_day(queue, person):
    ask(person)
    queue()
    now = timezone.now()
    assert [repair.tidy(at=now), repair.tidy(at=now + 2 * repair.KEPT)] == [0, 1]
