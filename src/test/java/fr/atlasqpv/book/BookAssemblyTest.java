package fr.atlasqpv.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookAssemblyTest {
    private static final Path MINIMAL = Path.of("src/test/resources/fr/atlasqpv/edition/minimal.yaml");

    @TempDir
    private Path folder;

    private Edition edition = EditionFile.load(MINIMAL);
    private final SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();

    private static CellKey key(Level level, String code) {
        return CellKey.of(level, code, level == Level.QPV ? Perimeter.QPV : Perimeter.ENSEMBLE,
                Indicators2022.POPULATION);
    }

    private static SourceNotice source(String id, String group) {
        return new SourceNotice(id, group, "L", "P", "M", "f", 1, "0", List.of(), 1, 0, 0, "L", false, false);
    }

    private BookAssembly books() {
        Stream.of(
                key(Level.REG, "32"), key(Level.REG, "22"), key(Level.DEP, "59"), key(Level.DEP, "80"),
                key(Level.EPCI, TwoRegions.A), key(Level.EPCI, TwoRegions.C), key(Level.QPV, "QP059001"),
                key(Level.QPV, "QP059003"))
                .forEach(k -> cells.put(k, new PublishedCell(k, BigDecimal.ONE, null, CellStatus.PUBLIE, false)));
        return new BookAssembly(
                edition, "1", List.of(), TwoRegions.attachment(), cells, TwoRegions.ground(500), List.of(), List.of());
    }

    @Test
    void aBookHoldsTheFiguresOfItsOwnTerritoriesAndNoOther() {
        PublishedAtlas north = books().of("32");

        assertThat(north.cells()).containsOnlyKeys(
                key(Level.REG, "32"), key(Level.DEP, "59"), key(Level.EPCI, TwoRegions.A), key(Level.QPV, "QP059001"));
        assertThat(north.regionLabel()).isEqualTo("Hauts-de-France");
        assertThat(books().of("22").cells()).containsOnlyKeys(
                key(Level.REG, "22"), key(Level.DEP, "80"), key(Level.EPCI, TwoRegions.C), key(Level.QPV, "QP059003"));
    }

    /** All in the order of the book, those that are named besides. */
    @ParameterizedTest
    @CsvSource({"1, 59, 80", "9, 59, ''"})
    void everyEpciWithSoManyQpvHasAZoom(int from, String north, String west) {
        edition = EditionFile.load(written(from));

        assertThat(books().of("32").zooms()).extracting(ZoomMap::departement).containsExactly(north);
        assertThat(books().of("22").zooms()).extracting(ZoomMap::departement)
                .isEqualTo(west.isEmpty() ? List.of() : List.of(west));
    }

    private Path written(int from) {
        try {
            Path file = folder.resolve("edition.yaml");
            return Files.writeString(file, Files.readString(MINIMAL) + "\nzooms-from: " + from + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aZoomThatTheEditionAsksForStandsInTheChapterOfItsEpci() {
        assertThat(edition.zooms()).containsExactly(TwoRegions.A);
        assertThat(books().of("32").zooms()).containsExactly(new ZoomMap(TwoRegions.A, "59"));
        assertThat(books().of("22").zooms()).isEmpty();
    }

    @Test
    void mapsShowTheRegionAndWhatIsNear() {
        assertThat(books().of("32").communes()).extracting(c -> c.code()).contains("59001").doesNotContain("80001");
        assertThat(books().of("32").departements()).hasSize(3);
    }

    @Test
    void anUnknownRegionHasNoBook() {
        assertThatThrownBy(() -> books().of("99")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99");
    }

    @Test
    void inputsStandUnderOneHeadingEachInTheOrderOfTheEdition() {
        EditionNotice notice = BookAssembly.notice(edition, "1", List.of(
                source("z", "Recensement"), source("b", "Logement"), source("a", "Recensement"),
                source("c", "Logement")), List.of("Une réserve.", "Une autre."));

        assertThat(notice.text(EditionNotice.RESERVES)).isEqualTo("- Une réserve.\n- Une autre.");
        assertThat(notice.sources()).extracting(SourceNotice::id).containsExactly("z", "a", "b", "c");
        assertThat(notice.programVersion()).isEqualTo("1");
    }
}
