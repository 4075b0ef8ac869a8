"""The registers understand what is asked, not one wording of it: each cause in several phrasings, over the samples."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.pipeline import answer_question
from assistant.question import understand
from assistant.register import answer_from_register
from index_store.held import Scope
from index_store.index import Index
from tests.assistant.sample_index import marl as marl

TODAY = date(2025, 6, 1)


def ask(index: Index, question: str) -> Answer:
    return answer_question(index, [question], Scope(), TODAY)


def cited(answer: Answer) -> set[str]:
    return {f"{one.date}/{one.minute}" for one in answer.citations}


def check(index: Index, question: str, cites: str, *told: str) -> None:
    """Answered, with the minutes of ``cites`` among those cited and each of ``told`` in the answer."""
    answer = ask(index, question)
    assert answer.status == "answered", f"{question}: {answer.answer}"
    assert set(cites.split()) <= cited(answer), f"{question}: {cited(answer)}"
    for word in told:
        assert word in answer.answer, f"{question}: {answer.answer}"


@pytest.mark.parametrize(
    ("question", "cites", "told"),
    [
        ("who ran the meeting of the parish council on 14 march 2023", "2023-03-14/attendance", "Lyle"),
        ("who was presiding at the E&T committee in March 2023", "2023-03-14/attendance", "Prentice"),
        ("at harnsworth planning on 2/3/23 who was chairman?", "2023-03-02/attendance", "Tilling"),
        ("who was chairing when the MPE met in september 2019", "2019-09-11/attendance", "Pennock"),
        ("did Iain Rook chair the November 2024 Saltmere meeting?", "2024-11-04/attendance", "Tait"),
        ("who's chaired the heritage board over the years", "2021-10-07/attendance 2023-04-20/attendance", "Arkell"),
    ],
)
def test_in_the_chair(marl: Index, question: str, cites: str, told: str) -> None:
    check(marl, question, cites, told)


@pytest.mark.parametrize(
    ("question", "cites", "told"),
    [
        ("who turned up for the parish council in feb 2023?", "2023-02-14/attendance", "Foss"),
        ("list everybody at the heritage board in october 2021", "2021-10-07/attendance", "Orde"),
        ("who sat on the planning committee on 2 March 2023", "2023-03-02/attendance", "Yule"),
        ("anyone from the police come in October 2024 at Saltmere?", "2024-10-07/attendance", "Neil"),
        ("which councillors were at Ottersfold in may 2023", "2023-05-09/attendance", "Pike"),
        ("who spoke for the chamber of commerce on the partnership executive", "2019-03-06/attendance", "Dace"),
        ("was the university represented at the heritage board in feb 2025", "2025-02-06/attendance", "Vance"),
        ("headcount at saltmere in september 2024", "2024-09-02/attendance", "8 who came"),
        ("how many were at the mpe on 11 september 2019", "2019-09-11/attendance", "13 who came"),
        ("how many members of the public came to ottersfold in march 2023", "2023-03-14/attendance", "7"),
    ],
)
def test_who_came(marl: Index, question: str, cites: str, told: str) -> None:
    check(marl, question, cites, told)


@pytest.mark.parametrize(
    ("question", "cites", "told"),
    [
        ("who couldn't make it to MPE in june 2021", "2021-06-16/171", "Lomax"),
        ("who sent their excuses in march 2023 at ottersfold", "2023-03-14/23/025", "Neville"),
        ("who didn't turn up at heritage board, april 2023?", "2023-04-20/attendance", "Arkell"),
        ("non-attenders saltmere sept 24", "2024-09-02/attendance", "Brady"),
        ("how many members were absent from the parish council in march 2023", "2023-03-14/23/025", "2 named"),
        ("how come owen tarrant wasn't at the march 2023 meeting", "2023-03-14/23/025", "unwell"),
    ],
)
def test_who_was_away(marl: Index, question: str, cites: str, told: str) -> None:
    check(marl, question, cites, told)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("did Helen Ostrey attend in September 2024 at Saltmere?", "2024-09-02"),
        ("Was John Smith at the Saltmere meeting in October 2024?", "2024-10-07"),
        ("was john smith there on 14 feb 2023", "2023-02-14"),
        ("is Mr Tolley recorded as present on 14 march 2023 at the environment and transport committee", "2023-03-14"),
    ],
)
def test_who_is_not_listed_gets_a_clear_no(marl: Index, question: str, day: str) -> None:
    answer = ask(marl, question)
    assert answer.answer.startswith("No: the attendance list of"), answer.answer
    assert cited(answer) == {f"{day}/attendance"}


@pytest.mark.parametrize(
    "question",
    [
        "was Imran Khan there on 14 february 2023",
        "did Helen Smith attend the Saltmere meeting in October 2024",
        "was Dora Bryan at Saltmere in November 2024?",
    ],
)
def test_a_first_name_alone_does_not_make_somebody_else_of_a_stranger(marl: Index, question: str) -> None:
    assert ask(marl, question).answer.startswith("No: the attendance list of")


@pytest.mark.parametrize(
    "question",
    [
        "who attended both the october and november 2024 saltmere meetings",
        "which people were at both the October 2024 and the November 2024 meetings of Saltmere",
        "Saltmere CC: who came to both the oct and nov 2024 meetings",
    ],
)
def test_at_both_meetings(marl: Index, question: str) -> None:
    check(marl, question, "2024-10-07/attendance 2024-11-04/attendance", "Tait", "Haddow", "Parry", "Brady", "Finch")
    assert "Malik" not in ask(marl, question).answer


@pytest.mark.parametrize(
    "question",
    [
        "who was at saltmere in september but not in november 2024",
        "who missed the november 2024 Saltmere meeting but was there in September",
        "who came to Saltmere in September 2024 but wasn't there in November 2024",
    ],
)
def test_at_one_meeting_but_not_the_other(marl: Index, question: str) -> None:
    check(marl, question, "2024-09-02/attendance 2024-11-04/attendance", "Rook")
    assert "Finch" not in ask(marl, question).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who came to every heritage board meeting", "Kime"),
        ("who was at all three heritage board meetings", "Lattimer"),
        ("who has never missed a saltmere meeting", "Haddow"),
        ("who chaired most of the parish council meetings", "Beth Lyle is recorded in the chair at 3"),
        ("who sent apologies most often at MPE", "Martin Dace is recorded with apologies for 3"),
        ("who has the best attendance at Saltmere", "Tait"),
    ],
)
def test_over_all_meetings(marl: Index, question: str, told: str) -> None:
    answer = ask(marl, question)
    assert told in answer.answer, answer.answer
    assert len({one.date for one in answer.citations}) >= 3


@pytest.mark.parametrize(
    ("question", "cites", "told"),
    [
        ("when did Rhona Pike first attend", "2023-05-09/attendance", "9 May 2023"),
        ("first meeting rhona pike was at", "2023-05-09/attendance", "9 May 2023"),
        ("when was Derek Foss last at a parish council meeting", "2023-03-14/attendance", "14 March 2023"),
        ("how many meetings did Derek Foss go to", "2023-02-14/attendance 2023-03-14/attendance", "2 of 5"),
        ("how often was Derek Foss at the parish council", "2023-02-14/attendance", "2 of 5"),
        ("has Martin Dace ever missed a meeting", "2019-09-11/124 2021-06-16/171 2022-11-09/216", "3 of 5"),
    ],
)
def test_how_often_first_and_last(marl: Index, question: str, cites: str, told: str) -> None:
    check(marl, question, cites, told)


@pytest.mark.parametrize(
    ("question", "cites", "told"),
    [
        ("who wrote up the notes at the ottersfold meeting in feb 2024", "2024-02-13/attendance", "Rowe"),
        ("who took the minutes for MPE in march 2019", "2019-03-06/attendance", "Corby"),
        ("who deputised for Helen Marwood in september 2019", "2019-09-11/attendance", "Dixey"),
        ("who filled in for Colin Braithe in january 2020", "2020-01-22/attendance", "Rigg"),
    ],
)
def test_minuting_and_standing_in(marl: Index, question: str, cites: str, told: str) -> None:
    check(marl, question, cites, told)


def test_a_minute_taker_is_not_made_up(marl: Index) -> None:
    said = ask(marl, "who took the minutes for MPE in march 2019").answer
    assert said.startswith("The record does not say who took the minutes")
    assert "Nadia Fenn" not in said, "she came for minute 106 only"


@pytest.mark.parametrize(
    ("question", "cites", "told"),
    [
        ("when is the next parish meeting", "2024-02-13/24/023", "12th March 2024"),
        ("next heritage board", "2025-02-06/None", "10 April 2025"),
        ("when will ottersfold PC meet again", "2024-02-13/24/023", "12th March 2024"),
        ("what date was fixed for the next meeting in september 2019", "2019-09-11/135", "2020"),
        ("start time of the mpe meeting on 9 november 2022?", "2022-11-09/attendance", "2.00pm"),
        ("what time did it finish at ottersfold in march 2023", "2023-03-14/23/037", "9.05pm"),
        ("where was the executive held in september 2019", "2019-09-11/attendance", "Town Hall"),
        ("did the MPE meet online in 2021", "2021-06-16/attendance", "video"),
        ("how many saltmere meetings are on file", "2024-09-02/attendance", "3 meetings"),
        ("what's the most recent set of ottersfold minutes you've got", "2024-02-13/attendance", "13 February 2024"),
    ],
)
def test_when_and_where(marl: Index, question: str, cites: str, told: str) -> None:
    check(marl, question, cites, told)


@pytest.mark.parametrize(
    ("question", "day"),
    [("item 6 november 2024 at Saltmere", "2024-11-04"), ("agenda item 7 october 2024 saltmere", "2024-10-07")],
)
def test_a_number_behind_item_is_no_day(marl: Index, question: str, day: str) -> None:
    answer = ask(marl, question)
    assert {one.date for one in answer.citations} == {day}


@pytest.mark.parametrize(
    ("turns", "day", "told"),
    [
        (["who attended MPE in march 2019", "was Helen Ostrey there?"], "2019-03-06", "No: the attendance list"),
        (["what was decided at saltmere in october 2024", "who was there?"], "2024-10-07", "8 who came"),
        (["who chaired the last parish council meeting", "when is the next one"], "2024-02-13", "12th March 2024"),
        (
            ["what did they agree about the bus shelter in february 2023", "who was at that meeting"],
            "2023-02-14",
            "Foss",
        ),
        (["how many came to saltmere in september 2024", "and october"], "2024-10-07", "Ostrey"),
    ],
)
def test_a_follow_up_is_about_the_meeting_before(marl: Index, turns: list[str], day: str, told: str) -> None:
    answer = answer_question(marl, turns, Scope(), TODAY)
    assert told in answer.answer, answer.answer
    assert {one.date for one in answer.citations} == {day}


def test_how_long_a_meeting_lasted_is_when_it_began_and_ended(marl: Index) -> None:
    check(marl, "how long did the March 2023 parish council meeting last", "2023-03-14/attendance", "7.15pm", "9.05pm")


@pytest.mark.parametrize(
    ("question", "cites", "told"),
    [
        ("what was the third item on the agenda at harnsworth planning", "2023-03-02/3", "conditions"),
        ("item five at saltmere in october 2024", "2024-10-07/5", "4,102.87"),
        ("whats under 5 for saltmere october 2024", "2024-10-07/5", "4,102.87"),
        ("what came up at the february 2024 ottersfold meeting", "2024-02-13/24/017", "Storm Hester"),
        ("run me through the january 2020 executive", "2020-01-22/140", "Climate"),
        ("minutes 104 and 105 of the marl partnership executive march 2019", "2019-03-06/104 2019-03-06/105", "Warm"),
        ("was minute 127(ii) ever changed", "2021-06-16/173", "rescinded"),
        ("which later minute refers to 23/011", "2023-03-14/23/033", "Further to"),
        ("where is 23/033 mentioned again", "2023-05-09/23/059", "23/033"),
    ],
)
def test_items_and_references(marl: Index, question: str, cites: str, told: str) -> None:
    check(marl, question, cites, told)


@pytest.mark.parametrize(
    ("question", "cites"),
    [
        (
            "what was deferred at ottersfold in march 2023 and was it decided later",
            "2023-03-14/23/033 2023-05-09/23/059",
        ),
        ("what did the executive defer in 2019 and was it settled later", "2019-03-06/105 2019-09-11/127"),
        ("what got passed at the march 2023 parish council", "2023-03-14/23/035"),
        ("what got knocked back at ETC", "2022-07-12/90"),
        ("what did the board resolve in april 2023 (heritage)", "2023-04-20/None"),
        ("what was postponed by the planning committee", "2023-03-02/5"),
        ("did ETC put anything off in july 2022", "2022-07-12/89"),
        ("which decisions were later rescinded", "2021-06-16/173 2024-01-16/163 2019-09-11/127"),
        ("has any decision been superseded or overturned", "2022-11-09/218"),
        ("list the votes taken at saltmere", "2024-09-02/8 2024-10-07/7 2024-10-07/8 2024-11-04/6"),
        ("motions defeated at E&T", "2022-07-12/90"),
        ("who declared an interest at ottersfold in march 2023", "2023-03-14/23/026"),
        ("has Cllr Shah declared any interests", "2023-03-14/23/026 2023-05-09/23/054"),
        ("who became chair of the heritage board in 2025", "2025-02-06/None"),
        ("who seconded the minutes in march 2023 at ottersfold", "2023-03-14/23/027"),
        ("what's outstanding for the clerk", "2023-03-14/23/031"),
        ("which bodies have talked about the park and ride", "2022-07-12/89 2022-11-15/104 2022-11-09/222"),
        ("list every mention of Storm Hester", "2024-01-16/165 2024-02-13/24/017"),
    ],
)
def test_decisions_votes_and_lists(marl: Index, question: str, cites: str) -> None:
    check(marl, question, cites)


@pytest.mark.parametrize(
    "question",
    [
        "who chaired the public inquiry into tithe farm",
        "who attends the lifeboat station at night",
        "how many people came to the befriending trial",
        "who ran the befriending trial",
        "who was absent from school most",
        "when will Mill Bridge be repaired",
        "what time does the tip open on sundays",
        "where is the new bus shelter going",
        "how many votes did labour get in the general election",
        "who took the money from the till",
        "did the swings come with a guarantee",
        "was there a fire at the lifeboat hall",
        "what did the Environment Agency say about Tithe Farm in March 2023",
    ],
)
def test_a_topic_is_left_to_the_text(marl: Index, question: str) -> None:
    asked = understand([question], marl.catalogue, Scope(), TODAY)
    assert answer_from_register(asked, marl.catalogue) is None


@pytest.mark.parametrize(
    ("greeting", "opening"),
    [
        ("hello", "Hello."),
        ("hi there", "Hello."),
        ("thanks for that", "You are welcome."),
        ("what can you do", "I answer"),
    ],
)
def test_greetings_are_met_with_one_helpful_line(marl: Index, greeting: str, opening: str) -> None:
    answer = ask(marl, greeting)
    assert answer.answer.startswith(opening)
    assert (answer.status, answer.kind, answer.reason, answer.citations) == ("not_found", "chat", "off_topic", ())


def test_no_greeting_hides_a_question(marl: Index) -> None:
    check(marl, "hello who chaired saltmere in october 2024", "2024-10-07/attendance", "Rook")
