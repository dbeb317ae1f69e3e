package fr.atlasqpv.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.CellStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wall 1: what the writers cannot reach, they cannot leak. */
class SecrecyByConstructionTest {
    /** Floors that hold nothing secret. */
    private static final List<String> OPEN_FLOORS = List.of("territory", "release", "cartography", "publication");
    /**
     * The vocabulary in which {@code release} speaks: addresses, statuses, and what an edition declares (names of measures,
     * forms of indicators); no count.
     */
    private static final Set<String> VOCABULARY = Set.of(
            Indicator.class.getName(), CellKey.class.getName(), CellStatus.class.getName(), Measure.class.getName(),
            Form.class.getName(), Catalogue.class.getName());

    private static final DescribedPredicate<JavaClass> MAY_HOLD_A_RAW_COUNT = DescribedPredicate.describe(
            "may hold a raw count",
            type -> AtlasClasses.isOurs(type)
                    && !OPEN_FLOORS.contains(AtlasClasses.floorOf(type.getBaseComponentType()))
                    && !VOCABULARY.contains(topLevel(type.getBaseComponentType())));

    private static String topLevel(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    @Test
    void writersAndMapsSeeOnlyWhatSecrecyHasReleased() {
        noClasses()
                .that().resideInAnyPackage("fr.atlasqpv.publication..", "fr.atlasqpv.cartography..")
                .should().dependOnClassesThat(MAY_HOLD_A_RAW_COUNT)
                .because("a writer sees a value or a status (release), never a raw count nor a withheld count; "
                        + "a class of indicator or secrecy that holds neither is added to VOCABULARY, with its reason")
                .allowEmptyShould(true)
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void whatIsReleasedHoldsNoRawCount() {
        noClasses()
                .that().resideInAPackage("fr.atlasqpv.release..")
                .should().dependOnClassesThat(MAY_HOLD_A_RAW_COUNT)
                .because("a raw count that release could carry would reach the writers with it")
                .check(AtlasClasses.PROGRAM);
    }
}
