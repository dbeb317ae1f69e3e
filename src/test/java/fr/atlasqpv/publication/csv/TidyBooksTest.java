package fr.atlasqpv.publication.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.atlasqpv.publication.AtlasVariants;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.publication.Fingerprint;
import fr.atlasqpv.publication.Formulas;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyBooksTest {
    private final PublishedAtlas atlas = PublishedAtlasFixture.small();

    @TempDir
    Path folder;

    @Test
    void theHeaderIsTheOneOfTheContract() throws Exception {
        assertThat(lines(new TidyCsvWriter().write(atlas, folder)).getFirst())
                .isEqualTo("edition;niveau;code;libelle;perimetre;indicateur;valeur;statut;estime;millesime;source");
        assertThat(lines(new TerritoriesCsvWriter().write(atlas, folder)).getFirst())
                .isEqualTo("code;niveau;libelle;epci;departement;region;x;y");
    }

    @Test
    void everyCellHasOneLineSortedByLevelCodePerimeterAndIndicator() throws Exception {
        List<String> lines = lines(new TidyCsvWriter().write(atlas, folder));

        List<String> keys = lines.stream().skip(1).map(TidyBooksTest::sortKey).toList();
        assertThat(keys).hasSize(atlas.cells().size()).isSorted().doesNotHaveDuplicates();
        assertThat(lines.get(1)).startsWith("essai;FRANCE;FRMETRO;France métropolitaine;ENSEMBLE;jeunes_0_14;");
    }

    private static String sortKey(String line) {
        String[] fields = line.split(";");
        int level = List.of("FRANCE", "REG", "DEP", "EPCI", "QPV").indexOf(fields[1]);
        return level + " " + fields[2] + " " + fields[4] + " " + fields[5];
    }

    @Test
    void noValueStandsBesideAStatusThatHasNone() throws Exception {
        List<String> lines = lines(new TidyCsvWriter().write(atlas, folder));

        assertThat(lines.stream().filter(l -> l.matches(".*;(secret|sans_objet|non_disponible);[01];.*")))
                .isNotEmpty()
                .allMatch(l -> l.matches(".*;;(secret|sans_objet|non_disponible);[01];.*"));
        assertThat(lines.stream().filter(l -> l.matches(".*;(publie|plafonne|plancher);[01];.*")))
                .isNotEmpty()
                .noneMatch(l -> l.matches(".*;;(publie|plafonne|plancher);[01];.*"));
    }

    @Test
    void ratesHaveOneDecimalAndCountsNone() throws Exception {
        List<String> lines = lines(new TidyCsvWriter().write(atlas, folder));

        assertThat(lines.stream().filter(l -> l.contains(";part_logements_sociaux;95")))
                .isNotEmpty()
                .allMatch(l -> l.contains(";95.0;plafonne;"));
        assertThat(lines)
                .anyMatch(l -> l.contains("FRMETRO;France métropolitaine;ENSEMBLE;population;64000000;publie;0"));
    }

    @Test
    void coordinatesAreWholeMetresAndQpvNameTheirParents() throws Exception {
        assertThat(lines(new TerritoriesCsvWriter().write(atlas, folder)))
                .anyMatch(l -> l.matches("QP09A001;QPV;[^;]+;200010000;9A;99;\\d{6};\\d{7}"));
    }

    @Test
    void aLabelThatLooksLikeAFormulaStaysText() throws Exception {
        PublishedAtlas hostile = AtlasVariants.withQpvLabels(atlas, Formulas.LABELS);

        String data = Files.readString(new TidyCsvWriter().write(hostile, folder));
        String territories = Files.readString(new TerritoriesCsvWriter().write(hostile, folder));

        for (String csv : List.of(data, territories)) {
            assertThat(csv).contains("\"'=HYPERLINK(\"\"http://example.org\"\";\"\"x\"\")\"").contains(";'-2+3;");
            assertThat(CSVParser.parse(csv, CsvDialect.FORMAT).stream().flatMap(CSVRecord::stream))
                    .noneMatch(field -> field.strip().matches("(?s)[=+@-].*"));
        }
    }

    @Test
    void theSameAtlasGivesTheSameBytesWhateverTheLocaleAndTheTimeZone() throws Exception {
        List<Fingerprint> first = fingerprints();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(fingerprints()).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aCellOfATerritoryThatTheBookDoesNotNameIsRefused() {
        PublishedAtlas orphan = new PublishedAtlas(
                atlas.edition(), atlas.region(), atlas.regionLabel(), atlas.folder(),
                atlas.territories().subList(0, 3), atlas.cells(), atlas.notes(), atlas.zooms(), atlas.communes(),
                atlas.departements(), atlas.contours(), atlas.outlines(), atlas.checks(), atlas.withoutFigure());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TidyCsvWriter().write(orphan, folder))
                .withMessageContaining("territory that the book does not name");
    }

    private List<Fingerprint> fingerprints() throws Exception {
        List<Fingerprint> all = new ArrayList<>();
        for (Path file : new TidyBooks().write(atlas, folder)) {
            all.add(Fingerprint.of(file));
        }
        return all;
    }

    private static List<String> lines(Path file) throws Exception {
        return Files.readAllLines(file);
    }
}
