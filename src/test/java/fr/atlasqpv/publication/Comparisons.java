package fr.atlasqpv.publication;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.FigureNature;
import fr.atlasqpv.release.EditionComparison.SeriesBreak;
import fr.atlasqpv.release.EditionComparison.Shown;
import fr.atlasqpv.release.EditionComparison.TerritoryChange;
import fr.atlasqpv.release.EditionComparison.TerritoryNature;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.List;

/** Comparisons made up. */
public final class Comparisons {
    private static final CellKey POPULATION =
            CellKey.of(Level.QPV, "QN00001M", Perimeter.QPV, Indicators2022.POPULATION);
    /** A territory recoded, a break, a revision, a status that changed; names that a page would obey. */
    public static final EditionComparison SMALL = new EditionComparison(
            "2022",
            "2023",
            List.of(new TerritoryChange(
                    TerritoryNature.RECODE, Level.QPV, List.of("QP000001"), "=Une", List.of("QN00001M"), "<b>Une</b>")),
            List.of(new SeriesBreak(Indicators2022.TAUX_PAUVRETE, "2018", "2022", 52, 40)),
            List.of(
                    new FigureChange(
                            FigureNature.REVISION, POPULATION, "QP000001", "<b>Une</b>",
                            new Shown("12345", CellStatus.PUBLIE, false, "2018"),
                            new Shown("11345", CellStatus.PUBLIE, false, "2018"), new BigDecimal("-1000"),
                            new BigDecimal("-8.1"), ""),
                    new FigureChange(
                            FigureNature.STATUT,
                            CellKey.of(Level.QPV, "QN00001M", Perimeter.QPV, Indicators2022.TAUX_PAUVRETE), "QP000001",
                            "<b>Une</b>", new Shown("", CellStatus.SECRET, false, "2018"),
                            new Shown("", CellStatus.PUBLIE, false, "2018"), null, null, "cause")),
            1234,
            52);

    private Comparisons() {}
}
