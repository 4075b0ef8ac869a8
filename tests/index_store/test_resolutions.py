"""Decisions: verbs, labels, effects, movers and votes, against values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index_store.models import MappedText, Resolution
from index_store.parser import parse
from index_store.parser.resolutions import find_resolutions
from index_store.readers import read_source
from tests.shared import SHARED, needs_shared


def found(text: str) -> tuple[Resolution, ...]:
    return find_resolutions(MappedText(text, ((0, 0, len(text)),) if text else ()))


def brief(text: str) -> list[tuple[str | None, str, str]]:
    return [(one.label, one.verb, one.effect) for one in found(text)]


CLAUSES = """It was AGREED:-

- (i) that the work be noted; and

- (ii) that, in order to ensure that (i) above is done, a plan be prepared;
- (ii) That the following be asked to help:
(a) the council;
(b) the police.

The meeting then adjourned for tea."""


def test_labelled_clauses_keep_their_labels_and_their_own_lists() -> None:
    clauses = found(CLAUSES)
    assert [(one.label, one.effect) for one in clauses] == [("i", "noted"), ("ii", "decided"), ("ii", "decided")]
    assert clauses[0].text == "that the work be noted; and"
    assert clauses[1].text == "that, in order to ensure that (i) above is done, a plan be prepared;"
    assert clauses[2].text == "That the following be asked to help:\n(a) the council;\n(b) the police."
    lead = clauses[0].lead
    assert lead is not None
    assert CLAUSES[lead.start : lead.end] == "It was AGREED:-"


def test_clauses_inside_one_line() -> None:
    text = (
        "RESOLVED: (i) that the plan be approved; (ii) that the cost, see (i) above, be met; and (iii) "
        "that it be noted."
    )
    assert [(one.label, one.text) for one in found(text)] == [
        ("i", "that the plan be approved;"),
        ("ii", "that the cost, see (i) above, be met; and"),
        ("iii", "that it be noted."),
    ]


def test_a_lead_with_words_of_its_own() -> None:
    text = (
        "3. RESOLVED that Cabinet:\n(a) note the outturn;\n(b) agree the plan; and\n(c) recommend to the "
        "County Council that it be adopted."
    )
    assert brief(text) == [
        ("a", "RESOLVED", "noted"),
        ("b", "RESOLVED", "decided"),
        ("c", "RESOLVED", "recommended"),
    ]


def test_bullets_under_bare_words_are_clauses_and_under_a_sentence_are_part_of_it() -> None:
    assert [one.text for one in found("Agreed:\n• to support option 2\n• to write to the Minister")] == [
        "to support option 2",
        "to write to the Minister",
    ]
    (one,) = found("It was NOTED that the next meetings would be held on:-\n\n- Monday 2 July\n- Wednesday 1 August")
    assert one.text.endswith("- Monday 2 July\n- Wednesday 1 August")


def test_a_paragraph_under_a_bare_verb() -> None:
    text = "RESOLVED –\n\nThat the minutes be signed.\n\nThat the Clerk write to the county.\n\nMembers thanked her."
    assert [one.text for one in found(text)] == ["That the minutes be signed.", "That the Clerk write to the county."]


@pytest.mark.parametrize(
    ("sentence", "verb", "effect"),
    [
        ("It was AGREED that the contents of the report be noted.", "AGREED", "noted"),
        ("It was AGREED that consideration be deferred to the next meeting.", "AGREED", "deferred"),
        ("It was agreed to buy two benches.", "agreed", "decided"),
        ("RESOLVED that the application be refused.", "RESOLVED", "rejected"),
        ("RESOLVED that the matter be referred to the Finance Committee.", "RESOLVED", "referred"),
        ("RESOLVED to recommend to Council that the budget be adopted.", "RESOLVED", "recommended"),
        ("NOTED: the minutes of the Co-Ordination Group.", "NOTED", "noted"),
        ("Agreed.", "Agreed", "decided"),
        ("The Board noted the report.", "noted", "noted"),
        ("Payments as below. Prop. MF, 2nd GK, agreed; PD did not vote.", "agreed", "decided"),
        ("12th November 2024, approved and signed.", "approved", "decided"),
        ("Councillors resolved to pay the invoices.", "resolved", "decided"),
        ("The minutes were approved as a true record.", "approved", "decided"),
        ("These were moved as correct by Ann Other and Jo Bloggs", "moved", "decided"),
        ("The precept of £12,500 was agreed.", "agreed", "decided"),
        (
            "It was agreed that the delivery issues be noted and it be agreed that a plan be prepared.",
            "agreed",
            "decided",
        ),
    ],
)
def test_verbs_and_effects(sentence: str, verb: str, effect: str) -> None:
    (one,) = found(sentence)
    assert (one.verb, one.effect, one.text) == (verb, effect, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Andy reported that a letter had been sent, as agreed at the May meeting.",
        "Partners checked the data when it was agreed to do so by each of them.",
        "MATTERS AGREED LAST YEAR",
        "The flooding problems were resolved earlier this year.",
        "Funding for later years had not yet been agreed.",
        "The proposal would be noted by the Ministry.",
    ],
)
def test_what_was_not_decided_here_is_no_decision(sentence: str) -> None:
    assert found(sentence) == ()


def test_movers() -> None:
    (one,) = found("The minutes were approved and signed. Prop. JS, 2nd AP, all agreed.")
    assert (one.verb, one.proposer, one.seconder) == ("approved", "JS", "AP")
    (one,) = found("Proposed by Cllr Webb\nSeconded by Cllr Patel\nAnd Resolved:\nThat the oak be felled.")
    assert (one.text, one.proposer, one.seconder) == ("That the oak be felled.", "Cllr Webb", "Cllr Patel")
    (one,) = found("On the motion of Cllr J. Walsh, seconded by Cllr T. O'Connor, it was agreed to sell the land.")
    assert (one.proposer, one.seconder) == ("Cllr J. Walsh", "Cllr T. O'Connor")
    (one,) = found("Minutes of 2nd September: AW proposed, and PC seconded, and the minutes were approved.")
    assert (one.proposer, one.seconder) == ("AW", "PC")


def test_the_proposer_is_not_the_seconder() -> None:
    (one,) = found("The minutes of the previous meeting were approved. Proposed by DN seconded by PP.")
    assert (one.proposer, one.seconder) == ("DN", "PP")
    (one,) = found("Cllr Beer proposed Cllr Allen, seconded Cllr Cox. All agreed. RESOLVED.")
    assert (one.proposer, one.seconder) == ("Cllr Beer", "Cllr Cox")


def test_movers_of_the_next_decision_are_its_own() -> None:
    one, two = found("It was agreed to buy a bench. Cllr Fox proposed a letter to the bank, and this was agreed.")
    assert (one.proposer, two.proposer) == (None, "Cllr Fox")


def test_a_show_of_hands_confirms_the_decision_before_it() -> None:
    text = "RESOLVED to buy a new battery for £5,420. Proposed: Cllr B. Lyle. Seconded: Cllr J. Medley. All in favour."
    (one,) = found(text)
    assert (one.verb, one.proposer, one.seconder, one.votes) == ("RESOLVED", "Cllr B. Lyle", "Cllr J. Medley", None)
    (one,) = found("GP asked for a public meeting with the engineers. Agreed.")
    assert one.text == "GP asked for a public meeting with the engineers. Agreed."
    (one,) = found("RESOLVED to accept £450. Motion passed (3 to 1).")
    assert one.votes is not None
    assert (one.votes.votes_for, one.votes.votes_against) == (3, 1)


def test_clauses_with_verbs_of_their_own() -> None:
    text = "The Panel:\n\n(i) noted the report; and\n(ii) agreed that a further report be brought."
    assert [(one.label, one.verb, one.effect) for one in found(text)] == [
        ("i", "noted", "noted"),
        ("ii", "agreed", "decided"),
    ]


def test_two_motions_in_one_paragraph() -> None:
    text = (
        "It was MOVED by Cllr Ann Adams and SECONDED by Cllr Bob Best that the plan be refused. The motion was LOST. "
        "It was then MOVED by Cllr Carl Carr and SECONDED by Cllr Dee Dent that it be approved. CARRIED."
    )
    assert [(one.verb, one.effect, one.proposer) for one in found(text)] == [
        ("LOST", "rejected", "Cllr Ann Adams"),
        ("CARRIED", "decided", "Cllr Carl Carr"),
    ]


def test_motions_run_from_mover_to_outcome() -> None:
    text = (
        "MOVED by Councillor Kent, seconded by Councillor Purdy\n\nTHAT Council defer the matter.\n\n"
        "MOTION PUT AND DEFEATED.\n\nIn favour: Councillor Kent\nAgainst: Mayor Savage, Councillors "
        "Purdy, Mason"
    )
    (one,) = found(text)
    assert one.effect == "rejected"
    assert one.text.startswith("MOVED by")
    assert one.text.endswith("DEFEATED.")
    assert (one.proposer, one.seconder) == ("Councillor Kent", "Councillor Purdy")
    assert one.votes is not None
    assert one.votes.names_for == ("Kent",)
    assert one.votes.names_against == ("Mayor Savage", "Purdy", "Mason")
    assert one.votes.carried is False


def test_a_lost_amendment_is_rejected_and_the_motion_carried() -> None:
    text = (
        "An amendment was moved by Councillor Easy and seconded by Councillor Fox that paragraph 3 be deleted. "
        "On being put to the vote, the amendment was declared LOST.\n\n"
        "The substantive motion was put to the recorded vote:\n\n"
        "FOR THE MOTION: Councillors Able, Baker and Mrs Dog (3)\nAGAINST "
        "THE MOTION: Councillor Easy (1)\nABSTENTIONS: None\n\n"
        "and declared CARRIED."
    )
    lost, carried = found(text)
    assert (lost.effect, lost.amendment, lost.proposer) == ("rejected", True, "Councillor Easy")
    assert (carried.effect, carried.amendment) == ("decided", False)
    assert carried.votes is not None
    assert (carried.votes.votes_for, carried.votes.votes_against, carried.votes.abstained) == (3, 1, 0)
    assert carried.votes.names_for == ("Able", "Baker", "Mrs Dog")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Motion passed (5 to 0).", (5, 0, None)),
        ("RESOLVED by 7 votes to 2 that the plan be approved.", (7, 2, None)),
        ("It was agreed, with 5 votes in favour, 2 against and 1 abstention.", (5, 2, 1)),
    ],
)
def test_counts(text: str, counts: tuple[int, int, int | None]) -> None:
    votes = found(text)[0].votes
    assert votes is not None
    assert (votes.votes_for, votes.votes_against, votes.abstained) == counts


@needs_shared
def test_the_two_sets_of_notes_have_47_labelled_clauses_and_13_others_in_capitals() -> None:
    labelled, others = [], []
    for path in sorted((SHARED / "minutes" / "leicestershire").glob("*.txt")):
        for item in parse(read_source(path)).meetings[0].items:
            capital = [one for one in item.resolutions if one.verb.isupper()]
            labelled.append([one.label for one in capital if one.label])
            others += [(item.number, one.verb) for one in capital if not one.label]
    assert sum(map(len, labelled)) == 47
    assert sum(map(len, labelled[:17])) == 25
    assert labelled[17:][6] == ["i", "ii", "ii"]
    assert others == [
        ("265", "AGREED"),
        ("266", "AGREED"),
        ("275", "AGREED"),
        ("276", "NOTED"),
        ("277", "AGREED"),
        ("278", "NOTED"),
        ("74", "AGREED"),
        ("75", "AGREED"),
        ("77", "AGREED"),
        ("85", "AGREED"),
        ("86", "AGREED"),
        ("87", "AGREED"),
        ("88", "NOTED"),
    ]


WORDS = st.lists(
    st.sampled_from(
        [
            "It was AGREED",
            "RESOLVED:",
            "that",
            "the plan",
            "be noted",
            "(i)",
            "(ii)",
            "(a)",
            "\n",
            "\n\n",
            "- ",
            ". ",
            ";",
            "Agreed.",
            "CARRIED",
            "MOVED by Cllr Fox",
            "seconded by AB",
            "5 to 2",
            "for",
            "Cabinet",
        ]
    ),
    max_size=40,
)


@settings(deadline=None)
@given(WORDS)
def test_every_span_slices_back_to_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for one in found(text):
        assert text[one.span.start : one.span.end] == one.text
        assert one.text == one.text.strip()


@pytest.mark.parametrize(
    ("sentence", "effect"),
    [
        ("Resolved to buy two bins at £248 each for the lower gate of the field and for the bridge.", "decided"),
        ("Resolved not to support the diversion unless the landowner puts in a path 1.5 metres wide.", "rejected"),
        ("Agreed unanimously that the two benches by the pond be painted green before the summer fair.", "decided"),
    ],
)
def test_a_long_decision_within_a_paragraph_is_the_sentence_that_begins_so(sentence: str, effect: str) -> None:
    text = f"Five members had walked the path. {sentence} Proposed Cllr Ash, seconded Cllr Birch. All in favour."
    (only,) = found(text)
    assert (only.text, only.effect) == (sentence, effect)
    assert (only.proposer, only.seconder) == ("Cllr Ash", "Cllr Birch")


def test_a_list_whose_first_letter_alone_is_a_capital_keeps_all_its_clauses() -> None:
    text = "RESOLVED that Cabinet agree to:\n\nA) Note the forecast.\nb) Note the savings.\nc) Agree the changes."
    assert brief(text) == [("A", "RESOLVED", "noted"), ("b", "RESOLVED", "noted"), ("c", "RESOLVED", "decided")]


def test_bullets_of_another_kind_belong_to_the_one_above_them() -> None:
    text = "It was noted:\n\n• Members heard of taxes:\no Marlshire, 25%\no Fenshire, 10%\n• The plan was live."
    assert [one.text for one in found(text)] == [
        "Members heard of taxes:\no Marlshire, 25%\no Fenshire, 10%",
        "The plan was live.",
    ]


PLANNING = """The following was agreed:

E/39931 Conversion of Building to Dwelling
Bryn
Marl
SA99 7NF
Mr and Mrs Ash
NO OBJECTIONS
PL/00489 Alterations and Remodelling
8 Mill Lane
Marl, SA99 7PA
Mr B Birch
NO OBJECTIONS

The lamps were discussed."""


def test_the_lines_of_a_planning_application_are_one_decision() -> None:
    assert [one.text.split("\n")[0] for one in found(PLANNING)] == [
        "E/39931 Conversion of Building to Dwelling",
        "PL/00489 Alterations and Remodelling",
    ]
    assert all(one.text.endswith("NO OBJECTIONS") for one in found(PLANNING))
    bulleted = PLANNING.replace("\n", "\n- ").replace("- \n", "\n").replace("- The lamps", "The lamps")
    assert len(found(bulleted)) == 2
    (last,) = found(PLANNING.split("agreed:\n\n")[1].split("PL/")[0])
    assert last.text.startswith("E/39931")


def test_what_is_noted_is_told_with_it() -> None:
    (one,) = found("iv) Police and Crime Commissioner’s Community Fund.\tNoted")
    assert (one.verb, one.effect) == ("Noted", "noted")
    assert one.text.startswith("Police and Crime Commissioner’s")


def test_what_a_decision_leads_on_to_is_part_of_it() -> None:
    text = "That the Manager BE DIRECTED to exclude the following case:\n\nRef 4, Trees\n\nMotion Failed (2 to 3)"
    (one,) = found(text)
    assert one.text.split("\n\n")[1:] == ["Ref 4, Trees", "Motion Failed (2 to 3)"]
    assert one.effect == "rejected"
