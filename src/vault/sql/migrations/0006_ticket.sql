-- What lets an operator work at this desk with no gateway to ask (wire::Ticket), with the key it is checked by.
CREATE TABLE ticket (
    operator TEXT PRIMARY KEY REFERENCES operator (name),
    body BLOB NOT NULL -- sealed
) STRICT, WITHOUT ROWID;
