"""Writes the one sample in Word format, whose minute numbers are automatic and so not in its text.

``python -m assistant.samples.planning_docx`` makes the file anew, the same bytes each time.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document

from assistant.samples import SAMPLES

FILE = SAMPLES / "harnsworth-planning-committee-2023-03-02.docx"

HEADER = (
    "HARNSWORTH DISTRICT COUNCIL",
    "PLANNING COMMITTEE",
    "Minutes of a meeting of the Planning Committee held at the Town Hall, Harnsworth on Thursday 2 March 2023 "
    "at 6.30pm",
    "Present: Councillors Vera Tilling (Chair), Neil Stroud (Vice-Chair), Gordon Amess, Leila Farouk, Patrick Hobday, "
    "Mary Innes, Owen Kettle, Susan Lark, Bryn Morgan, Tara Peel and Victor Yule",
    "In attendance: Paula Quayle (Head of Planning), Simon Oates (Solicitor) and Debra Finlay (Committee Officer)",
    "Apologies: Councillor Edwin Marsh",
)

ITEMS = (
    (
        "Declarations of interest",
        "Councillor Farouk declared that she had once been employed by the agent for the Tithe Farm application. She "
        "had been advised that she could take part.",
    ),
    (
        "Minutes of the meeting held on 2 February 2023",
        "RESOLVED: That the minutes of the meeting held on 2 February 2023 be approved as a correct record.",
    ),
    (
        "22/01902/FUL – Land at Tithe Farm, Mill Lane, Ottersfold – nine dwellings",
        "Paula Quayle recommended that permission be granted subject to fourteen conditions. She reported 86 letters "
        "of objection and two of support. The Environment Agency had not objected, but the parish council had.",
        "Mr Alan Petty spoke against the application and Ms Hilary Croom, the agent, in favour of it. Councillor "
        "Stroud, as ward member, said that Mill Lane had been under water only eleven days before.",
        "Proposed by Councillor Stroud and seconded by Councillor Innes that permission be refused. On being put to "
        "the vote the motion was carried by 8 votes to 3.",
        "RESOLVED: That permission be refused, contrary to the officer's recommendation, because of the risk of "
        "flooding and the loss of a public footpath.",
    ),
    (
        "22/01874/FUL – 14 Church Lane, Ottersfold – rear extension",
        "RESOLVED: That permission be granted, subject to the conditions in the report. Unanimous.",
    ),
    (
        "22/02015/LBC – Corn Exchange, Harnsworth – alterations to the roof",
        "Members thought that they could not decide without seeing the roof.",
        "RESOLVED: That the application be deferred for a site visit on 23 March 2023.",
    ),
    (
        "Appeals",
        "The Committee noted that two appeals had been dismissed and one allowed since January. Costs of £4,850 had "
        "been awarded against the Council in the case of the one allowed, The Limes.",
    ),
    ("Date of next meeting", "Thursday 6 April 2023 at 6.30pm."),
)


def planning_minutes() -> bytes:
    """The document, with fixed times inside so that it is always the same."""
    document = Document()
    document.core_properties.created = document.core_properties.modified = datetime(2023, 3, 9)
    for line in HEADER:
        document.add_paragraph(line)
    for title, *paragraphs in ITEMS:
        document.add_paragraph(style="List Number").add_run(title).bold = True
        for text in paragraphs:
            document.add_paragraph(text)
    written = io.BytesIO()
    document.save(written)
    return _with_fixed_times(written)


def _with_fixed_times(written: io.BytesIO) -> bytes:
    """The same archive without the time at which its parts were written."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def main(path: Path = FILE) -> None:
    path.write_bytes(planning_minutes())


if __name__ == "__main__":
    main()
