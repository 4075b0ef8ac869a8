"""Rows that bold type or their words set apart from their neighbours, and the ends of sentences and motions above."""

from __future__ import annotations

import re

from index_store.rows import Row

ENDED = tuple(".!?:;")
CLOSERS = "\"'”’)]*_"
SORRY = re.compile(
    r"(?:An )?[Aa]polog(?:y|ies) (?:for (?:absence|\w+ (?:absence|inability)|inability)|(?:was|were|had))\b"
)
"""How a sentence begins that tells who is away, below a list of those who came."""
OUTCOME = re.compile(
    r"(?:(?:MOTION )?(?:(?:NOT )?CARRIED|DEFEATED|LOST)(?: UNANIMOUSLY)?\.?$|VOTING (?:IN FAVOU?R|AGAINST):)"
)
"""How a motion ended or who voted which way, in capitals and on a line of its own."""
RESOLUTION_NUMBER = r"(?:[A-Z]{1,4}[-/ ]?)?\d{2,4}[-/]\d{1,4}(?:[-/]\d{1,4})?"
"""The number that a council gives each of its motions: "2024-118", "C24-12", "R/24/101"."""
_NUMBERED = re.compile(rf"{RESOLUTION_NUMBER}\s+(?:It was )?(?:Moved|MOVED|moved) (?:by )?[A-Z]")
_ALONE = re.compile(RESOLUTION_NUMBER)
_YEARS = re.compile(r"(?:19|20)(\d\d)/(\d\d)\.\s")
_TIMED = re.compile(r"\s*\([^()]{0,12}[ap]\.?m\.?\)$")
"""A time behind a heading, which need not be as bold."""
_ACTS = re.compile(r"\b(?:ACTION|Action)S?: ?(?:[A-Z][\w’'.]*[ ,/&]*)+$")
"""Who is to act, at the end of a minute."""
_LEADS = re.compile(r"\b(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|than|[Nn]os?|[Ii]tems?|[Mm]inutes?)$")
_HEAD, _SENTENCE = 60, 30
_WEIGHTY = 3
"""Letters of the words that are in capitals in a title but for its small words."""
_OWNER = 24
"""Letters of a cell that says who is to act, at most."""


def sentence_ended(text: str) -> bool:
    """Whether a row ends a sentence."""
    return text.rstrip(CLOSERS).endswith(ENDED)


def owner_ended(text: str) -> bool:
    """Whether a row ends with a short cell behind a whole sentence: who is to act on it."""
    said, _, owner = text.rpartition("\t")
    return len(owner) <= _OWNER < len(said) and sentence_ended(said)


_COLUMN_HEAD = re.compile(r"(?:actions?(?: by)?|owner|lead(?: officer)?|by whom|responsib\w+)", re.IGNORECASE)
_FAR = 20


def heads_column(one: Row, two: Row) -> bool:
    """Whether the second row is the head of a column far at the right: "Action", below the people who came."""
    return two.indent > one.indent + _FAR and _COLUMN_HEAD.fullmatch(two.text) is not None


def begins_motion(one: Row, two: Row) -> bool:
    """Whether a row ends a motion, begins one by its number, or stands below the outcome of one."""
    text = two.text
    if (text[0] in "VCDLMN" and OUTCOME.match(text)) or OUTCOME.fullmatch(one.text.rpartition("\t")[2]):
        return True
    if "moved" in text[:40].lower():
        return _NUMBERED.match(text) is not None
    return text[-1].isdigit() and sentence_ended(one.text) and _ALONE.fullmatch(text) is not None


def stands_out(one: Row, two: Row) -> bool:
    """Whether a row is a short bold line below one that ends a sentence or a motion in plain type."""
    if not two.bold or len(two.text) > _HEAD or one.bold >= len(one.text) or not two.text[0].isupper():
        return False
    if two.text.endswith(".") or not any(map(str.islower, two.text)) or two.bold < len(_TIMED.sub("", two.text)):
        return False
    return sentence_ended(one.text) or OUTCOME.match(one.text.rpartition("\t")[2]) is not None


def heads_plain(one: Row, two: Row) -> bool:
    """Whether a row is a title in bold above plain type that begins a sentence, however full it is."""
    if one.bold < len(one.text) or two.bold or not two.text[0].isupper() or not one.text[-1].isalnum():
        return False
    if len(two.text) < _SENTENCE:
        return False
    words = [word for word in one.text.split() if len(word) > _WEIGHTY and word[0].isalpha()]
    return len(words) > 2 and all(word[0].isupper() for word in words)


_NUMBERED_TITLE = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){1,2}\.?\s+(?P<title>(?!(?:The|That|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Deputy|Mayor|Chair)\b)"
    r"[A-Z][^.]{20,}[\w)])"
)
_TELLS = re.compile(r"\b(?:was|were|is|are|be|had|has|have|that|[a-z]{2,}ed|gave|spoke|told|said|left)\b")
_SUBJECT = re.compile(
    r"(?:The|An?|It|This|There|Members|Staff) [A-Za-z]|(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Mayor|Deputy Mayor|Chief|"
    r"Constable|Chair(?:man|woman|person)?)\b\.? [A-Za-z]|[A-Z][\w’'-]+ [A-Z][\w’'-]+, [A-Z]"
)
"""How the text of a minute opens: with who did something, and seldom with what a title goes on with."""
_MOSTLY = 0.6


def heads_text(one: Row, two: Row) -> bool:
    """Whether a numbered row in title case is a title that fills its line, above a row that tells something."""
    titled = _NUMBERED_TITLE.fullmatch(one.text)
    if titled is None or _TELLS.search(titled["title"]) or not _SUBJECT.match(two.text):
        return False
    if len(two.text) < _SENTENCE or not _TELLS.search(two.text):
        return False
    words: list[str] = [word for word in re.findall(r"[A-Za-z][\w’'-]+", titled["title"]) if len(word) > _WEIGHTY]
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= _MOSTLY * len(words)


def numbered_anew(one: Row, two: Row) -> bool:
    """Whether a row with a bare number is a heading below plain words or below who is to act, however full they are."""
    if _ACTS.search(one.text[-_SENTENCE:]):
        return True
    return two.bold >= len(two.text) and not one.bold and one.text[-1].isalnum() and not _LEADS.search(one.text)


def years_go_on(one: Row, text: str) -> bool:
    """Whether a financial year begins a row and the sentence above goes on with it: "£30" over "2021/22. After"."""
    years = _YEARS.match(text)
    return years is not None and not sentence_ended(one.text) and (int(years[1]) + 1) % 100 == int(years[2])


_LABELLED = re.compile(r"[A-Z][\w ]{2,30}:")
_OUT = 8


def labels_left(one: Row, two: Row) -> bool:
    """Whether a row that begins with a label stands far to the left of the column above: "Apologies:" below names."""
    return two.indent + _OUT < one.indent and _LABELLED.match(two.text) is not None


def headed(one: Row, two: Row) -> bool:
    """Whether one of two rows is a heading, or a label far to the left, that does not go on with or from the other."""
    return labels_left(one, two) or stands_out(one, two) or heads_plain(one, two) or heads_text(one, two)
