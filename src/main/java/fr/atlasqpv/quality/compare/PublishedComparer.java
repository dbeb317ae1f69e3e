package fr.atlasqpv.quality.compare;

import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.FigureNature;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Correspondence;
import java.util.List;
import java.util.Map;

/**
 * Compares figures published elsewhere with an edition, so that an institute can hold its past books against ours. The
 * file may hold a part of the cells; what it does not hold is not told as new. Differences that have the mark of a known
 * error bear its cause.
 */
public final class PublishedComparer {
    private final ComparedEdition published;
    private final ComparedEdition edition;

    /**
     * @param published figures of the file
     * @param edition figures of the edition
     */
    public PublishedComparer(ComparedEdition published, ComparedEdition edition) {
        this.published = published;
        this.edition = edition;
    }

    /** The comparison; vintages are those of the edition, a file of figures seldom has any. */
    public EditionComparison compare() {
        EditionComparison all = new EditionComparer(sameVintages(), edition, Correspondence.NONE).compare();
        MisprintCauses causes = new MisprintCauses(published, edition);
        List<FigureChange> figures = all.figures()
                .stream()
                .filter(change -> change.nature() != FigureNature.APPARUE)
                .map(change -> change.because(causes.of(change)))
                .toList();
        return new EditionComparison(
                published.name(),
                edition.name(),
                all.territories()
                        .stream()
                        .filter(change -> change.nature() == EditionComparison.TerritoryNature.DISPARU)
                        .toList(),
                List.of(),
                figures,
                all.unchanged(),
                withheldInEither());
    }

    // What the file does not hold is not told: a cell of the edition alone is not counted either
    private long withheldInEither() {
        return published.cells()
                .entrySet()
                .stream()
                .filter(e -> edition.cells().containsKey(e.getKey()))
                .filter(e -> e.getValue().status() == CellStatus.SECRET
                        || edition.cells().get(e.getKey()).status() == CellStatus.SECRET)
                .count();
    }

    private ComparedEdition sameVintages() {
        return new ComparedEdition(
                published.name(), published.labels(), published.parents(), published.cells(), edition.vintages(),
                Map.of());
    }
}
