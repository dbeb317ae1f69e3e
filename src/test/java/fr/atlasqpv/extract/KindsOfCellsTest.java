package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is read of a cell, by its kind and by what its column takes: what it says, or code, line, column and value of the notice.
 * In the tables {@code \\uXXXX} stands for a sign that a source file should not hold.
 */
class KindsOfCellsTest {
    @TempDir
    Path folder;

    private static String signs(String text) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                read.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                read.append(text.charAt(i));
            }
        }
        return read.toString();
    }

    private String oneRow(TestExtract extract, String cell) {
        List<String> told = extract.lines("CODGEO;VALEUR", "QP002001;" + signs(cell)).told();
        return told.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "vide", value = {
            // a whole number, as producers write it
            "1204        | QP002001:POPULATION=1204",
            "0           | QP002001:POPULATION=0",
            "+7          | QP002001:POPULATION=7",
            "1\\u00a0204 | QP002001:POPULATION=1204",
            "1\\u202f204 | QP002001:POPULATION=1204",
            "1\\u2009204 | QP002001:POPULATION=1204",
            "1 204       | QP002001:POPULATION=1204",
            "12,0        | QP002001:POPULATION=12.0",
            "12.00       | QP002001:POPULATION=12.00",
            "100000000   | QP002001:POPULATION=100000000",
            "\\ufeff12   | QP002001:POPULATION=12",
            // a mark is never zero
            "''          | QP002001:POPULATION=?EMPTY",
            "ns          | QP002001:POPULATION=?NON_SIGNIFICATIF",
            "NS          | QP002001:POPULATION=?NON_SIGNIFICATIF",
            "nd          | QP002001:POPULATION=?NON_DISPONIBLE",
            "s           | QP002001:POPULATION=?SECRET",
            "so          | QP002001:POPULATION=?SANS_OBJET",
            "-           | QP002001:POPULATION=?DASH",
            // a number outside the domain of its measure
            "6.034       | ! 2 VALEUR nombre-impossible 6.034",
            "1,204       | ! 2 VALEUR nombre-impossible 1,204",
            "12.5        | ! 2 VALEUR nombre-impossible 12.5",
            "12,05       | ! 2 VALEUR nombre-impossible 12,05",
            "-5          | ! 2 VALEUR nombre-impossible -5",
            "-0,5        | ! 2 VALEUR nombre-impossible -0,5 ! 2 VALEUR nombre-impossible -0,5",
            "100000001   | ! 2 VALEUR nombre-impossible 100000001",
            "999999999999999999 | ! 2 VALEUR nombre-impossible 999999999999999999",
            // no number at all
            "1000000000000000000000 | ! 2 VALEUR nombre-illisible 1000000000000000000000",
            "1.234,5     | ! 2 VALEUR nombre-illisible 1.234,5",
            "1 2345      | ! 2 VALEUR nombre-illisible 1 2345",
            "1e9         | ! 2 VALEUR nombre-illisible 1e9",
            "1E3         | ! 2 VALEUR nombre-illisible 1E3",
            "NaN         | ! 2 VALEUR nombre-illisible NaN",
            "Infinity    | ! 2 VALEUR nombre-illisible Infinity",
            "0x1F        | ! 2 VALEUR nombre-illisible 0x1F",
            "5.          | ! 2 VALEUR nombre-illisible 5.",
            ".5          | ! 2 VALEUR nombre-illisible .5",
            "--5         | ! 2 VALEUR nombre-illisible --5",
            "1'234       | ! 2 VALEUR nombre-illisible 1'234",
            "1\\u2019234 | ! 2 VALEUR nombre-illisible 1\\u2019234",
            "\\u221212   | ! 2 VALEUR nombre-illisible \\u221212",
            "\\uff11\\uff12 | ! 2 VALEUR nombre-illisible \\uff11\\uff12",
            "\\u0661     | ! 2 VALEUR nombre-illisible \\u0661",
            "N/A         | ! 2 VALEUR nombre-illisible N/A",
            "#N/D        | ! 2 VALEUR nombre-illisible #N/D",
            "#REF!       | ! 2 VALEUR nombre-illisible #REF!",
            "=6000+34    | ! 2 VALEUR nombre-illisible =6000+34",
            "12/03/2020  | ! 2 VALEUR nombre-illisible 12/03/2020",
            "2020-03-12  | ! 2 VALEUR nombre-illisible 2020-03-12",
            "VRAI        | ! 2 VALEUR nombre-illisible VRAI",
            "true        | ! 2 VALEUR nombre-illisible true",
            "12 %        | ! 2 VALEUR nombre-illisible 12 %",
            "2 4O7       | ! 2 VALEUR nombre-illisible 2 4O7",
            "c           | ! 2 VALEUR nombre-illisible c",
            "1\\u001b[2J | ! 2 VALEUR nombre-illisible 1[U+001B][2J",
            "1\\u00002   | ! 2 VALEUR nombre-illisible 1[U+0000]2",
    })
    void aCountTakesWholeNumbersOfItsDomain(String cell, String told) {
        TestExtract extract = new TestExtract(folder, Layout.BASE_QPV)
                .column("code", "CODGEO")
                .measure("VALEUR", Measures2022.POPULATION);

        assertThat(oneRow(extract, cell)).isEqualTo(signs(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "37,8      | QP002001:taux_pauvrete=37.8%",
            "37,8 %    | QP002001:taux_pauvrete=37.8%",
            "0         | QP002001:taux_pauvrete=0%",
            "100       | QP002001:taux_pauvrete=100%",
            "ns        | QP002001:taux_pauvrete=?NON_SIGNIFICATIF",
            "100,1     | ! 2 VALEUR nombre-impossible 100,1",
            "-0,1      | ! 2 VALEUR nombre-impossible -0,1",
            "378       | ! 2 VALEUR nombre-impossible 378",
            "37,8 %%   | ! 2 VALEUR nombre-illisible 37,8 %",
            "trente    | ! 2 VALEUR nombre-illisible trente",
            "1e1       | ! 2 VALEUR nombre-illisible 1e1",
            "37;       | QP002001:taux_pauvrete=37%",
            "37;8      | ! 2 colonne 3 cellules-en-trop 8",
    })
    void aRateGoesFromZeroToAHundred(String cell, String told) {
        TestExtract extract = new TestExtract(folder, Layout.BASE_QPV)
                .column("code", "CODGEO")
                .rate("VALEUR", Indicators2022.TAUX_PAUVRETE);

        assertThat(oneRow(extract, cell)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Europe                         | Europe",
            "L'Europe \\u2013 \\u00cele     | L'Europe \\u2013 \\u00cele",
            "Cite\\u0301 E\\u0301oliennes   | Cit\\u00e9 \\u00c9oliennes",
            "Cit\\u00e9 \\u0152uvre         | Cit\\u00e9 \\u0152uvre",
            "\\u00a0Europe\\u202f           | Europe",
            "Cit\\u00e9\\u00ad Europe       | Cit\\u00e9\\u00ad Europe",
            "\\u00ab Le Parc \\u00bb        | \\u00ab Le Parc \\u00bb",
            "CIT\\u00c9\\u00bb              | CIT\\u00c9\\u00bb",
            "Cit\\u00c3\\u00a9              | Cit\\u00c3\\u00a9 ? texte-abime",
            "\\u00c3\\u2030oliennes         | \\u00c3\\u2030oliennes ? texte-abime",
            "l\\u00e2\\u20ac\\u2122Isle     | l\\u00e2\\u20ac\\u2122Isle ? texte-abime",
            "n\\u00c2\\u00b0 3              | n\\u00c2\\u00b0 3 ? texte-abime",
            "C\\u00c5\\u201cur              | C\\u00c5\\u201cur ? texte-abime",
            "Cit\\ufffd                     | ! 2 LIBGEO texte-abime Cit\\ufffd",
            "Faubourg d\\u0092Isle          | ! 2 LIBGEO signe-invisible Faubourg d[U+0092]Isle",
            "Euro\\u0000pe                  | ! 2 LIBGEO signe-invisible Euro[U+0000]pe",
            "\\u001b]0;owned\\u0007 Europe  | ! 2 colonne 4 cellules-en-trop 12",
            "Europe\\u001b[31m              | ! 2 LIBGEO signe-invisible Europe[U+001B][31m",
            "Eu\\ufeffrope                  | ! 2 LIBGEO signe-invisible Eu[U+FEFF]rope",
            "Eu\\u200brope                  | ! 2 LIBGEO signe-invisible Eu[U+200B]rope",
            "\\u202eeporuE                  | ! 2 LIBGEO signe-invisible [U+202E]eporuE",
            "\\u5317\\u4eac                 | ! 2 LIBGEO signe-non-imprimable \\u5317\\u4eac",
            "Parc \\ud83c\\udf33            | ! 2 LIBGEO signe-non-imprimable Parc \\ud83c\\udf33",
            "''                             | ! 2 LIBGEO champ-vide ",
            "\\u00a0                        | ! 2 LIBGEO champ-vide ",
    })
    void aTextHoldsSignsThatTheBooksPrint(String cell, String told) {
        Outcome row = new TestExtract(folder, Layout.BASE_QPV)
                .column("code", "CODGEO")
                .column("label", "LIBGEO")
                .measure("VALEUR", Measures2022.POPULATION)
                .lines("CODGEO;LIBGEO;VALEUR", "QP002001;" + signs(cell) + ";12")
                .read()
                .getFirst();

        assertThat(label(row).strip()).isEqualTo(signs(told));
    }

    /** The label, with a question mark and the codes of the remarks when there are any; or the fault. */
    private static String label(Outcome row) {
        if (!(row instanceof Outcome.Usable usable)) {
            return TestExtract.told(row);
        }
        String label = usable.facts().stream()
                .filter(f -> f instanceof Fact.QpvFact)
                .map(f -> ((Fact.QpvFact) f).label())
                .findFirst()
                .orElse("");
        return usable.notices().isEmpty() ? label : label + " ? " + usable.notices().getFirst().code();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1        | QP002001:npnru=1",
            "0        | QP002001:npnru=0",
            "ns       | QP002001:npnru=?NON_SIGNIFICATIF",
            "2        | ! 2 VALEUR nombre-impossible 2",
            "0,5      | ! 2 VALEUR nombre-impossible 0,5",
            "oui      | ! 2 VALEUR nombre-illisible oui",
    })
    void aFlagIsOneOrZero(String cell, String told) {
        TestExtract extract = new TestExtract(folder, Layout.LISTE_QPV)
                .column("code", "CODGEO")
                .column("valeur", "VALEUR")
                .feeding(Indicators2022.ZFU);

        assertThat(oneRow(extract, cell)).isEqualTo(told.replace("npnru", Indicators2022.ZFU.id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1204     | QP002001:emplois_francs=1204",
            "s        | QP002001:emplois_francs=?SECRET",
            "nd       | QP002001:emplois_francs=?NON_DISPONIBLE",
            "-        | QP002001:emplois_francs=?DASH",
            "1.204    | ! 2 VALEUR nombre-impossible 1.204",
            "-1       | ! 2 VALEUR nombre-impossible -1",
            "1e3      | ! 2 VALEUR nombre-illisible 1e3",
    })
    void aNumberOfAListIsWholeAndItsMarksStay(String cell, String told) {
        TestExtract extract = new TestExtract(folder, Layout.LISTE_QPV)
                .column("code", "CODGEO")
                .column("valeur", "VALEUR")
                .feeding(Indicators2022.EMPLOIS_FRANCS);

        assertThat(oneRow(extract, cell)).isEqualTo(told);
    }
}
