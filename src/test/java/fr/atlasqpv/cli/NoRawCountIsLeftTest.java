package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import fr.atlasqpv.batch.TinyEdition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Counts behind withheld rates, of a kind that no file can hold by chance, are looked for in all that a release leaves: books,
 * manifest, report, notices, database with the metadata of the job, logs, and what the commands print.
 */
class NoRawCountIsLeftTest {
    /** Poor persons of QP059001, fewer than 200: withheld. */
    private static final BigDecimal WITHHELD = new BigDecimal("137.48261597");
    /** Of QP059002, its only neighbour, and of the EPCI and the département that the two make up. */
    private static final BigDecimal PARTNER = new BigDecimal("612.73519483");
    private static final BigDecimal TOGETHER = WITHHELD.add(PARTNER);
    private static final BigDecimal OTHER = new BigDecimal("431.25967318");
    private static final List<BigDecimal> COUNTS =
            List.of(WITHHELD, PARTNER, TOGETHER, OTHER, TOGETHER.add(OTHER));

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private TinyEdition edition;

    @BeforeEach
    void addIncomes() throws IOException {
        edition = TinyEdition.in(folder);
        Path job = edition.jobFile();
        Files.writeString(job, Files.readString(job).replace("  - id: zfu\n", """
                  - id: revenus
                    layout: comptages-qpv
                    file: revenus.csv
                    group: Quartiers
                    label: Revenus
                    producer: Essais
                    millesime: "2018"
                    licence: inventé
                    columns: {code: CODGEO, mesure: MESURE, valeur: VALEUR}
                  - id: zfu
                """));
        Files.writeString(edition.input().resolve("revenus.csv"), """
                CODGEO;MESURE;VALEUR
                QP059001;PERSONNES;2100.5
                QP059001;PERSONNES_PAUVRES;%s
                QP059001;MENAGES;900.5
                QP059001;MENAGES_PAUVRES;60.5
                QP059002;PERSONNES;1400.5
                QP059002;PERSONNES_PAUVRES;%s
                QP059002;MENAGES;600.5
                QP059002;MENAGES_PAUVRES;200.5
                QP002001;PERSONNES;1200.5
                QP002001;PERSONNES_PAUVRES;%s
                QP002001;MENAGES;500.5
                QP002001;MENAGES_PAUVRES;180.5
                """.formatted(WITHHELD, PARTNER, OTHER));
    }

    private int atlas(String command, String... more) {
        String[] words = new String[more.length + 6];
        words[0] = command;
        words[1] = edition.jobFile().toString();
        System.arraycopy(more, 0, words, 2, more.length);
        words[more.length + 2] = "--input";
        words[more.length + 3] = edition.input().toString();
        words[more.length + 4] = "--output";
        words[more.length + 5] = edition.output().toString();
        return AtlasCommand.execute(new PrintWriter(said, true), new PrintWriter(said, true), words);
    }

    @Test
    void aReleaseLeavesNoCountBehindAWithheldRateNorOneLinkedToIt() throws IOException {
        assertThat(atlas("run")).as(said.toString()).isEqualTo(ExitCode.DONE);

        assertThat(edition.figures())
                .anyMatch(line -> line.contains(";QP059001;") && line.contains(";taux_pauvrete;;secret;"))
                .anyMatch(line -> line.contains(";QP059002;") && line.contains(";taux_pauvrete;;secret;"))
                .anyMatch(line -> line.startsWith("minuscule;REG;32") && line.contains(";taux_pauvrete;25.1;publie"));
        assertThat(Traces.of(COUNTS, edition.output())).isEmpty();
        assertThat(Traces.in(said.toString(), COUNTS)).isFalse();
    }

    @Test
    void noLogOfARunTellsACount() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        try {
            assertThat(atlas("run")).isEqualTo(ExitCode.DONE);
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }

        String lines = log.list.stream()
                .map(e -> e.getFormattedMessage() + ThrowableProxyUtil.asString(e.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
        assertThat(lines).as("the steps are logged").contains("publish");
        assertThat(Traces.in(lines, COUNTS)).isFalse();
    }

    /** A row given twice, a text where a number belongs: the database quotes what it refuses, the log does not. */
    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO counts VALUES ('137.48261597', 1)",
            "INSERT INTO counts VALUES ('x', '137.48261597z')"})
    void theLogOfARowThatTheDatabaseRefusesLeavesTheRowOut(String statement) throws Exception {
        Path log = folder.resolve("atlas.log");
        String before = System.setProperty("atlas.log", log.toString());
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement sql = connection.createStatement()) {
            new LogFile().configure(context);
            sql.execute("CREATE TABLE counts (amount VARCHAR(20) PRIMARY KEY, size INT)");
            sql.execute("INSERT INTO counts VALUES ('137.48261597', 1)");
            SQLException refused = catchThrowableOfType(SQLException.class, () -> sql.execute(statement));
            String quoted = refused.getMessage().replaceAll("; SQL statement:[\\s\\S]*", "");
            assertThat(quoted).contains(WITHHELD.toPlainString());
            context.getLogger("essai").error("refused: " + quoted, new IllegalStateException(quoted));
        } finally {
            context.stop();
            if (before == null) {
                System.clearProperty("atlas.log");
            } else {
                System.setProperty("atlas.log", before);
            }
        }

        assertThat(log).content().contains("refused: ", "IllegalStateException", "\tat ", "(…)")
                .doesNotContain(WITHHELD.toPlainString());
    }

    /** Fewer inhabitants in all than in the QPV alone: the release is stopped once everything is computed. */
    private void haveTheReleaseStopped() throws IOException {
        edition.change("populations.csv", s -> s.replace("02001;POPULATION;5000", "02001;POPULATION;50"))
                .change("populations.csv", s -> s.replace("02002;POPULATION;3000", "02002;POPULATION;30"));
    }

    @Test
    void aRunWhoseReleaseIsStoppedLeavesNoCountEither() throws IOException {
        haveTheReleaseStopped();

        assertThat(atlas("run")).isEqualTo(ExitCode.BLOCKED);

        assertThat(Traces.of(COUNTS, edition.output())).isEmpty();
        assertThat(Traces.in(said.toString(), COUNTS)).isFalse();
        assertThat(edition.output().resolve(".work/rapports/minuscule/rapport.html")).exists();
        assertThat(edition.output().resolve(".work/books/minuscule/new")).doesNotExist();
        assertThat(atlas("run")).as("again, from the first row: %s", said).isEqualTo(ExitCode.BLOCKED);
        assertThat(Traces.of(COUNTS, edition.output())).isEmpty();
    }

    @Test
    void aRunWhoseInputsAreRefusedLeavesNoCountEither() throws IOException {
        String sound = Files.readString(edition.input().resolve("zfu.csv"));
        edition.append("zfu.csv", "QP099999");

        assertThat(atlas("run")).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(Traces.of(COUNTS, edition.output())).isEmpty();
        said.getBuffer().setLength(0);
        assertThat(atlas("run")).as("again: %s", said).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(said.toString()).contains("qpv-inconnu");

        edition.change("zfu.csv", spoilt -> sound);
        assertThat(atlas("run")).isEqualTo(ExitCode.DONE);
    }

    /** The control: with {@code --keep} a refused run still has its counts, and they are seen where they are. */
    @Test
    void theSearchSeesTheCountsThatARunHoldsWhileItIsNotReleased() throws IOException {
        haveTheReleaseStopped();

        assertThat(atlas("run", "--keep")).isEqualTo(ExitCode.BLOCKED);

        assertThat(Traces.of(COUNTS, edition.output()))
                .contains(".work/atlas.mv.db holds " + WITHHELD, ".work/atlas.mv.db holds " + TOGETHER)
                .allMatch(trace -> trace.startsWith(".work/atlas.mv.db "));

        // Corrected and run again: what the stopped run had left goes with the release
        edition.change("populations.csv", s -> s.replace("02001;POPULATION;50\n", "02001;POPULATION;5000\n"))
                .change("populations.csv", s -> s.replace("02002;POPULATION;30\n", "02002;POPULATION;3000\n"));
        assertThat(atlas("run")).isEqualTo(ExitCode.DONE);
        assertThat(Traces.of(COUNTS, edition.output())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"QP059001 QPV", "QP059002 QPV", "200000002 EPCI", "59 DEP", "QP002001 QPV", "32 REG"})
    void explainPrintsNoCountThatALinkTiesToAWithheldCell(String cell) {
        String[] words = cell.split(" ");

        assertThat(atlas("explain", words[0], "taux_pauvrete", "--perimetre", "QPV", "--niveau", words[1]))
                .as(said.toString())
                .isEqualTo(ExitCode.DONE);

        assertThat(said.toString()).contains("effectifs\u00a0: non communiqués");
        assertThat(Traces.in(said.toString(), COUNTS)).isFalse();
    }
}
