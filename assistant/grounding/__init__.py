"""The check that a minute bears a statement out: every number, date, name, outcome and denial in it.

:class:`Grounding` is what writers use; :func:`cited_minute` makes what a statement is held against.
"""

from __future__ import annotations

from assistant.grounding.check import Grounding
from assistant.grounding.reading import CitedMinute, cited_minute
from assistant.grounding.reasons import Code, Verdict

__all__ = ["CitedMinute", "Code", "Grounding", "Verdict", "cited_minute"]
