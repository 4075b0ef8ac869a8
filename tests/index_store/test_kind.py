"""Pages that speak of minutes are not minutes."""

from __future__ import annotations

import pytest

from index_store.models import SourceText
from index_store.parser import parse

ABOUT = """# Real minutes of our councils

The folders hold real minutes as the clerks published them.

| folder | what |
|---|---|
| hollow | Hollow End Parish Council, 2 September 2019 (minutes 262 to 278); Planning Group, 9 May 2019 |
| quarry | Quarry Community Council, about 125 meetings, names with initials, two of its working parties |

Things that went wrong: a page broken in the middle of a sentence, a number printed twice, a heading glued to the list
before it. The day in a file's name is not always the meeting's. Some were agreed in the month after, if ever.
"""

MINUTES = """HOLLOW END PARISH COUNCIL
Minutes of the meeting held on Monday 2 September 2019 at 7pm in the Village Hall

Present: Cllr Ann Hart (Chair), Cllr Joe Pike

1. Apologies
None.

2. Pond
It was resolved to clear the pond.
"""


def test_a_page_about_minutes_is_none() -> None:
    assert parse(SourceText(ABOUT, "README.md")).kind == "other"
    assert parse(SourceText(MINUTES, "README.md")).kind == "minutes"


LISTED = """                              Agenda item     1
             MARLSHIRE POLICE AUTHORITY

                               MINUTES
                        OF THE MEETING OF THE
                 MARLSHIRE POLICE AUTHORITY
                   HELD ON WEDNESDAY 27 JUNE 2007
MEMBERS PRESENT

Cllr J Clark
Mr D Dene
Mrs K Gillow

OFFICERS PRESENT

Ms J Bowes                   -   Public Relations
"""


def test_minutes_that_are_an_agenda_item_of_the_next_meeting_are_no_agenda() -> None:
    assert parse(SourceText(LISTED, "item1.txt")).kind == "minutes"


AHEAD = """20 May 2020

Date:

Wednesday, 20 May, 2020

Item no. Agenda Item Details Status
01 Apologies for Absence
02 Interests

Members are reminded that they must not participate in the discussion of, or voting on any matter, in which they have
an interest.

03 Annual Meeting

This report is presented to promote a debate as to whether the Annual Meeting should be deferred.
"""


def test_a_page_that_heads_its_items_as_an_agenda_is_one() -> None:
    assert parse(SourceText(AHEAD, "20-may-2020.txt")).kind == "agenda"


DETAILS = """Meeting Details

Planning committee
10 Sep 2020 - 10:00 to 11:00
{}
  • Documents
  • Attendance
  • Visitors

1 Apologies

To receive apologies for absence

2 Minutes

243
Jo Hays addressed the Committee about air quality and was thanked by the Chair.
"""


@pytest.mark.parametrize(("said", "kind"), [("Occurred", "minutes"), ("Scheduled", "agenda")])
def test_a_page_of_details_says_whether_its_meeting_was_held(said: str, kind: str) -> None:
    assert parse(SourceText(DETAILS.format(said), "x.txt")).kind == kind
