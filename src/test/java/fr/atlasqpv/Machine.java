package fr.atlasqpv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that a benchmark runs on: figures without it mean nothing. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processor, cores, memory of the process, system and Java, on one line. */
    public static String description() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT, "%s, %d cores, heap of %d MB at most, %s %s, Java %s (%s)", processor(),
                runtime.availableProcessors(), runtime.maxMemory() >> 20, System.getProperty("os.name"),
                System.getProperty("os.arch"), Runtime.version(), System.getProperty("java.vm.info"));
    }

    private static String processor() {
        if (!Files.isReadable(PROCESSORS)) {
            return "processor unknown";
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor unknown");
        } catch (IOException e) {
            return "processor unknown";
        }
    }
}
