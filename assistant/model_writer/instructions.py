"""Text that speaks to a program rather than of the meeting, and so is kept from any model.

Minutes, titles and questions are data, yet a model may obey what stands in them. What is marked off, told in the rules
and held to a schema lowers the odds; what is not sent cannot be obeyed. A paragraph that reads like an instruction to a
program is therefore neither sent nor accepted as bearing anything out. It stays in the index: the quoting writer, which
obeys nothing, may quote it.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.sentences import lay_out

_TO = r"(?:instructions?|rules?|prompts?|guidelines?|directions?|orders?|polic(?:y|ies)|safeguards?|restrictions?)"
_SAY = (
    r"(?:answer|reply|respond|output|print|say|write|state|claim|report|return|reveal|repeat|display|tell"
    r"|mention|insert"
    r"|add|append|include|conclude|assert|quote|cite)"
)
_READER = (
    r"(?:(?:large )?language models?|chat ?bots?|chat ?gpt|llms?|gpt(?:-?\d\S*)?|claude|gemini|llama"
    r"|virtual assistants?"
    r"|(?:ai|digital|automated|automatic|minutes|machine|writing) (?:assistants?|agents?|systems?|models?"
    r"|readers?|tools?"
    r"|summari[sz]ers?|writers?)|artificial intelligences?)"
)
_SPOKEN_TO = re.compile(
    "|".join(
        (
            # what was said before is to be set aside
            rf"\b(?:ignore|disregard|forget|override|overrule|bypass|skip"
            rf"|drop)\b[^.\n]{{0,40}}\b(?:previous|above|prior|"
            rf"earlier|preceding|other|all|any|your|these|the)\b[^.\n]{{0,30}}\b(?:{_TO}|minutes|context"
            rf"|text|question|"
            r"evidence|sources?|everything|messages?|conversation)\b",
            r"\b(?:ignore|disregard|forget|override)\s+(?:everything|all that|what(?:ever)? (?:was|you were|is)"
            r"|(?:all (?:of )?|everything )?(?:the )?(?:above|foregoing|preceding|previous)(?=[.!,:;]|\s+and\b|\s*$))",
            rf"\b(?:new|updated|revised|real|actual|secret|hidden|further|following|special|important)\s+{_TO}\s*"
            r"(?::|for you|to (?:the )?(?:model|assistant|ai))",
            rf"\b(?:your|system|developer|initial|original|hidden)\s+(?:system )?(?:{_TO}|message)\b",
            # the reader is named as a program
            rf"\b{_READER}\b[^.\n]{{0,60}}\b(?:must|should|shall|will|please|is to|are to|now|always|never|reading"
            rf"|summari[sz]\w+|{_SAY})\b",
            rf"\b(?:note|notice|message|attention|memo|dear|hey|hello|instructions?"
            rf"|warning)\b[^.\n]{{0,12}}\b(?:to |for "
            rf"|all |any |the ){{0,3}}(?:ai|a\.i\.|llms?|assistants?|{_READER})\b",
            rf"\byou\s+(?:must|should|shall|will|are to|need to|have to|can|may)\s+(?:now |only |always "
            rf"|never |not |also )?"
            rf"{_SAY}\b",
            r"\b(?:in|to|of|at the end of|with) (?:every|each|all|your) (?:(?:of )?your )?(?:answers?|repl(?:y|ies)"
            r"|responses?|outputs?|summar(?:y|ies))\b",
            r"(?:^|[.!?:;\n\"'(“]\s*|\b(?:please|and|then|instead|now)\s+)(?:say|claim|answer|reply"
            r"|respond|pretend|conclude"
            r"|assert|output|print|tell (?:them|everyone|people|the user|him|her|me)) that\b",
            r"\byou(?:'re| are)\s+(?:now|no longer|a|an|in|going to)\b[^.\n]{0,60}\b(?:assistant|model|bot"
            r"|ai|dan|mode|"
            r"unrestricted|pirate|jailbroken|free|bound|act)\b",
            r"\bas an? (?:ai|assistant|language model|chat ?bot)\b|\b(?:act|behave|pretend"
            r"|role-?play)\s+(?:as|like|to be)\b"
            r"[^.\n]{0,30}\b(?:you|if|an? \w+)\b|\bpretend (?:that|the|to)\b",
            r"\b(?:developer|debug|god|admin|jailbreak|dan|maintenance|sudo|unrestricted) mode\b"
            r"|\bjailbreak\b|\bprompt\b"
            r"[^.\n]{0,20}\binjection\b|\bend of (?:the )?(?:minutes|question|evidence|context|prompt|document)\b",
            # what an answer is to hold or to look like
            rf"(?:^|[.!?:;\n\"'(“]\s*|\b(?:please|must|always|instead|now|then|only|just|simply|to|and"
            rf"|also)\s+){_SAY}\s+"
            r"(?:only|exactly|instead|nothing|verbatim|in (?:all )?(?:capitals|upper|rhyme|french|german"
            r"|spanish|base64|"
            r"json|html|markdown|pirate)|with (?:only|the (?:word|words|text|following|phrase|single|exact|string)|"
            r"[\"'“‘]|yes\b|no\b|a (?:poem|joke|link))|the (?:word|words|phrase|following|string|text above|prompt|"
            r"system)|that every\b|to (?:every|any|all) (?:question|query)|(?:to )?(?:the|any) (?:user"
            r"|reader|question)\b)",
            r"\b(?:when|if|whenever|should)\b[^.\n]{0,30}\b(?:asked|i ask|we ask|they ask|questioned"
            r"|queried|a user|the user"
            r"|users|anyone asks|"
            r"summari[sz]ing|answering)\b[^.\n]{0,60}\b(?:answer|reply|respond|say|state|tell|output|write|add|cite|"
            r"include|mention|decline|refuse)\b",
            r"\b(?:correct|right|only|proper|true|final) (?:answer|response|reply)\b[^.\n]{0,50}\b(?:is"
            r"|must|should|to)\b",
            r"\b(?:do not|don't|never|no need to)\s+(?:cite|mention|reveal|quote|answer|tell (?:the )?user"
            r"|use (?:the )?"
            r"(?:minutes|citations?|markers?|schema|json))\b|\b(?:without|omit|drop|leave out|invent"
            r"|fake)\s+(?:any |all |"
            r"the |a )?(?:citations?|markers?)\b|\bcite (?:minute |only |always )?\[?\d+\]? (?:for|instead"
            r"|only|always)\b",
            r"\b(?:word[- ]for[- ]word|verbatim)\b[^.\n]{0,20}\b(?:above|prompt)\b|\b(?:text|words|everything) above\b"
            r"|\babove (?:text )?(?:word for word|verbatim)\b|</?(?:script|img|iframe|style)\b|javascript:"
            r"|\bonerror\s*=",
            # the marks that models' messages are made of
            r"<\|[^|>\n]{1,30}\|>|\[/?(?:INST|SYS)\]|<</?SYS>>|</?(?:system|assistant|user|instructions?"
            r"|minutes?|prompt)\b"
            r"[^>\n]{0,20}>|^\s*#{2,}\s*(?:system|instructions?|assistant|user|human|response)\b|"
            r"(?:^|\n|[.!?]\s)\s*(?:system|assistant|developer|ai)\s*:",
            r"\"?(?:answered|sentences|markers|tool_calls?|function_call)\"?\s*:\s*(?:\[|\{|true|false)",
            r"\b(?:call|use|run|execute|invoke) (?:the )?(?:tool|function|command|shell|code|api)\b",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)
_HIDDEN = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_SPELLED = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"})


def plain(text: str) -> str:
    """``text`` without characters that nobody sees, letters of other widths as the usual ones."""
    return _HIDDEN.sub("", unicodedata.normalize("NFKC", text))


def speaks_to_programs(text: str) -> bool:
    """Does ``text`` read like an instruction to a program, letters spaced or swapped for figures counted too?"""
    seen = plain(text)
    if _SPOKEN_TO.search(seen) or _hides(text):
        return True
    closed = re.sub(r"\b(?:\w[ .\-_*]){3,}\w\b", lambda m: re.sub(r"[ .\-_*]", "", m[0]), seen)
    turned = re.sub(r"\b(?=\w*[a-z])\w*[0-9@$]\w*\b", lambda m: m[0].translate(_SPELLED), seen, flags=re.IGNORECASE)
    return any(one != seen and _SPOKEN_TO.search(one) is not None for one in (closed, turned))


def _hides(text: str) -> bool:
    """Are whole words written in characters that nobody sees?"""
    return len(re.findall(r"[\U000e0000-\U000e007f]", text)) > 3


def spoken_blocks(text: str) -> tuple[tuple[int, int], ...]:
    """``start, end`` of each paragraph or list item of ``text`` that reads like an instruction to a program."""
    return tuple((one.start, one.end) for one in lay_out(text).blocks if speaks_to_programs(text[one.start : one.end]))


def without_instructions(text: str) -> str:
    """``text`` with those paragraphs taken out."""
    kept, at = [], 0
    for start, end in spoken_blocks(text):
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])
