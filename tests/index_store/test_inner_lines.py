"""Lines inside minutes that look like titles and head no minute, and titles that look like lists of people."""

from __future__ import annotations

from index_store.models import Emphasis, SourceText
from index_store.parser import parse
from tests.index_store.bench_parse import text_of

HEAD = "MARL DISTRICT COUNCIL\nEXECUTIVE – 28 JANUARY 2024\n\nPresent: Cllrs A Ash (Chair), B Birch and C Clay\n\n"
ITEMS = (
    ("Declarations of Interest", "None."),
    (
        "Public Question Time",
        "Question 1 – from Mr Dent of Marl\n\nWhat is being done about the potholes in Mill Lane?\n\n"
        "Answer: The county council has been asked to repair them by June.",
    ),
    (
        "Library Opening Hours",
        "Members considered the report, which had been circulated.\n\nRESOLVED: That the hours be reduced.\n\n"
        "FOR (1): A Ash\n\nAGAINST (1): B Birch\n\nABSTAIN (1): C Clay",
    ),
    (
        "Grass Cutting Contract",
        "The Clerk reported that the owner had been written to.\n\nAction        Owner      Due\n"
        "Write again   A Ash      31 March\nGet quotes    B Birch    May\n\nThe report was noted.",
    ),
    ("Date of Next Meeting", "The next meeting would be held on 3 March 2024."),
)


def titles(source: SourceText) -> list[str | None]:
    (meeting,) = parse(source).meetings
    return [item.title for item in meeting.items]


def test_questions_heads_of_tables_and_votes_by_name_are_no_titles() -> None:
    text = HEAD + "\n\n".join(f"{title}\n\n{body}" for title, body in ITEMS)
    assert titles(text_of(text)) == [title for title, _ in ITEMS]


def test_a_question_in_bold_is_no_minute_of_its_own() -> None:
    text = HEAD + "\n\n".join(f"{n}. {title}\n\n{body}" for n, (title, body) in enumerate(ITEMS, 1))
    bold = [f"{n}. {title}" for n, (title, _) in enumerate(ITEMS, 1)] + ["Question 1 – from Mr Dent of Marl"]
    spans = sorted((text.index(words), text.index(words) + len(words)) for words in bold)
    assert titles(SourceText(text, emphasis=tuple(Emphasis(*span) for span in spans))) == [title for title, _ in ITEMS]


def test_apologies_in_the_style_of_the_other_titles_are_a_minute() -> None:
    items = (("Apologies for Absence", "Cllr D Dent."), *ITEMS[:1], *ITEMS[2:])
    text = HEAD + "\n".join(f"{title}\n{body}" for title, body in items)
    spans = sorted((text.index(f"\n{title}\n") + 1, text.index(f"\n{title}\n") + 1 + len(title)) for title, _ in items)
    source = SourceText(text, emphasis=tuple(Emphasis(*span) for span in spans))
    assert titles(source) == [title for title, _ in items]
    assert [one.status for one in parse(source).meetings[0].attendance if one.name == "D Dent"] == ["apologies"]


def test_members_by_initial_below_how_they_voted_are_no_lettered_minutes() -> None:
    voters = ("A. Ash", "M. Winterbottom", "T. Hargreaves", "C. Clay", "R. Rowbotham", "S. Sidebottom")
    ballot = "\n\n".join(("In favour:", *voters, "Against:", "E. Elm"))
    text = (
        f"{HEAD}1. Minutes\n\nThe minutes were agreed.\n\n2. Budget\n\nRESOLVED: That the budget be approved.\n\n"
        f"{ballot}\n\n3. Roads\n\nThe report was noted.\n"
    )
    assert titles(text_of(text)) == ["Minutes", "Budget", "Roads"]


def test_a_short_form_in_capitals_is_not_the_whole_title() -> None:
    text = (
        f"{HEAD}1. Minutes – The minutes of the last meeting were agreed.\n\n2. CCTV in the Town Centre – Members "
        "considered the report, which had been circulated.\n\n3. Roads – The report was noted.\n"
    )
    assert titles(text_of(text)) == ["Minutes", "CCTV in the Town Centre", "Roads"]


def test_a_title_in_capitals_over_two_lines_without_space_above() -> None:
    text = (
        f"{HEAD}MINUTES\nThe minutes of the last meeting were agreed.\nREPORT ON THE LEISURE CENTRE AND OPTIONS FOR "
        "THE\nFUTURE OF THE SWIMMING POOL AT NORBECK\nMembers considered the report, which had been circulated.\n"
        "PUBLIC QUESTION TIME\nA resident asked when the road would be mended.\nWORK PROGRAMME\nThe report was noted.\n"
    )
    whole = "REPORT ON THE LEISURE CENTRE AND OPTIONS FOR THE FUTURE OF THE SWIMMING POOL AT NORBECK"
    assert titles(text_of(text)) == ["MINUTES", whole, "PUBLIC QUESTION TIME", "WORK PROGRAMME"]
