-- An operation may be received (the gateway has it) before it is durable (its second copy has it too). The list of states
-- is part of the table, which therefore is made anew.
CREATE TABLE outbox_next (
    sequence INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL,
    operator TEXT NOT NULL,
    kind TEXT NOT NULL,
    content BLOB NOT NULL, -- sealed
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'received', 'durable', 'taken-back')),
    enqueued_at TEXT NOT NULL,
    tried_at TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    problem_key TEXT NOT NULL DEFAULT '',
    problem BLOB, -- sealed
    receipt TEXT NOT NULL DEFAULT '', -- JSON, as signed; once durable by a later word of the gateway, that is in it ("statement")
    durable_at TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (case_id, operator) REFERENCES case_key (case_id, operator)
) STRICT;

INSERT INTO outbox_next (sequence, operation_id, case_id, operator, kind, content, state, enqueued_at, tried_at, tries,
    problem_key, problem, receipt, durable_at)
    SELECT sequence, operation_id, case_id, operator, kind, content, state, enqueued_at, tried_at, tries,
    problem_key, problem, receipt, durable_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;
CREATE INDEX outbox_case ON outbox (case_id, sequence);
CREATE INDEX outbox_state ON outbox (state, sequence);
