package fr.atlasqpv.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final Measure HABITANTS = new Measure("habitants", "", "", false);
    private static final Measure MENAGES = new Measure("menages", "", "", true);
    private static final Measure PRESENTS = new Measure("presents", "", "", false);
    private static final Measure ADMIS = new Measure("admis", "", "", false);
    private static final Form.Establishments COLLEGES = new Form.Establishments("collège", "", List.of(), 300);
    private static final Form.Establishments GARES = new Form.Establishments("gare", "", List.of(), 800);
    private static final Indicator MENAGES_COUNTED = indicator("nb_menages", new Form.Count(MENAGES));
    private static final Indicator HABITANTS_COUNTED = indicator("population", new Form.Count(HABITANTS));
    private static final Indicator TAILLE = indicator("taille", new Form.Ratio(HABITANTS, MENAGES, BigDecimal.ONE));
    private static final Indicator NEAR = indicator("gares", new Form.Near(GARES));
    private static final Indicator REUSSITE =
            indicator("reussite", new Form.RatioNear(COLLEGES, ADMIS, PRESENTS, BigDecimal.valueOf(100)));

    private static Indicator indicator(String id, Form form) {
        return new Indicator(id, form, 1, Set.of(), Set.of());
    }

    private static Catalogue catalogue(Indicator... indicators) {
        return new Catalogue(List.of(HABITANTS, MENAGES, PRESENTS, ADMIS), List.of(indicators), HABITANTS);
    }

    @Test
    void whatIsNotDeclaredIsNotFound() {
        Catalogue catalogue = catalogue(TAILLE, NEAR);

        assertThat(catalogue.measure("menages")).contains(MENAGES);
        assertThat(catalogue.measure("logements")).isEmpty();
        assertThat(catalogue.indicator("gares")).contains(NEAR);
        assertThat(catalogue.indicator("reussite")).isEmpty();
    }

    @Test
    void theInhabitantsAreCountedByTheCountOfTheirMeasureAndNoOther() {
        assertThat(catalogue(TAILLE, MENAGES_COUNTED, HABITANTS_COUNTED).inhabitantsCounted())
                .contains(HABITANTS_COUNTED);
        assertThat(catalogue(TAILLE, MENAGES_COUNTED).inhabitantsCounted()).isEmpty();
    }

    @Test
    void itReachesAsFarAsTheFarthestOfItsIndicators() {
        assertThat(catalogue(REUSSITE, NEAR, TAILLE).reach()).isEqualTo(800);
        assertThat(catalogue(TAILLE).reach()).isZero();
    }

    @Test
    void establishmentsAndWhatIsCountedInThemAreThoseOfTheIndicators() {
        assertThat(catalogue(REUSSITE, NEAR, TAILLE).kinds()).containsExactly("COLLEGE", "GARE");
        assertThat(catalogue(REUSSITE, NEAR, TAILLE).ofEstablishments()).containsExactly(ADMIS, PRESENTS);
    }

    @Test
    void aWeightedCountIsNoWholeNumber() {
        assertThat(catalogue().wholeMeasures()).containsExactly(ADMIS, HABITANTS, PRESENTS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            // scale, additive, part of a whole
            "count, true, false", "percent, true, true", "quotient, true, false", "near, false, false",
            "results, false, true", "share, false, true", "delivered, false, false"})
    void aPartOfAWholeIsInPerCentAndASumOfPartsNeedsCounts(String form, boolean additive, boolean share) {
        Indicator indicator = switch (form) {
            case "count" -> HABITANTS_COUNTED;
            case "percent" -> indicator(form, new Form.Ratio(HABITANTS, MENAGES, new BigDecimal("100.0")));
            case "quotient" -> TAILLE;
            case "near" -> NEAR;
            case "results" -> REUSSITE;
            case "share" -> indicator(form, new Form.ShareOf(HABITANTS, Form.Whole.FRANCE));
            default -> indicator(form, new Form.Delivered(MENAGES));
        };

        assertThat(indicator.additive()).isEqualTo(additive);
        assertThat(indicator.share()).isEqualTo(share);
    }

    @Test
    void anIndicatorNamesEachOfItsMeasuresOnce() {
        assertThat(TAILLE.measures()).containsExactly(HABITANTS, MENAGES);
        assertThat(indicator("part", new Form.ShareOf(HABITANTS, Form.Whole.FRANCE)).measures())
                .containsExactly(HABITANTS);
        assertThat(indicator("revenu", new Form.Delivered(MENAGES)).measures()).containsExactly(MENAGES);
        assertThat(indicator("revenu", new Form.Delivered(null)).measures()).isEmpty();
    }

    @Test
    void oneIdentifierIsOneMeasureAndOneIndicator() {
        assertThat(new Measure("menages", "Ménages", "ménages", false)).isEqualTo(MENAGES).hasSameHashCodeAs(MENAGES)
                .hasToString("menages");
        assertThat(MENAGES).isNotEqualTo(HABITANTS);
        assertThat(indicator("taille", new Form.Count(HABITANTS))).isEqualTo(TAILLE).hasSameHashCodeAs(TAILLE)
                .hasToString("taille");
        assertThat(TAILLE).isNotEqualTo(NEAR).isNotEqualTo(HABITANTS);
    }
}
