package fr.atlasqpv.cli;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.EditionDraft;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.FolderOfExtracts;
import fr.atlasqpv.extract.FolderOfExtracts.Extract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes a first edition file from another one and a folder of extracts, and tells what is left to do. */
@Command(
        name = "new",
        description = "Écrit un premier fichier d’édition d’après une autre édition et un dossier d’extraits.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private static final int COLUMNS_SHOWN = 20;
    /** A code and a figure stand in many files: the name must tell as well. */
    private static final int COLUMNS_OF_ANY_FILE = 2;

    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "Identifiant de la nouvelle édition, par exemple 2027.")
    private String id;

    @Option(names = "--from", required = true, paramLabel = "JOB.yaml", description = "Édition qui sert de modèle.")
    private Path from;

    @Option(names = "--input", required = true, paramLabel = "DOSSIER", description = "Dossier des extraits.")
    private Path input;

    @Option(
            names = "--output-file", paramLabel = "FICHIER",
            description = "Fichier à écrire (par défaut, ID.yaml à côté du modèle).")
    private Path outputFile;

    private Screen screen;
    private EditionDraft draft;
    private final Set<String> used = new HashSet<>();
    private final List<String> found = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Path model = Project.jobFile(from);
        Path file = outputFile == null ? model.resolveSibling(id + ".yaml") : outputFile.toAbsolutePath().normalize();
        check(file);
        Edition edition = EditionFile.load(model);
        screen = atlas.screen();
        draft = new EditionDraft(Files.readString(model));
        draft.markVintages();
        draft.markSimulated();
        draft.takeAway("rules", "public-draw-key",
                "public-draw-key du modèle ôtée\u00a0: la première exécution fait une clé, que personne d’autre ne connaît.");
        draft.setAside("accept", "Acceptations du modèle\u00a0: elles ne valent que pour ses fichiers.");
        draft.setAside("totals", "Totaux que déclarait le modèle\u00a0: déclarez ceux de l’année.");
        draft.head(
                "Édition " + id + ", écrite d’après " + model.getFileName() + "\u00a0; à relire section par section.");
        draft.setEdition("id", id);
        draft.setEdition("input", inputOfTheEdition());
        List<Extract> extracts = FolderOfExtracts.in(input);
        edition.sources().forEach(s -> point(s, extracts));
        List<String> unknown = unknown(edition, extracts);
        if (!unknown.isEmpty()) {
            draft.append(List.of("",
                    "Fichiers du dossier qu’aucune source n’emploie, et les layouts qui pourraient les lire\u00a0:"));
            draft.append(unknown);
        }
        Files.writeString(file, draft.text());
        tell(file, unknown.size() / 2);
        return ExitCode.DONE;
    }

    private void check(Path file) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw usage(
                    "L’identifiant nomme le dossier de sortie\u00a0: minuscules sans accent, chiffres et tirets, 40 au plus.");
        }
        if (!Files.isDirectory(input)) {
            throw usage("Ce dossier d’extraits n’existe pas\u00a0: " + input);
        }
        if (Files.exists(file)) {
            throw usage("Ce fichier existe déjà, il n’est pas récrit\u00a0: " + Screen.shown(file));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The folder itself when it lies in the project; a path of one machine has no place in an edition. */
    private String inputOfTheEdition() {
        Path folder = input.toAbsolutePath().normalize();
        return folder.startsWith(Project.home()) && !folder.equals(Project.home())
                ? Project.home().relativize(folder).toString().replace('\\', '/')
                : "input/" + id;
    }

    private void point(Source source, List<Extract> extracts) {
        List<Extract> fitting = extracts.stream()
                .filter(e -> e.without(source.mapped()).isEmpty() && e.feeds(source.layout(), source.columns()))
                .filter(e -> source.mapped().size() > COLUMNS_OF_ANY_FILE || !common(source, e).isEmpty())
                .sorted(Comparator.comparingDouble((Extract e) -> -likeness(source, e))
                        .thenComparing(Extract::file, Comparator.reverseOrder()))
                .toList();
        if (fitting.isEmpty()) {
            expect(source, extracts);
            return;
        }
        Extract best = fitting.getFirst();
        used.add(best.file());
        draft.setSource(source.id(), "file", best.file());
        setWhenOther(source, "member", source.member(), best.member());
        if (best.contours()) {
            setWhenOther(source, "layer", source.layer(), best.sheet());
        } else {
            setWhenOther(source, "sheet", source.sheet(), best.sheet());
            String delimiter = best.delimiter() == '\t' ? "tab" : String.valueOf(best.delimiter());
            setWhenOther(source, "delimiter", source.delimiter() == '\t' ? "tab" : source.delimiter() + "", delimiter);
            if (!best.in(source.charset())) {
                draft.setSource(source.id(), "charset", best.charset().name());
            }
        }
        List<String> others = fitting.stream().skip(1).map(NewCommand::name).limit(3).toList();
        found.add(source.id() + "\u00a0: " + name(best)
                + (others.isEmpty() ? "" : " (conviendraient aussi\u00a0: " + String.join(", ", others) + ")"));
    }

    private void setWhenOther(Source source, String key, String declared, String read) {
        if (read != null && !Objects.equals(declared, read)) {
            draft.setSource(source.id(), key, read);
        }
    }

    /** How alike two paths are: the same, the same name, the same but for the years in it, then words in common. */
    private static double likeness(Source source, Extract extract) {
        String wanted = source.file();
        String read = extract.file();
        double alike = common(source, extract).size() / (double) Math.max(1, words(wanted).size())
                + (Objects.equals(source.member(), extract.member()) ? 0.1 : 0);
        if (read.equals(wanted)) {
            return 4 + alike;
        }
        if (fileName(read).equals(fileName(wanted))) {
            return 3 + alike;
        }
        return (withoutYears(read).equals(withoutYears(wanted)) ? 2 : 0) + alike;
    }

    private static Set<String> common(Source source, Extract extract) {
        Set<String> common = words(extract.file());
        common.retainAll(words(source.file()));
        return common;
    }

    /** Words of the name of a file. */
    private static Set<String> words(String path) {
        String name = fileName(path).toLowerCase(Locale.ROOT);
        for (String format : Source.FORMATS) {
            name = name.endsWith(format) ? name.substring(0, name.length() - format.length()) : name;
        }
        Set<String> words = new HashSet<>(Arrays.asList(name.split("[^\\p{L}]+")));
        words.remove("");
        return words;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String withoutYears(String path) {
        return fileName(path).replaceAll("[0-9]+", "");
    }

    private void expect(Source source, List<Extract> extracts) {
        Extract nearest = extracts.stream()
                .filter(e -> e.contours() == source.layout().geographic())
                .filter(e -> e.without(source.mapped()).size() < source.mapped().size())
                .min(Comparator.comparingInt((Extract e) -> e.without(source.mapped()).size())
                        .thenComparingDouble(e -> -likeness(source, e)))
                .orElse(null);
        String said = "aucun fichier du dossier ne tient " + String.join(", ", source.mapped())
                + (nearest == null ? ""
                        : "\u00a0; le plus proche, " + name(nearest) + ", n’a pas "
                                + String.join(", ", nearest.without(source.mapped())));
        draft.noteOnSource(source.id(), "À FOURNIR\u00a0: " + said);
        missing.add(source.id() + (source.required() ? "" : " (facultative)") + "\u00a0: " + said);
    }

    /** Two lines per file that no source reads: its header, and what could read it. */
    private List<String> unknown(Edition edition, List<Extract> extracts) {
        List<String> lines = new ArrayList<>();
        extracts.stream().filter(e -> !used.contains(e.file())).forEach(e -> {
            List<String> columns = e.columns();
            if (columns.size() == 1) {
                return; // a page of explanations
            }
            Set<String> layouts = new TreeSet<>();
            e.couldFeed().forEach((code, fed) -> fed.forEach(l -> layouts.add(l.id() + " (code\u00a0: " + code + ")")));
            edition.sources()
                    .stream()
                    .filter(s -> !s.layout().hasValues() && !s.layout().geographic() && !e.records().isEmpty())
                    .filter(s -> e.feeds(s.layout(), s.columns()))
                    .forEach(s -> layouts.add(s.layout().id()));
            lines.add(name(e) + "\u00a0: " + (columns.isEmpty() ? "illisible"
                    : String.join(", ", columns.stream().limit(COLUMNS_SHOWN).toList())
                            + (columns.size() > COLUMNS_SHOWN ? "…" : "")));
            lines.add("  " + (layouts.isEmpty() ? "aucun layout reconnu" : String.join(", ", layouts)));
        });
        return lines;
    }

    private static String name(Extract extract) {
        return extract.file() + (extract.member() == null ? "" : " [" + extract.member() + "]")
                + (extract.sheet() == null ? "" : " [" + extract.sheet() + "]");
    }

    private void tell(Path file, int unknown) throws IOException {
        List<String> toFill = EditionDraft.toFill(Files.readString(file));
        screen.say("Édition " + id + " écrite dans " + Screen.shown(file) + ", d’après " + Screen.shown(from) + ".");
        list("sources trouvées", found);
        list("sources sans fichier", missing);
        screen.say("  fichiers qu’aucune source n’emploie\u00a0: " + French.integer(unknown)
                + (unknown == 0 ? "" : " (à la fin du fichier, avec leurs en-têtes)"));
        list("valeurs à remplir", toFill);
        screen.say("  à relire\u00a0: qpv-of-france, zooms, typologies et texts parlent encore du modèle.");
        screen.say("Ensuite\u00a0: ./atlas check " + Screen.shown(file) + " --input " + Screen.shown(input));
    }

    private void list(String what, List<String> lines) {
        screen.say("  " + what + "\u00a0: " + French.integer(lines.size()));
        lines.forEach(l -> screen.say("    " + l));
    }
}
