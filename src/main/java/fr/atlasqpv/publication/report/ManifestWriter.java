package fr.atlasqpv.publication.report;

import static fr.atlasqpv.publication.JsonFile.ordered;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.JsonFile;
import fr.atlasqpv.release.CatalogueJson;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.territory.ReferenceTerritory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code manifest.json}: what went in, which rules, which program, what came out, with fingerprints. No time, no
 * path of one machine: the same inputs give the same bytes. The page and the manifest itself are not among the outputs,
 * the page because it tells times.
 */
public final class ManifestWriter {
    /** Name of the file in the folder of the edition. */
    public static final String FILE_NAME = CatalogueJson.MANIFEST;
    /** Version of the format: raised when a key changes its meaning or goes. */
    public static final int FORMAT = 2;

    /**
     * Writes the file.
     *
     * @param folder folder of the edition, which exists
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(RunReport report, Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        EditionNotice edition = report.edition();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("edition", edition(edition));
        json.put("programme", ordered("version", edition.programVersion(), "empreinte", report.build()));
        json.put(
                "fichier_edition",
                ordered("chemin", report.job().path(), "octets", report.job().bytes(), "sha256",
                        report.job().sha256()));
        json.put("regles", report.rules().stream().map(r -> ordered("id", r.id(), "regle", r.text())).toList());
        json.put(CatalogueJson.KEY, CatalogueJson.write(report.catalogue()));
        json.put("detail", detail(edition));
        json.put("secret", report.secrecyRules());
        json.put("entrees", edition.sources().stream().map(ManifestWriter::input).toList());
        json.put("controles", report.checks().stream().map(ManifestWriter::check).toList());
        json.put("audit", report.audit());
        json.put("avis", notices(report));
        json.put("regions", report.regions().stream().map(ManifestWriter::region).toList());
        json.put("sorties", report.books().stream().map(ManifestWriter::book).toList());
        JsonFile.write(file, json);
        return file;
    }

    private static Map<String, Object> edition(EditionNotice e) {
        return ordered(
                "id", e.id(),
                "annee", e.year(),
                "titre", e.title(),
                "editeur", e.publisher(),
                "licence", e.licence(),
                "reference", reference(e.frame().reference()),
                "simulee", e.simulated());
    }

    private static Map<String, Object> reference(ReferenceTerritory r) {
        return ordered("code", r.code(), "libelle", r.label(), "regions", List.copyOf(r.regions()), "qpv", r.qpv());
    }

    /** What the second part of each PDF says of every QPV. */
    private static List<String> detail(EditionNotice e) {
        return e.book().detail().stream().flatMap(d -> d.columns().stream()).map(Indicator::id).toList();
    }

    private static Map<String, Object> input(SourceNotice s) {
        Map<String, Object> input = ordered(
                "id", s.id(),
                "libelle", s.label(),
                "producteur", s.producer(),
                "millesime", s.millesime(),
                "chemin", s.file(),
                "octets", s.bytes(),
                "sha256", told(s.sha256()),
                "lignes_lues", s.rowsRead(),
                "lignes_rejetees", s.rowsRejected(),
                "lignes_hors_champ", s.rowsOutOfScope(),
                "arrondi", s.rounded(),
                "simulee", s.simulated());
        if (!s.beside().isEmpty()) {
            input.put(
                    "avec",
                    s.beside().stream()
                            .map(b -> ordered("chemin", b.file(), "octets", b.bytes(), "sha256", told(b.sha256())))
                            .toList());
        }
        return input;
    }

    /** Null says that there is a fingerprint, and that it is not told. */
    private static String told(String sha256) {
        return sha256.isEmpty() ? null : sha256;
    }

    private static Map<String, Object> check(Check c) {
        return ordered("id", c.id(), "resultat", c.passed() ? "conforme" : "ecart");
    }

    private static Map<String, Object> notices(RunReport report) {
        Map<String, Object> byCode = new LinkedHashMap<>();
        NoticeGroup.of(report.notices()).forEach(group -> byCode.put(group.code(), group.notices().size()));
        return byCode;
    }

    private static Map<String, Object> region(RunReport.RegionBooks r) {
        return ordered("code", r.code(), "libelle", r.label(), "dossier", r.folder(), "qpv", r.qpv());
    }

    private static Map<String, Object> book(RunReport.Book b) {
        return ordered("chemin", b.path(), "octets", b.bytes(), "sha256", b.sha256());
    }
}
