package fr.atlasqpv.batch;

import fr.atlasqpv.audit.Finding;
import fr.atlasqpv.audit.SimulatedFigures;
import fr.atlasqpv.book.BookAssembly;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.edition.RulesReader;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.JsonFile;
import fr.atlasqpv.publication.report.HtmlReportWriter;
import fr.atlasqpv.publication.report.NoticesCsvWriter;
import fr.atlasqpv.publication.report.ReportBooks;
import fr.atlasqpv.publication.report.RunReport;
import fr.atlasqpv.publication.report.SecrecyCount;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.release.Typography;
import fr.atlasqpv.store.OwnersOnly;
import fr.atlasqpv.store.RunRecord;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a run says of itself: beside the books when they are released, in the work folder when they are not. */
record EditionReport(RunRequest request, AtlasDossier dossier, Supplier<SequencedMap<String, Duration>> times,
        RunTables tables) {
    private static final String NUMBER = "[0-9][0-9\u00a0\u202f]*";
    /** The number of a row, as messages write it after the word. */
    private static final String ROW = "[ \u00a0]" + NUMBER;
    /** Codes of the notices on the attacks: on the figures, then on the books read back. */
    private static final Set<String> AUDIT = Set.of(
            ProtectStep.AUDIT, AuditStep.READ_BACK, AuditStep.UNREADABLE, Finding.Kind.DISCLOSURE.id(),
            Finding.Kind.DISAGREEMENT.id());

    /** Writes manifest, report and notices into the folder of books in the making: first for the audit, then with what it said. */
    void write(long run, Path folder) throws IOException {
        List<RunReport.Book> books = new ArrayList<>();
        for (Path file : Disk.files(folder)) {
            if (!file.getParent().equals(folder)) {
                books.add(RunReport.Book.of(folder, file));
            }
        }
        new ReportBooks().write(report(run, folder, books), folder);
    }

    /** Writes report and notices of a run that releases nothing. */
    void refuse(long run) throws IOException {
        Path folder = request.papersFolder();
        Files.createDirectories(folder);
        RunReport report = report(run, folder, List.of());
        new NoticesCsvWriter().write(report.notices(), folder);
        new HtmlReportWriter().write(report, folder);
        OwnersOnly.keep(folder.getParent());
    }

    /** Deletes the report of an earlier run that was refused: its corrections have been made. */
    void forgetRefusal(Disk disk) throws IOException {
        for (String paper : List.of(NoticesCsvWriter.FILE_NAME, HtmlReportWriter.FILE_NAME)) {
            disk.delete(request.papersFolder().resolve(paper));
        }
    }

    private RunReport report(long run, Path folder, List<RunReport.Book> books) throws IOException {
        Attachment attachment = tables.attachments().load(run);
        List<SourceNotice> sources = dossier.sources(run);
        List<RunReport.RegionBooks> regions = regions(attachment, folder);
        List<Check> checks = tables.cells().checks(run);
        Collection<PublishedCell> published = tables.cells().published(run).values();
        return new RunReport(
                BookAssembly.notice(request.edition(), Program.version(), sources, List.of()),
                request.edition().catalogue(),
                new RunReport.JobFile(publishedPath(), Files.size(request.jobFile()), request.editionSha256()),
                request.program(),
                rules(request.edition(), request.drawKey().told()),
                secrecyRules(run),
                regions,
                tables.notices().all(run).stream()
                        .map(notice -> notice(notice, books.isEmpty() ? Set.of() : rounded(sources))).toList(),
                attachment.decisions()
                        .stream()
                        .map(d -> new RunReport.Decision(d.rule().code(), d.subject(), d.message()))
                        .toList(),
                checks,
                SecrecyCount.count(published),
                audit(run),
                steps(Map.of(
                        "inventory", new Handled(sources.size(), "fichiers"),
                        IngestStep.NAME,
                        new Handled(sources.stream().mapToLong(SourceNotice::rowsRead).sum(), "lignes"),
                        AttachStep.NAME, new Handled(attachment.qpv().size(), "quartiers"),
                        "aggregate", new Handled(published.size(), "cellules"),
                        ProtectStep.NAME, new Handled(published.size(), "cellules"),
                        "verify", new Handled(checks.size(), "contrôles"),
                        PublishStep.NAME, new Handled(regions.size(), "régions"),
                        AuditStep.NAME, new Handled(regions.size(), "régions"))),
                tables.history().find(run).map(RunRecord::startedAt).orElse((Instant) null),
                books,
                books.isEmpty() ? List.of() : maps(run, attachment, folder));
    }

    /** Rules of secrecy, and what an attack on the books needs besides. */
    private SequencedMap<String, Object> secrecyRules(long run) {
        SequencedMap<String, Object> rules = new LinkedHashMap<>();
        rules.put("rules", RulesReader.written(request.edition().rules()));
        rules.put(
                "unruled",
                request.edition().unruled().entrySet().stream()
                        .map(e -> JsonFile.ordered("rule", "none", "indicator", e.getKey(), "because", e.getValue()))
                        .toList());
        rules.put("above-their-whole", aboveTheirWhole(run));
        rules.put(
                "previous-edition",
                request.previous().stream().map(f -> JsonFile.ordered("chemin", f.path(), "sha256", f.sha256()))
                        .toList());
        rules.put(
                "known",
                request.known().stream()
                        .map(f -> JsonFile.ordered("chemin", f.path(), "source", KnownFiles.publication(request, f)))
                        .toList());
        rules.put(
                "released-before",
                ProtectionAssembly.before(request, tables.attachments(), tables.cells(), run)
                        .released(request)
                        .stream()
                        .flatMap(b -> b.tidy().stream().map(f -> JsonFile.ordered(
                                "edition", b.edition(), "chemin", f.path(), "sha256", f.sha256())))
                        .toList());
        rules.put(
                "not-previous",
                request.edition().notPrevious().entrySet().stream()
                        .map(e -> JsonFile.ordered("edition", e.getKey(), "because", e.getValue()))
                        .toList());
        rules.put(SimulatedFigures.KEY, SimulatedFigures.of(request.edition()));
        request.sealedMaking().ifPresent(identity -> rules.put(Releases.IDENTITY, identity));
        return rules;
    }

    /** Of the shares that are told: whoever attacks the books would otherwise believe that a part is at most its whole. */
    private List<Map<String, Object>> aboveTheirWhole(long run) {
        SortedMap<CellKey, PublishedCell> published = tables.cells().published(run);
        return tables.cells().raw(run).values().stream()
                .filter(cell -> cell.aboveItsWhole() && published.containsKey(cell.key())
                        && published.get(cell.key()).status().hasValue())
                .map(cell -> JsonFile.ordered(
                        "niveau", cell.key().territory().level().name(), "code", cell.key().territory().code(),
                        "perimetre", cell.key().perimeter().name(), "indicateur", cell.key().indicator().id()))
                .toList();
    }

    /** The edition file below the project: no path of one machine stands in what is published. */
    private String publishedPath() {
        Path file = request.jobFile();
        Path parent = file.getParent() == null ? null : file.getParent().getFileName();
        return parent != null && parent.toString().equals("jobs") ? "jobs/" + file.getFileName()
                : file.getFileName().toString();
    }

    private static List<RunReport.Rule> rules(Edition edition, String key) {
        List<RunReport.Rule> rules = new ArrayList<>();
        edition.indicators()
                .stream()
                .filter(i -> i.rule() != null && !i.rule().isEmpty())
                .forEach(i -> rules.add(new RunReport.Rule(i.indicator().id(), i.rule())));
        rules.add(
                new RunReport.Rule(
                        "secret",
                        "Largeur de protection d’une cellule secrète\u00a0: "
                                + edition.rules().protectionWidth().toPlainString() + "\u00a0unités."));
        rules.add(new RunReport.Rule("tirage", "Entre motifs de même coût, un tirage décide\u00a0: " + key + "."));
        rules.add(
                new RunReport.Rule(
                        "rattachement",
                        "Une intercommunalité figure entière dans le département de son siège"
                                + (edition.splitEpci().isEmpty()
                                        ? ""
                                        : ", sauf celles que l’édition scinde ("
                                                + String.join(", ", edition.splitEpci())
                                                + ")")
                                + "\u00a0; un quartier, là où vivent la plupart de ses habitants"
                                + (edition.sources().stream().anyMatch(s -> s.layout() == Layout.QPV_COMMUNES) ? "."
                                        : ", ou dans une seule de ses communes, faute de les connaître.")));
        rules.add(
                new RunReport.Rule(
                        "rejets",
                        "Fichiers d’événements\u00a0: au plus "
                                + edition.rejectCeiling().toPlainString().replace('.', ',')
                                + "\u00a0% de lignes inutilisables\u00a0; ailleurs, aucune."));
        return rules;
    }

    private static List<RunReport.RegionBooks> regions(Attachment attachment, Path folder) {
        List<RunReport.RegionBooks> regions = new ArrayList<>();
        for (Region region : attachment.regions().values()) {
            if (Files.isDirectory(folder.resolve(region.folder()))) {
                long qpv = attachment.qpv().values().stream().filter(q -> q.region().equals(region.code())).count();
                regions.add(
                        new RunReport.RegionBooks(
                                region.code(), Typography.name(region.label()), region.folder(), (int) qpv));
            }
        }
        return regions;
    }

    /** Every region of the books; of each département only in a book of one region, or the page would weigh megabytes. */
    private List<RunReport.Thumbnail> maps(long run, Attachment attachment, Path folder) {
        List<RunReport.RegionBooks> regions = regions(attachment, folder);
        MapThumbnails maps = new MapThumbnails();
        return regions.stream()
                .flatMap(r -> maps.of(dossier.assembly(run).of(r.code()), regions.size() == 1).stream())
                .toList();
    }

    private static Set<String> rounded(List<SourceNotice> sources) {
        return sources.stream().filter(SourceNotice::rounded).map(SourceNotice::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A notice as it is told.
     *
     * @param rounded files of which no exact number of rows is published: from one line to another is such a number, where a file is in
     *     order of territory; empty where nothing is published
     */
    private static RunReport.Notice notice(Notice notice, Set<String> rounded) {
        String message = notice.message();
        for (String file : rounded) {
            message = message.replaceAll(Pattern.quote(file) + ", ligne" + ROW, Matcher.quoteReplacement(file));
        }
        boolean silent = rounded.contains(notice.file());
        if (silent) {
            message = message.replaceAll("(?<!, )lignes?" + ROW + "(?:(?:, | et | à )" + NUMBER + ")*",
                    "certaines lignes");
        }
        return new RunReport.Notice(
                notice.file(), silent ? 0 : notice.line(), notice.column(), notice.code(), notice.severity().name(),
                message, notice.value());
    }

    private List<String> audit(long run) {
        return tables.notices().all(run)
                .stream()
                .filter(n -> AUDIT.contains(n.code()))
                .sorted((a, b) -> Boolean.compare(b.severity() == Severity.ERROR, a.severity() == Severity.ERROR))
                .map(Notice::message)
                .toList();
    }

    private record Handled(long count, String unit) {}

    private List<RunReport.Step> steps(Map<String, Handled> handled) {
        return times.get()
                .entrySet()
                .stream()
                .map(s -> {
                    Handled what = handled.getOrDefault(s.getKey(), new Handled(0, ""));
                    return new RunReport.Step(StepName.of(s.getKey()), s.getValue(), what.count(), what.unit());
                })
                .toList();
    }
}
