package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.BookSpec;
import java.util.List;
import java.util.Optional;

/** What the books show. */
final class TemporaryBook {
    static final BookSpec SPEC = new BookSpec(
            Optional.of(Indicator.POPULATION),
            List.of(
                    new BookSpec.KeyFigure(Indicator.NB_QPV, "quartier prioritaire", "quartiers prioritaires",
                            Optional.of(Indicator.PART_QPV_FRANCE), "des QPV de France métropolitaine"),
                    new BookSpec.KeyFigure(Indicator.POPULATION, "habitant en QPV", "habitants en QPV",
                            Optional.of(Indicator.PART_POPULATION_QPV), "de la population")),
            Indicator.chapterIndicators(),
            List.of(
                    new BookSpec.Detail("indicateurs", List.of(
                            Indicator.POPULATION, Indicator.JEUNES_0_14, Indicator.REUSSITE_BREVET,
                            Indicator.TAUX_PAUVRETE,
                            Indicator.TYPOLOGIE_COHESION, Indicator.TAUX_EMPLOI_FEMMES, Indicator.TAUX_EMPLOI_HOMMES,
                            Indicator.TYPOLOGIE_EMPLOI, Indicator.TAUX_VACANCE, Indicator.NB_LOGEMENTS_SOCIAUX,
                            Indicator.PART_LOGEMENTS_SOCIAUX)),
                    new BookSpec.Detail("cadre de vie, collèges et programmes", List.of(
                            Indicator.TYPOLOGIE_CADRE_VIE, Indicator.COLLEGES_PUBLICS, Indicator.COLLEGES_REP,
                            Indicator.COLLEGES_REP_PLUS, Indicator.CITES_EDUCATIVES, Indicator.CITES_EMPLOI,
                            Indicator.ZFU,
                            Indicator.NPNRU, Indicator.QRR, Indicator.EMPLOIS_FRANCS))),
            List.of(
                    Indicator.TAUX_PAUVRETE, Indicator.TAUX_EMPLOI_FEMMES, Indicator.TAUX_EMPLOI_HOMMES,
                    Indicator.PART_LOGEMENTS_SOCIAUX, Indicator.JEUNES_0_14, Indicator.REUSSITE_BREVET,
                    Indicator.TAUX_VACANCE));

    private TemporaryBook() {}

    static boolean countsQpv(Indicator indicator) {
        return indicator.equals(Indicator.NB_QPV);
    }
}
