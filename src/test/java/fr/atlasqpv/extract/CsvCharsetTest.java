package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.atlasqpv.edition.Layout;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file in UTF-8 that is declared in ISO-8859-1 is seen by its first 65,536 bytes, which may cut a letter in two. */
class CsvCharsetTest {
    private static final int SAMPLE = 1 << 16;
    private static final String HEADER = "CODGEO;LIBGEO\n";

    @TempDir
    Path folder;

    private TestExtract declaredInLatin1(byte[] bytes) {
        return new TestExtract(folder, Layout.BASE_QPV).column("code", "CODGEO").column("label", "LIBGEO")
                .charset(StandardCharsets.ISO_8859_1).bytes(bytes);
    }

    /** So many bytes of plain rows, then one whose label begins with the letter, in the bytes of UTF-8. */
    private static byte[] withLetterAt(int place, String letter) {
        StringBuilder text = new StringBuilder(HEADER + "QP000000;Île\n");
        for (int i = 1; text.length() + 1 < place - 40; i++) {
            text.append(String.format(Locale.ROOT, "QP%06d;Quartier\n", i));
        }
        int plain = text.toString().getBytes(StandardCharsets.UTF_8).length;
        text.append("QP900000;").append("a".repeat(place - plain - 9)).append(letter).append("lot\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("QP900001;fin\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}, {1} bytes before the end of the sample")
    @CsvSource({"é, 2", "é, 1", "é, 0", "’, 3", "’, 2", "’, 1", "𝄞, 4", "𝄞, 3", "𝄞, 2", "𝄞, 1", "é, 100"})
    void utf8IsSeenWhateverLetterTheSampleCutsInTwo(String letter, int before) {
        UnreadableSourceException thrown = catchThrowableOfType(
                UnreadableSourceException.class, declaredInLatin1(withLetterAt(SAMPLE - before, letter))::read);

        assertThat(thrown).isNotNull();
        assertThat(thrown.notices()).singleElement().satisfies(n -> {
            assertThat(n.code()).isEqualTo("charset");
            assertThat(n.message()).contains("Le fichier est en UTF-8");
        });
    }

    @ParameterizedTest(name = "a file that ends with {0}")
    @CsvSource({"Orl\u00e9", "Orl\u00e9\u00e8", "Orl\u00e9\u00e8\u00ea", "\u00e9a", "plain"})
    void latin1IsNotTakenForUtf8HoweverItEnds(String label) {
        List<String> told =
                declaredInLatin1((HEADER + "QP000001;" + label).getBytes(StandardCharsets.ISO_8859_1)).told();

        assertThat(told).containsExactly("QpvFact[code=QP000001, label=" + label + ", communes=]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'', 0 fichier-sans-donnee", "'\u00ff\u00fe', 1 charset", "'\u00fe\u00ff', 1 charset",
            "'\u00ef\u00bb\u00bf', 1 charset", "'\u00ff', 1 colonne-absente"})
    void aFileOfAByteOrderMarkAloneIsToldByIt(String bytes, String told) {
        UnreadableSourceException thrown = catchThrowableOfType(
                UnreadableSourceException.class, declaredInLatin1(bytes.getBytes(StandardCharsets.ISO_8859_1))::read);

        assertThat(thrown.notices().getFirst().line() + " " + thrown.notices().getFirst().code()).isEqualTo(told);
    }
}
