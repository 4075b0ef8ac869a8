"""An answer while it is written: what was borne out, what was not, in the order in which it was written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.model_writer.checking import Checked, Checking, Fault


@dataclass
class Draft:
    """Sentences taken one by one. ``told`` is given those borne out so far, each time that one more is.

    ``heard`` is all that the model has said in its last request.
    """

    checking: Checking
    told: Callable[[Sequence[Checked]], None]
    checked: dict[int, Checked] = field(default_factory=dict)
    faults: dict[int, Fault] = field(default_factory=dict)
    heard: str = ""
    _mended: int = 0

    def take(self, text: str, markers: Sequence[int]) -> None:
        """One more sentence."""
        place = len(self.checked) + len(self.faults)
        found = self.checking.check(text, markers)
        if isinstance(found, Fault):
            self.faults[place] = found
        else:
            self._keep(place, found)

    def mend(self, text: str, markers: Sequence[int]) -> None:
        """A sentence in the place of the next one that failed; behind all others where more come than had failed."""
        places = list(self.faults)
        place = places[self._mended] if self._mended < len(places) else max([*self.checked, *places]) + 1
        self._mended += 1
        found = self.checking.check(text, markers)
        if isinstance(found, Checked):
            self._keep(place, found)

    def in_order(self) -> list[Checked]:
        """What is borne out."""
        return [self.checked[place] for place in sorted(self.checked)]

    def _keep(self, place: int, found: Checked) -> None:
        if all(one.text != found.text for one in self.checked.values()):
            self.checked[place] = found
            self.told(self.in_order())
