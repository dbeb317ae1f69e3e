package fr.atlasqpv.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No library of the program has a version that an advisory of the list names; the list is kept without a network (decision 0066). */
class KnownVulnerabilitiesTest {
    private static final Path LIST = Path.of("src/test/resources/vulnerable-versions.csv");
    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    private static final Pattern JAR = Pattern.compile("repository/(.+)/([^/]+)/([^/]+)/[^/]+\\.jar$");

    private record Denied(String coordinates, String from, String before, String advisory) {
        boolean holds(String library, String version) {
            return library.equals(coordinates) && Version.parse(version).compareTo(Version.parse(from)) >= 0
                    && Version.parse(version).compareTo(Version.parse(before)) < 0;
        }
    }

    private static List<Denied> denied() throws IOException {
        try (Stream<String> lines = Files.lines(Project.FOLDER.resolve(LIST))) {
            return lines.skip(1).map(l -> l.split(";")).map(c -> new Denied(c[0], c[1], c[2], c[3])).toList();
        }
    }

    private static List<String> found(String library, String version) throws IOException {
        return denied().stream()
                .filter(d -> d.holds(library, version))
                .map(d -> library + " " + version + ": " + d.advisory() + ", mended in " + d.before())
                .toList();
    }

    /** Coordinates by the place of a file in the repository of Maven; those of the tests are checked with those of the program. */
    @Test
    void noLibraryIsKnownToBeVulnerable() throws IOException {
        List<String> libraries = new ArrayList<>();
        List<String> vulnerable = new ArrayList<>();
        for (String file : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            Matcher jar = JAR.matcher(file.replace('\\', '/'));
            if (jar.find()) {
                String library = jar.group(1).replace('/', '.') + ":" + jar.group(2);
                libraries.add(library);
                vulnerable.addAll(found(library, jar.group(3)));
            }
        }

        assertThat(libraries).contains("com.h2database:h2", "org.postgresql:postgresql", "org.apache.poi:poi-ooxml");
        assertThat(vulnerable).as("raise their versions in pom.xml").isEmpty();
    }

    @Test
    void theBillOfMaterialsNamesNothingKnownToBeVulnerable() throws IOException {
        Path bill = Project.FOLDER.resolve(BILL);
        assumeThat(bill).as("written by a full build with a network").exists();
        List<String> vulnerable = new ArrayList<>();
        for (JsonNode component : JsonMapper.shared().readTree(bill.toFile()).get("components")) {
            vulnerable.addAll(found(
                    component.path("group").asString("") + ":" + component.get("name").asString(),
                    component.get("version").asString()));
        }
        assertThat(vulnerable).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
            "com.h2database:h2, 2.1.208, true",
            "com.h2database:h2, 2.1.210, false",
            "com.h2database:h2, 2.5.252, false",
            "org.postgresql:postgresql, 42.7.1, true",
            "org.postgresql:postgresql, 42.7.3, false",
            "org.postgresql:postgresql, 42.7.5, true",
            "org.postgresql:postgresql, 42.7.10, false",
            "org.example:h2, 1.0, false"
    })
    void aVersionIsDeniedWithinItsBoundsOnly(String library, String version, boolean denied) throws IOException {
        assertThat(!found(library, version).isEmpty()).isEqualTo(denied);
    }
}
