-- What an approver marked at the review points of a matter; until now they lay open among the settings.
CREATE TABLE review_marks (
    case_id TEXT NOT NULL,
    operator TEXT NOT NULL,
    matter TEXT NOT NULL,
    body BLOB NOT NULL, -- sealed
    PRIMARY KEY (case_id, operator, matter),
    FOREIGN KEY (case_id, operator) REFERENCES case_key (case_id, operator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

DELETE FROM setting WHERE key LIKE 'review/%';
