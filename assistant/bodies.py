"""Which bodies a question names: by name, abbreviation, part of the name ("the local data panel") or head noun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from wordfreq import zipf_frequency

from assistant.answer import AnswerKind
from assistant.concepts import asks_roll
from assistant.kinds import kind_of
from assistant.known_bodies import HEADS, WORD, KnownBody, fold, is_part, known_bodies, named_by, singular
from assistant.mentions import NamedBody, goes_on, meet
from assistant.place_names import places_named
from assistant.posts import no_body
from index_store.held import Body

_LINKS = frozenset(("and", "&", "for", "of", "on", "the", "to"))
_GENERIC_WORDS = (
    "the our we us this that which what a an did does do has have had is was were will would can could when "
    "where who why how whose if any of by for to at in on from with about and or than as told tell asked ask "
    "full whole last first next same previous latest recent most new new-style each every some all meeting "
    "meetings minutes before after since until between annual"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
SORTS = frozenset(
    "city county borough district parish town regional neighbouring neighboring planning finance community unitary "
    "combined village royal scottish national licensing housing cabinet".split()
)
#: Less frequent (Zipf) than any word that people use.
_NO_WORD = 2.5
_ALONE = frozenset(("cabinet", "executive", "senate"))
_DATED = re.compile(
    r"\d|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$"
)
_PLACESORTS = frozenset(("parish", "town", "borough", "district"))
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_TO = r"\b(?:from|of|for|at|to|on|with|by) (?:the )?"
_ENDS = (
    rf"(?=(?:['’]s|\s+(?:cc|pc|tc|dc|bc)\b)?(?:\s*(?:[?.!,;]|$)|\s+(?:in|on|at|since|last|during|between|before|after"
    rf"|and|but|over|for"
    rf"|meeting)\b|\s+\d|\s+{_MONTH}))"
)
#: What stands behind "the district" where a body is meant, and not behind "the district heating".
_ACTS = re.compile(
    r"(?:['’]s\b)?(?:\s*(?:[?.!,;:]|$)|\s+(?:in|on|at|of|to|for|from|with|about|and|since|last|next|during|between|before"
    r"|after|ever|meetings?|minutes|members?|councillors?|decid\w+|decisions?|agree\w*|resolv\w+|approv\w+|adopt\w*"
    r"|note\w*|vot\w+|refus\w+|reject\w*|defer\w*|support\w*|discuss\w*|say|said|do|did|does|has|have|had|is|was"
    r"|will|met|meet|hold|held|get|give|gave|make|made|spend|spent|ask\w*|want\w*|write|wrote|consider\w*|object\w*)\b)",
    re.I,
)
#: What is called a district's, a town's or a parish's and is none: "the district heating", "the town centre".
_THINGS = (
    r"(?:heating|cooling|energy|hall|centre|center|church|rooms?|courts?|schools?|nurses?|park|car|clerk|plan|guide|map"
    r"|magazine|newsletter|pump|square|clock|crier|wall|house|bridge|market|boundary|precept|poll)\b"
)
_DID = r"\b(?:did|does|has|have|was|is|will) "
#: Words that ask for records of meetings: then a place alone is the body that meets there.
_RECORDED = re.compile(
    r"\b(?:actions?|minutes?|minuted|decisions?|resolutions?|apolog\w+|meetings?|met|meet|attend\w*|chair\w*|agenda"
    r"|items?|present|applications|points|summar\w+|highlights|recap"
    r"|declar\w+ (?:of|an|any) interests?|outstanding|deferred|unanimous|clerk|votes?)\b",
    re.I,
)
_BY_A_DATE = re.compile(rf"(?:['’]s)?[\s,:(–-]+(?:on |in )?(?:the )?(?:\d{{1,2}}\b|{_MONTH})", re.I)
_OF_RECORDS: frozenset[AnswerKind] = frozenset(("attendance", "lookup", "actions"))


def named_bodies(text: str, bodies: Sequence[Body]) -> tuple[NamedBody, ...]:
    """Mentions of bodies in ``text``, in order, those held and those that only look like a body's name."""
    known = known_bodies(tuple(bodies))
    found = list(_whole_names(text, known))
    for mention in _by_head(text, known):
        met = [one for one in found if meet(mention, one)]
        if not met or all(goes_on(mention, one) for one in met):
            found = [*(one for one in found if one not in met), mention]
    for more in (_placed(text, bodies), _by_place(text, known)):
        if not any(one.slugs and not one.generic for one in found):
            found += [one for one in more if not any(meet(one, other) for other in found)]
    found = _of_the_place(text, found, bodies)
    named = (one for one in found if one.words.lower() not in ("meeting", "meetings"))
    return tuple(sorted((_with_topic(text, _in_full(text, one)) for one in named), key=lambda one: one.start))


def _in_full(text: str, mention: NamedBody) -> NamedBody:
    """ "Full council" is the council: the word before it is no matter that is asked about."""
    full = text[: mention.start].lower().endswith("full ") and "council" in mention.words.lower()
    if not mention.slugs or not full:
        return mention
    start = mention.start - len("full ")
    return replace(mention, start=start, words=text[start : mention.end])


def _of_the_place(text: str, found: list[NamedBody], bodies: Sequence[Body]) -> list[NamedBody]:
    """The mentions, a bare "council" as the body of the place named, which calls itself a board."""
    if not any(one.slugs for one in found) or not all(one.generic for one in found if one.slugs):
        return found
    there = {slug for one in places_named(text, bodies) for slug in one.slugs}
    if not there or any(there & set(one.slugs) for one in found):
        return found
    return [replace(one, slugs=tuple(sorted(there))) if one.slugs else one for one in found]


def _placed(text: str, bodies: Sequence[Body]) -> Iterable[NamedBody]:
    """Councils by their place, where that is surely meant: records are asked for, or a meeting by its date."""
    recorded = _RECORDED.search(text) is not None or kind_of(text) in _OF_RECORDS
    for one in places_named(text, bodies):
        if recorded or one.council or _BY_A_DATE.match(text[one.end :]):
            yield NamedBody(text[one.start : one.end], one.start, one.end, one.slugs)


def _by_place(text: str, known: Sequence[KnownBody]) -> Iterable[NamedBody]:
    """A body by the place or the sort in its name alone ("Nether's last meeting", "the parish minutes")."""
    recorded = _RECORDED.search(text) is not None or asks_roll(text)
    lower = text.lower()
    for body in known:
        for place in sorted(one for one in body.distinct if one in lower):
            here = named_by(place, known)
            if len(place) < 4 or (here != [body] and any(one.place != body.place or not one.place for one in here)):
                continue
            name = re.escape(place)
            others = "|".join(re.escape(one) for one in body.distinct - {place})
            ends = _ENDS.replace("(?=", rf"(?=(?:\s+(?:{others})\b)*", 1) if others else _ENDS
            sitting = rf"\b{name}(?=(?:['’]?s)?\s+(?:[\w'’]+\s+){{0,2}}?(?:meetings?|minutes|agm|agenda)\b)"
            if place in SORTS:
                rule = rf"^\W*{sitting}|(?<=\bthe ){sitting[2:]}|(?<=\bnext ){sitting[2:]}|(?<=\blast ){sitting[2:]}"
                if place in _PLACESORTS and place in body.tokens:
                    rule += rf"|(?<=\bthe ){name}(?=['’]s\b)|{_DID}(?:the ){name}(?! {_THINGS})(?= [a-z]+ )"
                elif recorded:
                    rule += rf"|{_TO}{name}{ends}"
            else:
                rule = "|".join((sitting, *(rf"(?<=\b{does} ){name}(?=\s+[a-z])" for does in ("did", "has", "will"))))
                rule += rf"|\b(?:meetings?|minutes)\s+(?:of|at|in|for)\s+{name}\b"
                first = rf"(?:(?:{others})\s+)?" if others else ""
                rule += rf"|^\W*{first}{name}(?=\s*:\s|\s+[-–—]\s)"
                rule += rf"|(?<=\bat ){name}(?=\s+(?:(?:in|on)\b|\d|{_MONTH}))|(?<=\bby ){name}\b"
                if recorded:
                    rule += (
                        rf"|{_TO}{name}{ends}|^\W*{name}\b(?=[\s,:]+(?:\d|{_MONTH})|(?:\s+[cptdb]c)?\s*[:,–-]\s)"
                        rf"|(?<=\d\d\d\d )(?:at )?{name}\W*$"
                    )
            for match in re.finditer(rule, text, re.I):
                at = text.lower().rindex(place, match.start(), match.end())
                end = at + len(place)
                # "Newcastle West": what else tells the body apart belongs to the name.
                end += (
                    len(more[0]) if others and (more := re.match(rf"(?:\s+(?:{others})\b)+", text[end:], re.I)) else 0
                )
                # "Saltmere CC": so do the initials of what sort of council it is.
                end += len(sort[0]) if (sort := re.match(r"\s+(?:CC|PC|TC|DC|BC)\b", text[end:], re.I)) else 0
                yield NamedBody(text[at:end], at, end, tuple(sorted(one.slug for one in here)))


def _whole_names(text: str, known: Sequence[KnownBody]) -> Iterable[NamedBody]:
    spans: dict[tuple[int, int], set[str]] = {}
    for body in known:
        for name in (one for one in body.names if singular(fold(one)) not in HEADS):
            flags = re.I if len(name) > 2 else 0
            pattern = r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", name) if part)
            for match in re.finditer(rf"(?<!\w){pattern}(?!\w|\.\w)", text, flags):
                parts = () if HEADS & set(body.tokens) else (one.slug for one in known if is_part(one, body))
                spans.setdefault(match.span(), set()).update((body.slug, *parts))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if not any(start < other_end and other_start < end for other_start, other_end in kept):
            kept.append((start, end))
            yield NamedBody(text[start:end], start, end, tuple(sorted(spans[start, end])))


def _by_head(text: str, known: Sequence[KnownBody]) -> Iterable[NamedBody]:
    words = [(match.start(), match.end(), singular(fold(match[0]))) for match in WORD.finditer(text)]
    heads = HEADS | {head for body in known for head in body.heads}
    taken = -1
    for at, (start, end, spelt) in enumerate(words):
        word = spelt
        if word not in heads:
            word = next((head for head in heads if _misspelt(word, (head,))), word)
        shortened = _is_short(text[start:end], word, known)
        followed = at + 1 < len(words) and words[at + 1][2] in heads and words[at + 1][0] == end + 1
        if not (word in heads or shortened) or followed or no_body(text, word, start, end):
            continue
        words[at] = (*words[at][:2], word)
        mention = _walked(text, words, at, known)
        if mention is not None and mention.start > taken:
            taken = mention.end
            yield mention


def _is_short(printed: str, word: str, known: Iterable[KnownBody]) -> bool:
    """Is a word how the last words of some body's name are shortened: in capitals, or as no word is spelt ("ijb")?"""
    spelt = printed.isupper() or (printed.islower() and zipf_frequency(word, "en") < _NO_WORD)
    return spelt and any(word in body.short for body in known)


def _walked(text: str, words: list[tuple[int, int, str]], at: int, known: Sequence[KnownBody]) -> NamedBody | None:
    """The mention whose head noun is ``words[at]``: modifiers are read leftwards while some body has them."""
    head = words[at][2]
    spelt = frozenset[str]().union(*(body.distinct for body in known))
    best: dict[int, list[str]] = {}
    for body in known:
        reach = _reach(text, words, at, body, spelt)
        # "The district" is no body where one is called "District of Marl".
        named = head in body.heads and (reach < at or head in HEADS or head == body.tokens[-1])
        named = named and not (body.electors and words[at - 1][2] != body.tokens[-2])
        if named or _is_short(text[words[at][0] : words[at][1]], head, (body,)):
            best.setdefault(reach, []).append(body.slug)
    if best:
        first = min(best)
        if not first or not (_foreign(text, words[first - 1]) or _qualified(text, words, first)):
            slugs = best[first] if first < at else [slug for group in best.values() for slug in group]
            start = words[first][0]
            if first == at and head not in HEADS and not _ACTS.match(text, words[at][1]):
                return None
            return NamedBody(text[start : words[at][1]], start, words[at][1], tuple(sorted(slugs)), generic=first == at)
    first = at
    while first and at - first < 4 and _foreign(text, words[first - 1]):
        first -= 1
    start = words[first][0]
    own = [body.slug for body in known if head in body.owners] if first == at and not best else []
    if own and text[:start].lower().endswith("the ") and _ACTS.match(text, words[at][1]):
        return NamedBody(text[start : words[at][1]], start, words[at][1], tuple(sorted(own)), generic=True)
    if head not in HEADS or (first == at and not (head in _ALONE and text[start].isupper())):
        return None
    return NamedBody(text[start : words[at][1]], start, words[at][1], ())


def _reach(text: str, words: list[tuple[int, int, str]], at: int, body: KnownBody, spelt: frozenset[str]) -> int:
    """How far to the left of the head the words belong to this body's name; a word ``spelt`` as in the name of some
    body is no slip for another's ("Wareham" for "Dareham")."""
    first = probe = at
    while probe and at - probe < 8:
        probe -= 1
        word = words[probe][2]
        if any(ch in text[words[probe][1] : words[probe + 1][0]] for ch in ",.;:?!()"):
            break
        whole = len(word) > 5 or (len(word) > 2 and probe + 1 == at and word not in _GENERIC and word not in spelt)
        begins = whole and any(name.startswith(word) for name in body.distinct)
        slip = word not in spelt and _misspelt(word, body.distinct)
        if begins or slip or {word} & (body.distinct | body.heads | body.owners | body.short | {body.initials}):
            first = probe
        elif word not in _LINKS and (word, words[probe + 1][2]) != ("full", "council"):
            break
    return first


def _misspelt(word: str, names: Iterable[str]) -> bool:
    return len(word) > 4 and any(len(name) > 4 and fuzz.ratio(word, name) >= 84 for name in names)


def _foreign(text: str, word: tuple[int, int, str]) -> bool:
    """Does the word before a head noun make it the name of some other body ("Planning Committee")?"""
    start, end, folded = word
    if folded in _GENERIC or _DATED.match(folded) or text[end : end + 1] in ",.;:?!)":
        return False
    return folded in SORTS or (text[start].isupper() and start > 0 and not text[start:end].isdigit())


def _qualified(text: str, words: list[tuple[int, int, str]], first: int) -> bool:
    """Do more words of the same noun phrase stand before it ("the *public* data group"), so that it names another?"""
    strange = False
    for probe in range(first - 1, max(-1, first - 4), -1):
        word = words[probe][2]
        if any(ch in text[words[probe][1] : words[probe + 1][0]] for ch in ",.;:?!()"):
            return False
        if word in {"the", "our", "a"}:
            return strange
        if word not in _GENERIC and not _DATED.match(word):
            strange = True
        elif word in _GENERIC and strange:
            return False
    return False


def _with_topic(text: str, mention: NamedBody) -> NamedBody:
    before = text[: mention.start].lower()
    if mention.slugs and re.search(
        r"\b(?:about|regarding|concerning|re|mentions? of|references? to|referred (?:back )?to)\s+(?:the\s+)?$"
        r"|\b(?:send|sent|sending|refer\w*|recommend\w*|forward(?:ed)?|pass(?:ed)? on)\b"
        r"(?! (?:\w+ )?(?:apolog|regret|excuse|word|sorry))[^.?!]{3,60}? to (?:the |our )?$",
        before,
    ):
        return NamedBody(mention.words, mention.start, mention.end, mention.slugs, mention.generic, topic=True)
    return mention
