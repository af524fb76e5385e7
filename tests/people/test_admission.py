"""Who may register: mail domains."""

import pytest

from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people import actions, queries
from datamatch.people.models import Domain
from tests.factories.people import make_administrator, make_person

pytestmark = pytest.mark.django_db


def deeds():
    return list(TrailEntry.objects.values_list("deed", flat=True))


def test_domain_is_one_however_it_was_written(moment):
    administrator = make_administrator()
    for written in ("Example.NL", " @example.nl"):
        actions.add_domain(name=written, by=administrator, at=moment)
    assert [domain.name for domain in queries.domains()] == ["example.nl"]
    assert deeds() == ["domain.add", "domain.add"]


@pytest.mark.parametrize("name", ["", "nl", "a b.nl", "anna@example.nl", "-a.nl", "a..nl", "a.nl/x"])
def test_something_that_is_no_domain_is_refused(moment, name):
    with pytest.raises(Refused, match="no mail domain"):
        actions.add_domain(name=name, by=make_administrator(), at=moment)
    assert not Domain.objects.exists()


def test_domains_are_kept_by_administrators_only(moment):
    domain = Domain.objects.create(name="example.nl")
    for deed, what in ((actions.add_domain, {"name": "example.org"}), (actions.remove_domain, {"domain": domain})):
        with pytest.raises(Refused, match="Only an administrator"):
            deed(by=make_person(), at=moment, **what)
    assert list(queries.domains()) == [domain]


def test_removed_domain_is_gone(moment):
    domain = actions.add_domain(name="example.nl", by=make_administrator(), at=moment)
    actions.remove_domain(domain=domain, by=make_administrator(), at=moment)
    assert (list(queries.domains()), deeds()) == ([], ["domain.add", "domain.remove"])


def test_domain_of_an_address_is_the_whole_of_it():
    domain = Domain.objects.create(name="example.nl")
    assert queries.domain_of(" Anna@EXAMPLE.nl ") == domain
    assert queries.domain_of("anna@sub.example.nl") is None
    assert queries.domain_of("anna@evil-example.nl") is None
    assert queries.domain_of("example.nl@evil.org") is None
