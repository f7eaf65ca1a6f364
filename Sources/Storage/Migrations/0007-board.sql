-- By what the board is narrowed and counted: children among the people of a case, and how long receivers took to
-- acknowledge. What an implicated body owes is withheld from it. The queue stands by what is owed: a case that owes
-- nothing has a rank of 5 or more.

ALTER TABLE case_row ADD COLUMN queue_rank INTEGER NOT NULL DEFAULT 0 CHECK (queue_rank BETWEEN 0 AND 9);
ALTER TABLE obligation_row ADD COLUMN has_child INTEGER NOT NULL DEFAULT 0 CHECK (has_child IN (0, 1));
ALTER TABLE obligation_row ADD COLUMN is_withheld INTEGER NOT NULL DEFAULT 0 CHECK (is_withheld IN (0, 1));
ALTER TABLE referral_row ADD COLUMN acknowledged_ms INTEGER;
ALTER TABLE referral_row ADD COLUMN waited_ms INTEGER CHECK (waited_ms >= 0);

DROP INDEX case_row_by_queue;
CREATE INDEX case_row_by_queue ON case_row (stands_in, is_open, queue_rank, next_end_ms, opened_ms, case_id);

DROP INDEX obligation_row_by_institution;
CREATE INDEX obligation_row_by_institution
    ON obligation_row (institution, harm, end_ms, case_id, obligation, has_child);
CREATE INDEX obligation_row_of_children ON obligation_row (harm, end_ms, case_id, obligation) WHERE has_child = 1;

-- Holds the time itself, so that the middle is read from the index alone.
CREATE INDEX referral_row_acknowledged ON referral_row (institution, acknowledged_ms, case_id, referral, waited_ms)
    WHERE acknowledged_ms IS NOT NULL;
