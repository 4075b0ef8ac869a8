"""Public ids: "body-slug/2009-09-02/267". Citations, fusion and evaluation key on them.

Each part depends on what is printed, never on the order in which files were indexed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

ATTENDANCE = "attendance"


def slugify(name: str) -> str:
    """A name in lower-case ASCII letters, digits and hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ").replace("'", "").replace("\u2019", ""))
    slug = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    return slug or f"body-{digest(name)}"


def digest(text: str) -> str:
    """Eight hexadecimal digits that stand for a text whatever its line breaks and spaces."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:8]


def day_ids(date: str | None, texts: Iterable[str], sort: str | None = None) -> list[str]:
    """The day part of the ids of one body's sittings on one date, in their order.

    ``texts`` are the sittings' own words: an undated meeting is known by a hash of them. ``sort`` marks what is
    not minutes ("agenda", "paper"), so that a tabled paper never takes the id of the meeting it was for.
    """
    kind = f".{sort}" if sort else ""
    if date is None:
        return _numbered(f"undated-{digest(text)}{kind}" for text in texts)
    return _numbered(f"{date}{kind}" for _ in texts)


def _numbered(ids: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for one in ids:
        seen[one] += 1
        numbered.append(one if seen[one] == 1 else f"{one}.{seen[one]}")
    return numbered


def item_ids(numbers: Iterable[str | None]) -> list[str]:
    """The last part of the ids of a meeting's items: number as printed, percent-encoded, or u1, u2… without one.

    A number printed again is told apart by its turn: ``80``, ``80~2``.
    """
    seen: Counter[str] = Counter()
    ids: list[str] = []
    taken = {ATTENDANCE}
    unnumbered = 0
    for number in numbers:
        if number is None or not number.strip():
            unnumbered += 1
            base = f"u{unnumbered}"
        else:
            base = quote(" ".join(number.split()), safe="").replace("~", "%7E")
        seen[base] += 1
        turn, one = seen[base], base if seen[base] == 1 else f"{base}~{seen[base]}"
        while one in taken:
            turn += 1
            one = f"{base}~{turn}"
        taken.add(one)
        ids.append(one)
    return ids


def split_item_id(item_id: str) -> tuple[str, str]:
    """(meeting id, last part) of an item id."""
    meeting, _, last = item_id.rpartition("/")
    return meeting, last
