package fr.atlasqpv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code atlas}, run on a made-up machine: JDKs and Maven are small scripts that say how they were called. */
class LauncherTest {
    private static final Path SHELL = Path.of("/bin/sh");
    /** Plays Java: extracts, stores classes, or says which JDK runs and with which arguments, and ends with code 7. */
    private static final String JAVA =
            """
                    #!/bin/sh
                    case "$*" in
                        *jarmode=tools*) for last in "$@"; do :; done; mkdir -p "$last/lib"; echo app >"$last/atlas.jar"
                            echo shared >"$last/lib/shared-1.0.jar"; exit 0 ;;
                        *-Xrefused*) echo "Unrecognized option: -Xrefused"; exit 1 ;;
                        *-version) exit 0 ;;
                        *-XX:AOTCacheOutput=*) for a in "$@"; do case $a in -XX:AOTCacheOutput=*) echo classes >"${a#*=}" ;; esac; done
                            exit 0 ;;
                    esac
                    echo "home=$(dirname "$(dirname "$0")")"
                    for a in "$@"; do echo "argument=$a"; done
                    exit 7
                    """;
    private static final String MAVEN = """
            #!/bin/sh
            case "$*" in
                *dependency:copy-dependencies*)
                    echo fetch >>fetches
                    [ ! -e offline ] || { echo "UNKNOWN HOST"; exit 1; }
                    for a in "$@"; do case $a in -DoutputDirectory=*) folder=${a#*=} ;; esac; done
                    mkdir -p "$folder"
                    for library in shared-1.0 verapdf-1.30; do echo library >"$folder/$library.jar"; done
                    exit 0 ;;
            esac
            echo build >>builds
            [ ! -e broken ] || { echo "COMPILATION ERROR"; exit 1; }
            mkdir -p target/fast
            echo jar >target/fast/atlas.jar
            """;

    @TempDir
    Path machine;

    private Path project;
    private Path jdks;
    private final Map<String, String> environment = new TreeMap<>();

    private record Run(int code, List<String> output, String errors) {
        String said(String key) {
            return output.stream().filter(line -> line.startsWith(key + "=")).findFirst().orElse("");
        }
    }

    @BeforeEach
    void aProjectAndItsLauncherOnAMachineWithoutJdk() throws IOException {
        assumeThat(SHELL).as("the launcher is a shell script").isExecutable();
        project = Files.createDirectories(machine.resolve("the project"));
        jdks = Files.createDirectories(machine.resolve("jvm"));
        Path sources = Files.createDirectories(project.resolve("src/main/java"));
        Files.writeString(sources.resolve("Atlas.java"), "class Atlas {}");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        script(project.resolve("mvnw"), MAVEN);
        String launcher = Files.readString(Path.of(System.getProperty("basedir", "")).resolve("atlas"));
        script(
                project.resolve("atlas"),
                launcher.replace("/usr/lib/jvm/*", '"' + jdks.toString() + "\"/*")
                        .replaceAll("/usr/lib64|/usr/java|/opt|/usr/local|/Library", "/nowhere"));
        environment.put("HOME", machine.toString());
        environment.put("PATH", toolsWithoutJava().toString());
    }

    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(machine.resolve("tools"));
        for (String tool : List.of(
                "sh", "cat", "cksum", "date", "dirname", "find", "flock", "head", "id", "mkdir", "mv", "readlink", "rm",
                "touch")) {
            Path real =
                    Files.isExecutable(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            if (Files.isExecutable(real)) {
                script(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
            }
        }
        return tools;
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        Path old = jdk("java-17", "17.0.15");
        environment.put("JAVA_HOME", old.toString());

        Run run = atlas("--help");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.errors()).contains("JDK 21", "apt-get install", "JAVA_HOME=");
    }

    @ParameterizedTest(name = "JAVA_HOME {0}, installed {1}: {2}")
    @CsvSource({
            "21.0.2, 25.0.3, home",
            "17.0.15, 25.0.3, installed",
            "11, 21, installed",
            "21-ea, 26, home"
    })
    void aJdkInJavaHomeIsTakenWhenItIsRecentEnough(String home, String installed, String taken) throws Exception {
        environment.put("JAVA_HOME", jdkAt(machine.resolve("home"), home).toString());
        jdk("installed", installed);

        assertThat(atlas("status").said("home")).endsWith("/" + taken);
    }

    @Test
    void ofTheInstalledJdksTheNewestIsTaken() throws Exception {
        jdk("java-21", "21.0.2");
        jdk("temurin-25", "25.0.3");
        jdk("zulu-24", "24.0.1");

        assertThat(atlas("status").said("home")).endsWith("/temurin-25");
    }

    @Test
    void itBuildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        jdk("java-25", "25");

        Run first = atlas("status");
        Run second = atlas("status");
        assertThat(builds()).isEqualTo(1);
        assertThat(first.errors()).contains("Préparation du programme");
        assertThat(second.errors()).isEmpty();

        Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
        atlas("status");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aFailedBuildShowsWhatMavenSaid() throws Exception {
        jdk("java-25", "25");
        Files.createFile(project.resolve("broken"));

        Run run = atlas("run", "jobs/2022.yaml");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.errors()).contains("COMPILATION ERROR", "La construction du programme a échoué");
        assertThat(run.output()).isEmpty();
    }

    @Test
    void argumentsAndExitCodePassThroughUntouched() throws Exception {
        jdk("java-25", "25");
        environment.put("ATLAS_JAVA_OPTS", "-Xmx3g -XX:+UseG1GC");

        Run run = atlas("explain", "a job.yaml", "*", "");

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.output()).endsWith("argument=explain", "argument=a job.yaml", "argument=*", "argument=");
        assertThat(run.output()).contains("argument=-Xmx3g", "argument=-XX:+UseG1GC")
                .doesNotContain("argument=-XX:+UseSerialGC");
    }

    @Test
    void optionsThatJavaRefusesAreAFaultOfTheMachine() throws Exception {
        jdk("java-25", "25");
        environment.put("ATLAS_JAVA_OPTS", "-Xrefused");

        Run run = atlas("status");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.errors()).contains("ATLAS_JAVA_OPTS (-Xrefused)", "Unrecognized option: -Xrefused");
    }

    @Test
    void damagedClassesAreLeftAsideAndStoredAgainAtTheNextStart() throws Exception {
        jdk("java-25", "25");
        assertThat(atlas("status").output()).anyMatch(a -> a.startsWith("argument=-XX:AOTCache="));
        Path stored = onlyFolder(project.resolve("target/launcher")).resolve("classes-25");
        Files.writeString(stored, "clasSes\n");

        assertThat(atlas("status").output()).noneMatch(a -> a.startsWith("argument=-XX:AOTCache="));
        assertThat(atlas("status").output()).anyMatch(a -> a.startsWith("argument=-XX:AOTCache="));
    }

    /** Another JDK than the one that built, in a project that belongs to somebody else. */
    @Test
    void aProjectThatCannotBeWrittenToRunsWithoutStoredClasses() throws Exception {
        jdk("java-25", "25");
        atlas("status");
        Path work = project.resolve("target/launcher");
        Path lock = work.resolve("lock");
        Files.delete(lock);
        Files.createDirectory(lock); // whoever the tests run as, nobody writes there
        jdk("java-26", "26");

        Run run = atlas("status");

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.output()).noneMatch(a -> a.startsWith("argument=-XX:AOTCache"));
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void aProjectThatCannotBeWrittenToAndIsNotBuiltSaysSo() throws Exception {
        jdk("java-25", "25");
        Files.writeString(project.resolve("target"), "a file where a folder should be");

        Run run = atlas("status");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.errors()).contains("n’a pas le droit d’écrire dans").hasLineCount(2);
    }

    @Test
    void whatValidatesIsFetchedOnceAndStandsBesideTheProgram() throws Exception {
        jdk("java-25", "25");

        Run plain = atlas("run", "a job.yaml");
        assertThat(project.resolve("fetches")).doesNotExist();
        assertThat(plain.output()).contains("argument=-jar");

        Run first = atlas("run", "a job.yaml", "--validate");
        Run second = atlas("run", "a job.yaml", "--validate");

        assertThat(Files.readAllLines(project.resolve("fetches"))).hasSize(1);
        assertThat(builds()).isEqualTo(1);
        assertThat(first.errors()).contains("Préparation de veraPDF");
        assertThat(second.errors()).isEmpty();
        assertThat(second.output()).endsWith(
                "argument=fr.atlasqpv.Atlas", "argument=run", "argument=a job.yaml", "argument=--validate");
        Path app = onlyFolder(project.resolve("target/launcher"));
        assertThat(second.output()).contains("argument=-cp", "argument=" + app.resolve("atlas.jar") + ":" + app
                + "/validator/*");
        assertThat(app.resolve("validator")).as("without the libraries that the program has already")
                .isDirectoryContaining("glob:**verapdf-1.30.jar").isDirectoryNotContaining("glob:**shared-1.0.jar");
    }

    @Test
    void withoutNetworkItSaysThatBooksCannotBeValidated() throws Exception {
        jdk("java-25", "25");
        Files.createFile(project.resolve("offline"));

        Run run = atlas("run", "jobs/2022.yaml", "--validate");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.errors()).contains("UNKNOWN HOST", "veraPDF n’a pas pu être préparé", "sans --validate");
        assertThat(run.output()).isEmpty();
        assertThat(atlas("run", "jobs/2022.yaml").code()).as("the rest still works").isEqualTo(7);
    }

    @Test
    void itFindsItsProjectThroughSymbolicLinks() throws Exception {
        jdk("java-25", "25");
        Path bin = Files.createDirectories(machine.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("first"), Path.of("../the project/atlas"));
        Path link = Files.createSymbolicLink(bin.resolve("atlas"), Path.of("first"));

        Run run = run(machine, link.toString(), "status");

        assertThat(run.output()).contains("argument=-Datlas.home=" + project.toRealPath());
    }

    private static Path onlyFolder(Path parent) throws IOException {
        try (Stream<Path> list = Files.list(parent.toRealPath())) {
            return list.filter(Files::isDirectory).reduce((a, b) -> {
                throw new AssertionError("two folders: " + a + ", " + b);
            }).orElseThrow();
        }
    }

    private long builds() throws IOException {
        return Files.readAllLines(project.resolve("builds")).size();
    }

    private Path jdk(String name, String version) throws IOException {
        return jdkAt(jdks.resolve(name), version);
    }

    private static Path jdkAt(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run atlas(String... arguments) throws IOException, InterruptedException {
        return run(machine, project.resolve("atlas").toString(), arguments);
    }

    private Run run(Path directory, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(Arrays.asList(arguments));
        Path errors = machine.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output.lines().toList(), Files.readString(errors));
    }
}
