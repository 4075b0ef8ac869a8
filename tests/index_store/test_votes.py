"""Motions and votes as councils print them, against values worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.models import MappedText, Resolution, Votes
from index_store.parser import parse
from index_store.parser.resolutions import find_resolutions
from index_store.readers import read_source

GOLDEN = Path(__file__).parent / "golden"


def found(text: str) -> tuple[Resolution, ...]:
    return find_resolutions(MappedText(text, ((0, 0, len(text)),)))


def only(text: str) -> Resolution:
    (one,) = found(text)
    return one


def counted(text: str) -> tuple[int | None, int | None, int | None, bool | None]:
    votes = only(text).votes
    assert votes is not None
    return votes.votes_for, votes.votes_against, votes.abstained, votes.carried


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("RESOLVED that the tender be accepted. Carried by 7 votes to 3 with 2 abstentions.", (7, 3, 2, True)),
        ("The recommendation was carried by 7 votes to 3, with 2 abstentions.", (7, 3, 2, True)),
        ("On a show of hands the proposal was agreed by eight votes to one.", (8, 1, None, True)),
        ("It was moved by Cllr Pike that the press be excluded. Motion carried 9-1.", (9, 1, None, True)),
        (
            "On being put to the vote, there were 12 votes for, 20 against and 3 abstentions, and the motion was lost.",
            (12, 20, 3, False),
        ),
        ("The amendment fell, 3 voting for and 7 against.", (3, 7, None, False)),
        ("With 11 Members voting For, 7 voting Against and 1 Abstention the motion was carried.", (11, 7, 1, True)),
        ("RESOLVED by a majority of 6 to 3 that the hall be let.", (6, 3, None, True)),
        ("RESOLVED (8:2)\nThat the fees be increased.", (8, 2, None, True)),
        ("The resolution was passed with one abstention.", (None, None, 1, True)),
        ("VOTED: 4 Ayes, 1 Nay.\nThe ordinance was adopted.", (4, 1, None, True)),
        ("The Committee divided:\n\nFor 5\nAgainst 3\nAbstentions 1\n\nThe motion was carried.", (5, 3, 1, True)),
        (
            "On a division, there voted for the motion 14 members, and for the amendment 9. The motion "
            "accordingly became the finding of the meeting.",
            (14, 9, None, True),
        ),
        (
            "Councillor Weir moved as an amendment that the matter be continued. On a vote being taken, 8 members "
            "voted for the motion and 5 for the amendment. The motion was declared carried.",
            (8, 5, None, True),
        ),
        ("The motion was put to the vote and was lost by 6 votes to 4.", (4, 6, None, False)),
        ("With 4 for and 5 against, the proposal was not carried.", (4, 5, None, False)),
        ("RESOLVED that the precept be £48,000 (6 in favour, 2 against, 1 abstention).", (6, 2, 1, True)),
        ("The Council voted 6 in favour, 2 against with 1 abstention.\nRESOLVED that it be built.", (6, 2, 1, True)),
        (
            "There being an equality of votes, 5 for and 5 against, the Chairman gave his casting vote in favour of "
            "the motion, which was carried.",
            (5, 5, None, True),
        ),
        ("MOTION CARRIED 5-0-1 [AYES: Dale, Howe, Pike, Lund, Marsh; NOES: None; ABSENT: Tarn].", (5, 0, None, True)),
        ("MOTION FAILED 3- 1-2 [AYES: Dale, Howe, Pike; NOES: Lund; ABSTAIN: Marsh, Tarn].", (3, 1, 2, False)),
    ],
)
def test_counts_in_words(text: str, counts: tuple[int | None, int | None, int | None, bool | None]) -> None:
    assert counted(text) == counts


BRAND = ("A Brand", "P Moss", "J Tarn", "Mrs L Webb")


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        (
            "A recorded vote was requested.\n\nFor: Councillors A Brand, P Moss, J Tarn and Mrs L Webb (4)\n"
            "Against: Councillors D Holt and R Pike (2)\nAbstained: Councillor S Vane (1)\n\nThe motion was CARRIED.",
            Votes(4, 2, 1, BRAND, ("D Holt", "R Pike"), ("S Vane",), True),
        ),
        (
            "FOR: Bellamy, Ott, Stone (3) AGAINST: Reid (1) ABSTAINED: None. Carried.",
            Votes(3, 1, 0, ("Bellamy", "Ott", "Stone"), ("Reid",), (), True),
        ),
        (
            "Recorded vote:\nYEAS: Councillors Bellamy, Ott and Stone. NAYS: Councillor Reid. ABSENT: Councillor Funk."
            "\nMOTION CARRIED",
            Votes(3, 1, None, ("Bellamy", "Ott", "Stone"), ("Reid",), (), True),
        ),
        (
            "Those voting in favour of the motion: Cllrs Moss, Tarn, Webb. Those voting against: Cllr Holt. "
            "Abstaining: Cllr Pike.\nThe motion was accordingly declared lost.",
            Votes(3, 1, 1, ("Moss", "Tarn", "Webb"), ("Holt",), ("Pike",), False),
        ),
        (
            "RESOLVED that the plan be adopted (Cllr Pike abstaining).",
            Votes(None, None, 1, (), (), ("Pike",), None),
        ),
        (
            "RESOLVED that the car park be closed.\nFor (2): J. Walsh, P. Murphy\nAgainst (1): K. O'Flynn",
            Votes(2, 1, None, ("J. Walsh", "P. Murphy"), ("K. O'Flynn",), (), True),
        ),
    ],
)
def test_names_on_each_side(text: str, votes: Votes) -> None:
    assert only(text).votes == votes


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that By-law 24-031 be read a third time and passed.",
        "RESOLVED that the grant of £5,000 for 3 to 5 years be approved.",
        "It was agreed to meet the family by 3-4 June.",
        "RESOLVED that item 4/2 be deferred, no to further delay.",
    ],
)
def test_numbers_that_are_no_votes(text: str) -> None:
    assert only(text).votes is None


@pytest.mark.parametrize(
    ("text", "proposer", "seconder"),
    [
        ("RESOLVED: That it be approved. (Proposed by Cllr Moss, seconded Cllr Tarn)", "Cllr Moss", "Cllr Tarn"),
        ("It was resolved to pay (Proposed: Cllr J Moss; Seconded: Cllr A Tarn).", "Cllr J Moss", "Cllr A Tarn"),
        ("Moved by: J. Bellamy\nSeconded by: K. Ott\nThat it be received.\nCARRIED", "J. Bellamy", "K. Ott"),
        (
            "Resolved: to approve. Proposer: Cllr Moss. Seconder: Cllr Tarn. Vote: all in favour.",
            "Cllr Moss",
            "Cllr Tarn",
        ),
        (
            "On the proposal of Cllr. M. Daly seconded by Cllr. P. Roche it was agreed to write to the Minister.",
            "Cllr. M. Daly",
            "Cllr. P. Roche",
        ),
    ],
)
def test_who_moved_and_who_seconded(text: str, proposer: str, seconder: str) -> None:
    one = only(text)
    assert (one.proposer, one.seconder) == (proposer, seconder)


def test_a_proposal_that_fell_behind_a_resolution_leaves_that_as_it_was_carried() -> None:
    resolved = "The amendment was carried and it was RESOLVED that the toll be £16 a pitch and be reviewed in July."
    fell = "The proposal of Councillor Ash that the market be handed to an operator found no seconder and fell."
    told = [(one.verb, one.effect, one.text) for one in found(f"{resolved}\n\n{fell}")]
    assert told == [("RESOLVED", "decided", resolved), ("fell", "rejected", fell)]


@pytest.mark.parametrize(
    "told",
    [
        "RESOLVED that the rate be 5p, six voting in favour and Mr E Sharman against.",
        "RESOLVED that the rate be 5p.\n\n(Proposed Mrs Catchpole, seconded Mr Loveday of the Upper Level, after "
        "a long talk on what the others would say, six in favour, Mr Sharman against, Mr Goss abstaining.)",
    ],
)
def test_one_who_is_named_against_beside_a_count_is_counted(told: str) -> None:
    votes = only(told).votes
    assert votes is not None
    assert (votes.votes_for, votes.votes_against, votes.carried) == (6, 1, True)
    assert [name.split()[-1] for name in votes.names_against] == ["Sharman"]


@pytest.mark.parametrize("vote", ["", ", six voting in favour and Mr E Sharman against"])
def test_what_is_resolved_accordingly_is_what_was_proposed(vote: str) -> None:
    one = only(
        "It was proposed by Mrs R Catchpole, seconded by Mr N Tuddenham, that the decision be put off to the January "
        f"meeting.\n\nRESOLVED accordingly{vote}."
    )
    assert (one.effect, one.proposer, one.seconder) == ("deferred", "Mrs R Catchpole", "Mr N Tuddenham")


@pytest.mark.parametrize(
    "text",
    [
        "BT wrote that the kiosk would be removed unless the Council adopted it for £1.",
        "The trust would pay for the roof only if the Council approved the lease.",
        "Nothing could be done until the Council agreed the design.",
        "Once the Board approved the plan, the work would begin.",
    ],
)
def test_a_condition_is_no_decision(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that, if the Council adopted it, the kiosk be painted.",
        "If the grant was refused, it was agreed that the Clerk write again.",
        "If no tender came, the Council approved the sum of £40.",
    ],
)
def test_what_is_decided_on_a_condition_is_decided(text: str) -> None:
    assert only(text).effect == "decided"


def test_what_a_table_lists_is_agreed_row_by_row() -> None:
    rows = "Application | Site | Observation\n24/1/FUL | Quarry Brow | Objection\n24/2/HH | Chapel Fold | None"
    one = only(f"The observations on the following were agreed:\n\n{rows}\n\nCllr Ash returned.")
    assert (one.text, one.effect) == (rows, "decided")


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("RESOLVED that consideration of the report be deferred to the meeting in May.", "deferred"),
        ("That the application be REFUSED for the reasons in the report.", "rejected"),
        ("RESOLVED – That planning permission be REFUSED.", "rejected"),
        ("The motion was put and declared LOST.", "rejected"),
        ("The votes being equal, the Mayor used her casting vote and the motion was declared LOST.", "rejected"),
        ("Cllr Holt proposed that the gate be shut. There was no seconder and the motion fell.", "rejected"),
        ("The proposal was not supported.", "rejected"),
        ("The motion was withdrawn by Councillor Vane with the consent of the seconder.", "withdrawn"),
        ("Councillor Pike withdrew the motion.", "withdrawn"),
        ("The application was withdrawn by the applicant.", "withdrawn"),
        ("Item deferred.", "deferred"),
        ("Motion agreed.", "decided"),
        ("The Committee AGREED to note the report.", "noted"),
        ("The Board DEFERRED the item to its next meeting.", "deferred"),
        ("Moved by Cllr Bellamy, seconded by Cllr Ott\nThat the rink be closed.\nDEFEATED", "rejected"),
    ],
)
def test_what_it_comes_to(text: str, effect: str) -> None:
    assert only(text).effect == effect


@pytest.mark.parametrize(
    "text",
    [
        "It was proposed that the hall be repainted but no decision was taken.",
        "It was suggested that a working party be formed; members would think about it before the next meeting.",
    ],
)
def test_what_was_only_proposed_is_no_decision(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Moved: Councillor Bellamy, Seconded: Councillor Ott, THAT the minutes be adopted. Carried Unanimously.",
        "MOVED by Director Stone, SECONDED by Director Pike:\nTHAT it be given a reading.\nCARRIED UNANIMOUSLY",
        "Proposed by Cllr P. Roche\n'That this Council calls on the Minister to fund it.'\nThe motion was agreed.",
        "Cllr Kavanagh proposed, seconded by Cllr Nugent:-\n'That charges be suspended.'\nA vote was called for:-\n"
        "FOR: Cllrs Kavanagh, Nugent. (2)\nAGAINST: Cllrs Tynan, Hogan, Daly. (3)\nThe motion was lost.",
    ],
)
def test_a_motion_runs_from_its_mover_to_what_became_of_it(text: str) -> None:
    assert only(text).text == text
    assert only(text).proposer is not None


def test_amendments_are_told_from_the_motion() -> None:
    lost, carried = found(
        "Cllr Webb proposed an amendment, seconded by Cllr Holt, that the sum be reduced to £5,000. The amendment was "
        "put to the vote and was lost by 4 votes to 6. The original motion was then put and carried by 6 votes to 4."
    )
    assert (lost.amendment, lost.effect, lost.proposer, lost.seconder) == (True, "rejected", "Cllr Webb", "Cllr Holt")
    assert (carried.amendment, carried.effect) == (False, "decided")
    assert lost.votes is not None
    assert carried.votes is not None
    assert (lost.votes.votes_for, carried.votes.votes_for) == (4, 6)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Resolution No. 2024-118\nMoved by: J. Bellamy\nSeconded by: K. Ott\nThat it be read.\nCARRIED", "2024-118"),
        ("24-07-112\nMoved by Deputy Reeve Stone\nSeconded by Cllr Ott\nTHAT it be adopted.\nCarried.", "24-07-112"),
        ("2024\nMoved by Deputy Reeve Stone\nSeconded by Cllr Ott\nTHAT it be adopted.\nCarried.", None),
    ],
)
def test_a_resolution_with_a_number_of_its_own(text: str, label: str | None) -> None:
    assert only(text).label == label


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("It was unanimously agreed that the hedge be cut.", "unanimously"),
        ("On a show of hands the proposal was agreed.", "On a show of hands"),
        ("It was carried on the casting vote of the Chair, that is: the motion was carried.", "the casting vote"),
        ("RESOLVED (nem. con.) that the lease be signed.", "nem. con."),
        ("RESOLVED that the lease be signed.", None),
    ],
)
def test_how_it_was_voted(text: str, manner: str | None) -> None:
    assert found(text)[0].manner == manner


POLLED = """Mr Ash proposed and Dr Frost seconded the following amendment:

“Council is asked to: (1) Note that the works may lead to the quay being postponed.”

6) After the debate, the Chairman put the amendment set out in paragraph 5 to the vote and the voting was as follows:

For (2)

Mr Ash, Dr Frost

Against (3)

Mr Barton-Kirk, Mrs Bell, Ms Dale

Abstain (1)

Mr Crow-Brown

Amendment lost."""


def test_names_below_the_count_of_their_side_are_of_the_vote_that_the_chair_put() -> None:
    lost = found(POLLED)[-1]
    assert lost.text.startswith("After the debate, the Chairman put the amendment")
    assert (lost.effect, lost.amendment) == ("rejected", True)
    assert lost.votes == Votes(
        2, 3, 1, ("Mr Ash", "Dr Frost"), ("Mr Barton-Kirk", "Mrs Bell", "Ms Dale"), ("Mr Crow-Brown",), False
    )


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("RESOLVED that the Council notes that the elections may lead to the works being postponed.", "noted"),
        ("RESOLVED that the meeting BE ADJOURNED.", "decided"),
        ("RESOLVED that the meeting be adjourned for ten minutes.", "decided"),
        ("RESOLVED that the application be adjourned to the next meeting.", "deferred"),
        ("RESOLVED that the works be postponed until May.", "deferred"),
    ],
)
def test_what_waits_and_what_only_ends_or_is_told(text: str, effect: str) -> None:
    assert only(text).effect == effect


def test_tables_of_votes_in_markdown_belong_to_the_motion_above_them() -> None:
    (meeting,) = parse(read_source(GOLDEN / "canadian_callouts_vote_tables.md")).meetings
    by_number = {item.number: item for item in meeting.items}
    both = [
        (one.label, one.verb, one.effect, one.proposer, one.votes and (one.votes.names_for, one.votes.names_against))
        for one in by_number["4.1.2"].resolutions
    ]
    cast = (("Mayor J. Ash", "H. Birch", "S. Eames"), ("A. Frost", "P. Van Dale"))
    assert both == [
        ("a", "RECEIVED", "noted", "H. Birch", cast),
        ("b", "DIRECTED", "decided", "H. Birch", cast),
        (None, "Failed", "rejected", "A. Frost", (cast[1], cast[0])),
    ]
    (approved,) = by_number["4.1"].resolutions
    assert approved.votes is not None
    assert (approved.votes.votes_for, approved.votes.votes_against) == (5, 0)
    assert approved.text == "That the 6th Report of the Parks Committee BE APPROVED"
    assert (meeting.starts, meeting.ends) == ("11:30 AM", "11:58 AM")


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("RESOLVED that Council notes the update on the ferry and the quay.", "noted"),
        ("RESOLVED that Cabinet note the report and the actions being taken.", "noted"),
        ("RESOLVED that the County Council notes the report.", "noted"),
        ("RESOLVED that the Panel notes the report and agrees to the priorities for May.", "decided"),
    ],
)
def test_what_a_body_notes(text: str, effect: str) -> None:
    assert only(text).effect == effect
