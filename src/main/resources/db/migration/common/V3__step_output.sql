-- History of the runs: kept after a release. Fingerprints, rows and files only, never a figure of the extracts.
-- The key of a run is the job instance of Spring Batch: a resumed run keeps it, a changed input gets a new one.
CREATE TABLE IF NOT EXISTS run (
    id BIGINT PRIMARY KEY,
    edition VARCHAR(100) NOT NULL,
    identity CHAR(64) NOT NULL,
    job_file VARCHAR(4000) NOT NULL,
    input_folder VARCHAR(4000) NOT NULL,
    books_folder VARCHAR(4000) NOT NULL,
    regions VARCHAR(1000) NOT NULL,
    program VARCHAR(200) NOT NULL,
    started_at TIMESTAMP(3) NOT NULL,
    ended_at TIMESTAMP(3),
    outcome VARCHAR(20) NOT NULL
);

CREATE TABLE IF NOT EXISTS run_input (
    run BIGINT NOT NULL,
    source VARCHAR(100) NOT NULL,
    path VARCHAR(4000) NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    PRIMARY KEY (run, source)
);

-- Spring Batch counts the rows.
ALTER TABLE run_input DROP COLUMN IF EXISTS rows_read;
ALTER TABLE run_input DROP COLUMN IF EXISTS rows_kept;
ALTER TABLE run_input DROP COLUMN IF EXISTS rows_rejected;
ALTER TABLE run_input DROP COLUMN IF EXISTS rows_out_of_scope;

CREATE TABLE IF NOT EXISTS run_book (
    run BIGINT NOT NULL,
    path VARCHAR(1000) NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    PRIMARY KEY (run, path)
);

CREATE TABLE IF NOT EXISTS run_notices (
    run BIGINT NOT NULL,
    code VARCHAR(100) NOT NULL,
    severity VARCHAR(10) NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (run, code, severity)
);

-- Working tables: emptied at the release, and the file compacted.
-- Dwellings are counted, never stored one by one: these sums are committed with the position of the reader.
CREATE TABLE IF NOT EXISTS counter (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL,
    qpv VARCHAR(20) NOT NULL, measure VARCHAR(40) NOT NULL, total BIGINT NOT NULL, line BIGINT NOT NULL,
    PRIMARY KEY (run, source, qpv, measure)
);

-- What the steps hand on to one another: records of a kind, many to a row. A new kind needs no migration.
CREATE TABLE step_output (
    run BIGINT NOT NULL,
    step VARCHAR(100) NOT NULL,
    kind VARCHAR(100) NOT NULL,
    part INTEGER NOT NULL,
    payload BYTEA NOT NULL,
    PRIMARY KEY (run, kind, step, part)
);

-- One table for each kind of record stood here once, in stores that V2 made.
DROP TABLE IF EXISTS notice;
DROP TABLE IF EXISTS fact_commune;
DROP TABLE IF EXISTS fact_departement;
DROP TABLE IF EXISTS fact_region;
DROP TABLE IF EXISTS fact_epci;
DROP TABLE IF EXISTS fact_epci_membership;
DROP TABLE IF EXISTS fact_epci_seat;
DROP TABLE IF EXISTS fact_qpv;
DROP TABLE IF EXISTS fact_qpv_commune;
DROP TABLE IF EXISTS fact_measure;
DROP TABLE IF EXISTS fact_rate;
DROP TABLE IF EXISTS fact_missing;
DROP TABLE IF EXISTS fact_brevet;
DROP TABLE IF EXISTS fact_college;
DROP TABLE IF EXISTS fact_priority_education;
DROP TABLE IF EXISTS fact_programme;
DROP TABLE IF EXISTS fact_contour;
DROP TABLE IF EXISTS fact_centre;
DROP TABLE IF EXISTS fact_reference;
DROP TABLE IF EXISTS attached_region;
DROP TABLE IF EXISTS attached_departement;
DROP TABLE IF EXISTS attached_epci;
DROP TABLE IF EXISTS attached_commune;
DROP TABLE IF EXISTS attached_qpv;
DROP TABLE IF EXISTS attachment_decision;
DROP TABLE IF EXISTS near_college;
DROP TABLE IF EXISTS raw_cell;
DROP TABLE IF EXISTS raw_total;
DROP TABLE IF EXISTS published_cell;
DROP TABLE IF EXISTS edition_check;
