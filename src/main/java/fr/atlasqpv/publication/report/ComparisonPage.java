package fr.atlasqpv.publication.report;

import fr.atlasqpv.publication.report.HtmlPage.Section;
import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.FigureNature;
import fr.atlasqpv.release.EditionComparison.SeriesBreak;
import fr.atlasqpv.release.EditionComparison.Shown;
import fr.atlasqpv.release.EditionComparison.TerritoryChange;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code comparaison.html}: a comparison to read, in a page that stands alone. */
public final class ComparisonPage {
    /** Name of the file. */
    public static final String FILE_NAME = "comparaison.html";

    private static final int ROWS = 200;

    /**
     * Writes the file.
     *
     * @param folder folder that exists
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(EditionComparison comparison, Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        Files.writeString(file, page(comparison).document(), StandardCharsets.UTF_8);
        return file;
    }

    private static HtmlPage page(EditionComparison comparison) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("synthese", "Synthèse", summary(comparison)));
        sections.add(new Section("territoires", "Territoires", territories(comparison)));
        sections.add(new Section("ruptures", "Ruptures de série", breaks(comparison)));
        sections.add(new Section(
                "ecarts", "Écarts de même millésime",
                figures(comparison, FigureNature.REVISION, "Valeurs de même millésime, avant et après",
                        "Aucune valeur de même millésime n’a changé.")));
        sections.add(new Section(
                "statuts", "Changements de statut",
                figures(comparison, FigureNature.STATUT, "Valeurs et statuts, avant et après",
                        "Aucun statut n’a changé.")));
        sections.add(new Section(
                "rupture-valeurs", "Valeurs de part et d’autre d’une rupture",
                figures(comparison, FigureNature.RUPTURE, "Valeurs de millésimes différents, avant et après",
                        "Aucune valeur n’a changé avec son millésime.")));
        sections.add(new Section("cellules", "Cellules apparues ou disparues", cells(comparison)));
        return new HtmlPage(
                "Comparaison",
                comparison.before() + " et " + comparison.after(),
                "Ce que les livres publient de part et d’autre ; rien n’est calculé à partir d’une cellule retenue.",
                "",
                sections,
                new Html("<p>Liste entière : <a href=\"comparaison.csv\">comparaison.csv</a>, "
                        + "<a href=\"comparaison.xlsx\">comparaison.xlsx</a>.</p>\n"));
    }

    private static Html summary(EditionComparison comparison) {
        HtmlTable table = new HtmlTable("Nombre de cellules et de territoires", "Changement", "#Nombre");
        table.row("Cellules identiques", comparison.unchanged());
        table.row("Valeurs changées, même millésime", comparison.figures(FigureNature.REVISION).size());
        table.row("Valeurs changées avec le millésime (rupture)", comparison.figures(FigureNature.RUPTURE).size());
        table.row("Statuts changés", comparison.figures(FigureNature.STATUT).size());
        table.row("Cellules retenues d’un côté au moins (aucun écart calculé)", comparison.withheld());
        table.row("Cellules apparues", comparison.figures(FigureNature.APPARUE).size());
        table.row("Cellules disparues", comparison.figures(FigureNature.DISPARUE).size());
        table.row("Territoires changés", comparison.territories().size());
        Map<String, Long> causes = new TreeMap<>();
        comparison.figures().stream().filter(c -> !c.cause().isEmpty())
                .forEach(c -> causes.merge(family(c.cause()), 1L, Long::sum));
        HtmlTable recognised = new HtmlTable("Causes reconnues", "Cause", "#Cellules");
        causes.forEach((cause, count) -> recognised.row(cause, count));
        return new Html(table.html("").markup() + (causes.isEmpty() ? "" : recognised.html("").markup()));
    }

    // What stands before the codes of one case
    private static String family(String cause) {
        return cause.split(" \\(|\u00a0: Q", 2)[0];
    }

    private static Html territories(EditionComparison comparison) {
        HtmlTable table =
                new HtmlTable("Territoires qui ont changé", "Changement", "Niveau", "Avant", "Nom", "Après",
                        "Nom après");
        for (TerritoryChange t : comparison.territories()) {
            table.row(
                    word(t.nature()),
                    t.level().name(),
                    Html.code(String.join(" ", t.before())),
                    t.labelBefore(),
                    Html.code(String.join(" ", t.after())),
                    t.labelAfter());
        }
        return table.html("Les territoires sont les mêmes.");
    }

    private static Html breaks(EditionComparison comparison) {
        HtmlTable table = new HtmlTable(
                "Indicateurs dont le millésime a changé : leurs écarts ne sont pas des évolutions",
                "Indicateur", "Millésime avant", "Millésime après", "#Cellules", "#Dont valeur changée");
        for (SeriesBreak b : comparison.breaks()) {
            table.row(Html.code(b.indicator().id()), b.before(), b.after(), b.cells(), b.changed());
        }
        return table.html("Aucun millésime n’a changé.");
    }

    private static Html figures(EditionComparison comparison, FigureNature nature, String caption, String whenEmpty) {
        List<FigureChange> all = comparison.figures(nature);
        boolean causes = all.stream().anyMatch(change -> !change.cause().isEmpty());
        List<String> headers = new ArrayList<>(List.of(
                "Territoire", "Indicateur", "Périmètre", "#Avant", "#Après", "#Écart", "#Écart relatif"));
        if (causes) {
            headers.add("Cause reconnue");
        }
        HtmlTable table = new HtmlTable(caption, headers.toArray(String[]::new));
        for (FigureChange change : foremost(all)) {
            List<Object> row = new ArrayList<>(List.of(
                    new Html(Html.code(change.key().territory().code()).markup() + " "
                            + Html.text(change.label()).markup()),
                    Html.code(change.key().indicator().id()),
                    change.key().perimeter() == Perimeter.QPV ? "QPV" : "ensemble",
                    shown(change.before()),
                    shown(change.after()),
                    signed(change.difference(), ""),
                    signed(change.relative(), "\u00a0%")));
            if (causes) {
                row.add(change.cause());
            }
            table.row(row.toArray());
        }
        String limit = all.size() <= ROWS ? ""
                : "<p>France, région et départements, puis les plus grands écarts relatifs\u00a0: " + ROWS
                        + " lignes sur " + Html.inWords(all.size()) + ".</p>\n";
        return new Html(limit + table.html(whenEmpty).markup());
    }

    // What a reader looks up first stands first, whatever its size; the page is not the list
    private static List<FigureChange> foremost(List<FigureChange> changes) {
        if (changes.size() <= ROWS) {
            return changes;
        }
        return changes.stream()
                .sorted(Comparator.comparing(ComparisonPage::detailed)
                        .thenComparing(change -> detailed(change) ? size(change).negate() : BigDecimal.ZERO))
                .limit(ROWS)
                .toList();
    }

    private static boolean detailed(FigureChange change) {
        return change.key().territory().level().compareTo(Level.DEP) > 0;
    }

    private static BigDecimal size(FigureChange change) {
        return change.relative() == null ? BigDecimal.ZERO : change.relative().abs();
    }

    private static Html shown(Shown shown) {
        if (shown == null) {
            return Html.text("–");
        }
        return shown.value().isEmpty()
                ? new Html("<span class=\"calm\">" + shown.status().id() + "</span>")
                : Html.text(french(shown.value())
                        + (shown.status().id().equals("publie") ? "" : " (" + shown.status().id() + ")"));
    }

    private static Html signed(BigDecimal number, String unit) {
        return number == null
                ? Html.text("–")
                : Html.text((number.signum() > 0 ? "+" : "") + french(number.toPlainString()).replace('-', '−') + unit);
    }

    // Digits by three, decimal comma
    private static String french(String plain) {
        String[] parts = plain.split("\\.", 2);
        String grouped = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f");
        return parts.length == 1 ? grouped : grouped + "," + parts[1];
    }

    private static Html cells(EditionComparison comparison) {
        HtmlTable table = new HtmlTable("Cellules par indicateur", "Indicateur", "#Apparues", "#Disparues");
        Map<String, long[]> counts = new TreeMap<>();
        for (FigureChange change : comparison.figures()) {
            if (change.nature() == FigureNature.APPARUE || change.nature() == FigureNature.DISPARUE) {
                counts.computeIfAbsent(change.key().indicator().id(),
                        id -> new long[2])[change.nature() == FigureNature.APPARUE ? 0 : 1]++;
            }
        }
        counts.forEach((id, count) -> table.row(Html.code(id), count[0], count[1]));
        return table.html("Les mêmes cellules existent de part et d’autre.");
    }

    private static String word(EditionComparison.TerritoryNature nature) {
        return switch (nature) {
            case NOUVEAU -> "nouveau";
            case DISPARU -> "disparu";
            case RENOMME -> "renommé";
            case RECODE -> "code changé";
            case FUSIONNE -> "fusionné";
            case SCINDE -> "scindé";
        };
    }
}
