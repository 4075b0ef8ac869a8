"""Small fictional minutes of a harbour board whose members go by initials and whose resolutions bear their year."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.catalogue import Catalogue
from index_store.indexer import add

MARCH = """Minutes of a meeting of the Skerry Harbour Board held in the Pilot House on Thursday 7 March 2024 at 6.00pm.

Present:

Rosa Delgado (RD), Vice-Chair
Tom Fairweather (TF), Chair
Councillor B. Quillan Remotely
Ann Marsh (AM), Harbour Master
Piet Hoekstra (PH), Treasurer
Gwen Ives
Una Fairweather

R2024-001 Apologies

Apologies were received from Gwen Ives.

R2024-002 Slipway

The Board discussed the crack in the slipway at length. AM to obtain two quotations for the slipway before May.

R2024-003 Tenders

It was RESOLVED that the tender for dredging be awarded to Marlin Works at £41,200.

It was RESOLVED that the tender for fenders be awarded to Osprey Rubber at £3,150.

R2024-004 Closed session

It was RESOLVED that this part of the meeting be closed to the public, to hear a personal matter.

R2024-005 Actions

PH to pay the pilot's invoice.
AM to write to the ferry company about berth three.
Piet will reach out to the insurers about the old crane.

R2024-006 Date and time of next Board meeting:

Thursday 2 May 2024, 6.00pm
Pilot House
"""

MAY = """Minutes of a meeting of the Skerry Harbour Board held in the Pilot House on Thursday 2 May 2024 at 6.00pm.

Present:

Tom Fairweather (TF), Chair
Rosa Delgado (RD), Vice-Chair
Ann Marsh (AM), Harbour Master
Gwen Ives

R2024-007 Apologies

Apologies were received from Piet Hoekstra.

R2024-008 Ferry

AM to arrange a visit to the ferry company.

R2024-009 Emergency plan

Rosa Delgado moved that an emergency group be set up. Gwen Ives seconded the motion. The motion was carried.

R2024-010 Closed session

It was RESOLVED that this part of the meeting be closed to the public, to take legal advice.

R2024-011 Crane

The chair asked whether the crane was safe. The Chair thanked the Harbour Master for her report.
"""

GENERAL = """Minutes of the Annual General Meeting of the Skerry Harbour Board held in the Pilot House on Thursday
6 June 2024 at 7.00pm.

Present:

Tom Fairweather (TF), Chair
Rosa Delgado (RD), Vice-Chair
Piet Hoekstra (PH), Treasurer

R2024-012 Accounts

The Treasurer presented the accounts. The Chair thanked him. It was RESOLVED that the accounts be adopted.

R2024-013 Close

The chair closed the meeting at 8.00pm.
"""

SEPTEMBER = """Minutes of a meeting of the Skerry Harbour Board held in the Pilot House on Thursday 5 September 2024 at
6.00pm (handover).

Present:

Rosa Delgado (RD), Vice-Chair
Ann Marsh (AM), Harbour Master
Piet Hoekstra (PH), Treasurer

R2024-014 Closed session

It was RESOLVED that this part of the meeting be closed to the public, to take legal advice.

R2024-015 Ferry

The Vice-Chair reported on the visit to the ferry company. AM to send the chair of the company a letter.
"""


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A catalogue over the four meetings."""
    folder = tmp_path_factory.mktemp("harbour")
    texts = {"march": MARCH, "may": MAY, "general": GENERAL, "september": SEPTEMBER}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    home = Path(tmp_path_factory.mktemp("harbour-home"))
    assert [outcome.state for outcome in add([folder], home)] == ["added"] * len(texts)
    return Catalogue(home)
