-- Links and codes that wait for an acknowledgement, and the short codes of receipts. No secret stands here.

CREATE TABLE acknowledgement_ticket (
    ticket_id     TEXT    NOT NULL PRIMARY KEY CHECK (ticket_id <> ''),
    kind          TEXT    NOT NULL CHECK (kind IN ('link', 'call', 'notice')),
    case_id       TEXT    NOT NULL CHECK (length(case_id) = 32),
    referral_id   TEXT    NOT NULL CHECK (length(referral_id) = 32),
    institution   TEXT    NOT NULL CHECK (institution <> ''),
    issued_by     TEXT    NOT NULL CHECK (issued_by <> ''),
    session       TEXT    NOT NULL,
    code_salt     TEXT,
    code_hash     TEXT    CHECK (length(code_hash) = 64),
    issued_at_ms  INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    tries         INTEGER NOT NULL CHECK (tries >= 0),
    used_at_ms    INTEGER,
    CHECK ((kind = 'link') = (code_hash IS NULL)),
    CHECK ((code_salt IS NULL) = (code_hash IS NULL))
) STRICT;

CREATE INDEX acknowledgement_ticket_by_referral ON acknowledgement_ticket (case_id, referral_id, issued_at_ms);
CREATE INDEX acknowledgement_ticket_by_end ON acknowledgement_ticket (expires_at_ms);

CREATE TABLE receipt_code (
    code    TEXT    NOT NULL CHECK (length(code) = 9),
    case_id TEXT    NOT NULL CHECK (length(case_id) = 32),
    version INTEGER NOT NULL CHECK (version >= 1),
    PRIMARY KEY (code, case_id, version)
) STRICT;
