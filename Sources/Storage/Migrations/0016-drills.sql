-- How drills went, in a practice house only: a code, answers and a score, never a name.

CREATE TABLE drill_result (
    drill_id         TEXT    NOT NULL PRIMARY KEY CHECK (length(drill_id) = 32),
    kind             TEXT    NOT NULL CHECK (kind IN ('scene', 'course')),
    subject          TEXT    NOT NULL CHECK (subject <> ''),
    shift            TEXT    NOT NULL CHECK (length(shift) BETWEEN 2 AND 11),
    edition          TEXT    NOT NULL CHECK (edition <> ''),
    claimed_start_ms INTEGER,
    ended_ms         INTEGER NOT NULL,
    trail            TEXT    NOT NULL,
    offered          TEXT    NOT NULL,
    present          TEXT    NOT NULL,
    marked           TEXT    NOT NULL,
    choices          TEXT    NOT NULL,
    score            INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
    is_passed        INTEGER NOT NULL CHECK (is_passed IN (0, 1))
) STRICT;

CREATE INDEX drill_result_by_shift ON drill_result (shift, ended_ms, drill_id);
CREATE INDEX drill_result_by_time ON drill_result (ended_ms, drill_id);
