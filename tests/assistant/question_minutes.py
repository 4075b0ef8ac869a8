"""Small fictional minutes for the tests of questions and registers, and an index over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.catalogue import Catalogue
from index_store.indexer import add

COUNCIL_MARCH = """Minutes of a meeting of the Harrowmere Town Council held at the Guildhall on Tuesday 3 March
2015 at 7.00pm.

PRESENT

- Councillor Edith Marlowe (Chairman) - in the Chair
- Councillor Bram Oxley
- Councillor Una Pettigrew - representing the Allotment Society

In attendance:

- Joan Sefton - Town Clerk

41. Apologies

Apologies were received from Councillor Ned Trask (substitute Una Pettigrew).

42. Minutes of the meeting held on 3 February 2015

The minutes of the meeting held on 3 February 2015 were agreed as a correct record.

43. Bandstand

The Clerk reported that the bandstand roof would cost £4,200 to mend. Councillor Oxley referred to minute 31,
under which the survey had been ordered.

It was RESOLVED:

- (i) that the roof of the bandstand be mended at a cost of £4,200; and
- (ii) that the Clerk report back to the next meeting.

44. Skate park

The Council considered the petition for a skate park.

It was RESOLVED that the matter be deferred until the May meeting.

45. Treasurer's report

The current account stood at £1,204.50 and the reserve account at £8,000.

46. Date of next meeting

The next meeting will be held on Tuesday 5 May 2015 at 7.00pm in the Guildhall.

The meeting closed at 8.40pm.
"""

COUNCIL_MAY = """Minutes of a meeting of the Harrowmere Town Council held at the Guildhall on Tuesday 5 May
2015 at 7.00pm.

PRESENT

- Councillor Bram Oxley (Vice-Chairman) - in the Chair
- Councillor Ned Trask
- Councillor Una Pettigrew

In attendance:

- Joan Sefton - Town Clerk

47. Apologies

Apologies were received from Councillor Edith Marlowe.

48. Minutes of the meeting held on 3 March 2015

The minutes of the meeting held on 3 March 2015 were agreed as a correct record.

49. Bandstand

The Clerk reported that the roof had been mended (minute 43 refers).

It was RESOLVED that the report be noted.

50. Skate park

It was proposed by Councillor Trask, seconded by Councillor Pettigrew and RESOLVED that a skate park be built
on the Tanyard field.

51. Date of next meeting

The next meeting will be held on Tuesday 7 July 2015 at 7.00pm in the Guildhall.
"""

PLANNING_MAY = """Minutes of a meeting of the Harrowmere Planning Committee held at the Guildhall on Thursday
14 May 2015 at 6.30pm.

PRESENT

- Councillor Ned Trask (in the Chair)
- Councillor Bram Oxley

43. Apologies

There were no apologies.

44. Application 15/0201: 9 Mill Lane

Members considered the application for a bakery.

It was RESOLVED that the application be refused.
"""


def build(home: Path, folder: Path) -> Catalogue:
    """A catalogue over the three meetings, written through the indexer."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("march.txt", COUNCIL_MARCH), ("may.txt", COUNCIL_MAY), ("planning.txt", PLANNING_MAY)):
        (folder / name).write_text(text, encoding="utf-8")
    states = [outcome.state for outcome in add([folder], home)]
    assert states == ["added", "added", "added"]
    return Catalogue(home)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    base = tmp_path_factory.mktemp("town")
    return build(base / "home", base / "minutes")
