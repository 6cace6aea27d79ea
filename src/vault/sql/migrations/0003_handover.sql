-- How a draft was handed to another desk by a file: when, by whom, which file. Null while it is here.
ALTER TABLE draft ADD COLUMN handed_over BLOB; -- sealed
