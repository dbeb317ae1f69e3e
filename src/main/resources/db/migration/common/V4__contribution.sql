-- Working table: emptied at the release. What each respondent contributes to a count, under a keyed hash, never his name;
-- empty for those whom a row does not name.
CREATE TABLE contribution (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL,
    kind VARCHAR(20) NOT NULL, code VARCHAR(20) NOT NULL, measure VARCHAR(40) NOT NULL, respondent VARCHAR(32) NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (run, source, kind, code, measure, respondent)
);
