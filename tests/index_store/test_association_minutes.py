"""Minutes of associations: wikis with a table a motion, boards of owners with plain headings and dashes."""

from __future__ import annotations

from index_store import bodies
from index_store.models import Meeting, SourceText
from index_store.parser import parse
from index_store.parser.votes import Movers, read_movers
from tests.index_store.bench_parse import text_of

FRONT = '---\ntitle: "2024-05-18"\ndescription:\npublished: true\ndate: 2024-05-20T01:03:52.868Z\n---\n\n'
WIKI = f"""{FRONT}# Committee Meeting - 2024-05-18

Previous meeting: [2024-04-20](/minutes/Committee/2024-04-20)

# Minutes

## Members Present

* Present:
    * Ida Quill
    * Owen Pryce
    * Tess Malloy
* Apologies:
    * Hugh Brandt
* Observing:
    * Vera Stokes

Proxies:

| Member | Proxy |
| ------ | ----- |
| Rolf Hagen | Ida Quill |

* Chair: Ida Quill

## Review Previous Minutes

| Motion Text | Moved by    | Seconded by       | Status            |
| ----------- | ----------- | ----------------- | ----------------- |
| Accept the minutes of the previous meeting | Ida | Owen | Accepted unanimously |
| MOTION TEXT | MOVER | SECONDER | Accepted/Rejected |

### Online motions

| Date raised | Motion text            | Outcome                |
| ----------- | ---------------------- | ---------------------- |
| 2024-05-02 | Lend the kiln to the school | Passed: 4 ayes, 1 abstention |
| 2024-05-03 | Buy a second kiln | Lost |

## Correspondence

A letter came from the school.

## Property Report

Nothing broke.

## Other Business

The gate is to be painted in June by those who can come.

# End

Closed at 15:15.
"""


def meeting(text: str, path: str = "2024-05-18.md") -> Meeting:
    return parse(SourceText(text, path)).meetings[0]


def test_a_heading_that_says_minutes_stands_for_those_below_it() -> None:
    titles = [one.title for one in meeting(WIKI).items]
    assert titles == ["Review Previous Minutes", "Correspondence", "Property Report", "Other Business"]


def test_motions_in_a_table_are_decisions_with_who_moved_them() -> None:
    found = meeting(WIKI).items[0].resolutions
    assert [(one.text, one.verb, one.effect) for one in found] == [
        ("Accept the minutes of the previous meeting", "Accepted", "decided"),
        ("Lend the kiln to the school", "Passed", "decided"),
        ("Buy a second kiln", "Lost", "rejected"),
    ]
    assert (found[0].proposer, found[0].seconder, found[0].manner) == ("Ida Quill", "Owen Pryce", "unanimously")
    assert found[1].votes is not None
    assert (found[1].votes.votes_for, found[1].votes.abstained) == (4, 1)


def test_what_became_of_a_motion_may_stand_in_a_table_below_it() -> None:
    told = "| Moved by | Ida Quill |\n| Seconded by | Owen Pryce |\n| Status | Passed as a special resolution. |\n"
    text = WIKI.replace("Nothing broke.", f"To adopt the new rules as sent out.\n\n{told}")
    one = meeting(text).items[2].resolutions[0]
    assert (one.text, one.proposer, one.seconder) == ("To adopt the new rules as sent out.", "Ida Quill", "Owen Pryce")


def test_those_who_gave_a_proxy_did_not_observe() -> None:
    status = {one.name: one.status for one in meeting(WIKI).attendance}
    assert status == {
        "Ida Quill": "chair",
        "Owen Pryce": "present",
        "Tess Malloy": "present",
        "Hugh Brandt": "apologies",
        "Vera Stokes": "observer",
    }


def test_a_date_is_no_number_and_a_thing_s_code_none_either() -> None:
    text = (
        f"{FRONT}# 2024-05-18 Kiln Maintenance\n\nPresent:\n* Ida Quill\n* Owen Pryce\n* Tess Malloy\n\n"
        '### KL1290 "Old kiln"\n* Cleaned the door and put in a new fuse.\n\n'
        '### BX7090 "New kiln"\n* The thermometer was replaced and it works.\n\n'
        "### Store\n* Swept.\n"
    )
    titles = [(one.number, one.title) for one in meeting(text).items]
    assert titles == [(None, 'KL1290 "Old kiln"'), (None, 'BX7090 "New kiln"'), (None, "Store")]
    assert parse(SourceText(text, "2024-05-18.md")).kind == "minutes"


def test_a_numbered_list_of_names_names_them() -> None:
    people = "".join(f"  {n}. {name}\n" for n, name in enumerate(("Ida Quill", "Owen Pryce", "Tess Malloy"), 1))
    text = WIKI.replace(
        "* Present:\n    * Ida Quill\n    * Owen Pryce\n    * Tess Malloy\n", f"Attended in person:\n{people}"
    )
    assert {one.name for one in meeting(text).attendance if one.status in ("present", "chair")} == {
        "Ida Quill",
        "Owen Pryce",
        "Tess Malloy",
    }


def test_a_paper_of_a_committee_is_no_body() -> None:
    text = (
        "# AGM Minutes 2024-05-18\n\n[Committee nomination form 2024](/a.pdf)\n\n## Opening\n\nThe chair opened it.\n"
    )
    assert meeting(text).body != "Committee nomination form 2024"


def test_minutes_that_name_no_body_have_that_of_their_folder() -> None:
    sat = bodies.Sitting(1, None, None, (), "2024-05-18", frozenset(), "/home/x/minutes/Kilns")
    lost = bodies.Sitting(2, None, None, (), "2024-05-18", frozenset(), "/home/x/minutes/2024")
    found = bodies.identify([sat, lost])
    assert (found[1].name, found[2].name) == ("Kilns", bodies.UNNAMED)


RANCH = """Larch Ranch Board Minutes
Status: Approved
Date: May 22, 2024 4:30 PM
Attendees
   • Board Members: Ida Quill, Owen Pryce, Tess Malloy
   • Guest: Hugh Brandt, Vera Stokes
Approval/Changes to the Agenda
   • None
Conflicts of Interest
   • None
Open Period Comments
   • None
Approval of Previous Minutes
   • No objections, minutes have been accepted.

Treasurer's Report
                    105,568        Bank of Larch
     Operating      54,109         Bank of Larch
   Total Cash       294,438

The treasurer said that the grant has been approved and a check should be cut in ten days.

Committee Reports

Common Property – Work continues chipping the slash across from the stables, and it goes well.

Community Garden – No report

Dam – On May 2 the engineer of the State inspected the dam and was content with what he saw there.

Horses – No report

Old Business
   • Remind membership that we need three candidates for the openings beginning in August.

Executive Session
   • None
Required Board Actions
   • Finalize the budget for next year.

Adjournment
   • The next meeting is scheduled for Thursday, June 27.
"""


def test_plain_headings_over_lists_are_of_one_rank() -> None:
    found = meeting(RANCH, "2024-05-22.txt")
    assert [one.title for one in found.items] == [
        "Approval/Changes to the Agenda",
        "Conflicts of Interest",
        "Open Period Comments",
        "Approval of Previous Minutes",
        "Treasurer's Report",
        "Committee Reports",
        "Common Property",
        "Community Garden",
        "Dam",
        "Horses",
        "Old Business",
        "Executive Session",
        "Required Board Actions",
        "Adjournment",
    ]
    assert not {"Conflicts of Interest", "Total Cash"} & {one.name for one in found.attendance}


def test_a_table_stays_in_its_report_and_its_total_heads_nothing() -> None:
    items = {one.title: one.body.text for one in meeting(RANCH, "2024-05-22.txt").items}
    assert "294,438" in items["Treasurer's Report"]
    assert items["Community Garden"] == "No report"
    assert "inspected the dam" in items["Dam"]


def test_the_annual_meeting_of_all_members_is_a_body_of_its_own() -> None:
    text = RANCH.replace("Larch Ranch Board Minutes", "Larch Ranch Annual Meeting")
    assert meeting(text, "annual.txt").body == "Larch Ranch Annual Meeting"


def test_two_bold_headings_over_lists_head_a_short_meeting() -> None:
    text = (
        "**Larch Ranch Board Transition Meeting Notes**\n**Date:** August 27, 2024\n**Attendees:**\n"
        "* Board Members: Ida Quill, Owen Pryce, Tess Malloy\n\n"
        "**Old Business**\n  * Discussion of the manager's role\n\n"
        "**Board Roles and Election of Officers**\n  * Secretary: Owen Pryce\n"
    )
    found = parse(text_of(text))
    assert found.meetings[0].body == "Larch Ranch Board"
    assert [one.title for one in found.meetings[0].items] == ["Old Business", "Board Roles and Election of Officers"]


def test_notes_under_a_word_for_them_are_one_item() -> None:
    text = (
        f"{FRONT}# Kiln Maintenance 2024-05-18\n\nAttendees:\n* Ida Quill\n* Owen Pryce\n* Tess Malloy\n\n"
        "Notes:\n* The lid is flogged out.\n* Ida showed Owen how to clean the shelves.\n"
    )
    assert [(one.title, one.body.text.count("*")) for one in meeting(text).items] == [("Notes", 2)]
    assert parse(SourceText(text, "2024-05-18.md")).kind == "minutes"


def test_a_place_sends_no_apologies() -> None:
    text = RANCH.replace("   • Guest:", "   • Apologies: Vera Stokes, North Larchside\n   • Guest:")
    assert {one.name for one in meeting(text).attendance if one.status == "apologies"} == {"Vera Stokes"}


def test_who_motions_moves_a_motion() -> None:
    said = {
        "Ida Quill motioned to approve the minutes, Owen Pryce seconded. The motion passed.": (
            "Ida Quill",
            "Owen Pryce",
        ),
        "Tess Malloy moves to approve, Owen Pryce seconds the motion. Motion approved.": ("Tess Malloy", "Owen Pryce"),
        "The motion was made by Ida Quill and seconded by Tess Malloy. It was approved.": ("Ida Quill", "Tess Malloy"),
    }
    for words, (mover, seconder) in said.items():
        assert read_movers(words) == Movers(mover, seconder)
