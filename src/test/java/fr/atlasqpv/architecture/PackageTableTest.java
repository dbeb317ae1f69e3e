package fr.atlasqpv.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wall 3: arrows run downwards only, as the table of packages in {@code docs/ARCHITECTURE.md} draws them. */
class PackageTableTest {
    /** Each package, from the ground floor up, and the packages it may use besides itself. */
    private static final Map<String, List<String>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("territory", List.of());
        TABLE.put("indicator", List.of("territory"));
        TABLE.put("secrecy", List.of("indicator", "territory"));
        TABLE.put("release", List.of("territory", "indicator", "secrecy"));
        TABLE.put("edition", List.of("territory", "indicator", "secrecy", "release"));
        TABLE.put("extract", List.of("edition", "territory", "indicator"));
        TABLE.put("book", List.of("territory", "indicator", "secrecy", "edition", "release"));
        TABLE.put("store", List.of("territory", "indicator", "secrecy", "edition", "extract", "release"));
        TABLE.put("quality", List.of("territory", "indicator", "secrecy", "edition", "extract", "release"));
        TABLE.put("cartography", List.of("territory", "indicator", "secrecy", "release"));
        TABLE.put("publication", List.of("territory", "indicator", "secrecy", "release", "cartography"));
        TABLE.put(
                "audit",
                List.of("territory", "indicator", "secrecy", "edition", "release", "cartography", "publication"));
        TABLE.put(
                "review", List.of("territory", "indicator", "secrecy", "edition", "release", "publication", "store"));
        TABLE.put("batch", everythingButTheCommandLine());
        List<String> everything = new ArrayList<>(everythingButTheCommandLine());
        everything.add("batch");
        TABLE.put("cli", List.copyOf(everything));
    }

    private static List<String> everythingButTheCommandLine() {
        return List.of(
                "territory", "indicator", "secrecy", "edition", "extract", "release", "book", "store", "quality",
                "cartography", "publication", "audit", "review");
    }

    static Stream<Arguments> rows() {
        return TABLE.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
    }

    @ParameterizedTest(name = "{0} may use {1}")
    @MethodSource("rows")
    void aPackageUsesOnlyTheFloorsBelowIt(String floor, List<String> below) {
        List<String> seen = Stream.concat(Stream.of(floor), below.stream()).toList();
        noClasses()
                .that().resideInAPackage(AtlasClasses.ROOT + "." + floor + "..")
                .should().dependOnClassesThat(AtlasClasses.ourClassesOutside(seen))
                .because("arrows run downwards only: %s may use %s (docs/ARCHITECTURE.md, table of packages)"
                        .formatted(floor, below.isEmpty() ? "nothing of the atlas" : String.join(", ", below)))
                .allowEmptyShould(true)
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void noPackageImportsBatchOrTheCommandLine() {
        noClasses()
                .that().resideOutsideOfPackages("fr.atlasqpv", "fr.atlasqpv.batch..", "fr.atlasqpv.cli..")
                .should().dependOnClassesThat().resideInAnyPackage("fr.atlasqpv.batch..", "fr.atlasqpv.cli..")
                .because("batch strings the phases together and cli starts it; no phase knows who calls it")
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("fr.atlasqpv.(*)..").should().beFreeOfCycles()
                .because("one batch, one direction: nothing flows back")
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void theWritersOfTheBooksDoNotKnowOneAnother() {
        slices().matching("fr.atlasqpv.publication.(*)..").should().notDependOnEachOther()
                .because(
                        "each writer starts from the same PublishedAtlas; what two writers share stands in publication")
                .allowEmptyShould(true)
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void onlyTheStoreSpeaksSql() {
        noClasses()
                .that().resideOutsideOfPackage("fr.atlasqpv.store..")
                .and().doNotHaveFullyQualifiedName("fr.atlasqpv.extract.GeoPackageFeatures")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.springframework.jdbc.core..")
                .because("the tables and their SQL have one home, so that H2 and PostgreSQL differ in one place; "
                        + "a GeoPackage is a file to be read, and is a database of its own")
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void everyPackageStandsInTheTable() {
        var floors = new TreeSet<String>();
        AtlasClasses.PROGRAM.forEach(type -> floors.add(AtlasClasses.floorOf(type)));
        floors.remove("");
        assertThat(TABLE.keySet())
                .as("a new package needs a row in docs/ARCHITECTURE.md and in this test: what it holds, what it may use")
                .containsAll(floors);
    }

    @Test
    void onlyTheEntryPointStandsAtTheRoot() {
        classes().that().resideInAPackage(AtlasClasses.ROOT).should().haveSimpleName("Atlas")
                .because("every other class belongs to a phase of the job or to a concept of the field")
                .check(AtlasClasses.PROGRAM.that(DescribedPredicate.describe(
                        "top-level classes", JavaClass::isTopLevelClass)));
    }
}
