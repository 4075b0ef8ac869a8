"""Whether quotes bear out that somebody outside spoke, decided or gave: to be mentioned in them is not to have spoken.

"What did Irish Rail reply?" is not answered by "the Director would write to Irish Rail", "did we get the grant?" not by
"the application was authorised", and what another council decided not by what this one did.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from assistant.coverage import Term
from assistant.terms import PLAIN_WORDS, STOP_WORDS, stems_in, words_of

Act = Literal["says", "decides"]

_DECIDES = r"decide[ds]?|resolve[ds]?|vote[ds]?|rule[ds]?|conclude[ds]?"
_SAYS = (
    r"report(?:ed)?(?! (?:say|said|show|tell|told|conclude|find|found|recommend|suggest|contain|cover)\w*)"
    r"|writ(?:e|ten)|wrote|ask(?:ed)?|say|said|reply|replied|respond(?:ed)?|answer(?:ed)?|advise[ds]?|tell|told"
)
_ASKED = re.compile(
    r"\bwhat (?:did|has|had|have|does|do) (?:the |our |its |their |this |that )*"
    r"(?P<who>[\w'’&.-]+(?: [\w'’&.-]+){0,5}?)"
    rf" (?:actually |formally |itself |themselves |finally )?(?:(?P<decides>{_DECIDES})|(?P<says>{_SAYS}))\b"
    r"|\bwhat (?:advice|answer|reply|response) did (?:the |our |its |their )*"
    r"(?P<giver>[\w'’&.-]+(?: [\w'’&.-]+){0,3}?)"
    r" (?:give|send|make|come back)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"^(.+?)['’]s?\s")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n")
#: Not somebody in particular: any of those held may be meant.
_MEETINGS = frozenset(
    "agm executive cabinet assembly trustees directors governors officers staff clerk friends".split()
)
#: Who stands behind one of these is spoken to or of.
_SPOKEN_TO = frozenset(
    "to with of for at in on about ask asked asking contact contacted contacting invite invited write wrote consult "
    "consulted email emailed approach approached between chase chased remind reminded urge urged thank thanked".split()
)
_FROM = frozenset(("by", "from", "per"))
_DECIDED = re.compile(
    r"(?:agree[ds]?|resolved?|approved?|decided|accepted|declined|refused|rejected|deferred|support(?:s|ed)|object(?:s|ed)|"
    r"oppos(?:es|ed)|voted|elected|appointed|endorsed|adopted|granted|authorised|recommended|concluded|ruled|passed)$"
)
_GOT = re.compile(
    r"(?:^|[-,:;?–] ?|\band )\W*(?:so |but )?(?:did|have|has|had|do) (?:we|they|you|it|the \w+|our \w+)"
    r" (?:ever |actually |finally )?(?:get|got|gotten|win|won|receive[d]?|secure[d]?|land(?:ed)?)\b(?: [\w'’&-]+){0,5}?"
    r" (?:grants?|money|funding|funds?|cash|award|bid|permission|licen[cs]e|repl(?:y|ies)|response|answer|refund"
    r"|donation|sponsorship|contract)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:got|receiv(?:ed|es|ing)|receipt|award(?:ed|s|ing)?|granted|secured?|won|success\w*|unsuccessful\w*"
    r"|obtained|refus(?:ed|al)|reject\w*|turned down|declin\w+|given|gave|gained|paid|arrived|accepted|allocated"
    r"|offered|thank\w*|delivered|landed|(?:had|has|have|was|were) (?:now |since |also )?(?:been )?(?:approved|agreed)"
    r"|no (?:reply|response|answer|news))\b",
    re.IGNORECASE,
)


#: What stands behind somebody who is told to have spoken, written or taken a stand.
_SPOKE = re.compile(
    r"(?:said|say|says|report\w*|advis\w+|explain\w*|inform\w*|confirm\w*|stat(?:ed|es)|suggest\w*|comment\w*"
    r"|respon\w+|repl\w+|answer\w*|told|tell\w*|not(?:ed|es)|thank\w*|express\w*|consider\w*|request\w*|propos\w+"
    r"|agree\w*|indicat\w+|clarif\w+|outlin\w+|present\w*|introduc\w+|updat\w+|highlight\w*|point\w*|emphasi\w+"
    r"|stress\w*|warn\w*|assur\w+|remind\w*|offer\w*|gave|given|writ\w+|wrote|letter|email\w*|mail\w*|statement"
    r"|refus\w+|accept\w*|declin\w+|claim\w*|argu\w+|felt|want\w*|ask\w*|rais\w+|spoke|mention\w*|sent|announc\w+"
    r"|recommend\w*|view|opinion|stance|position|support\w*|object\w*|oppos\w+|insist\w*|maintain\w*|admit\w*"
    r"|apologis\w+|promis\w+|hop(?:ed|es)|believ\w+|acknowledg\w+|intend\w*|plan\w*)$"
)


_THEY = re.compile(
    r"\W*(?:They|He|She|It) (?:had |have |has |then |also )?"
    r"(?:advis|said|repl|respon|report|explain|confirm|stat|suggest|point|felt|answer|agreed to)",
)


def asked_of_whom(asked: str) -> tuple[Act, frozenset[str]] | None:
    """What ``asked`` wants somebody to have done, and the stems of who; None where it is no such question or names
    nobody in particular ("what did we decide")."""
    match = _ASKED.search(asked)
    if match is None:
        return None
    who = match["who"] or match["giver"]
    owner = _OWNS.match(f"{who} ")
    named = words_of(owner[1] if owner else who)
    chief = any(word.word == "chief" for word in named)
    stems = frozenset(
        word.stem
        for word in named
        if (word.word not in STOP_WORDS | PLAIN_WORDS | _MEETINGS or (chief and word.word == "executive"))
        and not word.word[0].isdigit()
    )
    act: Act = "decides" if match["decides"] else "says"
    return (act, stems) if stems else None


_LIKE = 0.5
"""How near a word must be to one asked for to be another word for it."""
_ABOUT = re.compile(
    r"\bwhat (?:did|does|do|has|have|had|was|were) [^?]{2,60}?\b(?:decid\w+|resolv\w+|agree\w*|say|said|think|thought"
    r"|do|done|discuss\w*|conclud\w+) (?:to do )?(?:about|on|regarding|concerning|over) (?P<what>[^?]+)",
    re.IGNORECASE,
)


def unheard_of(asked: str, terms: Iterable[Term]) -> bool:
    """Is it asked what was said or decided on a matter for which no minute has the word, nor one like it?"""
    match = _ABOUT.search(asked)
    what = stems_in(match["what"]) if match else frozenset[str]()
    strange = (one for one in terms if one.unknown and one.stem in what and not one.spelt)
    return any(all(far < _LIKE for stem, far in one.likes.items() if stem != one.stem) for one in strange)


def unstated(asked: str, likes: Mapping[str, Collection[str]], quotes: str) -> bool:
    """Does ``asked`` want what somebody said or decided, or whether something was got, and ``quotes`` show nothing of
    it? ``likes`` are the stems that stand for each stem asked."""
    if _GOT.search(asked) and not _CAME.search(quotes):
        return True
    wanted = asked_of_whom(asked)
    if wanted is None:
        return False
    act, who = wanted
    sentences = _SENTENCE.split(quotes)
    told = [shows_doing(sentence, act, who, likes) for sentence in sentences]
    # "It had been passed to the police. They advised…": who was spoken to speaks in the next sentence.
    if act == "says" and any(
        one is False and _THEY.match(after) for one, after in zip(told, sentences[1:], strict=False)
    ):
        return False
    mentioned = [one for one in told if one is not None]
    return not any(mentioned) if mentioned else act == "decides"


def shows_doing(sentence: str, act: Act, who: Collection[str], likes: Mapping[str, Collection[str]]) -> bool | None:
    """Does the sentence show who doing it? None where it does not mention them."""
    words = words_of(sentence)
    standing = {stem: {stem, *likes.get(stem, ())} for stem in who}
    places = [[at for at, word in enumerate(words) if word.stem in forms] for forms in standing.values()]
    if 2 * sum(bool(one) for one in places) < len(places) or not any(places):
        return None
    first = min(one for own in places for one in own)
    last = max(one for own in places for one in own)
    before = [word.word for word in words[max(0, first - 2) : first]]
    if act == "decides":
        return any(_DECIDED.match(word.word) for word in words[last + 1 : last + 9]) or "by" in before
    if _SPOKEN_TO & set(before):
        return False
    if re.match(r"\s*[-–:]", sentence[words[last].end :]):
        return True
    return not _FROM.isdisjoint(before) or any(_SPOKE.match(word.word) for word in words[first + 1 : last + 9])
