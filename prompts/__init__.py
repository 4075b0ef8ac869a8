"""The prompts, one Markdown file each, and the one way to fill them in.

A file opens with front matter: ``purpose`` (what it is for), ``version`` (raised with every change) and ``variables``
(the names that stand in it as ``{{name}}``).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_VARIABLE = re.compile(r"\{\{(\w+)\}\}")


class BadPrompt(ValueError):
    """A prompt file whose front matter and text do not agree, or that is filled in with other names than it has."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt as it stands in its file."""

    name: str
    purpose: str
    version: int
    variables: frozenset[str]
    text: str


@cache
def prompt(name: str) -> Prompt:
    """The prompt in ``NAME.md``. Raises BadPrompt where the file is not as described above."""
    found = _FRONT.match((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    if found is None:
        raise BadPrompt(f"{name}.md does not open with front matter between two lines of ---")
    front = yaml.safe_load(found[1])
    if not isinstance(front, dict) or set(front) != {"purpose", "version", "variables"}:
        raise BadPrompt(f"{name}.md: the front matter has purpose, version and variables, and nothing else")
    text, named = found[2].strip(), frozenset(front["variables"] or ())
    if named != frozenset(_VARIABLE.findall(text)):
        raise BadPrompt(f"{name}.md: its variables are not those of its text")
    return Prompt(name, str(front["purpose"]), int(front["version"]), named, text)


def render(name: str, /, **values: str) -> str:
    """The prompt with its variables filled in. Raises BadPrompt for one that is missing or not used.

    What a value holds is not looked at again: ``{{question}}`` in a minute stays as it is.
    """
    found = prompt(name)
    if found.variables != values.keys():
        odd = ", ".join(sorted(found.variables ^ values.keys()))
        raise BadPrompt(f"{name}.md is filled in with other variables than it has: {odd}")
    return _VARIABLE.sub(lambda match: values[match[1]], found.text)


def names() -> tuple[str, ...]:
    """The names of all prompts, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.md")))


def fingerprint() -> str:
    """A hash over all prompts: two runs with the same one were asked with the same words."""
    digest = hashlib.sha256()
    for name in names():
        digest.update(f"{name}\0{prompt(name).version}\0{prompt(name).text}\0".encode())
    return digest.hexdigest()[:12]
