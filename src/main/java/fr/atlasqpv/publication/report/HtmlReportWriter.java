package fr.atlasqpv.publication.report;

import fr.atlasqpv.publication.StatusNotice;
import fr.atlasqpv.publication.report.HtmlPage.Section;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code rapport.html}: one page, in French, that opens without network and says what went in, what was rejected
 * and why, what was decided, withheld and checked, how long it took, and where the books are.
 */
public final class HtmlReportWriter {
    /** Name of the file in the folder of the edition. */
    public static final String FILE_NAME = "rapport.html";

    private static final int EXAMPLES = 5;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH 'h' mm 'TU'", Locale.FRENCH).withZone(ZoneOffset.UTC);

    /**
     * Writes the file.
     *
     * @param folder folder of the edition, which exists; links to the books are relative to it
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(RunReport report, Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        Files.writeString(file, page(report).document(), StandardCharsets.UTF_8);
        return file;
    }

    private static HtmlPage page(RunReport report) {
        EditionNotice edition = report.edition();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("synthese", "Synthèse", summary(report)));
        sections.add(new Section("livres", "Livres", books(report)));
        if (!report.maps().isEmpty()) {
            sections.add(new Section("cartes", "Cartes", maps(report)));
        }
        sections.add(new Section("sources", "Fichiers lus", inputs(edition)));
        sections.add(new Section("avis", "Rejets et avis", notices(report)));
        sections.add(new Section("rattachements", "Rattachements", decisions(report)));
        sections.add(new Section("secret", "Secret statistique", secrecy(report)));
        sections.add(new Section("controles", "Contrôles", checks(report)));
        sections.add(new Section("durees", "Durées", steps(report)));
        sections.add(new Section("regles", "Règles et versions", rules(report)));
        return new HtmlPage(
                "Rapport de production",
                edition.title() + ", édition " + edition.year(),
                edition.publisher() + " – " + edition.date(),
                edition.simulated() ? "Données en partie simulées : ces chiffres ne décrivent pas la réalité." : "",
                sections,
                footer(report));
    }

    private static Html summary(RunReport report) {
        List<SourceNotice> sources = report.edition().sources();
        long rejected = sources.stream().mapToLong(SourceNotice::rowsRejected).sum();
        long cells = report.secrecy().stream().mapToLong(SecrecyCount::cells).sum();
        long withheld = report.secrecy().stream().mapToLong(count -> count.of(CellStatus.SECRET)).sum();
        long failed = report.checks().stream().filter(check -> !check.passed()).count();
        Duration total = report.steps().stream().map(RunReport.Step::duration).reduce(Duration.ZERO, Duration::plus);
        StringBuilder cards = new StringBuilder("<dl class=\"cards\">\n");
        card(cards, report.regions().size() > 1 ? "régions publiées" : "région publiée",
                Html.number(report.regions().size()), false);
        card(cards, "fichiers lus", Html.number(sources.size()), false);
        card(cards, "lignes lues", Html.number(sources.stream().mapToLong(SourceNotice::rowsRead).sum()), false);
        card(cards, "lignes rejetées", Html.number(rejected), rejected > 0);
        card(cards, "cellules dans les livres", Html.number(cells), false);
        card(cards, "cellules retenues (secret)", Html.number(withheld), false);
        card(cards, failed > 0 ? "contrôles en écart" : "contrôles conformes",
                Html.number(failed > 0 ? failed : report.checks().size()), failed > 0);
        card(cards, "durée des étapes", Html.duration(total), false);
        return new Html(cards.append("</dl>\n").toString());
    }

    private static void card(StringBuilder cards, String term, Html figure, boolean alert) {
        cards.append(alert ? "<div class=\"alert\"><dt>" : "<div><dt>")
                .append(Html.text(term).markup())
                .append("</dt><dd>")
                .append(figure.markup())
                .append("</dd></div>\n");
    }

    private static Html books(RunReport report) {
        HtmlTable table = new HtmlTable(
                "Livres par région", "Région", "#QPV", "Volume", "Classeur", "Données", "Territoires", "Description");
        for (RunReport.RegionBooks region : report.regions()) {
            List<RunReport.Book> books = report.books()
                    .stream()
                    .filter(book -> book.path().startsWith(region.folder() + "/"))
                    .toList();
            table.row(
                    region.label() + " (" + region.code() + ")",
                    region.qpv(),
                    link(books, ".pdf", "PDF"),
                    link(books, ".xlsx", "XLSX"),
                    link(books, "-donnees.csv", "CSV"),
                    link(books, "-territoires.csv", "CSV"),
                    link(books, "datapackage.json", "JSON"));
        }
        HtmlTable files = new HtmlTable("Empreintes des fichiers", "Fichier", "#Taille", "SHA-256");
        report.books().forEach(
                b -> files.row(anchor(b.path(), b.path()), Html.size(b.bytes()), Html.fingerprint(b.sha256())));
        return new Html(table.html("Cette exécution n’a laissé aucun livre.").markup()
                + (report.books().isEmpty() ? ""
                        : folded("Empreintes", report.books().size(), files.html("")).markup()));
    }

    private static Html link(List<RunReport.Book> books, String end, String name) {
        Optional<RunReport.Book> book = books.stream().filter(b -> b.path().endsWith(end)).findFirst();
        return book.map(b -> new Html(anchor(b.path(), name).markup() + " <span class=\"calm\">"
                + Html.size(b.bytes()).markup() + "</span>"))
                .orElse(Html.text("–"));
    }

    private static Html anchor(String path, String name) {
        String address =
                java.net.URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
        return new Html("<a href=\"" + Html.text(address).markup() + "\">" + Html.text(name).markup() + "</a>");
    }

    private static Html maps(RunReport report) {
        StringBuilder html = new StringBuilder("<div class=\"maps\">\n");
        for (RunReport.Thumbnail map : report.maps()) {
            html.append("<figure>").append(map.svg()).append("<figcaption>").append(Html.text(map.title()).markup());
            html.append("</figcaption></figure>\n");
        }
        return new Html(html.append("</div>\n").toString());
    }

    private static Html inputs(EditionNotice edition) {
        Map<String, HtmlTable> groups = new LinkedHashMap<>();
        for (SourceNotice s : edition.sources()) {
            groups.computeIfAbsent(s.group(), group -> new HtmlTable(
                    group, "Source", "Producteur, millésime", "Fichier et empreinte SHA-256", "#Taille", "#Lignes lues",
                    "#Rejetées", "#Hors champ"))
                    .row(
                            s.simulated() ? marked(s.label()) : Html.text(s.label()),
                            s.producer() + ", " + s.millesime(),
                            new Html(Html.code(s.file()).markup() + "<br>" + Html.fingerprint(s.sha256()).markup()),
                            Html.size(s.bytes()),
                            s.rowsRead(),
                            s.rowsRejected() > 0
                                    ? new Html(
                                            "<span class=\"bad\">" + Html.number(s.rowsRejected()).markup() + "</span>")
                                    : Html.number(0),
                            s.rowsOutOfScope());
        }
        StringBuilder html = new StringBuilder();
        groups.values().forEach(table -> html.append(table.html("").markup()));
        return html.isEmpty() ? new HtmlTable("", "").html("Aucun fichier n’a été lu.") : new Html(html.toString());
    }

    private static Html marked(String label) {
        return new Html(Html.text(label).markup() + " <span class=\"tag warn\">simulé</span>");
    }

    private static Html notices(RunReport report) {
        List<NoticeGroup> groups = NoticeGroup.of(report.notices());
        HtmlTable table = new HtmlTable("Avis par code", "Code", "Gravité", "#Nombre", "Fichiers");
        StringBuilder examples = new StringBuilder();
        for (NoticeGroup group : groups) {
            List<String> files = group.notices().stream().map(RunReport.Notice::file).distinct().toList();
            String shown =
                    String.join(", ", files.subList(0, Math.min(3, files.size()))) + (files.size() > 3 ? " …" : "");
            table.row(Html.code(group.code()), severity(group), group.notices().size(), Html.code(shown));
            examples.append(folded(
                    group.code(), group.notices().size(), examples(group), group.severity().equals("ERROR")).markup());
        }
        if (groups.isEmpty()) {
            return table.html("Aucun avis : chaque ligne lue a servi ou était hors champ.");
        }
        return new Html(table.html("").markup() + "<h3>Exemples</h3>\n<p>Jusqu’à " + EXAMPLES
                + "\u00a0exemples par code ; la liste entière est dans "
                + anchor(NoticesCsvWriter.FILE_NAME, NoticesCsvWriter.FILE_NAME).markup()
                + ".</p>\n" + examples);
    }

    private static Html severity(NoticeGroup group) {
        String look = switch (group.severity()) {
            case "ERROR" -> "bad";
            case "WARNING" -> "warn";
            default -> "calm";
        };
        return new Html("<span class=\"tag " + look + "\">" + group.severityInWords() + "</span>");
    }

    private static Html examples(NoticeGroup group) {
        HtmlTable table = new HtmlTable("Exemples : " + group.code(), "Fichier", "#Ligne", "Colonne", "Lu", "Message");
        group.notices()
                .stream()
                .limit(EXAMPLES)
                .forEach(n -> table.row(
                        Html.code(n.file()),
                        n.line() == 0 ? Html.text("–") : Html.number(n.line()),
                        n.column(),
                        Html.code(n.value()),
                        n.message()));
        return table.html("");
    }

    private static Html decisions(RunReport report) {
        Map<String, HtmlTable> byRule = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RunReport.Decision d : report.decisions()) {
            byRule.computeIfAbsent(d.rule(), rule -> new HtmlTable("Règle : " + rule, "Territoire", "Décision"))
                    .row(Html.code(d.subject()), d.text());
            counts.merge(d.rule(), 1, Integer::sum);
        }
        if (byRule.isEmpty()) {
            return new HtmlTable("", "").html("Aucun rattachement n’a demandé de choix.");
        }
        StringBuilder html = new StringBuilder(
                "<p>Choix que le rattachement des intercommunalités et des quartiers a faits, règle par règle.</p>\n");
        byRule.forEach((rule, table) -> html.append(folded(rule, counts.get(rule), table.html("")).markup()));
        return new Html(html.toString());
    }

    private static Html secrecy(RunReport report) {
        HtmlTable table = new HtmlTable(
                "Cellules retenues sur cellules existantes, par indicateur et niveau",
                "Indicateur", "#France", "#Région", "#Département", "#EPCI", "#QPV", "#Bornées", "#Estimées");
        Map<String, List<SecrecyCount>> byIndicator = new LinkedHashMap<>();
        report.secrecy().forEach(c -> byIndicator.computeIfAbsent(label(report, c), id -> new ArrayList<>()).add(c));
        byIndicator.forEach((label, counts) -> table.row(
                label,
                withheld(counts, Level.FRANCE),
                withheld(counts, Level.REG),
                withheld(counts, Level.DEP),
                withheld(counts, Level.EPCI),
                withheld(counts, Level.QPV),
                counts.stream().mapToLong(c -> c.of(CellStatus.PLAFONNE) + c.of(CellStatus.PLANCHER)).sum(),
                counts.stream().mapToLong(SecrecyCount::estimated).sum()));
        StringBuilder html =
                new StringBuilder("<p>Une cellule retenue l’est pour elle-même ou pour en protéger une autre : "
                        + "les livres ne le distinguent pas, ce rapport non plus.</p>\n");
        html.append(table.html("Aucune cellule n’a été calculée.").markup());
        if (!report.audit().isEmpty()) {
            html.append("<h3>Attaque des livres</h3>\n<ul>\n");
            report.audit().forEach(line -> html.append("<li>").append(Html.text(line).markup()).append("</li>\n"));
            html.append("</ul>\n");
        }
        HtmlTable legend = new HtmlTable("Statuts d’une valeur", "Statut", "Signification", "#Cellules");
        for (CellStatus status : CellStatus.values()) {
            legend.row(
                    Html.code(status.id()),
                    StatusNotice.of(status).meaning(),
                    report.secrecy().stream().mapToLong(c -> c.of(status)).sum());
        }
        return new Html(html.append(legend.html("").markup()).toString());
    }

    private static String label(RunReport report, SecrecyCount count) {
        return report.edition()
                .indicators()
                .stream()
                .filter(n -> n.indicator().equals(count.indicator()))
                .map(n -> n.label())
                .findFirst()
                .orElse(count.indicator().id());
    }

    private static Html withheld(List<SecrecyCount> counts, Level level) {
        Optional<SecrecyCount> count = counts.stream().filter(c -> c.level() == level).findFirst();
        return count.map(c -> {
            String share = Html.inWords(c.of(CellStatus.SECRET)) + "\u00a0/\u00a0" + Html.inWords(c.cells());
            return new Html(c.of(CellStatus.SECRET) > 0 ? "<strong>" + share + "</strong>" : share);
        }).orElse(Html.text("–"));
    }

    private static Html checks(RunReport report) {
        HtmlTable table = new HtmlTable("Contrôles de l’édition", "Contrôle", "Résultat", "Ce qui a été comparé");
        for (Check check : report.checks()) {
            table.row(
                    check.label(),
                    new Html(check.passed()
                            ? "<span class=\"tag good\">✓ conforme</span>"
                            : "<span class=\"tag bad\">✗ écart</span>"),
                    check.detail());
        }
        return table.html("Aucun contrôle n’a été fait.");
    }

    private static Html steps(RunReport report) {
        long longest = report.steps().stream().mapToLong(s -> s.duration().toMillis()).max().orElse(0);
        HtmlTable table = new HtmlTable("Durée de chaque étape", "Étape", "#Durée", "Part", "#Traité", "Unité");
        for (RunReport.Step step : report.steps()) {
            long percent = longest == 0 ? 0 : Math.round(100.0 * step.duration().toMillis() / longest);
            table.row(
                    step.name(),
                    Html.duration(step.duration()),
                    new Html("<span class=\"bar\" style=\"width:" + percent * 12 / 100.0 + "rem\"></span>"),
                    step.unit().isEmpty() ? Html.text("–") : Html.number(step.count()),
                    step.unit());
        }
        String started = report.startedAt() == null
                ? ""
                : "<p>Exécution lancée le " + Html.text(MOMENT.format(report.startedAt())).markup() + ".</p>\n";
        return new Html(started + table.html("Aucune étape n’a tourné.").markup());
    }

    private static Html rules(RunReport report) {
        HtmlTable rules = new HtmlTable("Règles de l’édition", "Porte sur", "Règle");
        report.rules().forEach(rule -> rules.row(rule.id(), rule.text()));
        HtmlTable versions = new HtmlTable("Programme et fichier d’édition", "Élément", "Valeur");
        versions.row("Version du programme", report.edition().programVersion());
        versions.row("Empreinte du programme", Html.fingerprint(report.build()));
        versions.row("Fichier d’édition", Html.code(report.job().path()));
        versions.row("Empreinte du fichier d’édition", Html.fingerprint(report.job().sha256()));
        return new Html(rules.html("L’édition n’a pas de règle.").markup() + versions.html("").markup());
    }

    private static Html footer(RunReport report) {
        return new Html("<p>" + Html.text(report.edition().licence() + " – " + report.edition().contact()).markup()
                + ". Empreintes et lignes par fichier : "
                + anchor(ManifestWriter.FILE_NAME, ManifestWriter.FILE_NAME).markup()
                + ".</p>\n");
    }

    private static Html folded(String title, int count, Html content) {
        return folded(title, count, content, false);
    }

    private static Html folded(String title, int count, Html content, boolean open) {
        return new Html((open ? "<details open>" : "<details>") + "\n<summary>" + Html.text(title).markup()
                + " <span class=\"count\">("
                + Html.inWords(count) + ")</span></summary>\n" + content.markup() + "</details>\n");
    }
}
