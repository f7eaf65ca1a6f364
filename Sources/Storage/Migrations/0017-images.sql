-- Images of cases: a kind, hours and sizes in the clear, the picture and its note sealed with the key of a person.

CREATE TABLE sealed_image (
    image_id    TEXT    NOT NULL PRIMARY KEY CHECK (length(image_id) = 32),
    case_id     TEXT    NOT NULL CHECK (length(case_id) = 32),
    person      TEXT    NOT NULL CHECK (length(person) = 32),
    compartment TEXT    NOT NULL CHECK (compartment IN ('identity', 'matter', 'care')),
    kind        TEXT    NOT NULL CHECK (kind <> ''),
    unit        TEXT    NOT NULL CHECK (unit <> ''),
    actor       TEXT    NOT NULL CHECK (actor <> ''),
    attached_ms INTEGER NOT NULL,
    size        INTEGER NOT NULL CHECK (size BETWEEN 1 AND 1000000),
    digest      TEXT    NOT NULL CHECK (length(digest) = 64),
    sealed      BLOB    NOT NULL,
    note        BLOB
) STRICT;

CREATE INDEX sealed_image_by_case ON sealed_image (case_id, attached_ms, image_id);
CREATE INDEX sealed_image_by_person ON sealed_image (person);
