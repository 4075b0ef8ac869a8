"""The signs that a sentence answers, and how much each tells."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from operator import attrgetter, mul


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a sentence, each 0 to 1: as :mod:`assistant.evidence` sees them. The same fields weigh them."""

    whole: float
    direct: float
    block: float
    pairs: float
    cosine: float
    minute: float
    dated: float
    wanted: float
    wanted_near: float
    wanted_block: float
    focus: float
    outcome: float
    deciding: float
    titled: float
    routine: float
    roll: float
    stub: float
    introducing: float


#: How much each sign tells: judged by hand, then moved half way to what a pairwise logistic regression over the
#: development halves of five question sets gives (sentences that hold a fact against those of all minutes found).
WEIGHTS = Signs(
    whole=1.0,
    direct=0.5,
    block=0.3,
    pairs=0.15,
    cosine=1.0,
    minute=1.3,
    dated=0.35,
    wanted=0.3,
    wanted_near=0.57,
    wanted_block=0.4,
    focus=0.4,
    outcome=0.25,
    deciding=0.55,
    titled=0.5,
    routine=-0.1,
    roll=-1.2,
    stub=0.0,
    introducing=-0.4,
)
SIGNS = tuple(field.name for field in fields(Signs))
_values = attrgetter(*SIGNS)


def weighed(signs: Signs, weights: Signs) -> float:
    """The weighted sum of the signs."""
    return math.fsum(map(mul, _values(signs), _values(weights)))
