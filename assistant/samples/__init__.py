"""Fictional minutes to try the assistant on, served while a user has indexed none of their own.

Every body, place, person, amount and decision in ``minutes/`` is invented. Five bodies of the made-up county of Marl
meet between 2019 and 2025, each with a layout of its own; matters run from meeting to meeting and from body to body.
"""

from pathlib import Path

SAMPLES: Path = Path(__file__).resolve().parent / "minutes"
