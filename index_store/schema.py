"""The catalogue's tables, and how a connection to them is opened.

The catalogue can always be built again from the files, so there are no migrations: a database with another
``SCHEMA_VERSION`` is thrown away and rebuilt. Only ``sources.path`` and ``sources.origin`` are read from an old one.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from index_store.errors import StaleIndex

SCHEMA_VERSION = "3"
CATALOGUE = "catalogue.sqlite"
ADDED = """
CREATE TABLE IF NOT EXISTS emphasis (
    source INTEGER PRIMARY KEY REFERENCES sources ON DELETE CASCADE, spans TEXT NOT NULL);
"""
"""What a catalogue of this version may lack, since it was made before: what files print as headings and in bold."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, origin TEXT NOT NULL, sha TEXT NOT NULL, parser TEXT NOT NULL,
    kind TEXT NOT NULL, skipped INTEGER NOT NULL, text TEXT NOT NULL, page_starts TEXT NOT NULL,
    warnings TEXT NOT NULL, corrections TEXT NOT NULL);
CREATE INDEX sources_sha ON sources (sha);
CREATE INDEX sources_origin ON sources (origin);
CREATE TABLE meetings (
    id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE, ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL, body TEXT, council TEXT, aliases TEXT NOT NULL, date TEXT, venue TEXT, chair TEXT, starts TEXT,
    ends TEXT, draft INTEGER NOT NULL, words INTEGER NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    public TEXT, slug TEXT, name TEXT, held INTEGER NOT NULL DEFAULT 0, version_of INTEGER);
CREATE INDEX meetings_source ON meetings (source);
CREATE INDEX meetings_public ON meetings (public) WHERE held;
CREATE INDEX meetings_slug ON meetings (slug, date) WHERE held;
CREATE INDEX meetings_date ON meetings (date) WHERE held;
CREATE INDEX meetings_version ON meetings (version_of) WHERE version_of IS NOT NULL;
CREATE TABLE bodies (slug TEXT PRIMARY KEY, name TEXT NOT NULL, council TEXT, aliases TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE items (
    id INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE, position INTEGER NOT NULL,
    last TEXT NOT NULL, number TEXT, agenda_item TEXT, title TEXT, text TEXT NOT NULL, runs BLOB NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, heading_start INTEGER, heading_end INTEGER, page INTEGER,
    exempt INTEGER NOT NULL, folded TEXT NOT NULL);
CREATE UNIQUE INDEX items_place ON items (meeting, position);
CREATE INDEX items_last ON items (meeting, last);
CREATE INDEX items_number ON items (number) WHERE number IS NOT NULL;
CREATE TABLE attendees (
    id INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
    item INTEGER REFERENCES items ON DELETE CASCADE, name TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX attendees_meeting ON attendees (meeting);
CREATE INDEX attendees_item ON attendees (item);
CREATE TABLE resolutions (
    id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE, record TEXT NOT NULL);
CREATE INDEX resolutions_item ON resolutions (item);
CREATE TABLE actions (
    id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE, record TEXT NOT NULL);
CREATE INDEX actions_item ON actions (item);
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE, target TEXT NOT NULL,
    record TEXT NOT NULL);
CREATE INDEX mentions_item ON mentions (item);
CREATE INDEX mentions_target ON mentions (target);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
    start INTEGER NOT NULL, end INTEGER NOT NULL);
CREATE INDEX passages_item ON passages (item);
CREATE VIRTUAL TABLE passages_fts USING fts5 (heading, meeting, body, tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER passages_gone AFTER DELETE ON passages BEGIN DELETE FROM passages_fts WHERE rowid = old.id; END;
"""


def connect(path: Path) -> sqlite3.Connection:
    """A connection in autocommit mode; transactions are begun by name. WAL lets readers read while one writes.

    Raises StaleIndex where the file is damaged, no database, or cannot be opened.
    """
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.DatabaseError as error:
        raise StaleIndex(f"{path}: cannot be read ({error}); move it away and add the minutes again") from error
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    return connection


def create(connection: sqlite3.Connection, embedder: str, generation: int = 0) -> None:
    """Make the tables of an empty catalogue, of a ``generation`` that was none before, for vectors of ``embedder``."""
    connection.executescript(f"BEGIN IMMEDIATE; {TABLES}{ADDED}")
    rows = [("schema", SCHEMA_VERSION), ("generation", str(generation)), ("embedder", embedder)]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
    connection.execute("COMMIT")


def complete(connection: sqlite3.Connection) -> None:
    """Make the tables that a catalogue made before them lacks."""
    connection.execute(ADDED)


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """What the catalogue says of itself: schema, generation, embedder. Empty where there are no tables yet."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
        return {}
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def drop(connection: sqlite3.Connection) -> None:
    """Throw all tables away, whatever version they are; the file stays, so that readers notice."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    names = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    virtual = [name for name, sql in names if (sql or "").upper().startswith("CREATE VIRTUAL")]
    for name in virtual:
        connection.execute(f'DROP TABLE "{name}"')
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        connection.execute(f'DROP TABLE "{name}"')
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")
