"""What can go wrong when a model is asked, in words for the person who asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Trouble = Literal["down", "slow", "cut", "malformed", "refused", "busy", "key", "context", "error"]

_SAID: Mapping[Trouble, str] = {
    "down": "could not be reached",
    "slow": "took too long",
    "cut": "broke off",
    "malformed": "did not keep to the form asked for",
    "refused": "declined to write",
    "busy": "is asked too much just now",
    "key": "did not accept the key",
    "context": "cannot take in minutes as long as these",
    "error": "failed",
}


class ModelFailed(Exception):
    """A model that gave no answer. It never reaches the user as an error: the quoting writer answers."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble

    def said(self, name: str) -> str:
        """One sentence for the answer's notes."""
        return f"The language model ({name}) {_SAID[self.trouble]}, so the minutes are quoted."


def trouble_of(error: Exception) -> Trouble:
    """Which trouble an error is. Its words are not passed on: a server may repeat a key or a prompt in them."""
    status = getattr(error, "status_code", None)
    said = f"{type(error).__name__} {error}".lower()
    if status == 429:
        return "busy"
    if status in (401, 403):
        return "key"
    if status == 413 or "context" in said and any(word in said for word in ("length", "window", "exceed", "size")):
        return "context"
    if "timeout" in said or "timed out" in said:
        return "slow"
    if status is not None and status > 0:
        return "error"
    if any(word in said for word in ("incomplete", "peer closed", "disconnected", "readerror", "remoteprotocol")):
        return "cut"
    if "connect" in said:
        return "down"
    return "error"
