package fr.atlasqpv.publication.readback;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.publication.csv.TidyBooks;
import fr.atlasqpv.publication.readback.EditionReadback.ReadEdition;
import fr.atlasqpv.release.Book2022;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionReadbackTest {
    private final PublishedAtlas atlas = PublishedAtlasFixture.small();

    @TempDir
    Path edition;

    @Test
    void anEditionIsReadWithItsAttachments() throws Exception {
        new TidyBooks().write(atlas, Files.createDirectory(edition.resolve(atlas.folder())));

        ReadEdition read = new EditionReadback().read(Book2022.manifest(edition));

        assertThat(read.defects()).isEmpty();
        assertThat(read.id()).isEqualTo("essai");
        assertThat(read.cells()).isEqualTo(atlas.cells());
        for (PublishedTerritory qpv : atlas.territories(Level.QPV)) {
            assertThat(read.parents().get(qpv.territory()).code()).isEqualTo(qpv.epci());
        }
    }

    @Test
    void twoRegionsThatSayOtherThingsOfFranceAreADefect() throws Exception {
        new TidyBooks().write(atlas, Files.createDirectory(edition.resolve(atlas.folder())));
        Path other = Files.createDirectory(edition.resolve("98-autre"));
        String france = Files.readString(edition.resolve(atlas.folder()).resolve("atlas-qpv-essai-99-donnees.csv"))
                .replace("population;64000000", "population;64000001");
        Files.writeString(other.resolve("atlas-qpv-essai-98-donnees.csv"), france);

        assertThat(new EditionReadback().read(Book2022.manifest(edition)).defects()).singleElement().asString()
                .contains("FRANCE");
    }
}
