"""A language model as the writer: it words what the quoting writer would be allowed to say, and is not trusted.

:class:`ModelWriter` is what the pipeline uses; :func:`writer_of` makes it from the settings.
"""

from __future__ import annotations

from assistant.model_writer.writer import ModelWriter, Told, writer_of

__all__ = ["ModelWriter", "Told", "writer_of"]
