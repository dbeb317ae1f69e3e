package fr.atlasqpv.store;

import fr.atlasqpv.indicator.Catalogue;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SequenceWriter;

/**
 * What the steps of a run hand on to one another: records of any kind, many to a row of the table. Calls take part in the
 * transaction of the caller when there is one.
 */
public final class StepOutput {
    /** A row is closed once it holds so many bytes; a contour may make it longer. */
    private static final int BLOCK_BYTES = 1 << 18;
    private static final int FETCH = 20;

    private final JdbcTemplate jdbc;
    private final ObjectMapper mapper;

    /**
     * @param dataSource the store
     * @param catalogue indicators and measures of the edition, kept by their id
     */
    public StepOutput(DataSource dataSource, Catalogue catalogue) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCH);
        this.mapper = RecordFormat.mapper(catalogue);
    }

    /** Keeps records of a kind, instead of those that the step had handed on. */
    public <T> void replace(long run, String step, Class<T> kind, Collection<T> records) {
        forget(run, step, kind);
        add(run, step, kind, records);
    }

    /** Adds records of a kind to those of a step. */
    public <T> void add(long run, String step, Class<T> kind, Collection<T> records) {
        add(run, step, kind, type(kind), records);
    }

    <T> void add(long run, String step, Class<?> kind, JavaType type, Collection<T> records) {
        Iterator<T> rest = records.iterator();
        while (rest.hasNext()) {
            jdbc.update(
                    "INSERT INTO step_output (run, step, kind, part, payload) SELECT ?, ?, ?, COALESCE(MAX(part), 0) + 1, ? "
                            + "FROM step_output WHERE run = ? AND step = ? AND kind = ?",
                    run, step, kind.getSimpleName(), block(type, rest), run, step, kind.getSimpleName());
        }
    }

    private <T> byte[] block(JavaType type, Iterator<T> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SequenceWriter writer = mapper.writerFor(type).writeValues(bytes)) {
            while (records.hasNext() && bytes.size() < BLOCK_BYTES) {
                writer.write(records.next());
            }
        }
        return Sealed.seal(bytes.toByteArray());
    }

    /** All records of a kind, those of each step in their order. */
    public <T> List<T> all(long run, Class<T> kind) {
        List<T> records = new ArrayList<>();
        each(run, kind, records::add);
        return records;
    }

    /** All records of a kind that one step handed on, in their order. */
    public <T> List<T> of(long run, String step, Class<T> kind) {
        List<T> records = new ArrayList<>();
        jdbc.query(
                "SELECT payload FROM step_output WHERE run = ? AND kind = ? AND step = ? ORDER BY part",
                row -> {
                    this.<T>read(row.getBytes(1), type(kind), records::add);
                },
                run, kind.getSimpleName(), step);
        return records;
    }

    /** Gives all records of a kind without holding them, those of each step in their order. */
    public <T> void each(long run, Class<T> kind, Consumer<T> consumer) {
        each(run, kind, type(kind), consumer);
    }

    <T> void each(long run, Class<?> kind, JavaType type, Consumer<T> consumer) {
        jdbc.query(
                "SELECT payload FROM step_output WHERE run = ? AND kind = ? ORDER BY step, part",
                row -> {
                    read(row.getBytes(1), type, consumer);
                },
                run, kind.getSimpleName());
    }

    private <T> void read(byte[] payload, JavaType type, Consumer<T> consumer) {
        try (MappingIterator<T> records = mapper.readerFor(type).readValues(Sealed.open(payload))) {
            records.forEachRemaining(consumer);
        }
    }

    /** Forgets the records of a kind that a step handed on. */
    public void forget(long run, String step, Class<?> kind) {
        jdbc.update(
                "DELETE FROM step_output WHERE run = ? AND step = ? AND kind = ?", run, step, kind.getSimpleName());
    }

    JavaType type(Class<?> kind, Class<?>... of) {
        return of.length == 0 ? mapper.constructType(kind) : mapper.getTypeFactory().constructParametricType(kind, of);
    }
}
