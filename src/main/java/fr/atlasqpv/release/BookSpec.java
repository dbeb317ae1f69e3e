package fr.atlasqpv.release;

import fr.atlasqpv.indicator.Indicator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the books show and in which order: the section {@code book} of the edition file. Everything drawn is drawn from this:
 * heads, bands, legends, alternative texts, columns of the workbook.
 *
 * @param inhabitants the count of inhabitants, for sizes and orders of territories; empty when the edition has none
 * @param keyFigures figures above the map of the region and of each département, in order
 * @param chapters columns of the tables by territory, in order; more than fit make further pages
 * @param detail tables of the QPV, one column list a page: the first stands on a left page, the second faces it
 * @param profiles indicators of the dot plots, in order
 * @param maps rates by whose classes the intercommunalités are coloured, in order
 * @param portraits rates of which the place of each QPV among others is told, in order
 * @param programmes indicators of lists, by which the QPV are counted and listed, in order
 * @param peers codes by whose classes the QPV are compared across the territories, in order
 */
public record BookSpec(
        Optional<Indicator> inhabitants,
        List<KeyFigure> keyFigures,
        List<Indicator> chapters,
        List<Detail> detail,
        List<Indicator> profiles,
        List<ThematicMap> maps,
        List<Indicator> portraits,
        List<Indicator> programmes,
        List<Indicator> peers) {
    /** Defensive copies. */
    public BookSpec {
        keyFigures = List.copyOf(keyFigures);
        chapters = List.copyOf(chapters);
        detail = List.copyOf(detail);
        profiles = List.copyOf(profiles);
        maps = List.copyOf(maps);
        portraits = List.copyOf(portraits);
        programmes = List.copyOf(programmes);
        peers = List.copyOf(peers);
    }

    /** The same with other classes on its maps. */
    public BookSpec mapped(UnaryOperator<ThematicMap> classes) {
        return new BookSpec(inhabitants, keyFigures, chapters, detail, profiles, maps.stream().map(classes).toList(),
                portraits, programmes, peers);
    }

    /**
     * A figure above a map, of those who live in the QPV of the territory.
     *
     * @param figure the figure printed large
     * @param one unit after it when it is 1 ({@code quartier prioritaire})
     * @param many unit after it otherwise ({@code quartiers prioritaires})
     * @param share the share that it makes, empty when none is printed
     * @param of what the share is taken of ({@code des QPV de France métropolitaine})
     */
    public record KeyFigure(Indicator figure, String one, String many, Optional<Indicator> share, String of) {}

    /**
     * A table with one row per QPV.
     *
     * @param title what its columns are about ({@code indicateurs})
     * @param columns indicators in order
     */
    public record Detail(String title, List<Indicator> columns) {
        /** Defensive copy. */
        public Detail {
            columns = List.copyOf(columns);
        }
    }
}
