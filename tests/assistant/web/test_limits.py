"""What the filter asks for, and how it is said under the answer."""

from __future__ import annotations

import pytest

from assistant.web.limits import limits_line, scope_of
from index_store.errors import BadSetting
from index_store.held import Scope


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2009", "2009-01-01", "2009-12-31"),
        ("May 2007", "2007-05-01", "2007-05-31"),
        ("02/2008", "2008-02-01", "2008-02-29"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("9/5/07", "2007-05-09", "2007-05-09"),
        (" 9 May 2007 ", "2007-05-09", "2007-05-09"),
        ("2007-05-09", "2007-05-09", "2007-05-09"),
    ],
)
def test_a_part_of_a_date_counts_from_its_first_to_its_last_day(typed: str, first: str, last: str) -> None:
    assert scope_of(["ssog"], typed, typed) == Scope(bodies=("ssog",), date_from=first, date_to=last)


def test_untouched_fields_leave_everything_open() -> None:
    assert scope_of(None, None, None) == scope_of([], "", " ") == Scope()


@pytest.mark.parametrize("typed", ["May", "12", "soon", "31 February 2009", "2009-13", "9999999999999"])
def test_what_is_not_a_date_is_refused_with_the_field_and_examples(typed: str) -> None:
    with pytest.raises(BadSetting, match="^To: .*not a date. Try 2009"):
        scope_of([], "", typed)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadSetting, match="ends .31 December 2008. before it begins .1 January 2009."):
        scope_of([], "2009", "2008")


def test_the_limits_are_said_in_words() -> None:
    names = {"ssog": "Officers' Group"}
    assert limits_line(scope_of(["ssog"], "2007", "May 2007"), names) == (
        "Limited to Officers' Group, from 1 January 2007 to 31 May 2007"
    )
    assert limits_line(scope_of([], "2007"), names) == "Limited to meetings from 1 January 2007"
    assert limits_line(Scope(), names) == ""
