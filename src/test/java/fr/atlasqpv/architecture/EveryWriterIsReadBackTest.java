package fr.atlasqpv.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.atlasqpv.audit.FileKind;
import fr.atlasqpv.publication.CsvDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever writes a file of an edition is on the register of the audit, with who reads it back. */
class EveryWriterIsReadBackTest {
    /** They write what they are told to, for those who are on the register. */
    private static final Set<String> HANDS =
            Set.of("CsvDialect", "JsonFile", "Page", "WorkbookFile", "WorkbookPackage");
    /** What lies in no edition: a comparison, made of published cells, and the page that a confidential review is written on. */
    private static final Set<String> OUTSIDE =
            Set.of("ComparisonCsvWriter", "ComparisonWorkbook", "ComparisonPage", "TextPage");

    /** Writes a file, and nobody knows. */
    static final class Stranger {
        void write(Path file) throws IOException {
            CsvDialect.write(file, List.of("code"), List.of());
        }
    }

    private static boolean writes(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().anyMatch(call -> {
            String owner = call.getTargetOwner().getSimpleName();
            String name = call.getName();
            return HANDS.contains(owner) && name.equals("write")
                    || owner.equals("Files") && Set.of("newOutputStream", "write", "writeString", "newBufferedWriter",
                            "copy").contains(name);
        });
    }

    private static Set<String> unregistered(Iterable<JavaClass> classes) {
        Set<String> registered = Arrays.stream(FileKind.values()).map(k -> k.writer().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unregistered = new TreeSet<>();
        for (JavaClass type : classes) {
            String name = type.getSimpleName();
            if (writes(type) && !registered.contains(name) && !HANDS.contains(name) && !OUTSIDE.contains(name)) {
                unregistered.add(name);
            }
        }
        return unregistered;
    }

    @Test
    void everyWriterOfABookOrAPageIsOnTheRegister() {
        List<JavaClass> writers = AtlasClasses.PROGRAM.stream()
                .filter(type -> AtlasClasses.floorOf(type).equals("publication"))
                .toList();

        assertThat(writers.stream().filter(EveryWriterIsReadBackTest::writes)).hasSizeGreaterThan(8);
        assertThat(unregistered(writers)).as("add its kind of file to FileKind, with who reads it back").isEmpty();
    }

    @Test
    void aWriterThatIsNotIsRefused() {
        assertThat(unregistered(new ClassFileImporter().importClasses(Stranger.class))).containsExactly("Stranger");
    }

    @Test
    void everyReaderOnTheRegisterIsOneThatTheAuditCalls() {
        Set<String> called = AtlasClasses.PROGRAM.stream()
                .filter(type -> AtlasClasses.floorOf(type).equals("audit") && !type.isEquivalentTo(FileKind.class))
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .map(call -> call.getTargetOwner().getName())
                .collect(Collectors.toSet());

        assertThat(FileKind.values()).allSatisfy(kind -> assertThat(called).contains(kind.reader().getName()));
    }
}
