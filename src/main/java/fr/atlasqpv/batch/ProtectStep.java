package fr.atlasqpv.batch;

import fr.atlasqpv.audit.Finding;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.quality.input.InputChecks;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.Protection;
import fr.atlasqpv.secrecy.ProtectionReport.TableLine;
import fr.atlasqpv.secrecy.ProtectionResult;
import fr.atlasqpv.store.RunTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets secrecy speak: what each cell tells, and what the attack on the result finds. A disclosure stops the release. */
record ProtectStep(RunRequest request, RunTables tables) {
    static final String NAME = "protect";
    /** Code of the notice of a withheld figure that the attack found. */
    static final String DISCLOSURE = Finding.Kind.DISCLOSURE.id();
    /** Code of the notice that says what the attack tried. */
    static final String AUDIT = "audit-du-secret";

    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z-]+");

    /** Protects and attacks; what is found is put on record in a transaction that outlives the step that fails. */
    void protect(long run) {
        ProtectionResult result =
                Protection.protect(ProtectionAssembly.of(request, tables.attachments(), tables.cells(), run));
        List<PublishedCell> published = new ArrayList<>();
        result.publications()
                .forEach((key, p) -> published.add(
                        new PublishedCell(key, p.value(), p.text(), p.status(), p.estimated())));
        tables.cells().savePublished(run, published);
        List<Notice> found = new ArrayList<>();
        result.disclosures()
                .forEach(d -> found.add(notice(DISCLOSURE, Severity.ERROR, d.message(), d.cells().toString())));
        result.report().tables().forEach(t -> found.add(notice(AUDIT, Severity.INFO, audit(t), names(t))));
        found.addAll(booksBefore(run));
        result.notices().forEach(n -> found.add(notice(n.code(), Severity.WARNING, n.message(), n.subject())));
        tables.notices().replace(run, NAME, found);
        forget(run, result);
    }

    private List<Notice> booksBefore(long run) {
        SortedMap<String, Integer> times = new TreeMap<>();
        ProtectionAssembly.before(request, tables.attachments(), tables.cells(), run)
                .released(request)
                .forEach(books -> times.merge(books.edition(), 1, Integer::sum));
        return times.entrySet()
                .stream()
                .map(e -> notice("edition-anterieure-comptee", Severity.INFO,
                        "Des livres qui comptent les mêmes unités ont déjà paru ici sous ce nom (" + e.getValue()
                                + " fois)\u00a0: les nouveaux sont protégés contre qui les rapproche.",
                        e.getKey()))
                .toList();
    }

    /**
     * What a check found of a territory that has a withheld cell would tell something of it, and so would the number of those that are
     * not named, from which the named ones are missing.
     */
    private void forget(long run, ProtectionResult result) {
        Set<String> withheld = result.publications().entrySet().stream()
                .filter(e -> e.getValue().status() == CellStatus.SECRET)
                .map(e -> e.getKey().territory().code())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String origin : withheld.isEmpty() ? List.<String>of()
                : List.of(AttachStep.CHECKS, AggregateStep.CHECKS)) {
            tables.notices().forget(run, origin, notice -> InputChecks.tellsOfFigures(notice,
                    text -> WORD.matcher(text).results().anyMatch(word -> withheld.contains(word.group()))));
        }
    }

    /**
     * Lets the edition pass or not.
     *
     * @throws ReleaseBlockedException when the attack found a withheld figure
     */
    void judge(long run) {
        List<String> disclosed = tables.notices().all(run)
                .stream()
                .filter(n -> n.code().equals(DISCLOSURE))
                .map(Notice::message)
                .toList();
        if (!disclosed.isEmpty()) {
            throw new ReleaseBlockedException(disclosed);
        }
    }

    private static String names(TableLine table) {
        return table.indicators().stream().map(Indicator::id).collect(Collectors.joining(", "));
    }

    private static String audit(TableLine table) {
        int exposed = table.released().exposed();
        return "Attaque des chiffres publiés (" + names(table) + ")\u00a0: " + table.cells() + " cellules et "
                + table.sums() + " sommes examinées, " + table.released().withheld() + " valeurs secrètes, "
                + (exposed == 0 ? "aucune retrouvée." : exposed + " retrouvées.");
    }

    private Notice notice(String code, Severity severity, String message, String subject) {
        return new Notice(request.jobFile().getFileName().toString(), 0, "", code, severity, message, subject);
    }
}
