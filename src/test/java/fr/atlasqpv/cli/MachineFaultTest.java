package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What failed, in one sentence; that the same command resumes is said only where it can. */
class MachineFaultTest {
    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new UncheckedIOException(new AccessDeniedException("/books")),
                        "n’a pas le droit d’écrire dans /books.", false),
                Arguments.of(new FileSystemException("/books", null, "Read-only file system"),
                        "/books est sur un disque en lecture seule.", false),
                Arguments.of(new FileAlreadyExistsException("/books"),
                        "/books est un fichier, là où il faut un dossier.", false),
                Arguments.of(new IllegalStateException(new IOException("No space left on device")),
                        "le disque est plein.", true),
                Arguments.of(new FileSystemException("/books/a.pdf", null, "No space left on device"),
                        "le disque est plein (/books/a.pdf).", true),
                Arguments.of(new IllegalStateException(new OutOfMemoryError("Java heap space")), "la mémoire accordée",
                        true),
                Arguments.of(new SQLException("Connection refused."),
                        "la base de travail ne répond plus\u00a0: Connection refused.", true),
                Arguments.of(new IllegalStateException("no such step"), "no such step.", false),
                Arguments.of(new NullPointerException(), "NullPointerException.", false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isOneSentenceAndWhatToDo(Throwable failure, String said, boolean resumes) {
        MachineFault fault = MachineFault.of(failure);

        assertThat(fault.said()).contains(said).endsWith(".").doesNotContain("\n");
        assertThat(fault.advice().contains("la même commande reprendra")).isEqualTo(resumes);
        assertThat(fault.advice()).isNotBlank();
    }
}
