package fr.atlasqpv.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units that run the program on a schedule, judged by systemd itself where it is there. */
class ScheduleTest {
    private static final Path SCHEDULE = Project.FOLDER.resolve("jobs/schedule");
    private static final BigDecimal MOST_EXPOSED = new BigDecimal("3");
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for .*: ([0-9.]+)");

    @TempDir
    private Path units;

    /** As installed, but for what this machine has not: the project and its user. */
    private Path installed(String unit) throws IOException {
        String text = Files.readString(SCHEDULE.resolve(unit)).replace("/srv/atlas-qpv/atlas", "/bin/true");
        return Files.writeString(
                units.resolve(unit.replace("@.", "@atlas-qpv.")), text.replaceAll("(?m)^User=.*\\R", ""));
    }

    private static String systemd(String... words) throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/systemd-analyze")).as("systemd judges its own units").isExecutable();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) + "\ncode "
                + process.waitFor();
    }

    @Test
    void systemdHasNothingToSayOfTheUnits() throws Exception {
        Path service = installed("atlas-qpv.service");
        Path timer = installed("atlas-qpv.timer");
        Path failed = installed("atlas-qpv-failed@.service");

        assertThat(systemd("systemd-analyze", "verify", "--man=no", service.toString(), timer.toString(),
                failed.toString())).isEqualTo("\ncode 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas-qpv.service", "atlas-qpv-failed@.service"})
    void aUnitMayDoLittle(String unit) throws Exception {
        String said = systemd(
                "systemd-analyze", "security", "--offline=true", "--no-pager", installed(unit).toString());

        Matcher exposure = EXPOSURE.matcher(said);
        assertThat(exposure.find()).as(said).isTrue();
        assertThat(new BigDecimal(exposure.group(1))).isLessThanOrEqualTo(MOST_EXPOSED);
    }

    @Test
    void aFailureIsToldAndAStopIsNone() throws IOException {
        assertThat(Files.readAllLines(SCHEDULE.resolve("atlas-qpv.service"))).containsAll(List.of(
                "OnFailure=atlas-qpv-failed@%n.service", "SuccessExitStatus=130 143", "RestartPreventExitStatus=1 2 3",
                "UMask=0077", "NoNewPrivileges=yes", "ProtectSystem=strict"));
    }
}
