"""Choosing and weighing evidence, worked out by hand with an encoder of two dimensions."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from assistant.clauses import Clause, clauses_asked
from assistant.coverage import coverage, matches, stems_in, terms_of
from assistant.declining import Grounds, likelihood
from assistant.evidence import Candidate, candidates
from assistant.focus import focus_of
from assistant.held_words import HeldWords
from assistant.question import Question
from assistant.retrieval import FoundMinute
from assistant.searching import Asked, asked_of
from assistant.selection import choose
from assistant.stretches import pieces_of
from assistant.vocabulary import Vectors, Vocabulary, keep_vocabulary, kept_vocabulary, read_vocabulary
from index_store.held import HeldItem, HeldMeeting
from index_store.models import MappedText, Span


class Angles:
    """An embedder of one circle: each word that it knows is a direction on it, all others stand alone."""

    name = "angles"
    KNOWN: ClassVar = {"poultry": 0.0, "chickens": 0.2, "goose": 1.2}

    def encode(self, texts: list[str]) -> Vectors:
        rows = np.zeros((len(texts), 4096), np.float32)
        for row, text in zip(rows, texts, strict=True):
            if text in self.KNOWN:
                row[:2] = np.cos(self.KNOWN[text]), np.sin(self.KNOWN[text])
            else:
                row[2 + zlib.crc32(text.encode()) % 4094] = 1.0
        return rows


TEXT = (
    "• Playpark – the swing chain was mended by PlaySure. It cost £164.00.\n"
    "• Chickens – loose in the High Street again. The owner, Mrs Pratt, has now secured them.\n"
    "• Bus shelter – no news."
)
MEETING = HeldMeeting(
    "ayle/2020-01-02", "ayle", "Ayle", None, "2020-01-02", None, None, None, None, False, "minutes", "a.md"
)


def item(text: str, title: str = "Matters Arising") -> HeldItem:
    mapped = MappedText(text, ((0, 0, len(text)),))
    span = Span(0, len(text))
    return HeldItem("ayle/2020-01-02/5", MEETING, 1, "5", None, title, mapped, span, None, None, False)


@pytest.fixture
def vocabulary() -> Vocabulary:
    return read_vocabulary(
        [*TEXT.split("\n"), "The Playpark in High Street", "a bus and a swing", "the chickens"], Angles()
    )


def ranked(vocabulary: Vocabulary, question: Question, text: str = TEXT) -> tuple[list[Candidate], Asked]:
    asked = asked_of(question, HeldWords(vocabulary))
    return candidates([FoundMinute(item(text), 1.0, 0.0, ())], asked), asked


def test_words_match_by_stem_by_spelling_and_by_sense(vocabulary: Vocabulary) -> None:
    (mending,) = terms_of("mending", vocabulary)
    (shletr,) = terms_of("sheltr", vocabulary)
    (poultry,) = terms_of("poultry", vocabulary)
    assert matches([mending], stems_in("it was mended")) == (1.0,)
    assert 0.8 < matches([shletr], stems_in("the shelter"))[0] < 1.0
    assert 0.3 < matches([poultry], stems_in("the chickens"))[0] < 1.0
    assert matches([poultry], stems_in("the goose in the bus")) == (0.0,)


def test_coverage_is_a_weighted_share(vocabulary: Vocabulary) -> None:
    terms = terms_of("playpark chickens", vocabulary)
    total = sum(term.weight for term in terms)
    assert coverage(terms, (1.0, 0.5)) == pytest.approx((terms[0].weight + terms[1].weight / 2) / total)
    assert coverage((), ()) == 1.0


def test_a_vocabulary_is_kept_and_read_again(vocabulary: Vocabulary, tmp_path: Path) -> None:
    keep_vocabulary(vocabulary, tmp_path / "words.npz", "7")
    kept = kept_vocabulary(tmp_path / "words.npz", Angles())
    assert kept is not None
    again, state = kept
    assert (again.words, again.counts, again.names, state) == (
        vocabulary.words,
        vocabulary.counts,
        vocabulary.names,
        "7",
    )
    (tmp_path / "words.npz").write_bytes(b"PK damaged")
    assert kept_vocabulary(tmp_path / "words.npz", Angles()) is None
    assert kept_vocabulary(tmp_path / "none.npz", Angles()) is None


def test_the_bullet_on_the_topic_is_quoted_whole(vocabulary: Vocabulary) -> None:
    question = Question(
        "q", "what did mending the swing cost", "fact", topic="mending swing cost", wants=frozenset(["money"])
    )
    found, asked = ranked(vocabulary, question)
    (piece,) = choose(found, asked)
    assert piece.text == "• Playpark – the swing chain was mended by PlaySure. It cost £164.00."


def test_a_word_of_like_sense_finds_its_bullet(vocabulary: Vocabulary) -> None:
    found, asked = ranked(vocabulary, Question("q", "loose poultry", "fact", topic="loose poultry"))
    assert "secured" in choose(found, asked)[0].text


def test_a_list_is_quoted_with_the_words_that_lead_it_in(vocabulary: Vocabulary) -> None:
    text = (
        "GD spoke.\n\nThese plans were supported:\n- a swing in High Street\n- a bus shelter at The Green\n\n"
        + "word " * 170
        + "."
    )
    found, asked = ranked(
        vocabulary, Question("q", "which plans were supported", "list", topic="plans supported"), text
    )
    best = next(one for one in found if one.text.startswith("These plans"))
    (piece,) = choose([best, *found], asked)
    assert piece.text == "These plans were supported:\n- a swing in High Street\n- a bus shelter at The Green"


def test_a_decision_in_a_minute_of_one_matter_is_all_its_clauses(vocabulary: Vocabulary) -> None:
    text = "The bus shelter was broken.\n\nIt was RESOLVED:\n\n(i) that it be mended; and\n(ii) that the Clerk report."
    question = Question("q", "what was decided about the bus shelter", "decision", topic="bus shelter")
    found, asked = ranked(vocabulary, question, text)
    lead = Span(27, 46)
    first, second = text.index("that it"), text.index("that the Clerk")
    clauses = [Clause(first, first + 18, "i", "decided", lead), Clause(second, len(text), "ii", "decided", lead)]
    assert clauses_asked(found[0], clauses, asked) == clauses


def test_a_decision_in_a_minute_of_many_matters_is_that_of_its_paragraph(vocabulary: Vocabulary) -> None:
    text = "• Bus shelter – it was agreed to mend it.\n• Chickens – it was agreed to write to Mrs Pratt."
    question = Question("q", "what was agreed about the chickens", "decision", topic="chickens")
    found, asked = ranked(vocabulary, question, text)
    bus, hens = text.index("it was"), text.rindex("it was")
    clauses = [Clause(bus, bus + 26, None, "decided", None), Clause(hens, len(text), None, "decided", None)]
    assert clauses_asked(found[0], clauses, asked) == clauses[1:]


LOST = """Ann Ash moved that the chickens be refused and the motion was lost.
RESOLVED 2024/011
That the chickens be allowed."""


@pytest.mark.parametrize(
    ("asked", "told"), [("were the chickens allowed", [1]), ("what motion was lost on the chickens", [0, 1])]
)
def test_a_motion_lost_above_a_resolution_is_not_what_was_decided(
    vocabulary: Vocabulary, asked: str, told: list[int]
) -> None:
    found, question = ranked(vocabulary, Question("q", asked, "decision", topic="chickens"), LOST)
    lead, end = Span(68, 85), LOST.index("That the")
    clauses = [Clause(0, 67, None, "rejected", None), Clause(end, len(LOST), None, "decided", lead)]
    assert clauses_asked(found[0], clauses, question) == [clauses[at] for at in told]


def test_stretches_of_neighbouring_sentences_are_one_quote(vocabulary: Vocabulary) -> None:
    found, _ = ranked(vocabulary, Question("q", "playpark", "fact", topic="playpark"))
    whole = pieces_of(found[0], {0, 1, 4})
    assert [piece.text for piece in whole] == [TEXT.split("\n")[0], TEXT.split("\n")[2]]


@pytest.mark.parametrize(
    ("asked", "focus"),
    [
        ("how many votes did the bid get", {"vote"}),
        ("which contractor has been picked", {"contractor"}),
        ("how much did it come to", set()),
        ("who stole the red lions", {"stole"}),
    ],
)
def test_focus_is_what_is_asked_for_by_name(asked: str, focus: set[str]) -> None:
    assert focus_of(asked) == focus


def test_more_grounds_make_an_answer_likelier() -> None:
    none = Grounds(**dict.fromkeys(Grounds.__dataclass_fields__, 0.0))
    good = replace(none, whole=1.0, minute=1.0, wanted_near=1.0, found=1.4, margin=1.5, focus=1.0, asks_fact=1.0)
    assert likelihood(none) < 0.05
    assert likelihood(good) > 0.9
    lacking = replace(good, wanted_near=0.0, lacking=1.0)
    assert likelihood(lacking) < likelihood(good)


@pytest.mark.parametrize(
    ("asked", "printed"),
    [("the 23-24 precept", "the precept for 2023/2024"), ("precept 2023/2024", "the precept for 2023-24")],
)
def test_a_year_from_spring_to_spring_is_written_in_several_ways(
    vocabulary: Vocabulary, asked: str, printed: str
) -> None:
    years = [term for term in terms_of(asked, vocabulary) if term.word.isdigit()]
    assert len(years) == 2
    assert min(matches(years, stems_in(printed))) >= 0.95
    other = [term for term in terms_of("items 12-19", vocabulary) if term.word.isdigit()]
    assert matches(other, stems_in("in 2012 and 2019")) == (0.0, 0.0)  # no two years that follow one another
