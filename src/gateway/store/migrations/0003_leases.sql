-- Who works on a case just now: for the hall (department ''), and for each department that has a part in it. A row
-- stays when its time is over, so that the number goes on growing.
CREATE TABLE leases (
    case_id    TEXT NOT NULL REFERENCES cases(id),
    department TEXT NOT NULL,
    fence      INTEGER NOT NULL,             -- one more whenever it goes to another
    operator   TEXT NOT NULL REFERENCES operators(name),
    device     TEXT NOT NULL,
    window     TEXT NOT NULL,                -- as the desk says
    since      TEXT NOT NULL,
    until      TEXT NOT NULL,
    PRIMARY KEY (case_id, department)
) STRICT, WITHOUT ROWID;
