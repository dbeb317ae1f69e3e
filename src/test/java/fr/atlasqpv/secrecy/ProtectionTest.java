package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtectionTest {
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare());

    /** Nine QPV and one primary cell, like Maubeuge, beside an EPCI that has nothing to hide. */
    private static AtlasFixture maubeuge() {
        return new AtlasFixture(Indicator.PART_LOGEMENTS_SOCIAUX)
                .departement("59", "32", "250000", "1100000")
                .departement("62", "32", "160000", "630000")
                .epci("200043396", "59", "14000", "52000")
                .epci("200093201", "59", "120000", "480000")
                .epci("246200299", "62", "20000", "51000")
                .qpv("QP059011", "200043396", "59", "315", "429")
                .qpv("QP059012", "200043396", "59", "240", "476")
                .qpv("QP059013", "200043396", "59", "420", "533")
                .qpv("QP059014", "200043396", "59", "920", "1298")
                .qpv("QP059016", "200043396", "59", "840", "860")
                .qpv("QP059017", "200043396", "59", "560", "566")
                .qpv("QP059018", "200043396", "59", "110", "230")
                .qpv("QP059074", "200093201", "59", "11800", "21900")
                .qpv("QP059075", "200093201", "59", "2300", "5800")
                .qpv("QP062038", "246200299", "62", "250", "371")
                .qpv("QP062039", "246200299", "62", "430", "488");
    }

    @Test
    void aWithheldShareTakesASecondCellOfItsEpciWithIt() {
        AtlasFixture atlas = maubeuge();
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        assertThat(secrets(result))
                .contains(atlas.key(Level.QPV, "QP059017"))
                .hasSize(2)
                .allMatch(k -> k.territory().level() == Level.QPV);
    }

    @Test
    void theSameCellAtTwoLevelsHasOneStatus() {
        AtlasFixture atlas = maubeuge()
                .epci("200040947", "59", "4900", "42000")
                .qpv("QP059001", "200040947", "59", "556", "560");
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        assertThat(result.publications().get(atlas.key(Level.QPV, "QP059001")).status()).isEqualTo(CellStatus.SECRET);
        assertThat(result.publications().get(atlas.key(Level.EPCI, "200040947")).status())
                .isEqualTo(CellStatus.SECRET);
    }

    private static List<CellKey> secrets(ProtectionResult result) {
        return result.publications()
                .entrySet()
                .stream()
                .filter(e -> e.getValue().status() == CellStatus.SECRET)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
