package fr.atlasqpv.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import fr.atlasqpv.store.OwnersOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends the logs of every library to a file below the output root, and nothing to the terminal. Found by Logback as a service
 * ({@code META-INF/services}), so that no log is lost or printed before the program has spoken its first word.
 */
public final class LogFile extends ContextAwareBase implements Configurator {
    private static final String PROPERTY = "atlas.log";

    /** A database that refuses a row quotes it, and rows hold counts: what follows is left out. */
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{40} - "
            + "%replace(%msg%n%ex){'(VALUES|Key|row contains|Batch entry \\d+|converting) ?[(\"][^\\n]*', '$1 (…)'}%nopex";

    /** Names the file before the first log, and brings the logs of the JDK there too. */
    static void below(Path workFolder) {
        Path file = workFolder.resolve("logs").resolve("atlas.log");
        if (opens(file, workFolder)) {
            System.setProperty(PROPERTY, file.toString());
        } else {
            System.clearProperty(PROPERTY); // a command that only reads goes on without; another tells why by itself
        }
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
    }

    private static boolean opens(Path file, Path workFolder) {
        try {
            Files.createDirectories(file.getParent());
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
            OwnersOnly.keep(workFolder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The file, empty when the command keeps no log. */
    static Optional<Path> path() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        String file = System.getProperty(PROPERTY);
        if (file != null) {
            context.getLogger("org.springframework.batch.core").setLevel(Level.INFO);
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setContext(context);
            encoder.setCharset(StandardCharsets.UTF_8);
            encoder.setPattern(PATTERN);
            encoder.start();
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setContext(context);
            appender.setFile(file);
            appender.setEncoder(encoder);
            appender.start();
            root.addAppender(appender);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
