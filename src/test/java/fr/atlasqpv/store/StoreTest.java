package fr.atlasqpv.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the store promises to the steps, in either database. */
class StoreTest {
    private static final long RUN = 7;
    private static final Measure PERSONS = new Measure("personnes", "personnes", "personnes", true);
    private static final Measure DWELLINGS = new Measure("logements", "logements", "logements", false);
    private static final Indicator RATE = new Indicator(
            "part", new Form.Ratio(PERSONS, DWELLINGS, BigDecimal.ONE), 1, Set.of(Level.QPV), Set.of(Perimeter.QPV));
    private static final Catalogue CATALOGUE = new Catalogue(List.of(PERSONS, DWELLINGS), List.of(RATE), PERSONS);
    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    static List<StoreSettings> databases() {
        return List.of(
                StoreSettings.memory(),
                new StoreSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
    }

    private static StepOutput output(Store store) {
        new WorkingTables(store.dataSource()).empty(RUN);
        return new StepOutput(store.dataSource(), CATALOGUE);
    }

    private static Facts facts(Store store) {
        return new Facts(output(store), new Counters(store.dataSource(), CATALOGUE));
    }

    private static <F extends Fact> Located<Fact> at(long line, F fact) {
        return new Located<>("source", line, fact);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void factsComeBackAsTheyWentInWithTheirLines(StoreSettings database) {
        List<Located<Fact>> stated = List.of(
                at(2, new Fact.MeasureFact(
                        Fact.Kind.QPV, "QP059001", PERSONS, new BigDecimal("137.4826159700"))),
                at(3, new Fact.RateFact(
                        Fact.Kind.COMMUNE, "59001", RATE,
                        new BigDecimal("1E+3"))),
                at(4, new Fact.MissingFact(Fact.Kind.QPV, "QP059001", null, null, Fact.MissingMark.SECRET)),
                at(5, new Fact.EstablishmentFact("0590001A", "COLLEGE", "PUBLIC", "59001", null, 7_000_000.125)));
        try (Store store = Store.open(database)) {
            Facts facts = facts(store);
            facts.add(RUN, "source", stated);

            assertThat(facts.all(RUN, Fact.MeasureFact.class)).map(l -> (Object) l).containsExactly(stated.get(0));
            assertThat(facts.all(RUN, Fact.RateFact.class)).map(l -> (Object) l).containsExactly(stated.get(1));
            assertThat(facts.all(RUN, Fact.MissingFact.class)).map(l -> (Object) l).containsExactly(stated.get(2));
            assertThat(facts.all(RUN, Fact.EstablishmentFact.class)).map(l -> (Object) l)
                    .containsExactly(stated.get(3));
            assertThat(facts.all(RUN, Fact.CentreFact.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aContourKeepsItsCoordinatesToTheLastBit(StoreSettings database) {
        var ring = new GeometryFactory().createPolygon(new Coordinate[] {
                new Coordinate(0.1, 0.2), new Coordinate(1 / 3.0, 0), new Coordinate(0, Math.PI),
                new Coordinate(0.1, 0.2)
        });
        try (Store store = Store.open(database)) {
            Facts facts = facts(store);
            facts.add(RUN, "source", List.of(at(1, new Fact.ContourFact(Fact.Kind.QPV, "QP059001", ring))));

            assertThat(facts.all(RUN, Fact.ContourFact.class).getFirst().fact().geometry().equalsExact(ring)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void manyRecordsAreCutIntoBlocksAndKeepTheirOrder(StoreSettings database) {
        List<Located<Fact>> stated = IntStream.range(0, 40_000)
                .mapToObj(i -> at(i, new Fact.CommuneFact("c" + i, "Commune " + i, "59", "32")))
                .toList();
        try (Store store = Store.open(database)) {
            Facts facts = facts(store);
            facts.add(RUN, "source", stated.subList(0, 30_000));
            facts.add(RUN, "source", stated.subList(30_000, 40_000));

            assertThat(facts.all(RUN, Fact.CommuneFact.class)).map(l -> (Object) l).isEqualTo(stated);
            assertThat(new WorkingTables(store.dataSource()).rows()).isBetween(4L, 40L);
            assertThat(new JdbcTemplate(store.dataSource())
                    .queryForObject("SELECT MAX(OCTET_LENGTH(payload)) FROM step_output", Integer.class))
                    .isLessThan(300_000);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void dwellingsCountedInSeveralTransactionsAddUp(StoreSettings database) {
        try (Store store = Store.open(database)) {
            Facts facts = facts(store);
            Counters counters = new Counters(store.dataSource(), CATALOGUE);
            var key = new Counters.Key("QP059001", DWELLINGS);
            counters.add(RUN, "source", Map.of(key, new Counters.Count(40, 2)));
            counters.add(RUN, "source", Map.of(key, new Counters.Count(2, 90)));

            assertThat(facts.counters(RUN)).containsExactly(
                    new Located<>(
                            "source", 2,
                            new Fact.MeasureFact(
                                    Fact.Kind.QPV, "QP059001", DWELLINGS, new BigDecimal("42"))));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsDoneAgainSaysNothingTwice(StoreSettings database) {
        Notice notice = new Notice("a.csv", 3, "x", "nombre-illisible", Severity.ERROR, "m".repeat(3_000), "12a");
        try (Store store = Store.open(database)) {
            Notices notices = new Notices(output(store));
            notices.add(RUN, "source", List.of(notice));
            notices.replace(RUN, "attach", List.of(notice));
            notices.replace(RUN, "attach", List.of(notice));

            assertThat(notices.all(RUN)).hasSize(2).allMatch(n -> n.message().length() == 2_000);
            assertThat(notices.count(RUN, "attach")).isOne();
            assertThat(notices.faulty(RUN)).containsExactlyInAnyOrder("source", "attach");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theWorkingTablesOfARunAreEmptiedAndThoseOfAnotherLeft(StoreSettings database) {
        try (Store store = Store.open(database)) {
            Facts facts = facts(store);
            WorkingTables tables = new WorkingTables(store.dataSource());
            List<Located<Fact>> stated = List.of(at(1, new Fact.CentreFact("59001", 1, 2)));
            facts.add(RUN, "source", stated);
            facts.add(RUN + 1, "source", stated);

            tables.empty(RUN);
            assertThat(facts.all(RUN, Fact.CentreFact.class)).isEmpty();
            assertThat(facts.all(RUN + 1, Fact.CentreFact.class)).hasSize(1);
            tables.empty(RUN + 1);
            assertThat(tables.rows()).isZero();
        }
    }

    /** The store of a run of an earlier program, with a table for each kind of record. */
    @Test
    void aStoreOfTheFormerTablesOpensAndKeepsItsHistory() throws IOException {
        StoreSettings settings = StoreSettings.file(Files.createDirectories(folder.resolve("work")));
        try (Store store = Store.open(settings)) {
            JdbcTemplate jdbc = new JdbcTemplate(store.dataSource());
            jdbc.execute("DROP TABLE step_output, contribution");
            jdbc.update("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '4'");
            jdbc.execute("CREATE TABLE fact_region (run BIGINT, code VARCHAR(20))");
            jdbc.execute("ALTER TABLE run_input ADD COLUMN rows_read BIGINT DEFAULT 0 NOT NULL");
            jdbc.update(
                    "UPDATE \"flyway_schema_history\" SET \"version\" = '2', \"checksum\" = 1 WHERE \"version\" = '3'");
            jdbc.update("INSERT INTO run VALUES (1, '2022', 'x', '', '', '', '', '', NOW(), NOW(), 'RELEASED')");
        }
        try (Store store = Store.open(settings)) {
            assertThat(new RunHistory(store.dataSource()).all()).extracting(RunRecord::edition).containsExactly("2022");
            assertThat(new JdbcTemplate(store.dataSource()).queryForList(
                    "SELECT table_name FROM information_schema.tables WHERE table_name = 'FACT_REGION'")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatRespondentsContributeAddsUpAndGoesWithTheRun(StoreSettings database) {
        var one = new Counters.Contribution(Fact.Kind.QPV, "QP059001", DWELLINGS, "a1");
        var other = new Counters.Contribution(Fact.Kind.COMMUNE, "59001", DWELLINGS, "");
        try (Store store = Store.open(database)) {
            WorkingTables working = new WorkingTables(store.dataSource());
            working.empty(RUN);
            Counters counters = new Counters(store.dataSource(), CATALOGUE);
            counters.contribute(RUN, "source", Map.of(one, 3L));
            counters.contribute(RUN, "source", Map.of(one, 4L, other, 1L));
            counters.contribute(RUN + 1, "source", Map.of(one, 5L));
            Map<Counters.Contribution, Long> kept = new HashMap<>();

            counters.contributions(RUN, kept::put);

            assertThat(kept).containsOnly(Map.entry(one, 7L), Map.entry(other, 1L));
            assertThat(working.holds(RUN)).isTrue();
            working.empty(RUN);
            assertThat(working.holds(RUN)).isFalse();
            working.empty(RUN + 1);
        }
    }
}
