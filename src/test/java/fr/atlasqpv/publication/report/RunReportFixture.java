package fr.atlasqpv.publication.report;

import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.publication.JsonFile;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.territory.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A made-up run: every kind of notice, a check that fails, texts that would break a page. */
final class RunReportFixture {
    static final String HOSTILE = "<script>alert(1)</script>&\"'";

    private RunReportFixture() {}

    static RunReport report() {
        return report(Instant.parse("2026-03-04T05:06:07Z"), Duration.ofMillis(420));
    }

    static RunReport report(Instant startedAt, Duration ofAStep) {
        PublishedAtlas atlas = PublishedAtlasFixture.region(5, 8, 5);
        return new RunReport(
                atlas.edition(),
                Catalogue2022.CATALOGUE,
                new RunReport.JobFile("jobs/essai.yaml", 12_345, "0123456789abcdef".repeat(4)),
                "fedcba98".repeat(8),
                List.of(
                        new RunReport.Rule("taux_pauvrete",
                                "Publié si au moins 200 personnes et 11 ménages de chaque côté."),
                        new RunReport.Rule("part_logements_sociaux", "Moins de 5 : 5 ; plus de 95 : 95.")),
                SECRECY,
                List.of(new RunReport.RegionBooks("99", atlas.regionLabel(), atlas.folder(),
                        atlas.territories(Level.QPV).size())),
                notices(),
                decisions(),
                List.of(
                        new Check("additivite-population", "La population des départements fait celle de la région.",
                                true, "5 départements"),
                        new Check("derive", "Aucun taux ne s’éloigne de l’édition précédente.", false,
                                "2 taux à expliquer")),
                SecrecyCount.count(atlas.cells().values()),
                List.of("51 cellules retenues attaquées : aucune retrouvée, intervalle le plus étroit de 14 logements."),
                List.of(
                        new RunReport.Step("inventory", ofAStep, 27, "fichiers"),
                        new RunReport.Step("ingest", ofAStep.multipliedBy(6), 1_234_567, "lignes"),
                        new RunReport.Step("publish", ofAStep.multipliedBy(4), 1, "régions"),
                        new RunReport.Step("release", Duration.ofMillis(12), 0, "")),
                startedAt,
                List.of(
                        new RunReport.Book("99-hautes-terres/atlas-qpv-essai-99.xlsx", 262_600, "ab".repeat(32)),
                        new RunReport.Book("99-hautes-terres/atlas-qpv-essai-99.pdf", 1_262_600, "cd".repeat(32)),
                        new RunReport.Book("99-hautes-terres/atlas-qpv-essai-99-donnees.csv", 412_345, "ef".repeat(32)),
                        new RunReport.Book("99-hautes-terres/atlas-qpv-essai-99-territoires.csv", 12_345,
                                "01".repeat(32)),
                        new RunReport.Book("99-hautes-terres/datapackage.json", 999, "23".repeat(32))),
                List.of(new RunReport.Thumbnail(
                        "Carte d’essai " + HOSTILE,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 60 70\"><title>Carte</title>"
                                + "<path d=\"M5 5L50 12L55 60L12 65Z\" fill=\"#cfe3e6\" stroke=\"#0b5563\"/></svg>")));
    }

    /** Rules of secrecy by key. */
    static final SequencedMap<String, Object> SECRECY = new LinkedHashMap<>(Map.of(
            "primary", List.of(JsonFile.ordered("rule", "few-on-one-side", "minimum", BigDecimal.valueOf(11)))));

    private static List<RunReport.Notice> notices() {
        List<RunReport.Notice> notices = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            notices.add(new RunReport.Notice(
                    "sdes-rpls/logements.csv.gz", 1_000L + i, "CODE_QP", "code-qpv-inconnu", "WARNING",
                    "Code de quartier attendu (QP et six caractères). La ligne est rejetée.",
                    i == 0 ? HOSTILE : "QPX" + i));
        }
        notices.add(new RunReport.Notice("depp/brevet.csv", 17, "Presents", "nombre-illisible", "ERROR",
                "Un nombre était attendu ; corriger le fichier.", "=1+1"));
        notices.add(new RunReport.Notice("geo/contours.geojson", 0, "", "contour-absent", "INFO",
                "QP09A003 n’a pas de contour : ses collèges ne sont pas connus.", ""));
        return notices;
    }

    private static List<RunReport.Decision> decisions() {
        return List.of(
                new RunReport.Decision("qpv-a-cheval", "QP062040",
                        "1 443 habitants dans une commune, 73 dans l’autre : rattaché à la première."),
                new RunReport.Decision("qpv-a-cheval", "QP059017",
                        "Rattaché là où vivent la plupart de ses habitants."),
                new RunReport.Decision("epci-interdepartemental", "200043495",
                        "Rattaché au département de son siège."));
    }
}
