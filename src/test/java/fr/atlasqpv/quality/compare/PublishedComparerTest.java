package fr.atlasqpv.quality.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.territory.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The errors of the printed edition of 2022, recognised by their arithmetic. */
class PublishedComparerTest {
    private final Figures print = new Figures("imprimé");
    private final Figures run = new Figures("2022");

    private List<FigureChange> differences() {
        return new PublishedComparer(print.edition(), run.edition()).compare().figures();
    }

    private void epciWithQpv(String epci, String departement, String... qpv) {
        run.parent(Level.EPCI, epci, Level.DEP, departement).parent(Level.DEP, departement, Level.REG, "32");
        for (String code : qpv) {
            run.parent(Level.QPV, code, Level.EPCI, epci);
        }
    }

    @Test
    void theValueOfTheFirstNeighbourhoodTakenForItsEpci() {
        epciWithQpv("200000001", "59", "QP059001", "QP059002");
        run.cell("QPV QP059001 QPV part_logements_sociaux 95 plafonne")
                .cell("QPV QP059002 QPV part_logements_sociaux 31.0")
                .cell("EPCI 200000001 QPV part_logements_sociaux 57.0");
        print.cell("EPCI 200000001 QPV part_logements_sociaux 95.0");

        assertThat(differences()).singleElement().extracting(FigureChange::cause)
                .isEqualTo("valeur de la première partie (QP059001) au lieu d’un agrégat");
    }

    @Test
    void levelsAboveAreSuspectedWhereSeveralEpciProveIt() {
        epciWithQpv("200000001", "59", "QP059001", "QP059002");
        epciWithQpv("200000002", "59", "QP059003", "QP059004");
        epciWithQpv("200000003", "59", "QP059005", "QP059006");
        for (String n : List.of("1", "3", "5")) {
            print.cell("QPV QP05900" + n + " QPV part_logements_sociaux 9" + n + ".0");
            run.cell("QPV QP05900" + n + " QPV part_logements_sociaux 9" + n + ".0");
        }
        print.cell("QPV QP059006 QPV part_logements_sociaux 39.0")
                .cell("EPCI 200000001 QPV part_logements_sociaux 91.0")
                .cell("EPCI 200000002 QPV part_logements_sociaux 93.0")
                .cell("EPCI 200000003 QPV part_logements_sociaux 39.0")
                .cell("DEP 59 QPV part_logements_sociaux 75.8");
        run.cell("QPV QP059006 QPV part_logements_sociaux 39.0")
                .cell("EPCI 200000001 QPV part_logements_sociaux 60.0")
                .cell("EPCI 200000002 QPV part_logements_sociaux 60.0")
                .cell("EPCI 200000003 QPV part_logements_sociaux 60.0")
                .cell("DEP 59 QPV part_logements_sociaux 60.0");

        assertThat(differences()).extracting(FigureChange::cause)
                .containsExactly(
                        "agrégat fait de valeurs d’une seule partie, à ce que montrent les EPCI",
                        "valeur de la première partie (QP059001) au lieu d’un agrégat",
                        "valeur de la première partie (QP059003) au lieu d’un agrégat",
                        "valeur d’une seule partie (QP059006) au lieu d’un agrégat");
    }

    @Test
    void theDifferenceOfFranceIsAtLeastThatOfItsKnownRegions() {
        run.parent(Level.REG, "32", Level.FRANCE, "FRMETRO");
        run.cell("REG 32 QPV population 653409").cell("FRANCE FRMETRO QPV population 4829250");
        print.cell("REG 32 QPV population 683370").cell("FRANCE FRMETRO QPV population 4939369");

        assertThat(differences()).filteredOn(c -> c.key().territory().level() == Level.FRANCE)
                .singleElement()
                .extracting(FigureChange::cause)
                .isEqualTo("reprend au moins les écarts de ses parties connues (32)");
    }

    @Test
    void neighbourhoodsCountedOncePerFormerCommune() {
        epciWithQpv("245900428", "59", "QP059001", "QP059002");
        run.cell("QPV QP059001 QPV population 1000").cell("QPV QP059002 QPV population 1700")
                .cell("EPCI 245900428 QPV population 2700");
        print.cell("EPCI 245900428 QPV population 6400");

        assertThat(differences()).singleElement().extracting(FigureChange::cause)
                .isEqualTo("quartiers comptés plusieurs fois\u00a0: QP059001 ×3, QP059002 ×2");
    }

    @Test
    void theDifferencesOfThePartsFoundAgainInTheSum() {
        epciWithQpv("245900428", "59", "QP059001");
        epciWithQpv("245900410", "59", "QP059002");
        run.cell("EPCI 245900428 QPV population 25018").cell("EPCI 245900410 QPV population 1000")
                .cell("DEP 59 QPV population 361125");
        print.cell("EPCI 245900428 QPV population 54979").cell("EPCI 245900410 QPV population 1000")
                .cell("DEP 59 QPV population 391086");

        assertThat(differences()).filteredOn(c -> c.key().territory().level() == Level.DEP)
                .singleElement()
                .extracting(FigureChange::cause)
                .isEqualTo("reprend les écarts de ses parties (245900428)");
    }

    @Test
    void anEpciOfOneNeighbourhoodPrintedWithAnotherValueThanIt() {
        epciWithQpv("200000001", "60", "QP060001");
        run.cell("QPV QP060001 QPV taux_vacance 7.1").cell("EPCI 200000001 QPV taux_vacance 7.1");
        print.cell("QPV QP060001 QPV taux_vacance 7.1").cell("EPCI 200000001 QPV taux_vacance 8.4");

        assertThat(differences()).singleElement().extracting(FigureChange::cause).asString()
                .contains("deux millésimes");
    }

    @Test
    void secrecyDecidedTableByTable() {
        epciWithQpv("200000001", "60", "QP060001");
        run.cell("QPV QP060001 QPV taux_pauvrete 41.0").cell("EPCI 200000001 QPV taux_pauvrete 41.0");
        print.cell("QPV QP060001 QPV taux_pauvrete 41.0").cell("EPCI 200000001 QPV taux_pauvrete secret");

        assertThat(differences()).singleElement().extracting(FigureChange::cause).asString()
                .contains("tableau par tableau");
    }

    @Test
    void aNeighbourhoodCountedUnderAnotherEpci() {
        epciWithQpv("200041960", "59", "QP059001");
        epciWithQpv("246200299", "62", "QP062040", "QP062041");
        run.cell("QPV QP062040 QPV population 1516").cell("QPV QP062041 QPV population 13158")
                .cell("EPCI 200041960 QPV population 1470").cell("EPCI 246200299 QPV population 14674");
        print.cell("EPCI 200041960 QPV population 2986").cell("EPCI 246200299 QPV population 13158");

        assertThat(differences()).hasSize(2).extracting(FigureChange::cause)
                .containsOnly("quartier compté dans une autre intercommunalité (QP062040)");
    }

    @Test
    void aNeighbourhoodAloneInTheEpciThatItIsCountedUnder() {
        epciWithQpv("200041960", "59", "QP059001");
        epciWithQpv("246200299", "62", "QP062040", "QP062041");
        run.cell("QPV QP062040 QPV population 1516").cell("QPV QP059001 QPV population 1470")
                .cell("EPCI 200041960 QPV population 1470").cell("EPCI 246200299 QPV population 14674");
        print.cell("QPV QP059001 QPV population 1470")
                .cell("EPCI 200041960 QPV population 2986").cell("EPCI 246200299 QPV population 13158");

        assertThat(differences()).hasSize(2).extracting(FigureChange::cause)
                .containsOnly("quartier compté dans une autre intercommunalité (QP062040)");
    }

    @Test
    void aBoundPrintedWithoutItsMark() {
        run.cell("QPV QP060001 QPV part_logements_sociaux 95 plafonne");
        print.cell("QPV QP060001 QPV part_logements_sociaux 95.0");

        assertThat(differences()).singleElement().extracting(FigureChange::cause)
                .isEqualTo("borne publiée sans marque");
    }

    @Test
    void otherEpciOfATableWhoseVintagesAreProvenMixedAreSuspected() {
        epciWithQpv("200000001", "60", "QP060001");
        epciWithQpv("200000002", "60", "QP060002");
        epciWithQpv("200000003", "60", "QP060003", "QP060004");
        for (String n : List.of("1", "2")) {
            run.cell("QPV QP06000" + n + " QPV taux_vacance 7.1").cell("EPCI 20000000" + n + " QPV taux_vacance 7.1");
            print.cell("QPV QP06000" + n + " QPV taux_vacance 7.1").cell("EPCI 20000000" + n + " QPV taux_vacance 8.4");
        }
        run.cell("EPCI 200000003 QPV taux_vacance 7.1");
        print.cell("EPCI 200000003 QPV taux_vacance 7.9");

        assertThat(differences()).filteredOn(c -> c.codeBefore().equals("200000003"))
                .singleElement()
                .extracting(FigureChange::cause)
                .isEqualTo("deux millésimes mêlés, à ce que montrent les EPCI à un seul quartier");
    }

    @Test
    void aTenthIsRounding() {
        run.cell("REG 32 ENSEMBLE taux_emploi_hommes 62.9");
        print.cell("REG 32 ENSEMBLE taux_emploi_hommes 63.0");

        assertThat(differences()).singleElement().extracting(FigureChange::cause).asString().startsWith("arrondi");
    }

    @Test
    void aDifferenceWithoutAKnownMarkHasNoCause() {
        run.cell("REG 32 ENSEMBLE taux_emploi_hommes 62.9");
        print.cell("REG 32 ENSEMBLE taux_emploi_hommes 71.0");

        assertThat(differences()).singleElement().extracting(FigureChange::cause).isEqualTo("");
    }

    @Test
    void whatTheFileDoesNotHoldIsNotTold() {
        run.cell("REG 32 ENSEMBLE population 6004108").cell("REG 32 QPV population 653409");
        print.cell("REG 32 ENSEMBLE population 6004108");

        EditionComparison comparison = new PublishedComparer(print.edition(), run.edition()).compare();

        assertThat(comparison.figures()).isEmpty();
        assertThat(comparison.unchanged()).isEqualTo(1);
    }
}
