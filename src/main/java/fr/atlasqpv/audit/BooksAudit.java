package fr.atlasqpv.audit;

import fr.atlasqpv.audit.Finding.Kind;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.Fingerprint;
import fr.atlasqpv.publication.readback.ReadCell;
import fr.atlasqpv.secrecy.BookAttack;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.Disclosure;
import fr.atlasqpv.secrecy.Disclosure.Reason;
import fr.atlasqpv.secrecy.Elsewhere;
import fr.atlasqpv.secrecy.KnownFigure;
import fr.atlasqpv.secrecy.OtherEdition;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.secrecy.SameCounts;
import fr.atlasqpv.secrecy.UnitCounts;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Audits the written books of an edition: do the tidy file, the workbook and the PDF publish the same cells; does a withheld
 * value stand anywhere in them; can one be computed from all that they tell, all regions together.
 */
public final class BooksAudit {
    private final EditionBooks edition;
    private final List<Laid> before;
    private final UnitCounts known;
    private final List<Finding> findings = new ArrayList<>();
    private final List<AuditReport.Line> lines = new ArrayList<>();

    /**
     * Books that were released before, which the attacker lays beside those under audit. Their tidy files are enough.
     *
     * @param folder where they lie
     * @param known denominators that he knew then
     * @param correspondence QPV of the books under audit whose perimeters make up those of QPV of these
     */
    public record Before(Path folder, UnitCounts known, Correspondence correspondence) {}

    /** Books with the denominators that go with them, and with the QPV of those that they are laid beside that make up theirs. */
    private record Laid(EditionBooks books, UnitCounts known, Correspondence correspondence) {}

    private BooksAudit(EditionBooks edition, List<Laid> before, UnitCounts known) {
        this.edition = edition;
        this.before = List.copyOf(before);
        this.known = known;
    }

    /**
     * Audits.
     *
     * @param folder an edition folder, or a root that holds exactly one
     * @param knowledge what the attacker knows, in the terms of the edition
     * @param previous folder of the previous edition, null when there is none
     * @param correspondence QPV of the edition whose perimeters make up those of QPV of the previous one
     * @throws UnreadableBooksException when a file cannot be read
     */
    public static AuditReport audit(
            Path folder, Function<Catalogue, Known> knowledge, Path previous, Correspondence correspondence) {
        EditionBooks edition = EditionBooks.read(folder);
        Known known = knowledge.apply(edition.rules().catalogue());
        return audit(
                edition, known,
                previous == null ? List.of() : List.of(new Laid(EditionBooks.read(previous), known, correspondence)));
    }

    /**
     * Audits.
     *
     * @param folder an edition folder
     * @param known denominators that the attacker knows
     * @param before books that were released before
     * @throws UnreadableBooksException when a file cannot be read
     */
    public static AuditReport audit(Path folder, UnitCounts known, List<Before> before) {
        EditionBooks edition = EditionBooks.read(folder);
        return audit(
                edition, known,
                before.stream()
                        .map(b -> new Laid(EditionBooks.tidy(b.folder(), edition.rules()), b.known(),
                                b.correspondence()))
                        .toList());
    }

    /** Audits books that have been read. */
    static AuditReport audit(EditionBooks edition, UnitCounts known, Optional<EditionBooks> previous) {
        return audit(edition, known,
                previous.stream().map(books -> new Laid(books, known, Correspondence.NONE)).toList());
    }

    private static AuditReport audit(EditionBooks edition, UnitCounts known, List<Laid> before) {
        BooksAudit audit = new BooksAudit(edition, before, known);
        audit.run();
        List<Finding> all = new ArrayList<>(audit.findings.stream().filter(Finding::stops).distinct().toList());
        audit.findings.stream().filter(f -> !f.stops()).distinct().forEach(all::add);
        return new AuditReport(
                edition.rules().edition(), edition.folder(), audit.lines, all, audit.knows(), !before.isEmpty());
    }

    private boolean knows() {
        return !(known instanceof Known given && given.isEmpty());
    }

    private void run() {
        findings.addAll(WrittenLeaks.of(edition));
        findings.addAll(BookComparison.of(edition));
        Laid now = new Laid(edition, known, Correspondence.NONE);
        attack(now, before, "");
        for (Laid books : before) {
            told(books);
            // What was withheld then must not be told by what is published now, nor by what was published in between
            List<Laid> others = new ArrayList<>(before);
            others.remove(books);
            // Between two generations of before nobody says what became of what; books of one generation need nobody to
            others.replaceAll(other -> new Laid(other.books, other.known, Correspondence.NONE));
            others.add(new Laid(edition, known, books.correspondence.inverse()));
            attack(books, others, "Édition précédente\u00a0: ");
        }
        if (!knows()) {
            findings.add(new Finding(
                    Kind.NOTICE,
                    "L’attaquant ne connaît aucun dénominateur (--job et --knowledge lui en donnent)\u00a0: seules les attaques "
                            + "exactes et de structure sont essayées."));
        }
        fingerprints();
    }

    private void attack(Laid laid, List<Laid> others, String prefix) {
        EditionBooks books = laid.books;
        SortedMap<CellKey, Publication> cells = new TreeMap<>();
        books.told().forEach((key, cell) -> {
            if (cell.sound() && cell.fits()) {
                cells.put(key, publication(cell));
            }
        });
        EditionRules rules = books.rules();
        BookAttack.Result result = BookAttack.attack(new BookAttack.Input(
                cells, books.hierarchy(), laid.known, rules.rules(), rules.catalogue().wholeMeasures(),
                others.stream().map(other -> elsewhere(books, other)).reduce(Elsewhere.NOTHING, Elsewhere::and),
                rules.aboveTheirWhole()));
        for (Disclosure disclosure : result.disclosures()) {
            findings.add(new Finding(Kind.DISCLOSURE, prefix + disclosure.message()));
        }
        result.notices().forEach(notice -> findings.add(new Finding(Kind.NOTICE, prefix + notice.message())));
        if (prefix.isEmpty()) {
            result.attacks().forEach((indicator, attack) -> lines.add(new AuditReport.Line(
                    rules.rules().together(indicator, rules.catalogue().indicators()), attack.withheld(),
                    attack.exact(),
                    attack.narrow() + attack.sensitive())));
        }
    }

    private static Publication publication(ReadCell cell) {
        var published = cell.published();
        return new Publication(published.value(), published.text(), published.status(), published.estimated());
    }

    /** What other books tell of the counts of these. */
    private static Elsewhere elsewhere(EditionBooks books, Laid other) {
        SortedMap<CellKey, ReadCell> told = books.told();
        SortedMap<CellKey, OtherEdition.Told> there = new TreeMap<>();
        other.books.told().forEach((key, cell) -> {
            if (cell.sound() && cell.fits()) {
                there.put(key, new OtherEdition.Told(publication(cell), cell.millesime()));
            }
        });
        EditionRules rules = books.rules();
        EditionRules theirs = other.books.rules();
        SortedMap<Indicator, Indicator> same = SameCounts.of(
                there, figures(told), rules.catalogue().indicators(), indicator -> vintage(told, indicator));
        return new OtherEdition(there, other.books.hierarchy(), other.correspondence)
                .inTheTermsOf(same, indicator -> vintage(told, indicator),
                        indicator -> theirs.simulated().test(indicator) != rules.simulated().test(indicator))
                .of(key -> Optional.ofNullable(told.get(key)).map(ReadCell::millesime), books.hierarchy(), other.known);
    }

    private static Map<CellKey, BigDecimal> figures(SortedMap<CellKey, ReadCell> told) {
        Map<CellKey, BigDecimal> figures = new TreeMap<>();
        told.forEach((key, cell) -> {
            if (cell.published().status() == CellStatus.PUBLIE && cell.published().value() != null) {
                figures.put(key, cell.published().value());
            }
        });
        return figures;
    }

    private static Optional<String> vintage(SortedMap<CellKey, ReadCell> told, Indicator indicator) {
        return told.entrySet().stream().filter(e -> e.getKey().indicator().equals(indicator)).findFirst()
                .map(e -> e.getValue().millesime());
    }

    /** A withheld cell that books of before tell needs no computing. */
    private void told(Laid books) {
        SortedMap<CellKey, ReadCell> now = edition.told();
        for (KnownFigure figure : elsewhere(edition, books).figures()) {
            if (now.get(figure.key()).status() == CellStatus.SECRET) {
                findings.add(new Finding(
                        Kind.DISCLOSURE,
                        new Disclosure(List.of(figure.key()), Reason.PREVIOUS_EDITION, List.of()).message()));
            }
        }
    }

    private void fingerprints() {
        for (Map.Entry<String, String> output : edition.rules().outputs().entrySet()) {
            Path file = edition.folder().resolve(output.getKey());
            try {
                if (Files.isRegularFile(file) && !Fingerprint.of(file).sha256().equals(output.getValue())) {
                    findings.add(new Finding(
                            Kind.NOTICE,
                            output.getKey() + "\u00a0: le fichier n’est plus celui que le manifeste décrit."));
                }
            } catch (IOException e) {
                throw new UnreadableBooksException(file + "\u00a0: le fichier ne se lit pas.", e);
            }
        }
    }
}
