"""Plain questions over a township's minutes: who serves, where and when it met, what was passed, what was lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

MAY = """MINUTES
TOWNSHIP OF LARCHMERE
Tuesday, May 6, 2025

A regular meeting of the Township of Larchmere Council was held on Tuesday, May 6, 2025, starting at 6:30 p.m. The
meeting was held in person at the Larchmere Community Centre, and livestreamed.

Present: Mayor Ida Quill and Councillors Owen Pryce, Tess Malloy, and Hugh Brandt.

The Clerk read Councillor Nora Webb's letter of resignation.

Staff: Fire Chief-CEMC Walt Denby and Deputy Treasurer Kay Turner.

R2025-071 O. Pryce, T. Malloy:
THAT the minutes of the regular Council Meeting held April 15, 2025, be adopted as published. Carried.

R2025-072 H. Brandt, O. Pryce:
THAT we close the boat launch at Birch Bay to trailers.
Recorded Vote Requested
Councillor Brandt Yea
Councillor Malloy Nay
Councillor Pryce Nay
Mayor Quill Nay
Defeated.

R2025-073 T. Malloy, H. Brandt:
THAT we adopt the Capital Forecast as presented. Carried.

Request for a donation received from the Elm Hall Society. Deferred.

R2025-074 T. Malloy, O. Pryce:
THAT we pass By-Law 2025-11, being a By-Law to appoint a Deputy Mayor. Hugh Brandt is appointed the Deputy Mayor of the
Township of Larchmere. Carried.

R2025-075 T. Malloy, O. Pryce:
THAT Royal Bank of Elmira is appointed banker for the Township. Any one of Mayor or Deputy Mayor may sign. Carried.

R2025-076 T. Malloy, O. Pryce:
THAT this part of our meeting will be closed to the public for consideration of the following subject matter:
(e) litigation affecting the municipality.
1. Council to receive an update on the Birch Bay dredging claim.
Time: 7:13 p.m. Carried.

R2025-077 T. Malloy, H. Brandt:
THAT the meeting be adjourned. Time: 8:07 p.m. Carried.
"""


@pytest.fixture(scope="module")
def township(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("township"), {"may": MAY}) as index:
        yield index


@pytest.mark.parametrize(
    ("question", "has", "has_not"),
    [
        ("which staff attended on 6 May 2025?", ["2 staff who came", "Walt Denby", "Kay Turner"], ["Tess Malloy"]),
        ("did Nora Webb attend on 6 May 2025", ["No: the attendance list", "letter of resignation"], []),
        ("did Tess Malloy attend on 6 May 2025", ["Tess Malloy attended"], []),
        ("how many councillors were there on 6 May 2025", ["3 councillors", "Hugh Brandt"], ["Walt Denby"]),
        ("where was the meeting of 6 May 2025 held", ["met at the Larchmere Community Centre:"], []),
        ("what time did the closed session start on 6 May 2025", [], ["the meeting began"]),
        ("what was discussed in closed session on 6 May 2025", ["litigation", "dredging claim"], ["7:13"]),
        ("which motions were defeated?", ["One motion lost", "boat launch"], ["Capital Forecast"]),
        ("which amendments were lost", [], ["boat launch"]),
        ("how many resolutions were passed on 6 May 2025", ["6 decisions"], ["Elm Hall", "boat launch"]),
        (
            "which motions did Councillor Malloy move on 6 May 2025",
            ["5 motions moved by", "litigation"],
            ["minutes of"],
        ),
        ("what did Hugh Brandt second", ["2 motions seconded by Hugh Brandt"], ["boat launch"]),
        ("who voted against closing the boat launch", ["against: Malloy, Pryce, Quill"], []),
        ("who moved the resolution about the boat launch?", ["proposed by Hugh Brandt"], []),
        ("who was appointed deputy mayor", ["Hugh Brandt is appointed"], ["Royal Bank"]),
        ("was the donation to the Elm Hall Society approved?", ["put off", "Deferred."], ["Capital Forecast"]),
    ],
)
def test_a_township_is_asked(township: Index, question: str, has: list[str], has_not: list[str]) -> None:
    said = answer_question(township, [question], today=date(2025, 6, 1)).answer
    assert [one for one in has if one not in said] == []
    assert [one for one in has_not if one in said] == []
