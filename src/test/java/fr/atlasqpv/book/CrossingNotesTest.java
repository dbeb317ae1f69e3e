package fr.atlasqpv.book;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.TableNote;
import fr.atlasqpv.territory.Frames;
import org.junit.jupiter.api.Test;

/** A QPV that crosses a border is noted in every chapter of the region that it touches, and another is not. */
class CrossingNotesTest {
    private static final String OVER_TWO =
            "Le quartier Deux (QP059002), en partie à L’Île, est compté dans le département Nord (59).";
    private static final String OTHER_REGION =
            "Le quartier Trois (QP059003) est compté dans le département Nord (59) et "
                    + "figure avec son intercommunalité, CC C, dans le chapitre Somme (80).";
    private static final String OTHER_CHAPTER = "Le quartier de la Gare (QP062001) est compté dans le département "
            + "Pas-de-Calais (62) et figure avec son intercommunalité, CA de l’A, dans le chapitre Nord (59).";

    private final CrossingNotes notes = new CrossingNotes(
            TwoRegions.attachment(), new Places(TwoRegions.attachment(), Frames.metropole().reference()));

    @Test
    void everyChapterConcernedHasTheNote() {
        assertThat(notes.of(TwoRegions.NORTH)).containsExactly(
                new TableNote("59", OVER_TWO), new TableNote("62", OVER_TWO), new TableNote("59", OTHER_REGION),
                new TableNote("59", OTHER_CHAPTER), new TableNote("62", OTHER_CHAPTER));
    }

    @Test
    void theOtherRegionHasThoseOfItsOwnChapters() {
        assertThat(notes.of(TwoRegions.SOUTH)).containsExactly(new TableNote("80", OTHER_REGION));
    }
}
