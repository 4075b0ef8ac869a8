"""Which printed names are one body: by what the minutes say of themselves, never by likeness alone.

Two names are one body when they differ in case, "the", "&" or the council's name in front; when one is printed in
brackets behind the other; when one is the authority whose board the other is, and the same people sit; or when one is
the initials or the tail of the other ("Transparency Board", "Public Sector Transparency Board") and the same people sit
on both; or when they differ by a misprinted letter, or in the noun for those who govern a place ("Port Board", "Port
Commission"), and the same people sit, never on one day. A name that would fit two bodies fits neither. Minutes that
name no body are those of the one body whose minutes lie in the same folder, if they use its name's words or its people
came.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from index_store.body_likeness import governs_alike, is_part, misprints
from index_store.ids import slugify
from index_store.records import fold

Evidence = Callable[["_Group", "_Group"], bool]
UNNAMED = "Unnamed body"
_SORTING = frozenset(
    "minutes minute meeting meetings agenda agendas notes paper papers file files doc docs document documents pdf pdfs "
    "text txt md html word data download downloads archive archives old new draft drafts final year month week q "
    "january february march april may june july august september october november december content source input tmp "
    "temp test tests sample samples and of the".split()
)
"""Words of folders that sort files and name no body."""
SHARED_NAMES = 3
SHARED_PART = 0.6
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_IN_FULL = {"spc": "strategic policy committee", "jpc": "joint policing committee"}
"""Letters by which Irish councils call committees that the law has every one of them set up."""
_LEAD = re.compile(r"^(?:(?:minutes|notes|meeting|meetings|of|the|a)\s+)+")


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one meeting says of who met. ``key`` is the caller's; ``people`` are names folded for comparison.

    ``folder`` is where its file lies; ``words`` those of its text, needed only where ``body`` is None.
    """

    key: int
    body: str | None
    council: str | None
    aliases: tuple[str, ...]
    date: str | None
    people: frozenset[str]
    folder: str = ""
    words: frozenset[str] = frozenset()
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """One body: its slug, its name as most often printed, and every other name of its."""

    slug: str
    name: str
    council: str | None
    aliases: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    council: str
    name: str
    sittings: list[Sitting]

    @property
    def people(self) -> Counter[str]:
        return Counter(name for sitting in self.sittings for name in sitting.people)

    @property
    def aliases(self) -> set[str]:
        return {_folded(alias) for sitting in self.sittings for alias in sitting.aliases}


def identify(
    sittings: Iterable[Sitting], same: Iterable[tuple[str, str]] = (), names: Mapping[str, str] = MappingProxyType({})
) -> Mapping[int, Identity]:
    """The body of each sitting, by key; the same whatever order they come in.

    Agendas and papers are put to the body that they name, and are no evidence of which bodies there are. ``same`` are
    pairs of names that a clerk says are one body's, ``names`` what a clerk calls the body of a name.
    """
    ordered = sorted(sittings, key=lambda one: one.key)
    groups = _by_printed_name(one for one in ordered if not one.paper)
    told = {_folded(one): _folded(other) for one, other in same}
    groups = _join(groups, lambda one, other: told.get(one.name) == other.name and one.name != other.name)
    for joins in (_unnamed_council, _authority, _printed_alias, _initials, _tail):
        groups = _join(groups, joins)
    groups = _into_commonest(groups)
    groups = _put_unnamed(groups)
    printed = {(group.council, _folded(one.body)): group for group in groups for one in group.sittings if one.body}
    for paper in _by_printed_name(one for one in ordered if one.paper):
        home = printed.get((paper.council, paper.name))
        if home is not None and paper.name:
            home.sittings.extend(paper.sittings)
        else:
            groups.append(paper)
    return _named(groups, {_folded(old): new for old, new in names.items()})


def _put_unnamed(groups: list[_Group]) -> list[_Group]:
    named = [group for group in groups if group.name]
    left = []
    for one in (sitting for group in groups if not group.name for sitting in group.sittings):
        near = [group for group in named if one.folder in {other.folder for other in group.sittings if other.body}]
        if len(near) == 1 and (set(near[0].name.split()) <= one.words or _shares(one.people, near[0].people)):
            near[0].sittings.append(one)
        else:
            left.append(one)
    return named + _by_printed_name(replace(one, body=_folder_name(one.folder)) for one in left)


def _folder_name(folder: str) -> str | None:
    """The body by the name of the folder in which its minutes lie; None for one that only sorts files."""
    name = folder.rstrip("/").rpartition("/")[2].replace("_", " ").replace("-", " ").strip()
    words = [word for word in re.findall(r"[^\W\d_]+", name.casefold()) if word not in _SORTING]
    return (name if name != name.lower() else name.title()) if words and len(name) > 2 else None


def _folded(name: str | None) -> str:
    """The name's words without "the", "minutes of", and the number of the meeting ("3rd") at either end."""
    plain = fold(re.sub(r"\([^)]*\)", " ", name or "")).replace("&", " and ")
    plain = _LEAD.sub("", " ".join(re.findall(r"[^\W_]+", plain)) + " ").replace("sub committee", "subcommittee")
    words = " ".join(_IN_FULL.get(one, one) for one in plain.split()).split()
    while words and _ORDINAL.fullmatch(words[-1]):
        words.pop()
    while words and _ORDINAL.fullmatch(words[0]):
        words.pop(0)
    return " ".join(words)


def _by_printed_name(sittings: Iterable[Sitting]) -> list[_Group]:
    groups: dict[tuple[str, str], _Group] = {}
    for one in sittings:
        council, name = _folded(one.council), _folded(one.body)
        if council and name.startswith(council + " "):
            name = name.removeprefix(council + " ")
        groups.setdefault((council, name), _Group(council, name, [])).sittings.append(one)
    return list(groups.values())


def _join(groups: list[_Group], is_one: Evidence) -> list[_Group]:
    """Put each group into the one other that it belongs to; where two would do, into neither."""
    target: dict[int, int] = {}
    for at, group in enumerate(groups):
        fits = [to for to, other in enumerate(groups) if to != at and group.name and is_one(group, other)]
        if len(fits) == 1:
            target[at] = fits[0]
    merged: dict[int, _Group] = {}
    for at, group in enumerate(groups):
        root, seen = at, {at}
        while root in target and target[root] not in seen:
            root = target[root]
            seen.add(root)
        root = min(seen) if root in target and target[root] in seen else root
        into = merged.setdefault(root, _Group(groups[root].council, groups[root].name, []))
        into.council = into.council or group.council
        into.sittings.extend(group.sittings)
    return list(merged.values())


def _into_commonest(groups: list[_Group]) -> list[_Group]:
    """Put each group into the one of more sittings whose name it misprints, or whose place it governs too."""
    kept: list[_Group] = []
    for group in sorted(groups, key=lambda one: (-len(one.sittings), one.council, one.name)):
        into = next((other for other in kept if group.name and _is_like(group, other)), None)
        if into is None:
            kept.append(group)
        else:
            into.council = into.council or group.council
            into.sittings.extend(group.sittings)
    return kept


def _is_like(one: _Group, other: _Group) -> bool:
    governs = governs_alike(one.name, other.name)
    if not (governs or misprints(one.name, other.name)) or not _councils_agree(one, other) or _days(one) & _days(other):
        return False
    same = any(_shares(sitting.people, other.people) for sitting in one.sittings)
    if same or governs:
        return same
    unknown = len(one.people) < SHARED_NAMES and _folders(one) <= _folders(other)
    return unknown and misprints(one.name, other.name, strict=True)


def _days(group: _Group) -> set[str]:
    return {sitting.date for sitting in group.sittings if sitting.date}


def _folders(group: _Group) -> set[str]:
    return {sitting.folder for sitting in group.sittings}


def _councils_agree(one: _Group, other: _Group) -> bool:
    return one.council == other.council or not one.council or not other.council


def _same_people(one: _Group, other: _Group) -> bool:
    return _shares(one.people, other.people)


def _shares(one: Iterable[str], other: Iterable[str]) -> bool:
    mine, theirs = set(one), set(other)
    shared = len(mine & theirs)
    return shared >= SHARED_NAMES and shared >= SHARED_PART * min(len(mine), len(theirs))


def _unnamed_council(one: _Group, other: _Group) -> bool:
    return not one.council and bool(other.council) and one.name == other.name and _same_people(one, other)


def _authority(one: _Group, other: _Group) -> bool:
    """``one`` is the authority's own name over the minutes of its one board, ``other``: the same people sit.

    On a committee some of the authority's people sit, and it is another body.
    """
    named = not one.council and one.name == other.council and not is_part(other.name)
    return named and _same_people(one, other)


def _printed_alias(one: _Group, other: _Group) -> bool:
    return one.name in other.aliases and _councils_agree(one, other) and one.name != other.name


def _initials(one: _Group, other: _Group) -> bool:
    words = [word for word in other.name.split() if word not in ("of", "and", "the", "for", "on")]
    letters = "".join(word[0] for word in words)
    return len(letters) > 2 and one.name == letters and _councils_agree(one, other) and _same_people(one, other)


def _tail(one: _Group, other: _Group) -> bool:
    """``one`` is ``other`` with its first words, or "Council", left off: the same members, never on the same day."""
    longer = other.name.endswith(" " + one.name) or other.name == f"{one.name} council"
    if not longer or len(one.name.split()) < 2 or one.council != other.council:
        return False
    return not _days(one) & _days(other) and _same_people(one, other)


def _named(groups: list[_Group], names: Mapping[str, str]) -> dict[int, Identity]:
    named = [(group, _given_name(group, names) or _best_name(group), _council(group)) for group in groups]
    shared = defaultdict(set)
    for group, name, _ in named:
        shared[slugify(name)].add(group.council)
    identities: dict[int, Identity] = {}
    taken: set[str] = set()
    for group, name, council in sorted(named, key=lambda one: (one[0].council, one[1])):
        slug = slugify(name)
        if len(shared[slug]) > 1 and council and not slug.startswith(slugify(council)):
            slug = slugify(f"{council} {name}")
        while slug in taken:
            slug += "-2"
        taken.add(slug)
        others = {one.body for one in group.sittings if one.body} | {a for one in group.sittings for a in one.aliases}
        identity = Identity(slug, name, council, tuple(sorted(others - {name})))
        identities |= {one.key: identity for one in group.sittings}
    return identities


def _given_name(group: _Group, names: Mapping[str, str]) -> str | None:
    printed = {_folded(one.body) for one in group.sittings if one.body} | {group.name}
    return next((names[name] for name in sorted(printed) if name in names), None)


def _best_name(group: _Group) -> str:
    """The name most often printed, not an abbreviation of it nor all capitals where another is printed too."""
    printed = Counter(one.body for one in group.sittings if one.body)
    if not printed:
        return UNNAMED
    aliases = group.aliases

    def rank(name: str) -> tuple[bool, bool, bool, int, int, str]:
        short = _folded(name) in aliases or " " not in name
        return (short, name.isupper(), _folded(name) != fold(name), -printed[name], -len(name), name)

    return min(printed, key=rank)


def _council(group: _Group) -> str | None:
    """The council most often printed with its name; none is its own."""
    values = Counter(one.council for one in group.sittings if one.council and _folded(one.council) != group.name)
    return min(values, key=lambda value: (-values[value], value)) if values else None
