"""The words that make a decision, and what a decision comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from index_store.models import Effect

_CAPITALS = (
    "AGREED|RESOLVED|NOTED|RECOMMENDED|APPROVED|DEFERRED|REFUSED|GRANTED|REJECTED|ADOPTED|ORDERED|DECIDED|ENDORSED|ACCEPTED|"
    "NO OBJECTIONS?|REFERRED|CARRIED|LOST|DEFEATED|PERMITTED|CONFIRMED|ACKNOWLEDGED|RATIFIED|WITHDRAWN|DISMISSED|PASSED"
)
_DECIDING = (
    "agreed|resolved|noted|recommended|approved|deferred|refused|granted|rejected|adopted|decided|endorsed|accepted|ratified|"
    "referred|carried|voted|determined|passed|ordered|declined"
)
_ADVERB = (
    r"(?:(?:also|then|therefore|further|subsequently|unanimously|duly|formally|"
    r"accordingly|provisionally|generally|all|collectively) )*"
)
_SUBJECT = (
    r"(?:the |this |The |This |THE )?(?:[A-Z][\w’'&-]+ ){0,4}(?:board|committee|sub-?committee|group|council|panel|"
    r"members|cabinet|executive|"
    r"chair|forum|partnership|meeting|councillors|trustees|governors|commission|assembly|authority|directors|"
    r"Board|Committee|Sub-?Committee|Group|Council|Panel|Members|Cabinet|Executive|Forum|Partnership|Meeting|"
    r"Councillors|"
    r"Trustees|Governors|Commission|Assembly|Authority|Directors|COUNCIL|MEMBERS|COMMITTEE|BOARD)"
)
_PAST = (
    r"(?:when|which|as|had been|had|have|has|been|previously|if|what|once|until|"
    r"already|earlier|whatever|where|not|never|be|"
    r"(?:after|since|before|once) (?:they|it|these|this|that) (?:were|was)) $"
)
_BEFORE = re.compile(rf"\b{_PAST}", re.IGNORECASE)

_STRONG = re.compile(rf"\b(?P<verb>{_CAPITALS})\b(?![A-Z ]*[A-Z]{{2}}[A-Z ]*$)")
_FORMAL = (
    "agreed|resolved|noted|recommended|approved|deferred|refused|rejected|adopted|decided|endorsed|ratified|determined|"
    "referred"
)
_IMPERSONAL = re.compile(
    rf"\b[Ii]t (?:was|has been|is|WAS) (?:{_ADVERB}|hereby )(?:proposed and |"
    rf"moved and )?(?P<verb>{_FORMAL})\b(?: (?:and |that it be )?\w+)?"
)
_COLLECTIVE = re.compile(
    rf"(?:{_SUBJECT}|\b[A-Z]{{4,8}}|\b[Tt]he [A-Z]{{2,6}})"
    r"(?: of (?:the |this )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4})?(?: present)? "
    r"(?:(?:considered|received|discussed|reviewed|debated|read|moved|voted)(?: it)?,? and )?"
    rf"{_ADVERB}(?P<verb>{_DECIDING})\b(?! by the)"
)
_ALL = re.compile(r"\b[Aa]ll (?:were |present |members )?(?:(?:were )?in )?(?P<verb>agreed|favou?r|approved)\b")
_MINUTES = re.compile(
    r"\b(?:[Mm]inutes|[Nn]otes|[Rr]ecord|[Rr]eports?|[Aa]ccounts|[Pp]roposals?|[Mm]otion|[Aa]mendment|"
    r"[Rr]ecommendations?|[Aa]pplication|[Aa]genda|"
    r"[Pp]olicy|[Bb]udget|[Aa]pologies|[Pp]ayments?|[Cc]heques)\b[^.;]{0,140}?\b(?:were|was|are|be|being) "
    rf"{_ADVERB}(?:taken as read and |read and |received and |signed and |proposed and )?(?P<verb>agreed|approved|"
    rf"accepted|adopted|ratified|noted|"
    r"deferred|rejected|refused|carried|lost|defeated|passed|confirmed|referred)\b"
)
_AS_CORRECT = re.compile(
    r"\b(?:was|were) (?:then )?(?P<verb>moved|taken|accepted|confirmed|signed|passed|approved|"
    r"agreed)\b[^.;]{0,30}? as (?:a |an |being )?(?:true|correct|accurate|read)\b"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were) {_ADVERB}(?P<verb>agreed|approved|adopted|ratified|deferred)\b(?! (?:by the|with))"
)
_MOTION = re.compile(
    r"\b(?:[Mm]otion|[Aa]mendment|MOTION|AMENDMENT)\b[^.;]{0,60}?\b(?P<verb>carried|passed|lost|defeated|failed|"
    r"withdrawn|fell)\b"
)
_OPENING = re.compile(
    r"(?:And |Therefore )?(?:(?:Unanimously|Item|Report|Minutes?|Action|All|Decision|Resolution|Outcome) ?:? ?)?"
    r"(?P<verb>Agreed|Noted|Resolved|Approved|Carried|Deferred|Rejected|Refused|Recommended|Adopted|Accepted|Lost|"
    r"Defeated|agreed|noted|resolved)"
    r"(?= ?[-–:;.,]|\s*$| (?:that|to|as|by|unanimously|the|with|and|on|nem|without|no)\b)"
)
_FIRST = re.compile(r"\b(?:[Ww]e|WE) (?:all |also |then )?(?P<verb>agreed|resolved|approved|decided|noted)\b")


@dataclass(frozen=True, slots=True)
class Decision:
    """A deciding word in a sentence: where it starts and ends, as printed, and whether it stands in capitals."""

    verb: str
    start: int
    end: int
    capital: bool


_VOTED = re.compile(r"\bput to (?:the|a) vote\b[^.;]{0,60}?\b(?P<verb>carried|passed|lost|defeated|failed)\b")
_MOVED = re.compile(
    r"\b(?i:proposed|moved|seconded)\b[^.;]{3,160}?(?:,| and) "
    rf"{_ADVERB}(?P<verb>agreed|resolved|approved|carried)\b"
)
_HEADED = re.compile(r"\W*(?P<verb>DECISION|Decision|RESOLUTION|Resolution)(?=\s*[:–-]\s*(?:[Tt]hat|[Tt]o)\b)")
_OBJECTION = re.compile(
    r"\b(?:[Cc]ouncil|[Cc]ouncillors|[Mm]embers|[Cc]ommittee|[Bb]oard)\b[^.;]{0,60}? "
    r"(?:had|has|raised|have|offered|made) (?P<verb>no objections?)\b"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of telling a decision. A search is dear, so first come the words without which it finds nothing."""

    pattern: re.Pattern[str]
    verbs: frozenset[str]
    needs: tuple[str, ...] = ()

    def search(self, sentence: str, words: frozenset[str]) -> re.Match[str] | None:
        """Where the sentence, which holds ``words``, tells a decision in this way."""
        if self.verbs.isdisjoint(words) or (self.needs and not any(need in sentence for need in self.needs)):
            return None
        return self.pattern.search(sentence)


def _words(alternatives: str) -> frozenset[str]:
    return frozenset(alternatives.split("|"))


_REFUSING = "not (?:carried|supported|approved|agreed|accepted|adopted|seconded)"
_NOT = re.compile(
    r"\b(?:[Mm]otion|[Aa]mendment|[Pp]roposals?|[Rr]ecommendations?|[Aa]pplication|[Ss]uggestion|[Rr]equest|[Ii]t)\b"
    rf"[^.;]{{0,60}}?\b(?:was|were) (?P<verb>{_REFUSING})\b(?! (?:by the|with))"
)
_WITHDREW = re.compile(
    r"\b(?P<verb>withdrew)\b (?:his |her |their |the |this )?(?:\w+ )?(?:[Mm]otion|[Aa]mendment|proposal)\b"
)
_WEAK = (
    _Way(_IMPERSONAL, _words(_FORMAL), ("t was", "t is", "t has been", "t WAS")),
    _Way(_COLLECTIVE, _words(_DECIDING)),
    _Way(_ALL, _words("agreed|favour|favor|approved"), ("ll ",)),
    _Way(_FIRST, _words("agreed|resolved|approved|decided|noted"), ("we ", "We ", "WE ")),
    _Way(
        _MOTION,
        _words("carried|passed|lost|defeated|failed|withdrawn|fell"),
        ("otion", "mendment", "MOTION", "AMENDMENT"),
    ),
    _Way(_VOTED, _words("carried|passed|lost|defeated|failed"), ("put to ",)),
    _Way(
        _MINUTES,
        _words(
            "agreed|approved|accepted|adopted|ratified|noted|deferred|rejected|refused|carried|lost|defeated|passed|"
            "confirmed|referred"
        ),
        ("were ", "was ", "are ", "be ", "being "),
    ),
    _Way(_AS_CORRECT, _words("moved|taken|accepted|confirmed|signed|passed|approved|agreed"), (" as ",)),
    _Way(_PASSIVE, _words("agreed|approved|adopted|ratified|deferred"), ("was ", "were ")),
    _Way(_MOVED, _words("agreed|resolved|approved|carried")),
    _Way(_HEADED, _words("DECISION|Decision|RESOLUTION|Resolution")),
    _Way(_NOT, _words("carried|supported|approved|agreed|accepted|adopted|seconded"), (" not ",)),
    _Way(_WITHDREW, _words("withdrew")),
    _Way(_OBJECTION, _words("objection|objections"), (" no ",)),
)
_STRONGLY = _words(_CAPITALS.replace("NO OBJECTIONS?", "OBJECTION|OBJECTIONS"))
_OPENLY = _words(
    "Agreed|Noted|Resolved|Approved|Carried|Deferred|Rejected|Refused|Recommended|Adopted|Accepted|Lost|Defeated|"
    "agreed|noted|resolved"
)
_TELLING = _STRONGLY.union(_OPENLY, *(way.verbs for way in _WEAK))
_WORD = re.compile("[A-Za-z]+")


def may_decide(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` holds any deciding word: a cheap look before its sentences are told apart."""
    return not _TELLING.isdisjoint(_WORD.findall(text, start, end))


def find_decision(text: str, start: int, end: int, opening: bool) -> Decision | None:
    """The first deciding word of the sentence ``text[start:end]``; ``opening`` says that the sentence begins a line."""
    words = _TELLING.intersection(_WORD.findall(text, start, end))
    if not words:
        return None
    sentence = text[start:end]
    strong = None if _STRONGLY.isdisjoint(words) else _STRONG.search(sentence)
    if strong and not _heading(sentence, strong):
        return Decision(strong.group("verb"), start + strong.start("verb"), start + strong.end("verb"), True)
    first = _OPENING.match(sentence) if opening or len(sentence) < 60 else None
    told: set[int] = set()
    for match in chain([first], (way.search(sentence, words) for way in _WEAK)):
        if match is None or match.start("verb") in told:
            continue
        if match.re is _OBJECTION or not _told(sentence, match):
            return Decision(match.group("verb"), start + match.start("verb"), start + match.end("verb"), False)
        told.add(match.start("verb"))
    return None


def _heading(sentence: str, match: re.Match[str]) -> bool:
    """Whether the capitals belong to a heading ("MATTERS AGREED LAST TIME") rather than to a decision."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", sentence) if word != match.group("verb")]
    return (
        len(words) > 2
        and all(word.isupper() for word in words)
        and not re.match(r"\s*(?:IT WAS|RESOLVED|AGREED|MOTION|AMENDMENT|CARRIED)", sentence)
    )


def _told(sentence: str, match: re.Match[str]) -> bool:
    """Whether the sentence tells of a decision taken elsewhere ("as had been agreed", "agreed at the last meeting")."""
    before = sentence[: match.start()] if match.re is _IMPERSONAL else sentence[: match.start("verb")]
    after = sentence[match.end("verb") : match.end("verb") + 60]
    if _BEFORE.search(before[-24:]):
        return True
    if match.re in (_MINUTES, _PASSIVE) and re.search(
        r"\b(?:would|could|should|may|might|can|will|to) (?:be )?$", before[-16:]
    ):
        return True
    return bool(re.match(r",? (?:at|in|during) (?:the|its|our|their) (?:last|previous|earlier|\w+ meeting)", after))


_DEFERRED = re.compile(
    r"\b(?:be |is |was |were |to |been |and )?(?:deferr?(?:ed|al)?|adjourned|postponed|held over|carried (?:forward|"
    r"over)|left on the table|"
    r"lie on the table|laid on the table|continued to (?:the|a|its) (?:next|later|future))\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:(?:be not|not be) (?:established|approved|adopted|pursued|supported|progressed|agreed|accepted|made|taken)|"
    r"(?:be|is|was|were) (?:refused|rejected|not (?:approved|agreed|accepted|adopted|supported|granted))|"
    r"to (?:refuse|reject)|"
    r"(?:not|agreed not) to (?:approve|accept|support|adopt|grant|proceed|agree)|refuses|rejects)\b",
    re.IGNORECASE,
)
_REFERRED = re.compile(
    r"\b(?:(?:be|is|was|were) (?:referred|remitted|delegated) (?:back )?to|to refer|refers? the|be referred back|"
    r"be remitted)\b",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    r"\b(?:(?:be|is|was|were) recommended to\b|to recommend\b|recommends? to (?:the )?[A-Z]|"
    r"recommend(?:ed)? (?:to )?(?:the )?"
    r"(?:full |county |city |town )*(?:council|cabinet|executive|board|government|minister)|recommend (?:that|the)\b)",
    re.IGNORECASE,
)
_NOTING = re.compile(
    r"\b(?:be|is|was|were|are|and|that it be)\s+(?:received and |duly )?noted\b|\bto (?:receive and )?note\b|"
    r"^\W*(?:that )?(?:the \w+ )?notes?\b|\bbe received\b",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"\bbe (?:approved|agreed|endorsed|adopted|accepted|authori[sz]ed|established|commenced|prepared|commissioned|"
    r"supported|granted|given|invited|"
    r"requested|asked|instructed|amended|appointed|paid|sent|confirmed|launched|made|presented|reported)\b|"
    r"\bto (?:approve|agree|endorse|adopt|accept|authori[sz]e|pay|appoint|"
    r"grant|support|instruct|write)\b",
    re.IGNORECASE,
)
_BY_VERB: dict[str, Effect] = {
    "noted": "noted", "acknowledged": "noted", "deferred": "deferred", "referred": "referred",
    "recommended": "recommended",
    "refused": "rejected", "rejected": "rejected", "lost": "rejected", "defeated": "rejected", "failed": "rejected",
    "fell": "rejected", "dismissed": "rejected", "declined": "rejected", "withdrawn": "withdrawn",
    "withdrew": "withdrawn",
}  # fmt: skip


def effect_of(verb: str, clause: str) -> Effect:
    """What a decision comes to: the verb decides where it is plain, else the words of the clause."""
    plain = "rejected" if verb.startswith("not ") else _BY_VERB.get(verb.lower())
    if plain:
        return plain
    low = clause.lower()
    for effect, pattern, needs in _EFFECTS:
        match = pattern.search(clause) if any(need in low for need in needs) else None
        if match and not (effect == "noted" and _acts_too(clause, match)):
            return effect
    return "decided"


def _acts_too(clause: str, noting: re.Match[str]) -> bool:
    """Whether a clause that notes something also decides something of its own ("be noted and it be agreed that")."""
    if noting.start() < len("that it be noted") and re.match(r"\W*(?:that )?it be noted", clause, re.IGNORECASE):
        return False
    rest = clause[: noting.start()] + clause[noting.end() :]
    return bool(re.search(r"\b(?:and|but|,)\b[^.;]*", rest)) and bool(_ACTING.search(_main(clause, noting)))


def _main(clause: str, noting: re.Match[str]) -> str:
    """What follows the noting in the same clause, without a relative clause or brackets."""
    return re.sub(
        r"\([^)]*\)|\b(?:which|that (?:was|were|had|would)|including|for)\b.*",
        " ",
        clause[noting.end() :],
        flags=re.DOTALL,
    )


_EFFECTS: tuple[tuple[Effect, re.Pattern[str], tuple[str, ...]], ...] = (
    ("deferred", _DEFERRED, ("defer", "adjourn", "postpone", "held over", "carried ", "on the table", "continued")),
    ("rejected", _REJECTED, ("not ", "refuse", "reject")),
    ("referred", _REFERRED, ("refer", "remit", "delegated")),
    ("recommended", _RECOMMENDED, ("recommend",)),
    ("noted", _NOTING, ("note", "received")),
)
"""What tells of each effect, with the parts of words without which it is not told."""
