-- By which the cases of a person are found (PersonIndex); empty where nobody's number is known.
CREATE TABLE case_person (
    case_id TEXT NOT NULL,
    operator TEXT NOT NULL,
    blind_index BLOB NOT NULL,
    PRIMARY KEY (case_id, operator),
    FOREIGN KEY (case_id, operator) REFERENCES case_key (case_id, operator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX case_person_index ON case_person (operator, blind_index);
