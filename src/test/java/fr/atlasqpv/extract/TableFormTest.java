package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every table has in common, whatever its layout: packing, charset, header, lines. */
class TableFormTest {
    private static final String HEADER = "CODGEO;LIBGEO;POP_MUN";
    private static final String EUROPE = "QP002001;Europe;6\u202f034";
    private static final String ISLE = "QP002002;Faubourg d'Isle;2\u202f427";
    private static final List<String> BOTH = List.of(
            "QP002001:POPULATION=6034 QpvFact[code=QP002001, label=Europe, communes=]",
            "QP002002:POPULATION=2427 QpvFact[code=QP002002, label=Faubourg d'Isle, communes=]");

    @TempDir
    Path folder;

    private TestExtract base() {
        return new TestExtract(folder, Layout.BASE_QPV)
                .column("code", "CODGEO")
                .column("label", "LIBGEO")
                .measure("POP_MUN", Measures2022.POPULATION);
    }

    private static Notice onlyNotice(TestExtract extract) {
        UnreadableSourceException thrown = catchThrowableOfType(UnreadableSourceException.class, extract::read);
        assertThat(thrown).as("the file is unreadable").isNotNull();
        assertThat(thrown.notices()).hasSize(1);
        return thrown.notices().getFirst();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsPlainLines() {
        assertThat(base().lines(HEADER, EUROPE, ISLE).told()).isEqualTo(BOTH);
    }

    @Test
    void skipsAByteOrderMarkReturnsAndEmptyColumnsOfASpreadsheet() {
        String empty = ";".repeat(300);
        byte[] bytes = utf8("\ufeff" + HEADER + empty + "\r\n" + EUROPE + empty + "\r\n" + ISLE + empty + "\r\n");

        assertThat(base().bytes(bytes).told()).isEqualTo(BOTH);
    }

    @Test
    void acceptsALastLineWithoutItsLineBreak() {
        assertThat(base().bytes(utf8(HEADER + "\n" + EUROPE + "\n" + ISLE)).told()).isEqualTo(BOTH);
    }

    @Test
    void skipsBlankLinesAndKeepsCountingThem() {
        List<Outcome> rows = base().lines(HEADER, "", EUROPE, ";;", ISLE, "", "").read();

        assertThat(rows).extracting(r -> ((Outcome.Usable) r).line()).containsExactly(3L, 5L);
    }

    @Test
    void doesNotMindTheOrderOfTheColumnsNorOtherOnes() {
        assertThat(base()
                .lines("A;POP_MUN;CODGEO;B;LIBGEO", "1;6034;QP002001;x;Europe", "2;2427;QP002002;;Faubourg d'Isle")
                .told())
                .isEqualTo(BOTH);
    }

    @Test
    void findsAColumnWhoseNameHasSpacesThatTheEyeDoesNotSee() {
        assertThat(base().lines("CODGEO;LIBGEO\u00a0;POP_MUN ", EUROPE, ISLE).told()).isEqualTo(BOTH);
    }

    @Test
    void findsTheHeaderUnderTitleLines() {
        assertThat(base().lines("Population des quartiers", "Mise en ligne;2021", HEADER, EUROPE, ISLE).told())
                .isEqualTo(BOTH);
    }

    @Test
    void readsQuotesSeparatorsInsideThemAndLineBreaksInsideThem() {
        List<Outcome> rows = base()
                .lines(HEADER, "QP002001;\"Europe; dit \"\"Le Parc\"\"\";1", "QP002002;\"Deux\nlignes\";2",
                        "QP002003;Trois;x")
                .read();

        assertThat(TestExtract.told(rows.get(0))).contains("label=Europe; dit \"Le Parc\"");
        assertThat(TestExtract.told(rows.get(1))).contains("label=Deux lignes");
        assertThat(TestExtract.told(rows.get(2))).isEqualTo("! 5 POP_MUN nombre-illisible x");
    }

    @Test
    void keepsALabelThatBeginsLikeAFormulaAsText() {
        assertThat(base().lines(HEADER, "QP002001;=SOMME(A1);1", "QP002002;+Loin;1", "QP002003;@Centre;1").told())
                .extracting(t -> t.replaceAll(".*label=(.*), communes.*", "$1"))
                .containsExactly("=SOMME(A1)", "+Loin", "@Centre");
    }

    @Test
    void namesAMissingColumnWithTheLineOfTheHeaderAndTheNearestName() {
        Notice notice = onlyNotice(base().lines("Titre", "CODGEO;LIBGEO;POP_MNU;POP_COM", EUROPE));

        assertThat(notice.line()).isEqualTo(2);
        assertThat(notice.column()).isEqualTo("POP_MUN");
        assertThat(notice.code()).isEqualTo("colonne-absente");
        assertThat(notice.message())
                .contains("Vouliez-vous dire «\u00a0POP_MNU\u00a0»")
                .contains("Colonnes trouvées\u00a0: CODGEO, LIBGEO, POP_MNU, POP_COM.");
    }

    @Test
    void suggestsTheOtherSpellingOfTheFilosofiColumns() {
        Notice notice = onlyNotice(new TestExtract(folder, Layout.BASE_QPV)
                .column("code", "codgeo")
                .rate("DISP_TP60_A18", Indicators2022.TAUX_PAUVRETE)
                .lines("codgeo;disp_q1_a18;disp_tp60_a18", "QP002001;8000;49,7"));

        assertThat(notice.message()).contains("Vouliez-vous dire «\u00a0disp_tp60_a18\u00a0»");
    }

    @Test
    void namesEveryMissingColumnAtOnce() {
        UnreadableSourceException thrown =
                catchThrowableOfType(UnreadableSourceException.class, base().lines("A;B", "1;2")::read);

        assertThat(thrown.notices()).extracting(Notice::column).containsExactly("CODGEO", "LIBGEO", "POP_MUN");
    }

    @Test
    void guessesTheSeparatorThatTheFileUses() {
        assertThat(onlyNotice(base().lines("CODGEO,LIBGEO,POP_MUN")).message())
                .contains("le fichier semble utiliser «\u00a0,\u00a0»");
    }

    @Test
    void refusesAMappedColumnThatStandsTwice() {
        Notice notice = onlyNotice(base().lines("CODGEO;LIBGEO;POP_MUN;POP_MUN", EUROPE + ";1"));

        assertThat(notice.code()).isEqualTo("colonne-en-double");
        assertThat(notice.column()).isEqualTo("POP_MUN");
    }

    @Test
    void tellsTheLineOfAByteThatTheDeclaredCharsetDoesNotKnow() {
        byte[] latin = (HEADER + "\nQP002001;Europe;6034\nQP002002;Faubourg d'Île;2427\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Notice notice = onlyNotice(base().bytes(latin));

        assertThat(notice.line()).isEqualTo(3);
        assertThat(notice.code()).isEqualTo("charset");
        assertThat(notice.message()).contains("UTF-8").contains("ISO-8859-1");
    }

    @Test
    void givesEveryLineBeforeTheOneWithABadByteFarAwayInTheFile() {
        StringBuilder text = new StringBuilder(HEADER + "\n");
        for (int i = 0; i < 5000; i++) {
            text.append(String.format(Locale.ROOT, "QP%06d;Quartier;1\n", i));
        }
        byte[] bytes = (text + "QP999999;Île;1\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(onlyNotice(base().bytes(bytes)).line()).isEqualTo(5002);
    }

    @Test
    void seesThatAFileDeclaredInLatin1IsInUtf8() {
        Notice notice = onlyNotice(
                base().charset(StandardCharsets.ISO_8859_1).bytes(utf8(HEADER + "\nQP002001;Éoliennes;1\n")));

        assertThat(notice.code()).isEqualTo("charset");
        assertThat(notice.message()).contains("Le fichier est en UTF-8").contains("charset\u00a0: ISO-8859-1");
    }

    @Test
    void seesThatAFileIsInUtf16() {
        byte[] bytes = ("\ufeff" + HEADER + "\n").getBytes(StandardCharsets.UTF_16LE);

        assertThat(onlyNotice(base().bytes(bytes)).message()).contains("UTF-16");
    }

    @Test
    void rejectsALetterInANumberWithItsLineAndColumn() {
        assertThat(base().lines(HEADER, EUROPE, "QP002002;Isle;2 4O7").told().get(1))
                .isEqualTo("! 3 POP_MUN nombre-illisible 2 4O7");
    }

    @Test
    void tellsEveryFaultyCellOfARow() {
        assertThat(base().lines(HEADER, "QP002001;;-4").told().getFirst())
                .isEqualTo("! 2 POP_MUN nombre-impossible -4 ! 2 LIBGEO champ-vide ");
    }

    @Test
    void rejectsAQuartierThatStandsTwiceAndNamesTheFirstLine() {
        List<Outcome> rows = base().lines(HEADER, EUROPE, ISLE, "QP002001;Europe;1").read();

        Notice notice = ((Outcome.Rejected) rows.get(2)).notices().getFirst();
        assertThat(notice.line()).isEqualTo(4);
        assertThat(notice.column()).isEqualTo("CODGEO");
        assertThat(notice.code()).isEqualTo("cle-en-double");
        assertThat(notice.message()).contains("ligne 2");
    }

    @Test
    void rejectsALineCutBeforeAMappedColumn() {
        assertThat(base().bytes(utf8(HEADER + "\n" + EUROPE + "\nQP002002;Faub")).told().get(1))
                .isEqualTo("! 3 POP_MUN ligne-tronquee Faub");
    }

    @Test
    void rejectsALastLineCutInsideItsLastMappedCell() {
        assertThat(base().bytes(utf8(HEADER + ";POP_COM\n" + EUROPE + ";9\nQP002002;Isle;24")).told().get(1))
                .isEqualTo("! 3 POP_MUN ligne-tronquee 24");
    }

    @Test
    void acceptsALastLineCutAfterTheLastMappedColumn() {
        assertThat(base().bytes(utf8(HEADER + ";POP_COM;LIB_COM\n" + EUROPE + ";9;L\n" + ISLE + ";53")).told())
                .isEqualTo(BOTH);
    }

    @Test
    void rejectsARowWithMoreCellsThanTheHeader() {
        assertThat(base().lines(HEADER, "QP002001;Europe;6034;surplus").told().getFirst())
                .isEqualTo("! 2 colonne 4 cellules-en-trop surplus");
    }

    @Test
    void tellsTheLineOfAQuotationMarkThatIsNeverClosed() {
        Notice notice = onlyNotice(base().lines(HEADER, EUROPE, "QP002002;\"Faubourg;2427", "QP002003;Neuville;1511"));

        assertThat(notice.line()).isEqualTo(3);
        assertThat(notice.code()).isEqualTo("guillemets");
    }

    @Test
    void readsGzip() throws IOException {
        assertThat(base().file("x/base.csv.gz").bytes(gzip(utf8(HEADER + "\n" + EUROPE + "\n" + ISLE))).told())
                .isEqualTo(BOTH);
    }

    @Test
    void saysThatAGzipIsCut() throws IOException {
        byte[] whole = gzip(utf8(HEADER + "\n" + (EUROPE + "\n").repeat(5000)));
        TestExtract cut = base().file("base.csv.gz").bytes(Arrays.copyOf(whole, whole.length / 2));

        assertThat(onlyNotice(cut).code()).isEqualTo("archive-illisible");
    }

    @Test
    void saysThatAFileNamedGzipIsNone() {
        assertThat(onlyNotice(base().file("base.csv.gz").lines(HEADER)).code()).isEqualTo("archive-illisible");
    }

    @Test
    void readsTheOneFileOfAZip() throws IOException {
        byte[] zip = zip("dossier/", "__MACOSX/._base.csv", "dossier/base.csv");

        assertThat(base().file("base.zip").bytes(zip).told()).isEqualTo(BOTH);
    }

    @Test
    void readsTheMemberOfAZipThatTheEditionNames() throws IOException {
        byte[] zip = zip("meta_base.csv", "base.csv");

        assertThat(base().file("base.zip").member("base.csv").bytes(zip).told()).isEqualTo(BOTH);
    }

    @Test
    void namesTheFilesOfAZipThatLacksTheMember() throws IOException {
        Notice notice =
                onlyNotice(base().file("base.zip").member("bases.csv").bytes(zip("meta_base.csv", "base.csv")));

        assertThat(notice.code()).isEqualTo("archive-contenu");
        assertThat(notice.message())
                .contains("Vouliez-vous dire «\u00a0base.csv\u00a0»")
                .contains("meta_base.csv");
    }

    @Test
    void refusesAZipOfTwoFiles() throws IOException {
        Notice notice = onlyNotice(base().file("base.zip").bytes(zip("a.csv", "b.csv")));

        assertThat(notice.code()).isEqualTo("archive-contenu");
        assertThat(notice.value()).isEqualTo("a.csv, b.csv");
    }

    @Test
    void namesTheNeighbourOfAFileThatIsAbsent() {
        base().file("qpv/base_2021.csv").lines(HEADER);
        Notice notice = onlyNotice(base().file("qpv/base_2012.csv"));

        assertThat(notice.code()).isEqualTo("fichier-absent");
        assertThat(notice.message()).contains("Vouliez-vous dire «\u00a0base_2021.csv\u00a0»");
    }

    @Test
    void saysThatAFileIsEmpty() {
        assertThat(onlyNotice(base().bytes(new byte[0])).code()).isEqualTo("fichier-sans-donnee");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(utf8(HEADER + "\n" + EUROPE + "\n" + ISLE + "\n"));
                }
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
