package fr.atlasqpv.cli;

import fr.atlasqpv.batch.Program;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFault;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.edition.EditionFileException;
import fr.atlasqpv.extract.InputFolder;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The edition that a command works on, and where its files are. */
final class JobOptions {
    @Parameters(index = "0", paramLabel = "JOB.yaml", description = "Fichier d’édition, par exemple jobs/2022.yaml.")
    private Path jobFile;

    @Option(
            names = "--input", paramLabel = "DOSSIER",
            description = "Dossier des extraits (par défaut, celui que nomme l’édition).")
    private Path input;

    @Option(
            names = "--output", paramLabel = "DOSSIER",
            description = "Racine des sorties (par défaut, output du projet).")
    private Path output;

    /**
     * Reads the edition and takes the fingerprints of its inputs.
     *
     * @param regions regions asked for
     * @param validate whether the PDF are validated
     */
    RunRequest request(List<String> regions, boolean validate) {
        return request(EditionFile.load(Project.jobFile(jobFile)), regions, validate);
    }

    /** Of an edition file that may be at fault, as far as it can be read, to check all that it names. */
    RunRequest checked() {
        return request(EditionFile.inspect(Project.jobFile(jobFile)).edition(), List.of(), false);
    }

    private RunRequest request(Edition edition, List<String> regions, boolean validate) {
        return RunRequest.of(
                Project.jobFile(jobFile), edition, inputFolder(edition, input), outputRoot(), regions, validate,
                Program.build());
    }

    /**
     * Folder of the extracts.
     *
     * @param input the one given, null for that which the edition names
     * @throws EditionFileException when it cannot be read from
     */
    static Path inputFolder(Edition edition, Path input) {
        Path folder = input == null ? Project.home().resolve(edition.input()) : input.toAbsolutePath().normalize();
        String fault = InputFolder.fault(folder);
        if (!fault.isEmpty()) {
            throw new EditionFileException(
                    List.of(
                            new EditionFault(
                                    folder.toString(), 0, "", "dossier-des-extraits",
                                    fault + (input == null
                                            ? " L’édition le nomme dans input\u00a0; --input en donne un autre."
                                            : ""),
                                    "")));
        }
        return folder;
    }

    /** Root of the outputs: the one given, else that of the project. */
    Path outputRoot() {
        return outputRoot(output);
    }

    /** Root of the outputs: the one given, the property {@code atlas.output}, else {@code output} in the project. */
    static Path outputRoot(Path given) {
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        String property = System.getProperty("atlas.output", System.getenv().getOrDefault("ATLAS_OUTPUT", ""));
        return property.isEmpty() ? Project.home().resolve("output") : Path.of(property).toAbsolutePath().normalize();
    }
}
