package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.territory.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Three QPV of one EPCI that add up to it: whoever withholds one withholds a partner. */
class ProtectedTableTest {
    private final AtlasFixture atlas = AtlasFixture.fiveQpv("493", "180");

    private ProtectedTable table(CellKey... withheld) {
        List<Figure> figures = atlas.cells().stream().map(cell -> new Figure(
                cell.key(), Publication.of(cell, Optional.empty()), cell.numerator(), cell.denominator(), true))
                .toList();
        TableBuilder.Terms terms = new TableBuilder.Terms(
                AtlasFixture.rules(List.of(AtlasFixture.socialShare()), false), Elsewhere.NOTHING,
                BookAttack.nothingKnown(), AtlasFixture.KEY);
        ProtectedTable table = new ProtectedTable(
                List.of(Indicators2022.PART_LOGEMENTS_SOCIAUX), figures, atlas.hierarchy(), terms, Set.of(withheld));
        table.protect();
        return table;
    }

    private CellKey qpv(String code) {
        return atlas.key(Level.QPV, code);
    }

    @Test
    void withholdsThePartnerThatCostsLeastAndNothingElse() {
        ProtectedTable table = table(qpv("QP000001"));

        assertThat(table.withheldKeys()).hasSize(2).contains(qpv("QP000001"));
        assertThat(table.disclosures()).isEmpty();
        assertThat(table.line()).hasValueSatisfying(line -> {
            assertThat(line.cost()).isEqualTo(1);
            assertThat(line.released().exposed()).isZero();
        });
        assertThat(table.review(Map.of()).orElseThrow().worth()).satisfies(worth -> {
            assertThat(worth.points()).isEqualTo(1);
            assertThat(worth.leastPoints()).isEqualTo(1);
            assertThat(worth.primaryOnly()).isNotEqualTo(worth.released());
        });
    }

    @Test
    void twoThatHideOneAnotherNeedNoPartner() {
        ProtectedTable table = table(qpv("QP000001"), qpv("QP000003"));

        assertThat(table.withheldKeys()).containsExactly(qpv("QP000001"), qpv("QP000003"));
        assertThat(table.line().orElseThrow().cost()).isZero();
    }

    @Test
    void tellsTheCellsThatSubtractionLeadsToFromAWithheldOne() {
        assertThat(table(qpv("QP000001")).tied()).contains(
                qpv("QP000001"), qpv("QP000003"), atlas.key(Level.EPCI, "A"), atlas.key(Level.REG, "32"));
    }

    @Test
    void withNothingToWithholdThereIsNothingToProtect() {
        ProtectedTable table = table();

        assertThat(table.withheldKeys()).isEmpty();
        assertThat(table.line()).isEmpty();
        assertThat(table.tied()).isEmpty();
    }
}
