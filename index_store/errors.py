"""Errors named for the situation. The command line catches :class:`MinutesError` and nothing else.

Every message is one line: what went wrong, where, and what to do next.
"""

from __future__ import annotations


class MinutesError(Exception):
    """Base of every error that a user can do something about."""


class UnreadableFile(MinutesError):
    """A file that cannot be turned into text: missing, empty, binary, encrypted, damaged, or its program absent."""


class HomeBusy(MinutesError):
    """Another process is writing to this home."""


class EmbedderMismatch(MinutesError):
    """The index was built with another embedder; vectors of two models cannot be compared."""


class NotFound(MinutesError):
    """A minute, meeting or source that the index does not hold, or that names more than one."""


class BadSetting(MinutesError):
    """A setting, option or environment variable with a value that cannot be used."""


class StaleIndex(MinutesError):
    """The index was built by a version of the program with other tables; it has to be built again."""
