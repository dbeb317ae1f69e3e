package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Layout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinNoticesTest {
    @Test
    void namesTheFileTheLineTheColumnAndTheNearestCode() {
        JoinNotices notices = new JoinNotices(
                new TestExtract(Path.of("."), Layout.QPV_COMMUNES).file("anct/qpv_communes.csv")
                        .column("commune", "COMMUNE").source());
        Notice notice = notices.unknownCommune(12, "commune", "59353", List.of("02408", "59350", "59452"));

        assertThat(notice.file()).isEqualTo("anct/qpv_communes.csv");
        assertThat(notice.line()).isEqualTo(12);
        assertThat(notice.column()).isEqualTo("COMMUNE");
        assertThat(notice.code()).isEqualTo("commune-inconnue");
        assertThat(notice.severity()).isEqualTo(Severity.ERROR);
        assertThat(notice.message()).endsWith("Le plus proche\u00a0: «\u00a059350\u00a0».");
    }

    @Test
    void aContourThatNobodyAsksForDoesNotStopTheRun() {
        JoinNotices notices = new JoinNotices(new TestExtract(Path.of("."), Layout.CONTOURS_COMMUNES).source());

        assertThat(notices.unknownCommune(1, "code", "01999", List.of()).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aCommuneThatAListedQuartierLiesInDoes() {
        JoinNotices notices = new JoinNotices(new TestExtract(Path.of("."), Layout.CONTOURS_QPV).source());

        assertThat(notices.unknownCommune(1, "communes", "01999", List.of()).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void theSeatOfAnEpciOfAnotherYearHarmsNobody() {
        JoinNotices seats = new JoinNotices(new TestExtract(Path.of("."), Layout.EPCI_DEPARTEMENTS).source());
        JoinNotices members = new JoinNotices(new TestExtract(Path.of("."), Layout.EPCI_COMPOSITION).source());

        assertThat(seats.unknownEpci(1, "epci", "200096634", List.of()).severity()).isEqualTo(Severity.INFO);
        assertThat(seats.unknownCode(1, "departement", "99", List.of()).severity()).isEqualTo(Severity.ERROR);
        assertThat(members.unknownEpci(1, "epci", "200096634", List.of()).severity()).isEqualTo(Severity.ERROR);
    }
}
