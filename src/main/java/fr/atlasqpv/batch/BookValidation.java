package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.publication.conformity.BrokenRule;
import fr.atlasqpv.publication.conformity.PdfJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Has written PDF judged, and says what is wrong with them as a person must know it: which book, rule and place, what to do. */
record BookValidation(RunRequest request, Supplier<PdfJudge> judge) {
    /** Code of the notice of a rule that a book breaks. */
    static final String BROKEN_RULE = "pdf-non-conforme";

    /** The PDF of a folder of an edition, in order. */
    static List<Path> pdfs(Path folder) throws IOException {
        return Disk.files(folder).stream().filter(f -> f.toString().endsWith(".pdf")).toList();
    }

    /**
     * One notice per rule that a book breaks.
     *
     * @param edition folder that the notice names the book from
     * @param pdf the book, below it
     * @throws IOException when the disk or the validator fails
     */
    List<Notice> notices(Path edition, Path pdf) throws IOException {
        String book = below(edition, pdf);
        boolean kept = request.keep() || edition.equals(request.booksFolder());
        String whereKept = kept
                ? ", gardé sous " + below(request.outputRoot(), pdf)
                : "\u00a0; atlas run --validate --keep le garde";
        return judge.get()
                .judge(Files.readAllBytes(pdf))
                .stream()
                .map(r -> new Notice(book, 0, "", BROKEN_RULE, Severity.ERROR, message(r, whereKept), r.place()))
                .toList();
    }

    private static String below(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The notice as a reason to release nothing. */
    static String reason(Notice notice) {
        return notice.file() + "\u00a0: " + notice.message();
    }

    private static String message(BrokenRule rule, String whereKept) {
        String what = rule.clause().isEmpty()
                ? "Ce fichier n’est pas un PDF lisible (" + rule.message() + ")."
                : "Ce livre enfreint la norme " + rule.standard().label() + ", article\u00a0" + rule.clause()
                        + ", essai\u00a0" + rule.test() + where(rule) + "\u00a0: «\u00a0" + rule.message()
                        + "\u00a0».";
        return what
                + " Le défaut est dans le programme, non dans les extraits\u00a0: signalez-le avec ce livre"
                + whereKept + ".";
    }

    private static String where(BrokenRule rule) {
        StringBuilder where = new StringBuilder();
        if (rule.times() > 1) {
            where.append(", ").append(rule.times()).append(" fois, d’abord");
        }
        rule.page().ifPresent(page -> where.append(rule.times() > 1 ? " page\u00a0" : ", page\u00a0").append(page));
        if (rule.page().isEmpty() && !rule.place().isEmpty()) {
            where.append(rule.times() > 1 ? " en " : ", en ").append(rule.place());
        }
        return where.toString();
    }
}
