package fr.atlasqpv.audit;

import fr.atlasqpv.audit.Finding.Kind;
import fr.atlasqpv.indicator.CellKey;
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
import fr.atlasqpv.secrecy.UnitCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Audits the written books of an edition: do the tidy file, the workbook and the PDF publish the same cells; does a withheld
 * value stand anywhere in them; can one be computed from all that they tell, all regions together.
 */
public final class BooksAudit {
    private final EditionBooks edition;
    private final Optional<EditionBooks> previous;
    private final UnitCounts known;
    private final List<Finding> findings = new ArrayList<>();
    private final List<AuditReport.Line> lines = new ArrayList<>();

    private BooksAudit(EditionBooks edition, Optional<EditionBooks> previous, UnitCounts known) {
        this.edition = edition;
        this.previous = previous;
        this.known = known;
    }

    /**
     * Audits.
     *
     * @param folder an edition folder, or a root that holds exactly one
     * @param knowledge denominators that the attacker knows ({@link Known}), null when he knows none
     * @param previous folder of the previous edition, null when there is none
     * @throws UnreadableBooksException when a file cannot be read
     */
    public static AuditReport audit(Path folder, Path knowledge, Path previous) {
        EditionBooks edition = EditionBooks.read(folder);
        Known known = knowledge == null ? Known.nothing() : Known.read(knowledge, edition.rules().catalogue());
        return audit(edition, known, Optional.ofNullable(previous).map(EditionBooks::read));
    }

    /**
     * Audits.
     *
     * @param folder an edition folder
     * @param known denominators that the attacker knows
     * @param previous folder of the previous edition, empty when there is none
     * @throws UnreadableBooksException when a file cannot be read
     */
    public static AuditReport audit(Path folder, UnitCounts known, Optional<Path> previous) {
        return audit(EditionBooks.read(folder), known, previous.map(EditionBooks::read));
    }

    /** Audits books that have been read. */
    static AuditReport audit(EditionBooks edition, UnitCounts known, Optional<EditionBooks> previous) {
        BooksAudit audit = new BooksAudit(edition, previous, known);
        audit.run();
        List<Finding> all = new ArrayList<>(audit.findings.stream().filter(Finding::stops).distinct().toList());
        audit.findings.stream().filter(f -> !f.stops()).distinct().forEach(all::add);
        return new AuditReport(
                edition.rules().edition(), edition.folder(), audit.lines, all, audit.knows(), previous.isPresent());
    }

    private boolean knows() {
        return !(known instanceof Known given && given.isEmpty());
    }

    private void run() {
        findings.addAll(WrittenLeaks.of(edition));
        findings.addAll(BookComparison.of(edition));
        attack(edition, previous, "");
        if (previous.isPresent()) {
            told();
            // What was withheld then must not be told by what is published now
            attack(previous.get(), Optional.of(edition), "Édition précédente\u00a0: ");
        }
        if (!knows()) {
            findings.add(new Finding(
                    Kind.NOTICE,
                    "Sans --knowledge, les dénominateurs des taux sont inconnus de l’attaquant\u00a0: seules les attaques "
                            + "exactes et de structure sont essayées."));
        }
        fingerprints();
    }

    private void attack(EditionBooks books, Optional<EditionBooks> other, String prefix) {
        SortedMap<CellKey, ReadCell> told = books.told();
        SortedMap<CellKey, Publication> cells = new TreeMap<>();
        told.forEach((key, cell) -> {
            if (cell.sound()) {
                cells.put(key, publication(cell));
            }
        });
        EditionRules rules = books.rules();
        BookAttack.Result result = BookAttack.attack(new BookAttack.Input(
                cells, books.hierarchy(), known, rules.rules(), rules.catalogue().wholeMeasures(),
                other.map(o -> elsewhere(told, books, o)).orElse(Elsewhere.NOTHING)));
        for (Disclosure disclosure : result.disclosures()) {
            findings.add(new Finding(Kind.DISCLOSURE, prefix + disclosure.message()));
        }
        result.notices().forEach(notice -> findings.add(new Finding(Kind.NOTICE, prefix + notice.message())));
        if (prefix.isEmpty()) {
            result.attacks().forEach((indicator, attack) -> lines.add(new AuditReport.Line(
                    rules.rules().together(indicator, rules.catalogue().indicators()), attack.withheld(), attack.exact(),
                    attack.narrow() + attack.sensitive())));
        }
    }

    private static Publication publication(ReadCell cell) {
        var published = cell.published();
        return new Publication(published.value(), published.text(), published.status(), published.estimated());
    }

    /** What other books tell of the counts of these. */
    private Elsewhere elsewhere(SortedMap<CellKey, ReadCell> told, EditionBooks books, EditionBooks other) {
        SortedMap<CellKey, OtherEdition.Told> there = new TreeMap<>();
        other.told().forEach((key, cell) -> {
            if (cell.sound()) {
                there.put(key, new OtherEdition.Told(publication(cell), cell.millesime()));
            }
        });
        return new OtherEdition(there, other.hierarchy())
                .of(key -> Optional.ofNullable(told.get(key)).map(ReadCell::millesime), books.hierarchy(), known);
    }

    /** A withheld cell that the previous edition tells needs no computing. */
    private void told() {
        SortedMap<CellKey, ReadCell> now = edition.told();
        for (KnownFigure figure : elsewhere(now, edition, previous.orElseThrow()).figures()) {
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
