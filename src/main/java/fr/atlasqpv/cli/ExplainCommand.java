package fr.atlasqpv.cli;

import fr.atlasqpv.batch.AtlasApplication;
import fr.atlasqpv.batch.Progress;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.book.Explanation;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Explains one figure, recomputed from the inputs. */
@Command(
        name = "explain",
        description = "Explique un chiffre, recalculé depuis les extraits\u00a0: statut, règle, sources, territoires sommés.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private static final int PARTS_SHOWN = 20;

    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobOptions job;

    @Parameters(
            index = "1", paramLabel = "CODE",
            description = "Code du territoire\u00a0: de référence (FRMETRO par exemple), région, département, SIREN d’EPCI ou QPV.")
    private String code;

    @Parameters(index = "2", paramLabel = "INDICATEUR",
            description = "Identifiant de l’indicateur dans le fichier d’édition.")
    private String indicator;

    @Option(
            names = "--perimetre", paramLabel = "PERIMETRE",
            description = "ENSEMBLE ou QPV (par défaut, ENSEMBLE quand il existe).")
    private Perimeter perimeter;

    @Option(
            names = "--niveau", paramLabel = "NIVEAU",
            description = "FRANCE, REG, DEP, EPCI ou QPV, quand une région et un département ont le même code.")
    private Level level;

    @Override
    public Integer call() throws Exception {
        LogFile.below(job.outputRoot().resolve(RunRequest.WORK_FOLDER));
        RunRequest request = job.request(List.of(), false);
        Catalogue catalogue = request.edition().catalogue();
        Indicator asked = catalogue.indicator(indicator).orElseThrow(() -> usage(
                "L’édition " + request.edition().id() + " ne publie pas l’indicateur " + indicator
                        + ". Elle publie\u00a0: "
                        + catalogue.indicators().stream().map(Indicator::id).collect(Collectors.joining(", ")) + "."));
        Screen screen = atlas.screen();
        try (Stopper stopper = new Stopper(screen);
                AtlasApplication program = stopper.watch(AtlasApplication.inMemory(request, Progress.SILENT))) {
            RunResult result = program.check();
            int code = Endings.exitCode(result);
            stopper.ended(code);
            if (code == ExitCode.DONE) {
                tell(screen, chosen(program.explain(this.code, asked)));
            } else {
                Endings.tell(screen, request, result, null, atlas.debug());
            }
            return code;
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Explanation chosen(List<Explanation> found) {
        List<Explanation> fitting = found.stream()
                .filter(e -> level == null || e.key().territory().level() == level)
                .filter(e -> perimeter == null || e.key().perimeter() == perimeter)
                .toList();
        if (fitting.isEmpty()) {
            throw usage("Aucun chiffre " + indicator + " pour " + code + " dans l’édition.");
        }
        if (fitting.stream().map(e -> e.key().territory().level()).distinct().count() > 1) {
            throw usage("Le code " + code
                    + " est celui d’une région et d’un département\u00a0: précisez --niveau REG ou DEP.");
        }
        return fitting.getFirst();
    }

    private static void tell(Screen screen, Explanation e) {
        screen.say(e.indicator().label() + ", " + e.territory() + " (" + e.key().territory() + "), périmètre "
                + e.key().perimeter());
        screen.say("  publié\u00a0: " + published(e));
        screen.say(
                "  statut\u00a0: " + e.publication().status().id() + (e.publication().estimated() ? ", estimé" : ""));
        screen.say("  règle\u00a0: " + (e.indicator().rule().isEmpty() ? "aucune" : e.indicator().rule()));
        screen.say("  source\u00a0: " + e.indicator().source() + " (" + e.indicator().millesime() + ")");
        e.sources().forEach(s -> screen.say("    " + s.file() + "\u00a0: " + s.label() + ", " + s.producer() + ", "
                + s.millesime() + (s.simulated() ? ", données simulées" : "")));
        if (e.reference()) {
            screen.say("  calcul\u00a0: repris d’une publication, les extraits ne couvrent pas ce territoire");
        } else {
            screen.say("  calcul\u00a0: " + formula(e.key().indicator()));
            screen.say("  " + e.kindOfParts() + "\u00a0(" + French.integer(e.parts().size()) + ")\u00a0: " + parts(e));
            screen.say("  effectifs\u00a0: " + e.counts().map(ExplainCommand::counts).orElse(
                    "non communiqués (une cellule liée est secrète ou bornée, ou le chiffre n’a pas d’effectif)"));
        }
    }

    private static String published(Explanation e) {
        if (e.publication().text() != null) {
            return e.publication().text();
        }
        String value = e.publication().value() == null ? "" : number(e.publication().value());
        return switch (e.publication().status()) {
            case PUBLIE -> value + unit(e);
            case PLAFONNE -> "≥\u00a0" + value + unit(e);
            case PLANCHER -> "≤\u00a0" + value + unit(e);
            case SECRET -> "s (secret statistique)";
            case SANS_OBJET -> "/// (sans objet)";
            case NON_DISPONIBLE -> "n.d. (non disponible)";
        };
    }

    private static String unit(Explanation e) {
        return e.publication().status() == CellStatus.PUBLIE || e.key().indicator().kind() == Indicator.Kind.RATE
                ? "\u00a0" + e.indicator().unit()
                : "";
    }

    private static String formula(Indicator indicator) {
        String top = indicator.numerator().map(m -> m.id()).orElse("liste par quartier");
        return indicator.denominator()
                .map(m -> "somme de " + top + " / somme de " + m.id())
                .orElse(top);
    }

    private static String parts(Explanation e) {
        String shown = e.parts().stream().limit(PARTS_SHOWN).collect(Collectors.joining(", "));
        return e.parts().size() > PARTS_SHOWN ? shown + "…" : shown;
    }

    private static String counts(Explanation.Counts counts) {
        return counts.denominator() == null
                ? number(counts.numerator())
                : number(counts.numerator()) + " / " + number(counts.denominator());
    }

    private static String number(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
