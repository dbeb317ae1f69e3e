package fr.atlasqpv.cli;

import fr.atlasqpv.batch.Progress;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.batch.StepName;
import fr.atlasqpv.edition.Signs;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.store.RunRecord.Book;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What the person at the terminal reads. */
final class Screen {
    private static final int NOTICES_SHOWN = 10;

    private final PrintWriter out;
    private final PrintWriter err;

    Screen(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Bars on a terminal, lines elsewhere. */
    Progress progress() {
        return interactive() ? new BarProgress(System.err) : new LineProgress(out);
    }

    /** A console stands before us; since JDK 22 there may be one that is no terminal, which only its own method tells. */
    private static boolean interactive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (Boolean) isTerminal.invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    void say(String line) {
        out.println(Signs.visible(line));
        out.flush();
    }

    void complain(String line) {
        err.println(Signs.visible(line));
        err.flush();
    }

    /** The end of a run that released books. */
    void summary(RunResult result, Duration total) {
        String steps = result.steps()
                .entrySet()
                .stream()
                .map(s -> StepName.of(s.getKey()) + " " + French.time(s.getValue()))
                .collect(Collectors.joining(" · "));
        say("Édition publiée dans " + shown(result.booksFolder()) + " en " + French.time(total) + ".");
        say("  étapes\u00a0: " + steps);
        say("  fichiers\u00a0:");
        for (Book book : result.books()) {
            say("    " + book.path() + "  " + French.size(book.bytes()));
        }
        String notices = counts(result.noticesByCode());
        say(notices.isEmpty() ? "  aucun avis" : "  avis\u00a0: " + notices);
    }

    /** Notices by code, on one line. */
    static String counts(SequencedMap<String, Long> notices) {
        return notices.entrySet()
                .stream()
                .map(n -> n.getKey() + " " + French.integer(n.getValue()))
                .collect(Collectors.joining(" · "));
    }

    /** The first notices that stop a run, and where the others are. */
    void notices(List<Notice> notices, Path all) {
        notices.stream().limit(NOTICES_SHOWN).forEach(n -> complain(line(n)));
        if (notices.size() > NOTICES_SHOWN) {
            complain("… et " + French.integer(notices.size() - NOTICES_SHOWN) + " autres avis.");
        }
        if (all != null) {
            complain("Tous les avis\u00a0: " + shown(all));
        }
    }

    /** The first reasons that stop a release. */
    void reasons(List<String> reasons) {
        reasons.stream().limit(NOTICES_SHOWN).forEach(r -> complain("- " + r));
        if (reasons.size() > NOTICES_SHOWN) {
            complain("… et " + French.integer(reasons.size() - NOTICES_SHOWN) + " autres raisons.");
        }
    }

    /** A notice on one line: where, what, what to do. */
    static String line(Notice notice) {
        StringBuilder line = new StringBuilder(notice.file());
        if (notice.line() > 0) {
            line.append(", ligne ").append(notice.line());
        }
        if (!notice.column().isEmpty()) {
            line.append(", colonne ").append(notice.column());
        }
        line.append("\u00a0: ").append(notice.message());
        if (!notice.value().isEmpty() && !notice.message().contains(notice.value())) {
            line.append(" (lu\u00a0: «\u00a0").append(notice.value()).append("\u00a0»)");
        }
        return line.append(" [").append(notice.code()).append(']').toString();
    }

    /** A path as short as it can be written from here. */
    static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) && !absolute.equals(here)
                ? here.relativize(absolute).toString()
                : absolute.toString();
    }
}
