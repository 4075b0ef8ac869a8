"""A writer that mixes true sentences with false ones, made from minutes by rule: ``python -m eval.adversary --help``.

Every sentence of the minutes is true of its minute; changed in one respect (a digit, a date, a name, the outcome, a
denial, the minute that it cites) it is false. Some true ones are put in another form that says the same.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from assistant.grounding import CitedMinute, Grounding, cited_minute
from assistant.sentences import lay_out
from eval.intervals import proportion_interval
from eval.statements import WithoutVectors
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.held import HeldItem, Scope
from index_store.indexer import add

WANTED = 50
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_DAY = re.compile(rf"\b(\d{{1,2}})(?= (?:{'|'.join(_MONTHS)})\b)")
_NUMBER = re.compile(r"(?<![\d/.])\d+(?:,\d{3})*(?:\.\d+)?(?![\d/])")
_OUTCOME = re.compile(
    r"\b(?:agreed|approved|noted|deferred|refused|rejected|endorsed|accepted|granted|withdrawn|supported|carried|lost)\b",
    re.IGNORECASE,
)
_OTHER = {
    "agreed": "noted", "approved": "deferred", "noted": "approved", "deferred": "approved", "refused": "granted",
    "rejected": "accepted", "endorsed": "rejected", "accepted": "refused", "granted": "refused",
    "withdrawn": "approved", "supported": "opposed", "carried": "lost", "lost": "carried",
}  # fmt: skip
_AUXILIARY = re.compile(
    r"\b(would|should|could|had been|had|was|were|be|is|are|has been|has|will|can|must|may)\b(?! not)"
)
_NOT = re.compile(r"\b(would|should|could|had|was|were|be|is|are|has|will|can|must|may) not\b")
_SHORTEST, _LONGEST = 8, 45


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that cites a minute; ``change`` is what was made false in it, "" where it is true."""

    text: str
    change: str
    minute: CitedMinute


def sentences_of(item: HeldItem) -> list[str]:
    """The sentences of a minute that say something by themselves."""
    text = item.text.text
    layout = lay_out(text)
    found = []
    for one in layout.sentences:
        block = layout.blocks[one.block]
        said = " ".join(text[max(one.start, block.content) : one.end].split()).strip()
        if block.lead is None and _SHORTEST <= len(said.split()) <= _LONGEST and said.endswith("."):
            found.append(said)
    return found


def _digit(text: str, number: int) -> str | None:
    at = [match for match in _NUMBER.finditer(text) if not _DAY.match(text, match.start())]
    if not at:
        return None
    match = at[number % len(at)]
    places = [place for place, one in enumerate(match[0]) if one.isdigit()]
    place = match.start() + places[number % len(places)]
    low = 1 if place == match.start() else 0
    other = str((int(text[place]) + 1 + number % 8) % 10)
    return text[:place] + (str(low + 1) if other == "0" and low else other) + text[place + 1 :]


def _date(text: str, number: int) -> str | None:
    day, month = _DAY.search(text), _MONTH.search(text)
    if day and number % 2:
        return text[: day.start()] + str((int(day[0]) + 2 + number % 9) % 28 + 1) + text[day.end() :]
    if not month:
        return None
    other = _MONTHS[(_MONTHS.index(month[0]) + 1 + number % 10) % 12]
    return text[: month.start()] + other + text[month.end() :]


def _outcome(text: str, number: int) -> str | None:
    match = _OUTCOME.search(text)
    if match is None or re.search(r"\bnot\b", text):
        return None
    other = _OTHER[match[0].lower()]
    return text[: match.start()] + (other.upper() if match[0].isupper() else other) + text[match.end() :]


def _denial(text: str, number: int) -> str | None:
    denied = _NOT.search(text)
    if denied:
        return text[: denied.start()] + denied[1] + text[denied.end() :]
    match = _AUXILIARY.search(text)
    return f"{text[: match.end(1)]} not{text[match.end(1) :]}" if match else None


def _reformed(text: str, number: int) -> str | None:
    """A true sentence in another form: dates, amounts and shares written otherwise."""
    other = re.sub(rf"\b(\d{{1,2}}) (?=(?:{'|'.join(_MONTHS)})\b)", _ordinal, text)
    other = re.sub(r"£(\d+(?:\.\d+)?)m\b", r"£\1 million", other)
    other = re.sub(r"(\d)%", r"\1 per cent", other)
    other = re.sub(r"(?<=\d),(?=\d{3})", "", other)
    return other if other != text else None


def _ordinal(match: re.Match[str]) -> str:
    day = int(match[1])
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending} "


def _renamed(text: str, number: int, names: Sequence[str]) -> str | None:
    """With one person's name replaced by that of another who was there."""
    held = [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)]
    others = [name for name in names if name.split()[-1] not in text]
    if not held or not others:
        return None
    return text.replace(held[0], others[number % len(others)], 1)


CHANGES: Mapping[str, Callable[[str, int], str | None]] = {
    "digit": _digit,
    "date": _date,
    "outcome": _outcome,
    "denial": _denial,
}


def said_of(catalogue: Catalogue) -> Iterator[Said]:
    """True and false sentences about every minute held, in an order that hangs on their words alone."""
    for meeting in catalogue.meetings():
        attendance = catalogue.attendance(Scope(meetings=(meeting.id,)))
        names = sorted({one.attendee.name for one in attendance if " " in one.attendee.name})
        items = [item for item in catalogue.items(meeting.id) if item.number != "attendance"]
        for at, item in enumerate(items):
            minute = cited_minute(item, attendance)
            other = cited_minute(items[(at + 1) % len(items)], attendance) if len(items) > 1 else None
            for text in sentences_of(item):
                number = zlib.crc32(text.encode())
                yield Said(text, "", minute)
                changed = {name: change(text, number) for name, change in CHANGES.items()}
                changed["name"] = _renamed(text, number, names)
                yield from (Said(one, name, minute) for name, one in changed.items() if one and one != text)
                reformed = _reformed(text, number)
                if reformed:
                    yield Said(reformed, "", minute)
                if other and text not in other.text:
                    yield Said(text, "minute", other)


def chosen(catalogues: Sequence[Catalogue], wanted: int = WANTED) -> list[Said]:
    """``wanted`` false sentences of each change and six times as many true ones, spread over all minutes."""
    groups: dict[str, list[Said]] = defaultdict(list)
    for catalogue in catalogues:
        for one in said_of(catalogue):
            groups[one.change].append(one)
    found = []
    for change, listed in sorted(groups.items()):
        listed.sort(key=lambda one: zlib.crc32(f"{one.minute.id} {one.text}".encode()))
        found += listed[: wanted if change else 6 * wanted]
    return found


def shares(said: Sequence[Said], grounding: Grounding, show: bool = False) -> Iterator[str]:
    """How many of each change were shown, and how many true ones were stopped."""
    verdicts = [(one, grounding.check(one.text, one.minute)) for one in said]
    for change in sorted({one.change for one in said}, key=lambda name: (name == "", name)):
        wrong = [one.change != "" and v.supported or one.change == "" and not v.supported for one, v in verdicts]
        own = [bad for (one, _), bad in zip(verdicts, wrong, strict=True) if one.change == change]
        yield _row(f"false by {change}, shown" if change else "true, stopped", own)
    yield _row("false, shown", [v.supported for one, v in verdicts if one.change])
    for one, v in verdicts if show else ():
        if v.supported is bool(one.change):
            yield f"  {one.change or 'true'}: {one.text} ({one.minute.id}; {v.words})"


def _row(name: str, wrong: Sequence[bool]) -> str:
    if not wrong:
        return f"{name:26}   -"
    interval = proportion_interval(sum(wrong), len(wrong))
    share = f"{sum(wrong):3}/{len(wrong):<3} {sum(wrong) / len(wrong):6.1%}"
    return f"{name:26} {share}  ({interval.low:.0%} to {interval.high:.0%})"


def read_minutes(folder: Path, home: Path) -> Catalogue:
    """The minutes of a folder, without vectors."""
    for _ in add([folder], home, embedder=WithoutVectors()):
        pass
    return Catalogue(home)


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--wanted", default=WANTED, show_default=True, help="False sentences of each change.")
@click.option("--usual", is_flag=True, help="The usual check instead of the strict one that models are held to.")
@click.option("--show", is_flag=True, help="Show each sentence that was judged wrongly.")
def main(folders: Sequence[Path], wanted: int, usual: bool, show: bool) -> None:
    """Make sentences from the minutes in FOLDERS (else from the samples) and print how the check tells them apart."""
    from tempfile import TemporaryDirectory

    from assistant.samples import SAMPLES

    with TemporaryDirectory() as home:
        catalogues = [read_minutes(one, Path(home) / str(at)) for at, one in enumerate(folders or (SAMPLES,))]
        for line in shares(chosen(catalogues, wanted), Grounding(Embedder(), strict=not usual), show):
            click.echo(line)
        for one in catalogues:
            one.close()


if __name__ == "__main__":
    main()
