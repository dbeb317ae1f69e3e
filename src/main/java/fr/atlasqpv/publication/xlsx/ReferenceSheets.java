package fr.atlasqpv.publication.xlsx;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.IndicatorForm;
import fr.atlasqpv.publication.StatusNotice;
import fr.atlasqpv.publication.Tab;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.release.TableNote;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sheets that explain the figures: dictionary, typologies, statuses and secrecy, checks, provenance. */
final class ReferenceSheets {
    private ReferenceSheets() {}

    static Sheet dictionary(PublishedAtlas atlas) {
        List<Column> columns = List.of(
                Column.text("Indicateur", 24),
                Column.wrapped("Libellé", 36),
                Column.wrapped("Thème", 22),
                Column.wrapped("Définition", 60),
                Column.text("Unité", 14),
                Column.text("Forme", 10),
                Column.plain("Décimales", 11),
                Column.wrapped("Source", 40),
                Column.wrapped("Millésime", 22),
                Column.wrapped("Millésime des poids", 22),
                Column.wrapped("Règle de publication", 46),
                Column.text("Données simulées", 11),
                Column.wrapped("Colonne des feuilles par niveau", 40));
        List<List<Object>> rows = atlas.edition().indicators().stream().map(ReferenceSheets::entry).toList();
        return new Sheet(Tab.DICTIONARY.title(), "T_DICTIONNAIRE_" + atlas.region(), columns, rows, 1);
    }

    private static List<Object> entry(IndicatorNotice n) {
        Indicator indicator = n.indicator();
        return List.of(
                indicator.id(),
                n.label(),
                n.band(),
                n.definition(),
                n.unit(),
                IndicatorForm.of(indicator),
                indicator.decimals(),
                n.source(),
                n.millesime(),
                n.weights(),
                n.rule(),
                n.simulated() ? "oui" : "non",
                LevelSheets.header(n));
    }

    static Sheet typologies(PublishedAtlas atlas) {
        List<Column> columns = List.of(
                Column.text("Indicateur", 24),
                Column.text("Typologie", 40),
                Column.text("Code", 9),
                Column.wrapped("Signification", 70));
        Map<String, String> labels = atlas.edition().indicators().stream()
                .collect(Collectors.toMap(n -> n.indicator().id(), IndicatorNotice::label));
        List<List<Object>> rows = new ArrayList<>();
        new TreeMap<>(atlas.edition().typologies()).forEach((indicator, codes) -> codes.forEach(
                (code, meaning) -> rows
                        .add(List.of(indicator, labels.getOrDefault(indicator, indicator), code, meaning))));
        return new Sheet(Tab.TYPOLOGIES.title(), "T_TYPOLOGIES_" + atlas.region(), columns, rows, 0);
    }

    static Sheet secrecy(PublishedAtlas atlas) {
        List<Column> columns = List.of(
                Column.text("Rubrique", 24),
                Column.text("Objet", 44),
                Column.text("Niveau", 10),
                Column.text("Statut", 16),
                Column.integer("Cellules", 11),
                Column.wrapped("Explication", 80));
        List<List<Object>> rows = new ArrayList<>();
        for (CellStatus status : CellStatus.values()) {
            long count = atlas.cells().values().stream().filter(c -> c.status() == status).count();
            rows.add(note("Légende", "Statut", null, status.id(), count, StatusNotice.of(status).meaning()));
        }
        long estimated = atlas.cells().values().stream().filter(PublishedCell::estimated).count();
        rows.add(note(
                "Légende",
                "Marque « estimé »",
                null,
                null,
                estimated,
                "1 : la valeur repose en partie sur un taux multiplié par sa base, ou sur les seules parts connues."));
        for (IndicatorNotice notice : atlas.edition().indicators()) {
            if (!notice.rule().isBlank()) {
                rows.add(note("Règle de publication", notice.label(), null, null, null, notice.rule()));
            }
        }
        withheld(atlas, rows);
        for (TableNote note : atlas.notes()) {
            rows.add(note("Note", departement(atlas, note), null, null, null, note.text()));
        }
        return new Sheet(Tab.SECRECY.title(), "T_NOTES_ET_SECRET_" + atlas.region(), columns, rows, 0);
    }

    private static String departement(PublishedAtlas atlas, TableNote note) {
        return atlas.territories(Level.DEP)
                .stream()
                .filter(t -> t.territory().code().equals(note.departement()))
                .map(t -> t.label() + " (" + note.departement() + ")")
                .findFirst()
                .orElse(note.departement());
    }

    private static void withheld(PublishedAtlas atlas, List<List<Object>> rows) {
        for (IndicatorNotice notice : atlas.edition().indicators()) {
            for (Level level : Level.values()) {
                List<PublishedCell> cells = atlas.cells().values().stream()
                        .filter(c -> c.indicator().equals(notice.indicator()) && c.key().territory().level() == level)
                        .toList();
                long withheld = cells.stream().filter(c -> c.status() == CellStatus.SECRET).count();
                if (withheld > 0) {
                    String share = withheld + " cellule" + (withheld > 1 ? "s" : "") + " sur " + cells.size() + ".";
                    rows.add(note("Cellules retenues", notice.label(), level.name(), "secret", withheld, share));
                }
            }
        }
    }

    private static List<Object> note(
            String heading, String subject, String level, String status, Long count, String explanation) {
        return Arrays.asList(heading, subject, level, status, count, explanation);
    }

    static Sheet checks(PublishedAtlas atlas) {
        List<Column> columns = List.of(
                Column.text("Contrôle", 36),
                Column.wrapped("Objet", 60),
                Column.text("Résultat", 14),
                Column.wrapped("Détail", 80));
        List<List<Object>> rows = atlas.checks().stream().map(ReferenceSheets::check).toList();
        return new Sheet(Tab.CHECKS.title(), "T_CONTROLES_" + atlas.region(), columns, rows, 0);
    }

    private static List<Object> check(Check check) {
        return List.of(check.id(), check.label(), check.passed() ? "conforme" : "écart", check.detail());
    }

    static Sheet provenance(PublishedAtlas atlas) {
        List<Column> columns = List.of(
                Column.text("Source", 26),
                Column.wrapped("Libellé", 40),
                Column.wrapped("Producteur", 24),
                Column.text("Millésime", 16),
                Column.text("Fichier", 30),
                Column.integer("Octets", 14),
                Column.integer("Lignes lues", 13),
                Column.integer("Lignes rejetées", 13),
                Column.integer("Lignes hors champ", 13),
                Column.wrapped("Licence", 28),
                Column.text("Données simulées", 11),
                Column.text("SHA-256", 66));
        List<List<Object>> rows = atlas.edition().sources().stream().map(ReferenceSheets::source).toList();
        return new Sheet(Tab.PROVENANCE.title(), "T_PROVENANCE_" + atlas.region(), columns, rows, 1);
    }

    private static List<Object> source(SourceNotice s) {
        return List.of(
                s.id(),
                s.label(),
                s.producer(),
                s.millesime(),
                s.file(),
                s.bytes(),
                s.rowsRead(),
                s.rowsRejected(),
                s.rowsOutOfScope(),
                s.licence(),
                s.simulated() ? "oui" : "non",
                s.sha256().isEmpty() ? "non publiée" : s.sha256());
    }
}
