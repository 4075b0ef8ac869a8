"""A county council whose directorates head lettered business: each part is asked for, shown and cited by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.pipeline import answer_question
from index_store.index import Index
from tests.assistant.small_index import index_over

MINUTES = """# Minutes of the Ordinary Meeting of Corrib Vale County Council held in County Hall on Monday {held}

Present: Councillors Maeve Tully, Oisín Darcy, Brid Fallon, Con Hession and Nuala Kyne

1\\. Adoption of Minutes

Proposed by Councillor Darcy;

Seconded by Councillor Fallon;

And Resolved:

"That the draft Minutes, as circulated, be taken as read, adopted and signed."

2\\. Disposal of Land

Circulated, report of the Senior Executive Officer on land at {land}.

Proposed by Councillor Kyne;

Seconded by Councillor Hession;

And Resolved:

"That the disposal of {land} be approved."

3\\. Corporate Services

(a)

Local Property Tax

Circulated, report of the Director on the Local Adjustment Factor.

Proposed by Councillor Hession;

Seconded by Councillor Kyne;

And Resolved:

"{tax}"

(b)

Civic Reception

Proposed by Councillor {mover};

Seconded by Councillor Darcy;

And Resolved:

"That a Civic Reception be granted to the {guests}."

(c)

Overdraft Accommodation

The Director reported that no overdraft was needed this year.

4\\. Questions

Question submitted by Councillor Tully

I will ask when the weir at {land} will be mended.

REPLY:

(a)

{reply}

(b)

The ramp will be closed until then.
"""
FILES = {
    "may": MINUTES.format(
        held="27 May 2024",
        land="Mill Strand",
        tax="That the basic rate of Local Property Tax stand varied upwards by 6% for the year 2025.",
        mover="Fallon",
        guests="Corrib Vale Camogie Club",
        reply="Tenders for the weir will be asked for in June.",
    ),
    "june": MINUTES.format(
        held="24 June 2024",
        land="Mill Strand",
        tax="That the matter be looked at again in September.",
        mover="Kyne",
        guests="Carrow Choir",
        reply="The contract was placed with Weirworks Limited and work begins in July.",
    ),
}


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with index_over(tmp_path_factory.mktemp("council"), FILES) as index:
        yield index


@pytest.mark.parametrize(
    ("question", "has", "has_not"),
    [
        ("what does item 3(b) of the meeting of 27 May 2024 say?", ["minute 3(b)", "Camogie Club"], ["Property Tax"]),
        (
            "show me minute 3 of 27 May 2024",
            ["only the heading", "minute 3(a)", "varied upwards by 6%", "minute 3(c)"],
            ["Mill Strand"],
        ),
        ("what does minute 3(d) of 27 May 2024 say", ["have no minute 3(d)"], ["Camogie"]),
        (
            "what was discussed under Corporate Services on 27 May 2024",
            ["3 minutes of", "stand under this heading", "3(a) (Local Property Tax)"],
            ["Disposal of Land"],
        ),
        ("who proposed the civic reception for the camogie club", ["minute 3(b)", "Councillor Fallon"], ["Kyne"]),
        (
            "history of the weir at Mill Strand from May to June 2024",
            ["Tenders for the weir", "placed with Weirworks"],
            ["“(a)”"],
        ),
    ],
)
def test_parts_of_a_directorate_are_asked(council: Index, question: str, has: list[str], has_not: list[str]) -> None:
    said = answer_question(council, [question], today=date(2024, 9, 1)).answer
    assert [one for one in has if one not in said] == []
    assert [one for one in has_not if one in said] == []
