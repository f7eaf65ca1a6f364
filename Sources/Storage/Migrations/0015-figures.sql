-- Figures as they were published: already suppressed and rounded, never changed, and what open data have spent of a year.

CREATE TABLE figure_release (
    release_id      TEXT    NOT NULL PRIMARY KEY CHECK (length(release_id) = 32),
    period          TEXT    NOT NULL CHECK (period <> ''),
    content         TEXT    NOT NULL CHECK (content <> ''),
    checksum        TEXT    NOT NULL CHECK (length(checksum) = 64),
    made_by         TEXT    NOT NULL CHECK (made_by <> ''),
    made_at_ms      INTEGER NOT NULL,
    approved_by     TEXT    CHECK (approved_by <> made_by),
    approved_at_ms  INTEGER,
    discarded_by    TEXT    CHECK (discarded_by <> ''),
    discarded_at_ms INTEGER,
    CHECK ((approved_by IS NULL) = (approved_at_ms IS NULL)),
    CHECK ((discarded_by IS NULL) = (discarded_at_ms IS NULL)),
    CHECK (approved_by IS NULL OR discarded_by IS NULL)
) STRICT;

-- One release of a period stands.
CREATE UNIQUE INDEX figure_release_standing ON figure_release (period) WHERE discarded_at_ms IS NULL;

CREATE TABLE privacy_spend (
    release_id          TEXT    NOT NULL PRIMARY KEY REFERENCES figure_release (release_id),
    year                INTEGER NOT NULL CHECK (year >= 2000),
    epsilon_thousandths INTEGER NOT NULL CHECK (epsilon_thousandths > 0),
    spent_at_ms         INTEGER NOT NULL
) STRICT;
