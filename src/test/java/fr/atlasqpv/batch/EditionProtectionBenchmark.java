package fr.atlasqpv.batch;

import fr.atlasqpv.Machine;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.secrecy.ProtectionBenchmark;
import fr.atlasqpv.secrecy.ProtectionResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What protecting real editions takes and is worth: the shipped sample, and the open data of thirteen regions where they are at
 * hand. Counts are held in memory; how many cells were primary is told here and nowhere else.
 */
final class EditionProtectionBenchmark {
    private EditionProtectionBenchmark() {}

    /** @param arguments pairs of an edition file and its input folder; a pair whose folder is absent is left out */
    public static void main(String[] arguments) throws Exception {
        System.out.println(Machine.description());
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            Path input = Path.of(arguments[i + 1]);
            if (Files.isDirectory(input)) {
                protect(Path.of(arguments[i]), input);
            } else {
                System.out.println(arguments[i] + ": left out, its input is not at hand");
            }
        }
    }

    private static void protect(Path job, Path input) throws Exception {
        RunRequest request = RunRequest.of(
                job, EditionFile.load(job), input, Path.of("target", "benchmark"), List.of(), false, "benchmark");
        try (AtlasApplication program = AtlasApplication.inMemory(request, Progress.SILENT)) {
            if (program.check().ending() != Ending.DONE) {
                throw new IllegalStateException(job + " could not be computed");
            }
            long start = System.nanoTime();
            ProtectionResult result = program.protection();
            double first = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            program.protection();
            double again = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%s: %d cells, first %.2f s, again %.2f s, %d disclosures%n", job,
                    result.publications().size(), first, again, result.disclosures().size());
            program.review().tables().forEach(table -> System.out.println("  " + ProtectionBenchmark.worth(table)));
        }
    }
}
