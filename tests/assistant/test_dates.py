"""Dates and periods as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.dates import in_year, read_dates

TODAY = date(2026, 11, 21)


def ends(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.date_from, one.date_to) for one in read_dates(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in May 2007", "2007-05-01", "2007-05-31"),
        ("9/5/07", "2007-05-09", "2007-05-09"),
        ("2 sept 2009", "2009-09-02", "2009-09-02"),
        ("the 9th of may 07", "2007-05-09", "2007-05-09"),
        ("May 9, 2007", "2007-05-09", "2007-05-09"),
        ("2009-09-02", "2009-09-02", "2009-09-02"),
        ("31.12.2011", "2011-12-31", "2011-12-31"),
        ("febuary 2014", "2014-02-01", "2014-02-28"),
        ("2 setpember 2009", "2009-09-02", "2009-09-02"),
        ("spring 2021", "2021-03-01", "2021-05-31"),
        ("winter 2012", "2012-12-01", "2013-02-28"),
        ("early 2013", "2013-01-01", "2013-04-30"),
        ("end of 2009", "2009-10-01", "2009-12-31"),
        ("the first quarter of 2012", "2012-01-01", "2012-03-31"),
        ("2017/18", "2017-04-01", "2018-03-31"),
        ("2011-2013", "2011-01-01", "2013-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("two years ago", "2024-01-01", "2024-12-31"),
        ("last summer", "2026-06-01", "2026-08-31"),
        ("last november", "2025-11-01", "2025-11-30"),
        ("in the past 6 months", "2026-05-21", "2026-11-21"),
        ("since the summer", "2026-06-01", None),
        ("from november 2010 on", "2010-11-01", None),
        ("before May 2014", None, "2014-04-30"),
        ("up to 4 March 2024", None, "2024-03-04"),
        ("between March and June 2014", "2014-03-01", "2014-06-30"),
        ("from january 2010 to march 2011", "2010-01-01", "2011-03-31"),
    ],
)
def test_periods_as_people_write_them(text: str, first: str | None, last: str | None) -> None:
    assert ends(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from january to the end of june 2025", "2025-01-01", "2025-06-30"),
        ("March 2014 up to and including June 2014", "2014-03-01", "2014-06-30"),
        ("from 2011 to the middle of 2013", "2011-01-01", "2013-09-30"),
        ("from May 2020 to the start of August 2020", "2020-05-01", "2020-08-10"),
        ("from may right through to july 2020", "2020-05-01", "2020-07-31"),
        ("in the first half of 2025", "2025-01-01", "2025-06-30"),
        ("up to and including May 2021", None, "2021-05-31"),
        ("until the end of May 2022", None, "2022-05-31"),
    ],
)
def test_ranges_end_where_they_are_said_to(text: str, first: str | None, last: str) -> None:
    (period,) = read_dates(text, TODAY)
    assert (period.date_from, period.date_to) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "may we see it",
        "the march of time",
        "£2000",
        "minute 2010",
        "minute 18.03.16",
        "2,010 indicators",
        "the 1810 bus",
    ],
)
def test_words_and_numbers_that_are_no_dates(text: str) -> None:
    assert ends(text) == []


def test_a_list_of_months_shares_its_year() -> None:
    assert ends("balance in june, july and november 2024") == [
        ("2024-06-01", "2024-06-30"),
        ("2024-07-01", "2024-07-31"),
        ("2024-11-01", "2024-11-30"),
    ]


def test_a_month_without_a_year_is_left_open_until_a_year_is_supplied() -> None:
    (march,) = read_dates("and in march?", TODAY)
    assert march.yearless == (3, None)
    assert (march.date_from, march.date_to) == (None, None)
    dated = in_year(march, 2025)
    assert (dated.date_from, dated.date_to, dated.year_given) == ("2025-03-01", "2025-03-31", False)


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert ends("31/02/2010") == []


def test_by_is_told_from_in() -> None:
    (by,) = read_dates("and by february 2017?", TODAY)
    (within,) = read_dates("in february 2017", TODAY)
    assert (by.relation, within.relation) == ("by", "in")


def test_words_stand_where_they_say() -> None:
    text = "who chaired on 9 May 2007 and in June?"
    for one in read_dates(text, TODAY):
        assert text[one.start : one.end] == one.words


def test_a_balance_is_told_of_from_late_in_its_month_and_long_after() -> None:
    (one,) = read_dates("what did the fund stand at as at the end of March 2024", TODAY)
    (other,) = read_dates("what was decided in March 2024", TODAY)
    assert (one.date_from, one.date_to) == ("2024-03-15", "2024-03-31")
    assert one.slack > 2 * other.slack
    assert other.date_from == "2024-03-01"
