"""How each motion of a city council ended, and who voted which way, where the minutes list it in capitals."""

from __future__ import annotations

from index_store.models import Emphasis, SourceText
from index_store.parser.votes import read_votes
from index_store.reading import read

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
