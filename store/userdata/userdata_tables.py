"""The tables of the user data, made step by step."""

from typing import Final

_STARS = """
    CREATE TABLE star (
        id INTEGER PRIMARY KEY,
        permalink TEXT NOT NULL UNIQUE,
        starred_at TEXT NOT NULL
    ) STRICT
"""
_HISTORY = """
    CREATE TABLE asked_query (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE,
        asked_at TEXT NOT NULL
    ) STRICT
"""
_SAVED = """
    CREATE TABLE saved_query (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        looks INTEGER NOT NULL DEFAULT 0,
        seen_at TEXT,
        seen_total INTEGER NOT NULL DEFAULT 0,
        seen_whole INTEGER NOT NULL DEFAULT 1
    ) STRICT
"""
_SEEN_ANSWERS = """
    CREATE TABLE seen_answer (
        saved_query_id INTEGER NOT NULL REFERENCES saved_query ON DELETE CASCADE,
        permalink TEXT NOT NULL,
        look INTEGER NOT NULL,
        PRIMARY KEY (saved_query_id, permalink)
    ) STRICT, WITHOUT ROWID
"""
_NOTES = """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        permalink TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        written_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
    ) STRICT
"""
_SEEN_MEETINGS = """
    CREATE TABLE seen_meeting (
        permalink TEXT NOT NULL PRIMARY KEY,
        seen_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
"""
_BASKET = """
    CREATE TABLE basket (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL,
        style TEXT NOT NULL,
        permalink TEXT NOT NULL,
        document TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        store TEXT NOT NULL,
        added_at TEXT NOT NULL
    ) STRICT
"""
_LAST_PLACES = """
    CREATE TABLE last_place (
        store TEXT NOT NULL PRIMARY KEY,
        remembered TEXT NOT NULL,
        kept_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
"""
_CORRECTIONS = """
    CREATE TABLE correction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL,
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        words TEXT NOT NULL,
        value TEXT,
        number TEXT,
        starts TEXT NOT NULL,
        corrected_at TEXT NOT NULL
    ) STRICT
"""
_CORRECTED_DOCUMENTS = "CREATE INDEX idx_correction_document ON correction (document)"
_THREAD_MARKS = """
    CREATE TABLE thread_mark (
        name TEXT NOT NULL PRIMARY KEY,
        state TEXT NOT NULL,
        told_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
"""

STEPS: Final[tuple[tuple[str, ...], ...]] = (
    (_STARS, _HISTORY, _SAVED, _SEEN_ANSWERS),
    (_NOTES, _SEEN_MEETINGS, _BASKET, _LAST_PLACES),
    (_CORRECTIONS, _CORRECTED_DOCUMENTS),
    (_THREAD_MARKS,),
)
"""The statements of every step, oldest first; `user_version` counts the steps that a file has had.

A step that was released is never changed: a new one follows it.
"""
