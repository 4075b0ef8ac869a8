"""Near misses: the matter is in the minutes and a fact of the right sort beside it, but not of what is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.naming import names_in, naming_of
from assistant.pipeline import answer_question
from assistant.told_acts import untold_act
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.small_index import index_over

MINUTES = """# Minutes of Pennow Parish Council held on 4 March 2024 in the Reading Room

Present: Cllr Ada Lowe (Chair), Cllr Ben Hurst, Cllr Cy Marsh, Joan Pell (Clerk)

## 1. Flats at Mill Lane

Cllr Hurst was concerned that the promised 16 space car park at the base of the flats being built by Orrin Homes in Mill
Lane was missing from the latest drawings.

## 2. Place plan

A questionnaire on the place plan had gone to every house in the village. 107 were returned by post.

## 3. Auditor

We had £4,528 in the bank before the printing bill. It was AGREED to send the auditor a gift in thanks for her many
years of help. The Clerk will see to it.

## 4. Village fair

A school pupil had asked for help with the cost of a trip to Norway. £50 was given to the pupil from the fair's takings
by the Council.

## 5. Street lamps

The lamps in Rectory Row had been off for two weeks and residents had complained about the dark.

The lamps in Duck Street were off because of a broken cable.

## 6. Footbridge camera

Cllr Marsh spoke of the need for a camera at the footbridge to deter fly tipping.

## 7. Painting

A valuable painting had been stolen from Hurst House in January. The neighbours heard glass breaking at night.

## 8. Website

Pixel Barn were appointed to build the new website, which will be launched in the autumn.

## 9. Allotments

Three tenants had given up their allotment plots over the winter because of the flood. It was AGREED to take on a second
warden for the allotments.

## 10. Old pump house

The old pump house had been sold at auction in February. The Clerk said that £1,150 had been spent on clearing it.

## 11. Boat race

The Drake and the Mallard, two boats that had been late in the boat race, were excused. A fee of £12 a boat was agreed.

## 12. Accounts for payment

Nell Pike, translation of the leaflet, £88.20.

## 13. Cemetery

Quotes are still awaited for the cost of gate pillars for the cemetery. A second estimate of £154 for the gates of the
allotments was accepted.

## 14. Resignations

Resignations had come from Cllr G Orme and Cllr H Sayle.

## 15. Piper

A piper would be sought for the flag raising. The Pennow Arms will lend its yard.

## 16. Town twinning

An MP had spoken at the twinning event in Hurst Hall, which the Chair had attended.

## 17. Letters

A letter from a neighbour about the geese on the green.

## 18. Barn owls

Nest boxes for the barn owls were shown. It was AGREED to put two nest boxes up.
"""


@pytest.fixture(scope="module")
def pennow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(Path(tmp_path_factory.mktemp("pennow")), {"march": MINUTES}) as index:
        yield index


@pytest.mark.parametrize(
    ("told", "fact", "untold"),
    [
        (
            "how many parking spaces were promised for the Mill Lane flats",
            "16 space",
            "how many flats is Orrin Homes building in Mill Lane",
        ),
        (
            "how many place plan questionnaires came back",
            "107 were returned",
            "how many trees are in the place plan questionnaire",
        ),
        ("how much was in the bank before the printing bill", "£4,528", "how much did the gift to the auditor cost"),
        (
            "how much did the pupil get for the trip to Norway",
            "£50",
            "which pupil asked for help with the trip to Norway",
        ),
        (
            "why were the lamps in Duck Street off",
            "because of a broken cable",
            "what was the name of the school of the pupil who goes to Norway",
        ),
        (
            "where is a camera needed",
            "at the footbridge",
            "was the camera at the footbridge ever installed",
        ),
        (
            "where was the painting stolen from",
            "Hurst House",
            "was anybody ever caught for the stolen painting",
        ),
        (
            "which company is to build the new website",
            "Pixel Barn",
            "on what date will the new website be launched",
        ),
        (
            "why were allotment plots given up",
            "because of the flood",
            "which three residents gave up their allotment plots",
        ),
        (
            "what was spent on clearing the old pump house",
            "£1,150",
            "how much was the old pump house sold for",
        ),
        (
            "what fee does a boat pay in the boat race",
            "£12",
            "who was appointed as the second warden for the allotments",
        ),
        (
            "how much did Nell Pike charge for the leaflet",
            "£88.20",
            "how much did the auditor charge for the accounts",
        ),
        (
            "what were the fair's takings spent on",
            "£50 was given",
            "what is the budget for the footbridge camera",
        ),
        (
            "who spoke of the camera at the footbridge",
            "Cllr Marsh",
            "what did the vicar say about the camera at the footbridge",
        ),
        ("what was the estimate for the gates of the allotments", "£154", "what did the cemetery gate pillars cost"),
        (
            "how many councillors resigned, and who",
            "Cllr G Orme and Cllr H Sayle",
            "what was the name of the piper at the flag raising",
        ),
        ("where was the twinning event", "Hurst Hall", "which MP spoke at the twinning event"),
        ("what was agreed about the barn owls", "nest boxes", "what was decided about the geese on the green"),
    ],
)
def test_what_stands_beside_another_thing_is_no_answer(pennow: Index, told: str, fact: str, untold: str) -> None:
    right = answer_question(pennow, [told], Scope(), date(2024, 6, 1))
    assert (right.status, fact in right.answer) == ("answered", True), right.answer
    near = answer_question(pennow, [untold], Scope(), date(2024, 6, 1))
    assert (near.status, near.reason) == ("not_found", "fact_absent"), near.answer
    assert near.nearest


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("how many questionnaires were returned by post?", "how many people answered it"),
        ("how many parking spaces were promised at Mill Lane?", "and how many people used them?"),
    ],
)
def test_a_follow_up_asks_for_its_own_particular(pennow: Index, before: str, asked: str) -> None:
    answer = answer_question(pennow, [before, asked], Scope(), date(2024, 6, 1))
    assert (answer.status, answer.reason) == ("not_found", "fact_absent"), answer.answer


@pytest.mark.parametrize(
    ("asked", "sentence", "named"),
    [
        ("name of the father of child K", "Final report on Child K to the April Executive.", False),
        ("name of the father of child K", "It would be watched by the Learning and Improvement Group.", False),
        ("name of the tenant of Hob Farm", "Mr W Ash declared an interest as the tenant of Hob Farm.", True),
        ("name of the man on the trolley", "Mrs Birch told the story of Alan, a retired quarryman.", True),
    ],
)
def test_the_name_of_a_person_is_not_that_of_a_body(asked: str, sentence: str, named: bool) -> None:
    naming = naming_of(asked)
    assert naming is not None
    assert bool(names_in(naming, asked, sentence)) is named


@pytest.mark.parametrize(
    ("asked", "sentence", "named"),
    [
        ("which firm is to mend the weir", "Proposed by Cllr Ada Lowe, the mending of the weir was agreed.", []),
        ("which firm is to mend the weir", "Work on the weir is for the Environment Committee.", []),
        (
            "which firm is to mend the weir",
            "A price from Teal Stoneworks for the weir was accepted.",
            ["Teal Stoneworks"],
        ),
        ("who was appointed to the hall trust", "It was agreed to appoint Joan Pell to it.", ["Joan Pell"]),
        ("who was appointed to the hall trust", "It was agreed to appoint one trustee to it.", []),
        ("which builder is to mend the weir", "The weir at Teal Hill was to be mended.", []),
        ("who is the landowner at the weir", "The landowner had not answered the Weir Committee.", []),
    ],
)
def test_a_firm_is_no_member_and_whoever_was_chosen_is_named(asked: str, sentence: str, named: list[str]) -> None:
    naming = naming_of(asked)
    assert naming is not None
    assert names_in(naming, asked, sentence) == named


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("who won the talent contest in 2031?", "The contest has not had anyone coming forward so far.", True),
        ("who won the talent contest in 2031?", "The contest was won by the school choir.", False),
        ("did the council buy the picnic tables?", "A request for a picnic on the Green was supported.", True),
        ("did the council buy the picnic tables?", "The tables were ordered in May.", False),
        ("did the council buy the picnic tables?", "It was felt that no tables were needed.", False),
        ("what is a picnic table worth", "A request for a picnic on the Green was supported.", False),
        ("who designed the sundial", "The sundial had been put up on New Year's Eve.", True),
        ("who designed the sundial", "The sundial was drawn by a pupil of the school.", False),
        ("how old is the sundial", "The sundial had been put up on New Year's Eve.", True),
        ("how old is the sundial", "The sundial had stood there for ninety years.", False),
        ("what is the caretaker's phone number", "The caretaker had mended 4 of the 12 chairs.", True),
        ("what is the caretaker's phone number", "The caretaker may be rung on 01632 960777.", False),
        ("how long is the ferry out of use", "Members were worried that the ferry was out of use.", True),
        ("how long is the ferry out of use", "The ferry was out of use until Whitsun.", False),
        ("how tall is the mast", "The mast was too tall for 6 of the 9 members.", True),
        ("how tall is the mast", "The mast would be 14 metres.", False),
        ("how often is the play area inspected", "The play area had been inspected by a firm.", True),
        ("how often is the play area inspected", "The play area is inspected every quarter.", False),
    ],
)
def test_winning_and_buying_are_told_by_words_of_them(asked: str, told: str, untold: bool) -> None:
    assert untold_act(asked, told) is untold
