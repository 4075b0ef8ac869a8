"""How each motion of a city council ended, and who voted which way, where the minutes list it in capitals."""

from __future__ import annotations

from index_store.models import Emphasis, MinuteItem, SourceText
from index_store.parser import parse
from index_store.parser.particulars import tells_of_meeting
from index_store.parser.votes import read_votes
from index_store.readers import read_source
from index_store.reading import read
from tests.index_store.bench_parse import GOLDEN

FULL = "That the tender of Hollin Tractor Limited for a grader be accepted and that the Mayor sign it"

WRAPPED = "\n".join([f"{FULL}\nand seal it on behalf of the city as the clerk has set out in her report."] * 4)


def lines_of(text: str, *bold: str) -> list[str]:
    marks = sorted(Emphasis(text.index(words), text.index(words) + len(words)) for words in bold)
    return [line.text for line in read(SourceText(text, "a.pdf", emphasis=tuple(marks))).lines]


def test_names_and_counts_stand_behind_voting_in_favour_and_against() -> None:
    votes = read_votes(
        "VOTING IN FAVOUR: Mayor Quill, Councillors Pryce and Van Holt (3)\n"
        "VOTING AGAINST: Councillors Malloy, Brandt, Denby and Ives (4)\nDEFEATED"
    )
    assert votes is not None
    assert (votes.votes_for, votes.votes_against, votes.carried) == (3, 4, False)
    assert votes.names_for == ("Mayor Quill", "Pryce", "Van Holt")
    assert votes.names_against == ("Malloy", "Brandt", "Denby", "Ives")


def test_a_side_of_nobody_has_no_names_from_the_line_below() -> None:
    votes = read_votes("VOTING IN FAVOUR: Councillors Pryce and Ives (2)\nVOTING AGAINST: (0)\nCARRIED")
    assert votes is not None
    assert (votes.votes_against, votes.names_against, votes.carried) == (0, (), True)


def test_a_count_alone_on_the_next_line_is_that_of_the_names_above_it() -> None:
    votes = read_votes(
        "VOTING IN FAVOUR: Councillor Pryce (1)\nVOTING AGAINST: Councillors Ives, Denby and Malloy\n(4)\tDEFEATED"
    )
    assert votes is not None
    assert votes.votes_against == 4


def test_votes_and_outcomes_are_not_run_into_the_words_above_them() -> None:
    text = f"{WRAPPED}\n{FULL} today.\nVOTING AGAINST: (0)\n{' ' * 80}CARRIED\n"
    assert lines_of(text)[-3:] == [f"{FULL} today.", "VOTING AGAINST: (0)", "CARRIED"]


def test_a_report_with_its_number_begins_a_line_below_a_full_one() -> None:
    text = f"{WRAPPED}\n{FULL} too.\nCSX-2031.19     Larchmere Museum and the Restoration of the Engine\n"
    assert lines_of(text)[-1].split("\t") == ["CSX-2031.19", "Larchmere Museum and the Restoration of the Engine"]


def test_a_full_bold_title_ends_where_plain_type_begins() -> None:
    title = "Corporate Administration, Finance, Enterprise and Tourism Committee Fifth Consent Report"
    said = "Councillor Pryce presented the Fifth Consent Report of the Committee."
    assert lines_of(f"{WRAPPED}\n\n{title}\n{said}\n", title)[-2:] == [title, said]


def items_of(number: str) -> MinuteItem:
    (meeting,) = parse(read_source(GOLDEN / "city_council_motions.md")).meetings
    return next(item for item in meeting.items if item.number == number)


def test_reports_that_one_motion_adopts_are_each_decided_by_its_vote() -> None:
    first, second = items_of("PRK-2031.5").resolutions
    (third,) = items_of("PRK-2031.6").resolutions
    assert [(one.label, one.verb, one.effect) for one in (first, second, third)] == [
        ("1", "CARRIED", "noted"),
        ("2", "CARRIED", "decided"),
        (None, "CARRIED", "referred"),
    ]
    assert second.text == "That Council approve the lighting of the hill at a cost of $41,000."
    assert {one.proposer for one in (first, second, third)} == {"O. Pryce"}
    assert all(one.votes and one.votes.votes_for == 4 for one in (first, second, third))


def test_a_motion_is_its_own_words_without_movers_and_votes() -> None:
    (one,) = items_of("8").resolutions
    assert one.text == "That the ferry sail until midnight on Fridays."
    assert (one.label, one.verb, one.proposer, one.seconder) == (None, "CARRIED", "H. Brandt", "O. Pryce")
    assert one.lead is not None
    (lost,) = items_of("9").resolutions
    assert (lost.verb, lost.effect) == ("DEFEATED", "rejected")
    assert lost.text.startswith("Moved by Councillor Malloy")
    assert lost.text.endswith("DEFEATED")
    assert lost.votes is not None
    assert (lost.votes.votes_for, lost.votes.votes_against, lost.votes.carried) == (1, 3, False)


def test_motions_about_one_report_keep_their_numbers_and_an_amendment_is_told() -> None:
    amended, main = items_of("PRK-2031.4").resolutions
    assert (amended.label, amended.amendment, amended.effect) == ("6", True, "rejected")
    assert (main.label, main.amendment, main.effect) == ("7", False, "decided")


def test_a_report_on_an_amendment_of_a_by_law_is_no_amendment() -> None:
    (one,) = items_of("4").resolutions
    assert (one.amendment, one.effect) == (False, "noted")


def test_what_is_printed_behind_the_signatures_decides_nothing() -> None:
    (meeting,) = parse(read_source(GOLDEN / "city_council_motions.md")).meetings
    last = meeting.items[-1]
    assert last.title == "Attachment 1"
    assert "approved regulations" in last.body.text
    assert (last.resolutions, last.actions) == ((), ())


def test_a_financial_year_that_ends_a_sentence_begins_no_paragraph() -> None:
    said = "The cost of the lamp would be £61 in the year 2020/21 and another £30 in the following year"
    text = f"{WRAPPED}\n\n{said}\n2021/22. After much discussion it was agreed to keep the lamp.\n"
    assert lines_of(text)[-1] == f"{said} 2021/22. After much discussion it was agreed to keep the lamp."


def test_reports_are_known_by_numbers_of_several_forms() -> None:
    text = (
        "Minutes of Larchmere City Council\nMonday, May 5, 2031\n\nAttendance\n\nCouncil: Mayor I. Quill\n\n"
        "Call to Order\n\nMayor Quill called the meeting to order.\n\n"
        "Report PW31-027 Culvert at Quarry Lane\n\n101. Moved by Councillor Pryce\nSeconded by Councillor Malloy\n"
        "That the culvert be renewed.\nCARRIED\n\n"
        "FIN-31-4 Reserve Funds\n\n102. Moved by Councillor Malloy\nSeconded by Councillor Pryce\n"
        "That the reserve be closed.\nDEFEATED\n\n"
        "Adjournment\n\n103. Moved by Councillor Pryce\nSeconded by Councillor Malloy\n"
        "That the meeting be adjourned.\nCARRIED\n"
    )
    (meeting,) = parse(SourceText(text, "larchmere.txt")).meetings
    assert [(item.number, item.title) for item in meeting.items] == [
        (None, "Call to Order"),
        ("PW31-027", "Culvert at Quarry Lane"),
        ("FIN-31-4", "Reserve Funds"),
        ("103", "Adjournment"),
    ]
    assert [one.effect for item in meeting.items for one in item.resolutions][:2] == ["decided", "rejected"]
    assert meeting.items[1].resolutions[0].text == "That the culvert be renewed."


def test_a_running_head_with_the_day_of_the_meeting_is_no_title() -> None:
    assert tells_of_meeting("May 5, 2031 Larchmere City Council Meeting")
    assert not tells_of_meeting("May 5, 2031 Larchmere Flood")


def test_the_hour_behind_adjournment_is_the_end_and_that_of_a_closed_meeting_is_not() -> None:
    (meeting,) = parse(read_source(GOLDEN / "city_council_motions.md")).meetings
    assert (meeting.starts, meeting.ends) == ("5:30 p.m.", "9:40 p.m.")
    text = "Minutes of Marl City Council\nMonday, May 5, 2031 at 5:30 p.m.\n\nClosed Meeting (5:31 p.m.)\n\nRoads.\n\n"
    (meeting,) = parse(
        SourceText(f"{text}Adjournment (6:40 p.m.)\n\nThat the meeting be adjourned.\n", "m.txt")
    ).meetings
    assert meeting.ends == "6:40 p.m."
    (meeting,) = parse(SourceText(text, "m.txt")).meetings
    assert meeting.ends is None


GATES = """Minutes of the meeting of Marl Parish Council held on 4 May 2017

Present: Cllr Ann Ash (Chair), Cllr Bob Birch, Cllr Cara Cole, Cllr Dan Dane, Cllr Eve Eade, Cllr Fay Fenn

1. Minutes

The minutes of 6 April were approved. Proposed. Cllr Ann Ash, Seconded Cllr Bob Birch, all agreed.

2. Grass on graves

The council agreed that a sample of the grass should be seen. It was proposed by Cllr Cara Cole to allow such grass, \
seconded by Cllr Dan Dane, there were four in favour, one against and one abstained.

3. Gates

The Chair proposed that gates be looked at. Cllr Eve Eade proposed to buy two gates, seconded by Cllr Fay Fenn, two \
were in favour and five against.
"""


def test_each_decision_has_the_movers_and_the_count_of_its_own_sentence() -> None:
    minutes, grass, gates = parse(SourceText(GATES, "a.txt")).meetings[0].items
    assert [(one.proposer, one.seconder) for one in minutes.resolutions] == [("Ann Ash", "Bob Birch")]
    sample, allowed = grass.resolutions
    assert (sample.proposer, sample.votes) == (None, None)
    assert (allowed.proposer, allowed.seconder, allowed.effect) == ("Cara Cole", "Dan Dane", "decided")
    assert allowed.votes is not None
    assert (allowed.votes.votes_for, allowed.votes.votes_against, allowed.votes.abstained) == (4, 1, 1)
    assert [(one.proposer, one.seconder, one.effect) for one in gates.resolutions] == [
        ("Eve Eade", "Fay Fenn", "rejected")
    ]
