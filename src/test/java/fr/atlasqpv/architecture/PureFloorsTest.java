package fr.atlasqpv.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Wall 2: the rules of the field are pure functions on records, tested in milliseconds. */
class PureFloorsTest {
    @Test
    void territoryKnowsOnlyTheJdkAndGeometry() {
        classes()
                .that().resideInAPackage("fr.atlasqpv.territory..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        "fr.atlasqpv.territory..", "java.lang..", "java.util..", "java.math..", "java.time..",
                        "java.text..",
                        "org.locationtech.jts..")
                .because("attaching a QPV needs neither a database nor a framework, only points and contours")
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void indicatorSecrecyAndBookKnowNoFrameworkNoDatabaseAndNoWriter() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "fr.atlasqpv.territory..", "fr.atlasqpv.indicator..", "fr.atlasqpv.secrecy..",
                        "fr.atlasqpv.book..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.springframework..", "jakarta..", "java.sql..", "javax.sql..", "org.h2..",
                        "org.postgresql..",
                        "org.flywaydb..", "com.zaxxer..", "org.openpdf..", "com.lowagie..", "org.apache.poi..",
                        "org.apache.commons.csv..", "tools.jackson..", "com.fasterxml..", "picocli..", "me.tongfei..")
                .because("a rule that can be read, run and checked alone can be trusted")
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void onlyItsWriterAndItsReaderKnowPdf() {
        noClasses()
                .that().resideOutsideOfPackages("fr.atlasqpv.publication..")
                .should().dependOnClassesThat().resideInAnyPackage("org.openpdf..", "com.lowagie..")
                .because("the form of a book is decided in its writer and nowhere else")
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void onlyOnePackageKnowsTheOptionalValidator() {
        noClasses()
                .that().resideOutsideOfPackage("fr.atlasqpv.publication.conformity..")
                .should().dependOnClassesThat().resideInAnyPackage("org.verapdf..")
                .because("veraPDF may be absent: who asks for a judgement asks PdfJudge whether there is one")
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void onlyTheReadersOfExtractsKnowTheFormatsOfMaps() {
        noClasses()
                .that().resideOutsideOfPackage("fr.atlasqpv.extract..")
                .should().dependOnClassesThat().resideInAnyPackage("io.roastedroot..", "com.linuxense..")
                .because("what a file of contours is made of ends where its contours are read")
                .check(AtlasClasses.PROGRAM);
    }

    @Test
    void workbooksAreReadAsExtractsAndWrittenAsBooks() {
        noClasses()
                .that().resideOutsideOfPackages("fr.atlasqpv.extract..", "fr.atlasqpv.publication..")
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.poi..")
                .because("what lies between the extract and the book is records, not cells of a sheet")
                .check(AtlasClasses.PROGRAM);
    }
}
