package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.release.BookSpec;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The books show indicators that the edition declares, each where its figures exist. */
class BookReaderTest {
    private static BookSpec read(String book) {
        return new BookReader(
                EditionText.section("book:\n  " + book + "\n").section("book", true), Catalogue2022.CATALOGUE).read();
    }

    private static List<EditionFault> faults(String book) {
        return EditionText.faultsOf(
                "book:\n  " + book + "\n",
                root -> new BookReader(root.section().section("book", true), Catalogue2022.CATALOGUE).read());
    }

    @Test
    void readsWhatEachPartShows() {
        assertThat(read("chapters: [population, taux_pauvrete]").chapters())
                .containsExactly(Indicators2022.POPULATION, Indicators2022.TAUX_PAUVRETE);
        assertThat(read("profiles: [taux_pauvrete]").profiles()).containsExactly(Indicators2022.TAUX_PAUVRETE);
        assertThat(read("portraits: [taux_pauvrete]").portraits()).containsExactly(Indicators2022.TAUX_PAUVRETE);
        assertThat(read("programmes: [npnru, zfu]").programmes())
                .containsExactly(Indicators2022.NPNRU, Indicators2022.ZFU);
        assertThat(read("maps: [taux_pauvrete]").maps()).containsExactly(new ThematicMap(Indicators2022.TAUX_PAUVRETE));
        assertThat(read("peers: [typologie_emploi, npnru]").peers())
                .containsExactly(Indicators2022.TYPOLOGIE_EMPLOI, Indicators2022.NPNRU);
        assertThat(read("detail: [{title: t, columns: [npnru, population]}]").detail()).containsExactly(
                new BookSpec.Detail("t", List.of(Indicators2022.NPNRU, Indicators2022.POPULATION)));
    }

    @Test
    void aKeyFigureHasTheSameUnitForOneAsForManyWhereNoneIsWritten() {
        assertThat(read("key-figures: [{figure: nb_qpv, unit: quartiers}]").keyFigures()).containsExactly(
                new BookSpec.KeyFigure(Indicators2022.NB_QPV, "quartiers", "quartiers", Optional.empty(), ""));
        assertThat(read(
                "key-figures: [{figure: nb_qpv, unit: quartiers, one: quartier, share: part_qpv_france, of: de tous}]")
                .keyFigures()).containsExactly(new BookSpec.KeyFigure(
                        Indicators2022.NB_QPV, "quartier", "quartiers", Optional.of(Indicators2022.PART_QPV_FRANCE),
                        "de tous"));
    }

    @Test
    void whatIsLeftOutIsNotShown() {
        BookSpec spec = read("chapters: []");

        assertThat(spec).isEqualTo(new BookSpec(
                Optional.of(Indicators2022.POPULATION), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of()));
    }

    @Test
    void inhabitantsAreShownWhereThoseOfTheQuartiersAreCounted() {
        Indicator wholeTerritories = new Indicator("population", new Form.Count(Measures2022.POPULATION), 0,
                Set.of(Level.REG, Level.EPCI), Set.of(Perimeter.ENSEMBLE));
        Catalogue catalogue =
                new Catalogue(List.of(Measures2022.POPULATION), List.of(wholeTerritories), Measures2022.POPULATION);
        Section book = EditionText.section("book:\n  chapters: [population]\n").section("book", true);

        assertThat(new BookReader(book, catalogue).read().inhabitants()).isEmpty();
        assertThat(read("chapters: [population]").inhabitants()).contains(Indicators2022.POPULATION);
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(delimiter = '|', value = {
            "chapters: [populaton] | indicateur-inconnu | book.chapters",
            "chapters: [typologie_emploi] | indicateur-inconnu | book.chapters",
            "chapters: [nb_qpv] | indicateur-inconnu | book.chapters",
            "peers: [taux_pauvrete] | indicateur-inconnu | book.peers",
            "profiles: [population] | indicateur-inconnu | book.profiles",
            "profiles: [part_population_qpv] | indicateur-inconnu | book.profiles",
            "detail: [{title: t, columns: [nb_qpv]}] | indicateur-inconnu | book.detail[t].columns",
            "detail: [{columns: [population]}] | cle-manquante | book.detail[1].title",
            "detail: [{title: t, colums: [population]}] | cle-inconnue | book.detail[t].colums",
            "key-figures: [{unit: u}] | cle-manquante | book.key-figures[1].figure",
            "key-figures: [{figure: nb_qpv}] | cle-manquante | book.key-figures[nb_qpv].unit",
            "key-figures: [{figure: zfu, unit: u}] | indicateur-inconnu | book.key-figures[zfu].figure",
            "key-figures: [{figure: nb_qpv, unit: u, share: zfu}] | indicateur-inconnu | book.key-figures[nb_qpv].share",
            "key-figures: [{figure: nb_qpv, unit: u, two: v}] | cle-inconnue | book.key-figures[nb_qpv].two",
            "chapitres: [population] | cle-inconnue | book.chapitres",
            "chapters: population | type-inattendu | book.chapters",
    })
    void tellsWhatIsMissingUnknownOrDoesNotExistThere(String book, String code, String place) {
        assertThat(faults(book)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.column()).isEqualTo(place);
            assertThat(fault.line()).isEqualTo(2);
        });
    }

    @Test
    void onlyIndicatorsThatFitAreProposed() {
        assertThat(faults("profiles: [population]").getFirst().message())
                .contains("taux_pauvrete").doesNotContain("nb_qpv").doesNotContain("typologie_emploi");
    }
}
