package fr.atlasqpv.cli;

import fr.atlasqpv.batch.AtlasApplication;
import fr.atlasqpv.batch.AtlasApplication.Coverage;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.quality.input.SourceCoverage;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunRecord.Rows;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Reads and checks an edition file and its inputs without making a book, and tells all that is to be mended at once. */
@Command(
        name = "check",
        description = "Lit et contrôle une édition et tous ses extraits, sans rien publier.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /** A column that is wrong on every line is told about so often, then counted only. */
    private static final int ALIKE_SHOWN = 5;

    @ParentCommand
    private AtlasCommand atlas;

    @Mixin
    private JobOptions job;

    @Override
    public Integer call() throws Exception {
        Screen screen = atlas.screen();
        try (Stopper stopper = new Stopper(screen)) {
            LogFile.below(job.outputRoot().resolve(RunRequest.WORK_FOLDER));
            RunRequest request = job.checked();
            try (AtlasApplication program = stopper.watch(AtlasApplication.inMemory(request, screen.progress()))) {
                RunResult result = program.check();
                int code = Endings.exitCode(result);
                stopper.ended(code);
                switch (result.ending()) {
                    case DONE, ALREADY_DONE -> {
                        group(screen, result.notices());
                        tables(screen, request, program);
                        result.notices().stream().filter(n -> AtlasApplication.CHECKED.contains(n.code()))
                                .forEach(n -> screen.say("- " + (n.line() > 0 ? Screen.line(n) : n.message())));
                        screen.say("Extraits utilisables. Rapport\u00a0: " + Screen.shown(request.papersFolder()));
                    }
                    case INPUT_REJECTED -> {
                        group(screen, result.notices());
                        tables(screen, request, program);
                        List<Notice> errors = Endings.errors(result);
                        screen.complain(French.integer(errors.size()) + " erreur(s) à corriger\u00a0:");
                        tell(screen, errors);
                        screen.complain("Tous les avis\u00a0: " + Screen.shown(request.papersFolder()));
                    }
                    case STOPPED -> Endings.tell(screen, request, result, null, atlas.debug());
                    case ALREADY_DONE_INVALID, BLOCKED, FAILED ->
                            Endings.failure(screen, result.failure(), atlas.debug());
                }
                return code;
            }
        }
    }

    /** Number of notices by file and code. */
    private static void group(Screen screen, List<Notice> notices) {
        Map<String, Map<String, Long>> groups = notices.stream()
                .collect(
                        Collectors.groupingBy(
                                Notice::file, TreeMap::new,
                                Collectors.groupingBy(Notice::code, TreeMap::new, Collectors.counting())));
        groups.forEach((file, codes) -> {
            screen.say(file);
            codes.forEach((code, count) -> screen.say("  " + code + "\u00a0: " + French.integer(count)));
        });
    }

    /** Every error; of those alike, the first ones. */
    private static void tell(Screen screen, List<Notice> errors) {
        Map<List<String>, Integer> alike = new LinkedHashMap<>();
        for (Notice error : errors) {
            if (alike.merge(List.of(error.file(), error.column(), error.code()), 1, Integer::sum) <= ALIKE_SHOWN) {
                screen.complain(Screen.line(error));
            }
        }
        alike.forEach((kind, count) -> {
            if (count > ALIKE_SHOWN) {
                screen.complain("… et " + French.integer(count - ALIKE_SHOWN) + " autres " + kind.get(2) + " dans "
                        + kind.get(0) + ".");
            }
        });
    }

    private static void tables(Screen screen, RunRequest request, AtlasApplication program) {
        Map<String, Rows> rows = program.inputs().stream().collect(Collectors.toMap(Input::source, Input::rows));
        List<List<String>> sources = new ArrayList<>();
        sources.add(List.of("lignes par source", "lues", "utilisables", "rejetées", "hors champ"));
        for (Edition.Source source : request.edition().sources()) {
            Rows of = rows.get(source.id());
            sources.add(
                    of == null ? List.of(source.id(), "absent", "", "", "")
                            : List.of(
                                    source.id(), French.integer(of.read()), French.integer(of.kept()),
                                    French.integer(of.rejected()), French.integer(of.outOfScope())));
        }
        print(screen, sources);
        List<List<String>> figures = new ArrayList<>();
        figures.add(head());
        program.coverage().forEach((indicator, levels) -> figures.add(line(indicator.id(), level -> {
            Coverage of = levels.get(level);
            return of == null ? ""
                    : French.integer(of.known()) + "/" + French.integer(of.expected())
                            + (of.known() == of.expected() ? ""
                                    : " (" + French.integer(of.expected() - of.known()) + " sans)");
        })));
        if (figures.size() > 1) {
            print(screen, figures);
        }
        sources(screen, program);
    }

    /** Source by source, so that a line stays within 80 signs. */
    private static void sources(Screen screen, AtlasApplication program) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("territoires par source", "attendus", "trouvés", "manquants", "douteux", "changés"));
        String source = "";
        for (SourceCoverage of : program.sourceCoverage()) {
            if (!of.source().equals(source)) {
                source = of.source();
                lines.add(List.of(source, "", "", "", "", ""));
            }
            lines.add(
                    List.of("  " + of.indicator(), number(of.expected()), number(of.found()), number(of.missing()),
                            number(of.implausible()), number(of.changed())));
        }
        print(screen, lines);
    }

    /** A number, or a dash where there is none to be had. */
    private static String number(long number) {
        return number < 0 ? "–" : French.integer(number);
    }

    private static List<String> head() {
        return line("chiffres présents/attendus", Level::name);
    }

    private static List<String> line(String name, Function<Level, String> cell) {
        List<String> line = new ArrayList<>(List.of(name));
        for (Level level : Level.values()) {
            line.add(cell.apply(level));
        }
        return line;
    }

    /** Columns as wide as their longest cell; figures to the right. */
    private static void print(Screen screen, List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(c -> rows.stream().mapToInt(r -> r.get(c).length()).max().orElse(0))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line =
                    new StringBuilder(row.getFirst()).append(" ".repeat(widths[0] - row.getFirst().length()));
            for (int c = 1; c < row.size(); c++) {
                line.append("  ").append(" ".repeat(widths[c] - row.get(c).length())).append(row.get(c));
            }
            screen.say(line.toString().stripTrailing());
        }
    }
}
