"""Minutes of boards and councils abroad: how they open, who moved, who answered the roll."""

from __future__ import annotations

from index_store.models import Meeting, ParsedFile, SourceText
from index_store.parser import parse

SAID = """## Budget

The Board reviewed the budget for the year ahead in some detail.

## Website

The new pages are nearly ready, and the old ones stay until then.

## Elections

Planning for the elections in November has begun.
"""


def read(text: str, name: str = "a.md") -> ParsedFile:
    return parse(SourceText(text, name))


def came(meeting: Meeting) -> dict[str, str]:
    return {one.name: one.status for one in meeting.attendance}


def test_a_board_led_by_its_chair_lists_its_members_in_attendance() -> None:
    parsed = read(
        "# Larch Board monthly meeting, January 11, 2024\n\nThe meeting was led by Chai Kirk.\n\n"
        "Board members in attendance were:\n\n- Theo Cole\n- Jo Kaplan\n- Chai Kirk\n\n"
        "Also in attendance were:\n\n- Cath Holm (Assistant to Treasurer)\n\n" + SAID
    )
    assert parsed.kind == "minutes"
    assert came(parsed.meetings[0]) == {
        "Theo Cole": "present",
        "Jo Kaplan": "present",
        "Chai Kirk": "chair",
        "Cath Holm": "in_attendance",
    }


def test_what_is_titled_minutes_of_a_meeting_is_minutes_though_it_names_nobody() -> None:
    said = (
        SAID.replace("## Bud", "#### 19/21 Bud").replace("## Web", "#### 19/22 Web").replace("## El", "#### 19/23 El")
    )
    assert read("### Minutes Larch Executive Council meeting April 18, 2019\n\n" + said).kind == "minutes"
    assert read("### Plans of the Larch Executive Council, April 18, 2019\n\n" + said).kind == "other"


def test_front_matter_may_list_who_came() -> None:
    parsed = read(
        "---\nlayout: meeting\nbody: Directors\ntitle: Minutes of Directors' meeting\ndate: 2019-03-01 02:00 UTC\n"
        "directors:\n- Matt Ferris\n- Moss Palmer\napologies:\n- Akhil Jamison\nchair: Moss Palmer\nagenda:\n"
        "- Hatch and Sons\n- Budget\n---\n\n"
        + SAID.replace("The Board", "The Directors approved and noted what was said. The Board")
    )
    assert parsed.kind == "minutes"
    assert came(parsed.meetings[0]) == {"Matt Ferris": "present", "Moss Palmer": "chair", "Akhil Jamison": "apologies"}


def test_members_who_moved_are_named_without_their_seats() -> None:
    (one,) = (
        read(
            "Minutes of a meeting of the Kauri Local Board held on Monday, 21 September 2015.\n\n1  Apologies\n\n"
            "MOVED by Chairperson BM Stone, seconded by Member JG Cole:\n\nThat the board accept the apology.\n\n"
            "CARRIED\n\n2  Welcome\n\nThe Chairperson welcomed all those in attendance.\n"
        )
        .meetings[0]
        .items[0]
        .resolutions
    )
    assert (one.proposer, one.seconder) == ("BM Stone", "JG Cole")


def test_a_run_of_names_behind_its_label_goes_on_inside_a_name_and_inside_brackets() -> None:
    meeting = read(
        "MINUTES OF HARAKEKE DISTRICT COUNCIL\nHELD ON TUESDAY, 9 FEBRUARY 2021\n\n"
        "PRESENT:            Mayor Grant Simms, Deputy Mayor Jane Lester, Cr Anne Monk, Cr Stuart\n"
        "                    Barlow, Cr Murray Cope\n\n"
        "IN ATTENDANCE:      Susan Asch (Chief Executive), Paul Norman (General Manager\n"
        "                    Corporate Services), Tim Hardy (General Manager Operations)\n\n"
        "1        OPENING\n\nThe Mayor welcomed all.\n\n2        APOLOGIES\n\nThere were no apologies.\n",
        "a.txt",
    ).meetings[0]
    assert [(one.name, one.role) for one in meeting.attendance if one.name in ("Stuart Barlow", "Paul Norman")] == [
        ("Stuart Barlow", None),
        ("Paul Norman", "General Manager Corporate Services"),
    ]


def test_a_roll_call_names_the_members_before_it_tells_who_was_absent() -> None:
    meeting = read(
        "MINUTES OF THE CITY COUNCIL OF THE CITY OF BROOKFIELD\nREGULAR SESSION\nNOVEMBER 13, 2018\n\n"
        "1. CALL TO ORDER\nThe Council was called to order by Mayor Tim Willis at 7:00 p.m.\n\n2. ROLL CALL\n"
        "Mayor Tim Willis and Councilmembers April Gates and Dan Ryder. Councilmember Kris Lawton was absent and "
        "excused. Also present were City Manager Curt Bogart and Mary Mullins, Recording Secretary.\n\n"
        "3. PLEDGE\nThe Pledge was recited.\n",
        "a.txt",
    ).meetings[0]
    assert came(meeting) == {
        "Tim Willis": "chair",
        "April Gates": "present",
        "Dan Ryder": "present",
        "Kris Lawton": "apologies",
        "Curt Bogart": "in_attendance",
        "Mary Mullins": "in_attendance",
    }
