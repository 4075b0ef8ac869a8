"""A town that met in part by telephone: who came how, votes recorded by side, tenders of other years, days to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

APRIL_2022 = """MINUTES
TOWN OF HOLLIN
Tuesday, April 19, 2022

A regular meeting of the Town of Hollin Council was held on Tuesday, April 19, 2022 at 6:30 p.m.

Present: Mayor Vera Stone.
Present Via Conference Call: Councillors Amos Reed, Lila Frost and Piet Vance.
Staff present: Dora Lane, Clerk.

R2022-40 A. Reed, L. Frost: That we award Tender T-02-22 for Road Salt to Ferris Aggregates at $21,400. Carried.
Recorded Vote: FOR Stone, Reed, Frost, Vance

R2022-41 L. Frost, P. Vance: That we accept the offer of Marsh Motors for a second-hand Snow Plough. Carried.
Recorded Vote: FOR Stone, Vance, Frost. AGAINST Reed.

R2022-42 P. Vance, A. Reed: That the by-law regulating fireworks be deferred to the next meeting. Carried.
"""
MAY_2022 = """MINUTES
TOWN OF HOLLIN
Tuesday, May 17, 2022

A regular meeting of the Town of Hollin Council was held on Tuesday, May 17, 2022 at 6:30 p.m.

Present: Mayor Vera Stone and Councillors Amos Reed, Lila Frost and Piet Vance.
Via Zoom: Nell Quist, planning consultant.

R2022-50 L. Frost, A. Reed: That we pass By-Law 2022-19, being a by-law to regulate fireworks. Carried.

R2022-51 A. Reed, P. Vance: That this part of our meeting be closed to the public for a matter of litigation.
Time: 7:02 p.m. Carried.

R2022-52 L. Frost, P. Vance: That we resume to an open public meeting. Time: 7:48 p.m. Carried.

R2022-53 P. Vance, L. Frost: That the Town asks the Alder School Board to close its schools on the Municipal Election
Day, October 23, 2023. Carried.

R2022-54 A. Reed, L. Frost: That we approve the 2022-2023 municipal insurance as presented by Alder Brokers. Carried.

R2022-55 L. Frost, A. Reed: That the following are appointed to the Arena Board: Nell Quist, Ivo Marsh, Tara Lund and
Piet Vance. Carried.
"""
APRIL_2021 = """MINUTES
TOWN OF HOLLIN
Tuesday, April 20, 2021

A regular meeting of the Town of Hollin Council was held on Tuesday, April 20, 2021 at 6:30 p.m.

Present: Mayor Vera Stone and Councillors Amos Reed, Lila Frost and Piet Vance.

R2021-33 A. Reed, L. Frost: That we award Tender T-01-21 for Road Salt to Dunmore Pits at $19,850. Carried.

R2021-34 L. Frost, A. Reed: That the request of the Curling Club be received. Carried.
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    files = {"april-2021": APRIL_2021, "april-2022": APRIL_2022, "may-2022": MAY_2022}
    with index_over(tmp_path_factory.mktemp("town"), files) as index:
        yield index


@pytest.mark.parametrize(
    ("turns", "has", "has_not"),
    [
        (["Who attended the May 17, 2022 council meeting via Zoom?"], ["Via Zoom: Nell Quist"], ["Reed"]),
        (["who was on the phone on 19 April 2022"], ["Conference Call: Councillor Amos Reed"], ["Stone"]),
        (["who was there in person on 19 April 2022?"], ["Mayor Vera Stone"], ["Reed", "Vance"]),
        (
            ["19 april 2022: who was there in person and how did the councillors take part?"],
            ["Not noted as remote: Mayor Vera Stone", "Conference Call: Councillor Amos Reed"],
            [],
        ),
        (["who voted against the snow plough offer"], ["AGAINST Reed", "proposed by Lila Frost"], ["Road Salt"]),
        (["Who won the salt tender in 2022?", "and the year before, who and how much?"], ["Dunmore", "19,850"], []),
        (
            ["Was the fireworks by-law passed in April 2022?", "what number did it get when passed the month after?"],
            ["2022-19"],
            ["deferred"],
        ),
        (["What did the town ask of the Alder School Board about 23 October 2023?"], ["close its schools"], []),
        (["movers of the motion on the fireworks by-law, May 2022"], ["Lila Frost, seconded by Amos Reed"], ["Vance"]),
        (["what is the premium for the 2022-2023 municipal insurance?"], ["do not say what you ask"], []),
        (["how many people were appointed to the arena board"], ["Nell Quist, Ivo Marsh"], []),
        (["When did council go back into open session on 17 May 2022?"], ["7:48"], ["7:02"]),
    ],
)  # fmt: skip
def test_a_town_that_met_by_phone_is_asked(town: Index, turns: list[str], has: list[str], has_not: list[str]) -> None:
    said = answer_question(town, turns, today=date(2023, 6, 1)).answer
    assert [one for one in has if one not in said] == []
    assert [one for one in has_not if one in said] == []
