package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.Hierarchy.Parents;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Territory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which territory is part of which: as the attachment decided it, and as books tell it. */
class HierarchyTest {

    /** EPCI A lies in 59, B in 59 and, by one commune, in 62; C is presented in 62; one commune belongs to none. */
    private static Attachment attachment() {
        return Attachment.restored(
                List.of(new Region("32", "Hauts-de-France", "59350")),
                List.of(new Departement("59", "Nord", "32", "59350"),
                        new Departement("62", "Pas-de-Calais", "32", "62041")),
                List.of(commune("59001", "59"), commune("59002", "59"), commune("62001", "62"), commune("62002", "62"),
                        commune("62003", "62")),
                List.of(epci("A", "59"), epci("B", "59"), epci("C", "62")),
                Map.of("59001", "A", "59002", "B", "62001", "B", "62002", "C"),
                List.of(qpv("QP1", "A", "59"), qpv("QP2", "B", "62"), qpv("QP3", "", "62")), List.of());
    }

    private static Commune commune(String code, String departement) {
        return new Commune(code, "Commune", departement, "32");
    }

    private static PublishedEpci epci(String code, String departement) {
        return new PublishedEpci(code, code, "EPCI", departement, "32", false);
    }

    private static AttachedQpv qpv(String code, String epci, String departement) {
        return new AttachedQpv(code, "Quartier", epci, departement, "32", List.of());
    }

    @Test
    void isThatOfTheAttachment() {
        Hierarchy hierarchy = Hierarchy.of(attachment(), new TreeSet<>(List.of("32")), Frames.reference(4, "32"));

        assertThat(hierarchy.epciOfQpv()).containsExactlyInAnyOrderEntriesOf(Map.of("QP1", "A", "QP2", "B"));
        assertThat(hierarchy.departementOfQpv())
                .containsExactlyInAnyOrderEntriesOf(Map.of("QP1", "59", "QP2", "62", "QP3", "62"));
        assertThat(hierarchy.departementOfEpci())
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "59", "B", "59", "C", "62"));
        assertThat(hierarchy.regionOfDepartement())
                .containsExactlyInAnyOrderEntriesOf(Map.of("59", "32", "62", "32"));
        assertThat(hierarchy.regions()).containsExactly("32");
        assertThat(hierarchy.covered()).isFalse();
    }

    @ParameterizedTest(name = "regions {0} of the run, {1} QPV in {2}: {3}")
    @CsvSource({"32, 3, 32, 32", "32, 4, 32, ''", "44, 3, 32, ''", "32, 3, 44, ''"})
    void theFiguresOfTheTerritoryOfReferenceAreSumsWhereTheRunHasAllOfIt(
            String region, int qpv, String reference, String covered) {
        Hierarchy hierarchy =
                Hierarchy.of(attachment(), new TreeSet<>(List.of(region)), Frames.reference(qpv, reference));

        assertThat(String.join(" ", hierarchy.reference())).isEqualTo(covered);
    }

    @Test
    void anEpciWithACommuneElsewhereDoesNotLieWhollyInTheDepartementOfItsChapter() {
        Hierarchy hierarchy = Hierarchy.of(attachment(), new TreeSet<>(List.of("32")), Frames.reference(4, "32"));

        assertThat(hierarchy.epciWithin()).containsExactly("A", "C");
        assertThat(hierarchy.epciWithin("59")).containsExactly("A");
        assertThat(hierarchy.epciWithin("62")).containsExactly("C");
        assertThat(hierarchy.epciWithin("02")).isEmpty();
    }

    @ParameterizedTest(name = "two QPV of {0}: covers France {1}")
    @CsvSource({"3, false", "2, true", "1, true"})
    void isThatOfTheRowsOfABook(int qpvOfFrance, boolean wholeOfFrance) {
        Hierarchy hierarchy = Hierarchy.told(
                List.of(parents(Level.FRANCE, Frames.FRANCE.code(), "", "", ""), parents(Level.REG, "32", "", "", "32"),
                        parents(Level.DEP, "59", "", "59", "32"), parents(Level.EPCI, "A", "A", "59", "32"),
                        parents(Level.QPV, "QP1", "A", "59", "32"), parents(Level.QPV, "QP2", "", "59", "32")),
                new TreeSet<>(List.of("A")), Frames.reference(qpvOfFrance, "32"));

        assertThat(hierarchy).isEqualTo(new Hierarchy(
                new TreeMap<>(Map.of("QP1", "A")), new TreeMap<>(Map.of("QP1", "59", "QP2", "59")),
                new TreeMap<>(Map.of("A", "59")), new TreeMap<>(Map.of("59", "32")), new TreeSet<>(List.of("32")),
                new TreeSet<>(List.of("A")), wholeOfFrance ? new TreeSet<>(List.of("32")) : new TreeSet<>()));
    }

    private static Parents parents(Level level, String code, String epci, String departement, String region) {
        return new Parents(new Territory(level, code), epci, departement, region);
    }
}
