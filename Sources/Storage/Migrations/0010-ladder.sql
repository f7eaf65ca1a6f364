-- Our own goals and rungs as they were changed: never a term of law, and nothing in force without a second person.

CREATE TABLE ladder_change (
    change_id      TEXT    NOT NULL PRIMARY KEY CHECK (length(change_id) = 32),
    kind           TEXT    NOT NULL CHECK (kind <> ''),
    version        INTEGER NOT NULL CHECK (version >= 1),
    goal_ms        INTEGER CHECK (goal_ms > 0),
    rungs_ms       TEXT    CHECK (rungs_ms <> ''),
    reason         TEXT    NOT NULL CHECK (reason <> ''),
    actor          TEXT    NOT NULL CHECK (actor <> ''),
    changed_at_ms  INTEGER NOT NULL,
    approved_by    TEXT    CHECK (approved_by <> actor),
    approved_at_ms INTEGER,
    UNIQUE (kind, version),
    CHECK (goal_ms IS NULL OR rungs_ms IS NOT NULL),
    CHECK ((approved_by IS NULL) = (approved_at_ms IS NULL))
) STRICT;
