package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that was cut resumes where it stood: the reader then gives what it had left, line for line. */
class ResumedReadingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
            "UTF-8, logements.csv, '\n'",
            "UTF-8, logements.csv, '\r\n'",
            "UTF-8, logements.csv.gz, '\n'",
            "ISO-8859-1, logements.csv, '\r\n'",
            "ISO-8859-1, logements.csv.gz, '\n'"
    })
    void dwellingsAreResumedAtEveryRow(String charset, String file, String lineBreak) throws IOException {
        TestExtract extract = dwellings(Charset.forName(charset), file, lineBreak);
        List<ReadPosition> positions = new ArrayList<>(List.of(ReadPosition.START));
        List<Outcome> whole = new ArrayList<>();
        try (SourceReader reader = extract.open(ReadPosition.START)) {
            for (Outcome row = reader.read(); row != null; row = reader.read()) {
                whole.add(row);
                positions.add(reader.position());
            }
        }

        assertThat(whole).hasSize(300);
        for (int given = 0; given <= whole.size(); given += given < 5 ? 1 : 37) {
            try (SourceReader reader = extract.open(positions.get(given))) {
                assertThat(reader.position()).isEqualTo(positions.get(given));
                assertThat(TestExtract.rest(reader)).isEqualTo(whole.subList(given, whole.size()));
            }
        }
    }

    private TestExtract dwellings(Charset charset, String file, String lineBreak) throws IOException {
        Random random = new Random(2022);
        StringBuilder text = new StringBuilder(charset.equals(StandardCharsets.UTF_8) ? "\ufeff" : "");
        text.append("DEPCOM;NOMVOIE;CODE_QP;MODE").append(lineBreak);
        for (int i = 0; i < 300; i++) {
            String street =
                    "ALLÉE Œ".substring(0, charset.equals(StandardCharsets.UTF_8) ? 7 : 5) + random.nextInt(1000);
            if (i % 20 == 7) {
                street = "\"Rue\nde l'Été; bis\"";
            }
            String commune = random.nextInt(20) == 0 ? "2691" : "02691";
            text.append(commune + ";" + street + ";QP00200" + random.nextInt(1, 9) + ";" + random.nextInt(1, 4));
            text.append(i % 50 == 3 ? lineBreak + lineBreak : lineBreak);
        }
        byte[] bytes = text.toString().getBytes(charset);
        return new TestExtract(folder, Layout.RPLS_LOGEMENTS)
                .file(file)
                .charset(charset)
                .column("commune", "DEPCOM")
                .column("qpv", "CODE_QP")
                .column("mode", "MODE")
                .countedIn(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, "2", "3")
                .bytes(file.endsWith(".gz") ? gzip(bytes) : bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void aResumedReaderRemembersTheKeysItHadMet() {
        TestExtract extract = new TestExtract(folder, Layout.BASE_QPV)
                .column("code", "CODGEO")
                .measure("POP", Measures2022.POPULATION)
                .lines("CODGEO;POP", "QP002001;1", "QP002002;2", "QP002001;3");

        ReadPosition afterTwo;
        try (SourceReader reader = extract.open(ReadPosition.START)) {
            reader.read();
            reader.read();
            afterTwo = reader.position();
        }
        try (SourceReader reader = extract.open(afterTwo)) {
            assertThat(TestExtract.told(reader.read())).isEqualTo("! 4 CODGEO cle-en-double QP002001");
            assertThat(reader.read()).isNull();
        }
    }

    @Test
    void aResumedReaderRemembersTheSumsItHadBegun() {
        TestExtract extract = new TestExtract(folder, Layout.LISTE_QPV)
                .column("code", "CODE_QP")
                .feeding(Indicators2022.CITES_EDUCATIVES)
                .lines("CODE_QP", "QP059079", "QP059079");

        try (SourceReader reader = extract.open(new ReadPosition(8, 1, 2))) {
            assertThat(TestExtract.told(reader.read())).isEqualTo("QP059079:cites_educatives=2");
        }
    }
}
