-- What somebody has begun at a matter of a case that was filed already: review points marked, a decision or a
-- supplement half typed. Kept until the matter is decided. Marks lay open among the settings until now.
CREATE TABLE unfinished (
    case_id TEXT NOT NULL,
    operator TEXT NOT NULL,
    matter TEXT NOT NULL,
    kind TEXT NOT NULL,
    body BLOB NOT NULL, -- sealed
    PRIMARY KEY (case_id, operator, matter, kind),
    FOREIGN KEY (case_id, operator) REFERENCES case_key (case_id, operator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

DELETE FROM setting WHERE key LIKE 'review/%';
