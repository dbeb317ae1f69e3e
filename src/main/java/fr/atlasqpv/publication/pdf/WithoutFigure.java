package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.secrecy.CellStatus;
import java.util.HashSet;
import java.util.Set;

/** Indicators of which the edition has no figure at all. */
final class WithoutFigure {
    private WithoutFigure() {}

    static Set<Indicator> of(PublishedAtlas atlas) {
        Set<Indicator> without = new HashSet<>();
        atlas.edition().indicators().stream().map(IndicatorNotice::indicator).forEach(without::add);
        atlas.cells().values().stream()
                .filter(cell -> cell.status() != CellStatus.NON_DISPONIBLE)
                .forEach(cell -> without.remove(cell.indicator()));
        return without;
    }
}
