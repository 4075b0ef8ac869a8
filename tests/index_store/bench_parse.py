"""Scores the parser against gold: `python -m tests.index_store.bench_parse [--show] [NAME…]`.

Fictional documents with their gold stand in golden/, gold for real minutes in gold_shared/. A gold file names the kind
and, for each meeting, body, date, items as [number, title, agenda item] and, where written, the names of those present
and absent, the chair, and further facts: the council, the names of those away, the numbers of the exempt items, what
is said of single people.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from index_store.errors import UnreadableFile
from index_store.models import Meeting, ParsedFile, SourceText
from index_store.parser import parse
from index_store.readers import read_source
from index_store.readers.pdf_scan import tesseract
from tests.index_store.scans import as_scan, as_typed
from tests.shared import SHARED

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
GOLD_SHARED = HERE / "gold_shared"
_EVERY = 6
"""Of so many fictional minutes one is read as a scan."""


@dataclass
class Tally:
    """Counts for one document or a group of them."""

    documents: int = 0
    found: int = 0
    gold: int = 0
    right: int = 0
    dates: list[bool] = field(default_factory=list)
    bodies: list[bool] = field(default_factory=list)
    kinds: list[bool] = field(default_factory=list)
    facts: list[bool] = field(default_factory=list)
    names_found: int = 0
    names_gold: int = 0
    names_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Adds the counts of another document."""
        for name in ("documents", "found", "gold", "right", "names_found", "names_gold", "names_right"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("dates", "bodies", "kinds", "facts", "wrong"):
            getattr(self, name).extend(getattr(other, name))


def fold(text: str | None) -> str:
    """Words without case, odd quotes, dashes, spaces and closing punctuation."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    plain = re.sub("[‘’`´]", "'", plain)
    plain = re.sub("[–—−-]", "-", plain)
    return re.sub(r"\s+", " ", plain).strip(" .:;,-")


def gold_files() -> list[tuple[str, Path, Path]]:
    """Every gold file with its layout and the document it is about, where that is to be had."""
    pairs = []
    for gold in sorted(GOLDEN.glob("*.json")):
        document = next(one for one in gold.parent.glob(gold.stem + ".*") if one.suffix != ".json")
        pairs.append((gold.stem, gold, document))
    for gold in sorted(GOLD_SHARED.glob("*.json")):
        path = json.loads(gold.read_text(encoding="utf-8"))["source"]
        document = SHARED / "minutes" / path
        if document.exists():
            pairs.append((f"{path.split('/')[0]} {document.suffix.lower()[1:]}", gold, document))
    return pairs


def tally(gold: dict[str, Any], parsed: ParsedFile) -> Tally:
    """What is right and wrong in one parse."""
    counts = Tally(1, kinds=[parsed.kind == gold["kind"]])
    if not counts.kinds[0]:
        counts.wrong.append(f"kind {parsed.kind}, not {gold['kind']}")
    if gold["kind"] != "minutes":
        return counts
    meetings = list(parsed.meetings)
    for at, want in enumerate(gold["meetings"]):
        _meeting(counts, want, meetings[at] if at < len(meetings) else None)
    for extra in meetings[len(gold["meetings"]) :]:
        counts.found += len(extra.items)
        counts.wrong.append(f"a meeting too many: {extra.body} {extra.date}")
    return counts


def _meeting(counts: Tally, want: dict[str, Any], got: Meeting | None) -> None:
    for name, right in (("date", counts.dates), ("body", counts.bodies)):
        if name in want:
            said = getattr(got, name, None)
            right.append(fold(said) == fold(want[name]))
            if not right[-1]:
                counts.wrong.append(f"{name} {said!r}, not {want[name]!r}")
    if "items" in want:
        _items(counts, want["items"], got)
    if "names" in want:
        wanted = {fold(name) for name in want["names"]}
        said_names = {fold(one.name) for one in got.attendance} if got else set()
        counts.names_gold += len(wanted)
        counts.names_found += len(said_names)
        counts.names_right += len(wanted & said_names)
        if wanted != said_names:
            counts.wrong.append(f"names missing {sorted(wanted - said_names)}, too many {sorted(said_names - wanted)}")
    for what, wanted_fact, said_fact in _facts(want, got) if got else ():
        counts.facts.append(wanted_fact == said_fact)
        if wanted_fact != said_fact:
            counts.wrong.append(f"fact: {what} {said_fact!r}, not {wanted_fact!r}")


def _facts(want: dict[str, Any], got: Meeting) -> Iterator[tuple[str, object, object]]:
    """Each further fact in the gold: what it is about, as it should be, as it was read."""
    for what, said in (("chair", got.chair), ("council", got.council)):
        if what in want:
            yield what, fold(want[what]), fold(said)
    if "away" in want:
        away = {fold(one.name) for one in got.attendance if one.status in ("apologies", "absent")}
        yield "away", {fold(name) for name in want["away"]}, away
    if "exempt" in want:
        yield "exempt", want["exempt"], [item.number for item in got.items if item.exempt]
    people = {fold(one.name): one for one in got.attendance}
    for name, facts in want.get("says", {}).items():
        for what, value in facts.items():
            yield f"{name} {what}", value, getattr(people.get(fold(name)), what, None)


def _items(counts: Tally, want: list[list[str | None]], got: Meeting | None) -> None:
    wanted = Counter((fold(one[0]), fold(one[1])) for one in want)
    found = Counter((fold(item.number), fold(item.title)) for item in got.items) if got else Counter()
    counts.gold += sum(wanted.values())
    counts.found += sum(found.values())
    counts.right += sum((wanted & found).values())
    if wanted != found:
        counts.wrong.append(
            f"items missing {sorted((wanted - found).elements())}, too many {sorted((found - wanted).elements())}"
        )
    agenda = {(fold(one[0]), fold(one[1])): one[2] for one in want if len(one) > 2}
    for item in got.items if got else ():
        key = (fold(item.number), fold(item.title))
        if key in agenda and item.agenda_item != agenda[key]:
            counts.wrong.append(f"agenda item {item.agenda_item!r} at {item.number}, not {agenda[key]!r}")


def f1(right: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
    return 2 * right / (found + gold) if found + gold else 1.0


def share(values: list[bool]) -> float:
    """The share that is true; 1 for none."""
    return sum(values) / len(values) if values else 1.0


def measured(only: list[str] | None = None) -> dict[str, Tally]:
    """A tally for each layout."""
    layouts: dict[str, Tally] = defaultdict(Tally)
    for layout, gold_path, document in gold_files():
        if only and not any(word in layout or word in document.name for word in only):
            continue
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        try:
            parsed = parse(read_source(document, str(document.name)))
        except UnreadableFile as error:
            parsed = ParsedFile("other", (), (str(error),))
        one = tally(gold, parsed)
        one.wrong = [f"{document.name}: {what}" for what in one.wrong]
        layouts[layout].add(one)
    return dict(layouts)


def _typable(text: str) -> bool:
    """Whether the typeface of ``as_typed`` has all letters of a text (it lacks those of Welsh)."""
    return text.encode("cp1252", "ignore").decode("cp1252") == text


def scans(only: list[str] | None = None) -> Iterator[tuple[str, Tally]]:
    """The documents of ``only``, or a part of all fictional minutes, set in type and then scanned: a tally for both."""
    pairs = [(layout, gold, path) for layout, gold, path in gold_files() if path.parent == GOLDEN]
    texts = [one for one in pairs if one[2].suffix == ".txt" and '"kind": "minutes"' in one[1].read_text("utf-8")]
    texts = [one for one in texts if _typable(one[2].read_text("utf-8"))]
    chosen = [one for one in texts if one[0] in only] if only else texts[::_EVERY]
    tallies = Tally(), Tally()
    with TemporaryDirectory() as folder:
        for _, gold, document in chosen:
            typed = as_typed(document.read_text(encoding="utf-8"))
            for data, counts in zip((typed, as_scan(typed)), tallies, strict=True):
                path = Path(folder) / "a.pdf"
                path.write_bytes(data)
                one = tally(json.loads(gold.read_text(encoding="utf-8")), parse(read_source(path, document.name)))
                one.wrong = [f"{document.name} as a PDF: {what}" for what in one.wrong]
                counts.add(one)
    yield from zip(("the same as PDF with text", "scans"), tallies, strict=True)


def main() -> None:
    """Prints the table, by layout, and with --show what is wrong."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    layouts = measured(words)
    groups = {"FICTIONAL": Tally(), "REAL": Tally(), "ALL": Tally()}
    for layout, one in layouts.items():
        groups["REAL" if " " in layout else "FICTIONAL"].add(one)
        groups["ALL"].add(one)
    print(
        f"{'layout':32} {'docs':>4} {'items':>6} {'item F1':>8} {'date':>6} {'body':>6} {'kind':>6} {'names F1':>9} "
        f"{'facts':>6}"
    )
    scanned = dict(scans()) if tesseract() and not words else {}
    for layout, one in [*layouts.items(), *groups.items(), *scanned.items()]:
        print(
            f"{layout:32} {one.documents:4} {one.gold:6} {f1(one.right, one.found, one.gold):8.3f} "
            f"{share(one.dates):6.2f} "
            f"{share(one.bodies):6.2f} {share(one.kinds):6.2f} "
            f"{f1(one.names_right, one.names_found, one.names_gold):9.3f} {share(one.facts):6.2f}"
        )
    if "--show" in sys.argv:
        wrong = [*groups["ALL"].wrong, *(what for one in scanned.values() for what in one.wrong)]
        print(*(f"  {what}" for what in wrong), sep="\n")
    if not tesseract():
        print("scans: not read, for tesseract is not installed")


if __name__ == "__main__":
    main()


def text_of(text: str, path: str = "") -> SourceText:
    """A source text with pages where form feeds stand, for tests."""
    starts = (0, *(at + 1 for at, char in enumerate(text) if char == "\f")) if "\f" in text else ()
    return SourceText(text, path, starts)
