package fr.atlasqpv.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.secrecy.Reviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer has before them: roles, rules, intervals and choices, and who has approved of it. */
class ReviewFilesTest {
    @TempDir
    private Path folder;

    private final ReviewFiles files = new ReviewFiles("Atlas d’essai", "clé d’essai", t -> "<" + t.code() + ">");

    @Test
    void aLineTellsWhyACellIsWithheldAndWhatIsLearntOfIt() throws IOException {
        files.write(Reviews.small(), folder);

        List<String> lines = Files.readAllLines(folder.resolve(ReviewFiles.CELLS));
        assertThat(lines.getFirst()).startsWith("tableau;niveau;code;nom;perimetre;indicateur;role;regles;effectif;");
        assertThat(lines).filteredOn(l -> l.contains(";QP000001;")).singleElement().asString()
                .startsWith("1;QPV;QP000001;<QP000001>;QPV;part_logements_sociaux;primaire;few-on-either-side, ")
                .contains("minimum: 11;493;0;500;");
        assertThat(lines).filteredOn(l -> l.contains(";complémentaire;;")).singleElement().asString().endsWith(";1;2");
    }

    @Test
    void thePageTellsTheSameWithTheChoicesOfTheDrawAndEscapesNames() throws IOException {
        String reviewed = files.write(Reviews.small(), folder);

        assertThat(folder.resolve(ReviewFiles.PAGE)).content()
                .contains("Atlas d’essai", "clé d’essai", reviewed, "&lt;QP000001&gt;", "primaire", "complémentaire",
                        "Cellules tirées, et celles qui pouvaient l’être à leur place", "Personne n’a signé")
                .doesNotContain("<QP000001>");
    }

    @Test
    void aSignatureIsForTheStateThatItNamesAndForNoOther() throws IOException {
        String small = files.write(Reviews.small(), folder);
        ReviewFiles.sign(Instant.parse("2027-03-01T09:30:00.123Z"), "A. Martin", "=vu", small, folder);

        assertThat(files.write(Reviews.small(), folder)).isEqualTo(small);
        assertThat(folder.resolve(ReviewFiles.PAGE)).content()
                .contains("A. Martin", "2027-03-01T09:30:00Z", "=vu", "ce qui est revu ici")
                .doesNotContain("un autre état");
        assertThat(files.write(Reviews.region(), folder)).isNotEqualTo(small);
        assertThat(folder.resolve(ReviewFiles.PAGE)).content().contains("un autre état (" + small + ")");
    }

    @Test
    void foldersOfTablesThatAreNoMoreAreGone() throws IOException {
        files.write(Reviews.small(), folder);
        files.write(new Review(List.of()), folder);

        assertThat(folder.resolve("tableau-01-part_logements_sociaux")).doesNotExist();
        assertThat(folder.resolve(ReviewFiles.PAGE)).content().contains("Aucune règle ne retient de cellule");
    }
}
