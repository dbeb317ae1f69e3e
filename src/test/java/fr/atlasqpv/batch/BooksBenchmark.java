package fr.atlasqpv.batch;

import com.sun.management.OperatingSystemMXBean;
import fr.atlasqpv.Machine;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.publication.csv.TidyBooks;
import fr.atlasqpv.publication.xlsx.WorkbookWriter;
import fr.atlasqpv.release.PublishedAtlas;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Times the writing of the books inside the real job, from the moment the cells are ready: the book and the workbook of
 * Hauts-de-France, then those of the thirteen metropolitan regions. The first run of the process is the cold one: no class of the
 * writers is loaded, nothing is compiled. Times are told as shares of their limit and of one another, beside the processor time of
 * the writing thread, which other programs of the machine do not change.
 *
 * <p>{@code BooksBenchmark region} runs the sample; {@code BooksBenchmark metropole} the open data that stand beside the project.
 */
final class BooksBenchmark {
    private static final double REGION_LIMIT = 3;
    private static final double METROPOLE_LIMIT = 25;
    private static final double SIZE_LIMIT = 3e6;
    private static final String PDF = "pdf";
    private static final String XLSX = "xlsx";
    private static final String CSV = "csv";

    private final Path jobFile;
    private final Path input;
    private final Map<String, Map<String, Written>> written = new ConcurrentHashMap<>();

    private BooksBenchmark(String jobFile, Path input) {
        this.jobFile = Path.of(jobFile);
        this.input = input;
    }

    /**
     * A file, the tidy files together, or all of them.
     *
     * @param seconds time on the clock
     * @param processor time on a processor, in seconds
     * @param bytes size of one file, 0 for several
     */
    private record Written(double seconds, double processor, long bytes) {
        Written plus(Written other) {
            return new Written(seconds + other.seconds, processor + other.processor, bytes + other.bytes);
        }
    }

    /** @param arguments {@code region} or {@code metropole} */
    public static void main(String[] arguments) throws Exception {
        System.out.println(Machine.description());
        boolean region = arguments.length == 0 || arguments[0].equals("region");
        if (region) {
            BooksBenchmark sample = new BooksBenchmark("jobs/2022.yaml", Path.of("input/2022"));
            sample.run();
            Written cold = sample.book("32").plus(sample.workbook("32"));
            sample.tell("first in its process", REGION_LIMIT);
            sample.run();
            Written warm = sample.book("32").plus(sample.workbook("32"));
            sample.tell("again", REGION_LIMIT);
            System.out.printf(Locale.ROOT, "first / again %.1f (processor %.1f)%n", cold.seconds() / warm.seconds(),
                    cold.processor() / warm.processor());
        } else {
            Path data = Path.of("").toAbsolutePath().resolveSibling("shared").resolve("data");
            if (!Files.isDirectory(data)) {
                System.out.println("no open data in " + data + ": nothing to time");
                return;
            }
            BooksBenchmark metropole = new BooksBenchmark("jobs/2022-open-data.yaml", data);
            Written step = metropole.run();
            metropole.tell("first in its process", REGION_LIMIT);
            System.out.printf(
                    Locale.ROOT,
                    "%d regions: step of the books %.1f s, %.0f %% of its limit of %.0f s; processors %.1f s%n",
                    metropole.written.size(), step.seconds(), 100 * step.seconds() / METROPOLE_LIMIT, METROPOLE_LIMIT,
                    step.processor());
        }
    }

    private Written book(String region) {
        return written.get(region).get(PDF);
    }

    private Written workbook(String region) {
        return written.get(region).get(XLSX);
    }

    /** Runs the job into a folder of its own; the whole step that writes the books, the reading of the cells included. */
    private Written run() throws Exception {
        written.clear();
        Path output = Files.createTempDirectory("atlas-benchmark");
        try {
            RunRequest request = RunRequest.of(
                    jobFile, EditionFile.load(jobFile), input, output, List.of(), false, "benchmark");
            StepProcessor processor = new StepProcessor();
            try (AtlasApplication program = AtlasApplication.onDisk(request, processor, timedWriters())) {
                RunResult result = program.run();
                if (result.ending() != Ending.DONE) {
                    throw new IllegalStateException("the run ended " + result.ending() + ": its times mean nothing",
                            result.failure());
                }
                return new Written(
                        result.steps().get(PublishStep.NAME).toNanos() / 1e9, processor.used / 1e9, 0);
            }
        } finally {
            new Disk().delete(output);
        }
    }

    /** Processor time that the whole process uses in the step of the books, compilers and collector included. */
    private static final class StepProcessor implements Progress {
        private final OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long used;

        @Override
        public void started(String step, long total) {
            if (step.equals(PublishStep.NAME)) {
                used = -process.getProcessCpuTime();
            }
        }

        @Override
        public void advanced(String step, long amount) {}

        @Override
        public void finished(String step, Duration time) {
            if (step.equals(PublishStep.NAME)) {
                used += process.getProcessCpuTime();
            }
        }
    }

    private ApplicationContextInitializer<ConfigurableApplicationContext> timedWriters() {
        return context -> context.addBeanFactoryPostProcessor(beans -> {
            BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
            List.of("pdfBook", "workbook", "tidyBooks").forEach(registry::removeBeanDefinition);
            beans.registerSingleton("pdfBook", timed(PDF, new PdfBookFile()));
            beans.registerSingleton("workbook", timed(XLSX, new WorkbookWriter()::write));
            beans.registerSingleton("tidyBooks", timed(CSV, new TidyBooks()::write));
        });
    }

    private BookWriter timed(String kind, BookWriter writer) {
        return (atlas, folder) -> {
            long start = System.nanoTime();
            long processor = processorNanos();
            writer.write(atlas, folder);
            written.computeIfAbsent(atlas.region(), r -> new ConcurrentHashMap<>())
                    .put(
                            kind,
                            new Written(
                                    (System.nanoTime() - start) / 1e9, (processorNanos() - processor) / 1e9,
                                    bytes(atlas, folder, kind)));
        };
    }

    private static long bytes(PublishedAtlas atlas, Path folder, String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.filter(f -> f.endsWith(atlas.stem() + "." + kind)).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void tell(String label, double limit) {
        System.out.println(label);
        System.out.printf(Locale.ROOT, "%8s %8s %8s %8s %10s %12s %8s %14s %8s%n", "region", "PDF s", "xlsx s",
                "csv s", "PDF+xlsx s", "of its limit", "proc. s", "PDF kB (of 3 MB)", "xlsx kB");
        new TreeMap<>(written).forEach((region, books) -> {
            Written both = book(region).plus(workbook(region));
            System.out.printf(Locale.ROOT, "%8s %8.2f %8.2f %8.2f %10.2f %10.0f %% %8.2f %8d (%2.0f %%) %8d%n", region,
                    book(region).seconds(), workbook(region).seconds(), books.get(CSV).seconds(), both.seconds(),
                    100 * both.seconds() / limit, both.processor(), book(region).bytes() / 1000,
                    100 * book(region).bytes() / SIZE_LIMIT, workbook(region).bytes() / 1000);
        });
    }
}
