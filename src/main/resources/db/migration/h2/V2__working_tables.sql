-- History of the runs: kept after a release. Fingerprints, rows and files only, never a figure of the extracts.
-- The key of a run is the job instance of Spring Batch: a resumed run keeps it, a changed input gets a new one.
CREATE TABLE run (
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

CREATE TABLE run_input (
    run BIGINT NOT NULL,
    source VARCHAR(100) NOT NULL,
    path VARCHAR(4000) NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    rows_read BIGINT NOT NULL,
    rows_kept BIGINT NOT NULL,
    rows_rejected BIGINT NOT NULL,
    rows_out_of_scope BIGINT NOT NULL,
    PRIMARY KEY (run, source)
);

CREATE TABLE run_book (
    run BIGINT NOT NULL,
    path VARCHAR(1000) NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    PRIMARY KEY (run, path)
);

CREATE TABLE run_notices (
    run BIGINT NOT NULL,
    code VARCHAR(100) NOT NULL,
    severity VARCHAR(10) NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (run, code, severity)
);

-- Working tables: emptied at the release, and the file compacted. No primary keys on the big ones: they are loaded in bulk,
-- read whole, and the uniqueness of join keys is a rule that answers with a file and a line, not a constraint.
CREATE TABLE notice (
    run BIGINT NOT NULL,
    step VARCHAR(100) NOT NULL,
    rank BIGINT NOT NULL,
    file VARCHAR(4000) NOT NULL,
    line BIGINT NOT NULL,
    field VARCHAR(1000) NOT NULL,
    code VARCHAR(100) NOT NULL,
    severity VARCHAR(10) NOT NULL,
    message VARCHAR(10000) NOT NULL,
    found VARCHAR(10000) NOT NULL
);

CREATE TABLE fact_commune (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL, label VARCHAR(1000) NOT NULL, departement VARCHAR(20), region VARCHAR(20)
);
CREATE TABLE fact_departement (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL, label VARCHAR(1000) NOT NULL, region VARCHAR(20), chef_lieu VARCHAR(20)
);
CREATE TABLE fact_region (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL, label VARCHAR(1000) NOT NULL, chef_lieu VARCHAR(20)
);
CREATE TABLE fact_epci (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL, label VARCHAR(1000) NOT NULL, nature VARCHAR(20)
);
CREATE TABLE fact_epci_membership (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    commune VARCHAR(20) NOT NULL, epci VARCHAR(20) NOT NULL
);
CREATE TABLE fact_epci_seat (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    epci VARCHAR(20) NOT NULL, commune VARCHAR(20) NOT NULL
);
CREATE TABLE fact_qpv (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    code VARCHAR(20) NOT NULL, label VARCHAR(1000), communes VARCHAR(10000)
);
CREATE TABLE fact_qpv_commune (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    qpv VARCHAR(20) NOT NULL, commune VARCHAR(20) NOT NULL, inhabitants DECFLOAT(40)
);
CREATE TABLE fact_measure (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL, code VARCHAR(20) NOT NULL, measure VARCHAR(40) NOT NULL, amount DECFLOAT(40) NOT NULL
);
CREATE TABLE fact_rate (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL, code VARCHAR(20) NOT NULL, indicator VARCHAR(40) NOT NULL, rate DECFLOAT(40) NOT NULL
);
CREATE TABLE fact_missing (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL, code VARCHAR(20) NOT NULL, measure VARCHAR(40), indicator VARCHAR(40), mark VARCHAR(20) NOT NULL
);
CREATE TABLE fact_brevet (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    uai VARCHAR(20) NOT NULL, school_year INTEGER NOT NULL, college BOOLEAN NOT NULL, open BOOLEAN NOT NULL,
    commune VARCHAR(20), sat DECFLOAT(40), passed DECFLOAT(40)
);
CREATE TABLE fact_college (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    uai VARCHAR(20) NOT NULL, open BOOLEAN NOT NULL, commune VARCHAR(20), x DOUBLE PRECISION, y DOUBLE PRECISION
);
CREATE TABLE fact_priority_education (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    uai VARCHAR(20) NOT NULL, label VARCHAR(100) NOT NULL
);
CREATE TABLE fact_programme (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    qpv VARCHAR(20) NOT NULL, indicator VARCHAR(40) NOT NULL, amount DECFLOAT(40), code VARCHAR(1000)
);
CREATE TABLE fact_contour (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL, code VARCHAR(20) NOT NULL, wkb BLOB NOT NULL
);
CREATE TABLE fact_centre (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    commune VARCHAR(20) NOT NULL, x DOUBLE PRECISION NOT NULL, y DOUBLE PRECISION NOT NULL
);
CREATE TABLE fact_reference (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL, line BIGINT NOT NULL,
    niveau VARCHAR(20) NOT NULL, code VARCHAR(20) NOT NULL, perimetre VARCHAR(20) NOT NULL, indicateur VARCHAR(60) NOT NULL,
    amount DECFLOAT(40)
);

-- Dwellings are counted, never stored one by one: these sums are committed with the position of the reader.
CREATE TABLE counter (
    run BIGINT NOT NULL, source VARCHAR(100) NOT NULL,
    qpv VARCHAR(20) NOT NULL, measure VARCHAR(40) NOT NULL, total BIGINT NOT NULL, line BIGINT NOT NULL,
    PRIMARY KEY (run, source, qpv, measure)
);

-- The one attachment table.
CREATE TABLE attached_region (
    run BIGINT NOT NULL, code VARCHAR(20) NOT NULL, label VARCHAR(1000) NOT NULL, chef_lieu VARCHAR(20)
);
CREATE TABLE attached_departement (
    run BIGINT NOT NULL, code VARCHAR(20) NOT NULL, label VARCHAR(1000) NOT NULL, region VARCHAR(20), chef_lieu VARCHAR(20)
);
CREATE TABLE attached_epci (
    run BIGINT NOT NULL, code VARCHAR(40) NOT NULL, siren VARCHAR(20) NOT NULL, label VARCHAR(1000) NOT NULL,
    departement VARCHAR(20) NOT NULL, region VARCHAR(20) NOT NULL, part BOOLEAN NOT NULL
);
CREATE TABLE attached_commune (
    run BIGINT NOT NULL, code VARCHAR(20) NOT NULL, label VARCHAR(1000) NOT NULL, departement VARCHAR(20),
    region VARCHAR(20), epci VARCHAR(40)
);
CREATE TABLE attached_qpv (
    run BIGINT NOT NULL, code VARCHAR(20) NOT NULL, label VARCHAR(1000), epci VARCHAR(40) NOT NULL,
    departement VARCHAR(20) NOT NULL, region VARCHAR(20) NOT NULL, communes VARCHAR(10000) NOT NULL
);
CREATE TABLE attachment_decision (
    run BIGINT NOT NULL, rank INTEGER NOT NULL, rule VARCHAR(60) NOT NULL, subject VARCHAR(40) NOT NULL,
    message VARCHAR(10000) NOT NULL
);

-- Public collèges near each QPV; a QPV that has a contour and no collège has one row without collège.
CREATE TABLE near_college (
    run BIGINT NOT NULL, qpv VARCHAR(20) NOT NULL, uai VARCHAR(20)
);

-- Figures before secrecy: never leave the computation.
CREATE TABLE raw_cell (
    run BIGINT NOT NULL, niveau VARCHAR(10) NOT NULL, code VARCHAR(40) NOT NULL, perimetre VARCHAR(10) NOT NULL,
    indicator VARCHAR(40) NOT NULL, numerator VARCHAR(400), denominator VARCHAR(400), category VARCHAR(1000),
    availability VARCHAR(30) NOT NULL, estimated BOOLEAN NOT NULL
);
CREATE TABLE raw_total (
    run BIGINT NOT NULL, niveau VARCHAR(10) NOT NULL, code VARCHAR(40) NOT NULL, perimetre VARCHAR(10) NOT NULL,
    measure VARCHAR(40) NOT NULL, total VARCHAR(400) NOT NULL
);

-- Figures once secrecy has spoken: what the books print.
CREATE TABLE published_cell (
    run BIGINT NOT NULL, niveau VARCHAR(10) NOT NULL, code VARCHAR(40) NOT NULL, perimetre VARCHAR(10) NOT NULL,
    indicator VARCHAR(40) NOT NULL, amount VARCHAR(400), category VARCHAR(1000), status VARCHAR(20) NOT NULL,
    estimated BOOLEAN NOT NULL, millesime VARCHAR(1000), source VARCHAR(4000)
);
CREATE TABLE edition_check (
    run BIGINT NOT NULL, rank INTEGER NOT NULL, id VARCHAR(200) NOT NULL, label VARCHAR(4000) NOT NULL,
    passed BOOLEAN NOT NULL, detail VARCHAR(100000) NOT NULL
);
