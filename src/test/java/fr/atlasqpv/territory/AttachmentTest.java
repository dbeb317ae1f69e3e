package fr.atlasqpv.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.territory.AttachmentDecision.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private final List<Commune> communes = new ArrayList<>(List.of(
            new Commune("59001", "Nordville", "59", "32"),
            new Commune("59002", "Ostricourt", "59", "32"),
            new Commune("62001", "Évin", "62", "32"),
            new Commune("62002", "Calaisville", "62", "32")));
    private final Map<String, String> epciOfCommune = new HashMap<>(Map.of(
            "59001", "200000001", "59002", "200000001", "62001", "200000002", "62002", "200000002"));
    private final Map<String, String> seats = new HashMap<>();
    private final Map<String, BigDecimal> populations = new HashMap<>();
    private final Map<String, List<QpvShare>> qpvCommunes = new HashMap<>();
    private final Map<String, String> listed = new HashMap<>();
    private Set<String> split = Set.of();

    private Attachment attach() {
        return Attachment.of(new AttachmentInput(
                communes,
                List.of(new Departement("59", "Nord", "32", ""), new Departement("62", "Pas-de-Calais", "32", "")),
                List.of(new Region("32", "Hauts-de-France", "")),
                List.of(new Epci("200000001", "CC du Nord", "CC"), new Epci("200000002", "CA du Bassin", "CA")),
                epciOfCommune,
                seats,
                populations,
                qpvCommunes.keySet().stream().map(c -> new Qpv(c, "Quartier " + c)).toList(),
                qpvCommunes,
                listed,
                split));
    }

    private static QpvShare share(String commune, Integer inhabitants) {
        return new QpvShare(commune, inhabitants == null ? null : BigDecimal.valueOf(inhabitants));
    }

    @Test
    void a_straddling_qpv_is_counted_where_most_of_its_inhabitants_live() {
        qpvCommunes.put("QP062040", List.of(share("59002", 73), share("62001", 1443)));

        AttachedQpv cornuault = attach().qpv().get("QP062040");

        assertThat(cornuault.epci()).isEqualTo("200000002");
        assertThat(cornuault.departement()).isEqualTo("62");
        assertThat(cornuault.commune()).isEqualTo("62001");
        assertThat(attach().decisions()).extracting(AttachmentDecision::rule).containsExactly(Rule.QPV_A_CHEVAL);
    }

    @Test
    void a_tie_goes_to_the_lower_code_and_is_on_record() {
        qpvCommunes.put("QP062040", List.of(share("62001", 500), share("59002", 500)));

        Attachment attachment = attach();

        assertThat(attachment.qpv().get("QP062040").departement()).isEqualTo("59");
        assertThat(attachment.qpv().get("QP062040").epci()).isEqualTo("200000001");
        assertThat(attachment.decisions()).extracting(AttachmentDecision::rule).contains(Rule.EGALITE);
    }

    @Test
    void without_inhabitants_by_commune_the_first_commune_decides_with_a_notice() {
        qpvCommunes.put("QP062040", List.of(share("59002", null)));
        listed.put("QP062040", "Ostricourt, Évin-Malmaison");

        Attachment attachment = attach();

        assertThat(attachment.qpv().get("QP062040").departement()).isEqualTo("59");
        assertThat(attachment.decisions()).extracting(AttachmentDecision::rule)
                .containsExactly(Rule.QPV_PREMIERE_COMMUNE);
    }

    @Test
    void an_epci_over_two_departements_stands_where_its_seat_is() {
        epciOfCommune.put("62001", "200000001");
        seats.put("200000001", "62");

        Attachment attachment = attach();

        assertThat(attachment.epci().get("200000001").departement()).isEqualTo("62");
        assertThat(attachment.decisions()).extracting(AttachmentDecision::rule)
                .containsExactly(Rule.EPCI_INTERDEPARTEMENTAL);
    }

    @Test
    void an_epci_without_known_seat_stands_where_most_of_its_population_lives() {
        epciOfCommune.put("62001", "200000001");
        populations.putAll(Map.of("59001", BigDecimal.ONE, "59002", BigDecimal.TWO, "62001", BigDecimal.TEN));

        Attachment attachment = attach();

        assertThat(attachment.epci().get("200000001").departement()).isEqualTo("62");
        assertThat(attachment.decisions()).extracting(AttachmentDecision::rule).containsExactly(Rule.EPCI_SANS_SIEGE);
    }

    @Test
    void an_epci_that_the_edition_splits_has_one_row_a_departement() {
        epciOfCommune.put("62001", "200000001");
        split = Set.of("200000001");
        qpvCommunes.put("QP062040", List.of(share("62001", 10)));

        Attachment attachment = attach();

        assertThat(attachment.epci().keySet()).containsExactly("200000001-59", "200000001-62", "200000002");
        assertThat(attachment.epci().get("200000001-62").label()).isEqualTo("CC du Nord (partie Pas-de-Calais)");
        assertThat(attachment.qpv().get("QP062040").epci()).isEqualTo("200000001-62");
    }

    @Test
    void a_qpv_living_outside_the_departement_of_the_seat_of_its_epci_is_on_record() {
        epciOfCommune.put("62001", "200000001");
        seats.put("200000001", "59");
        qpvCommunes.put("QP062040", List.of(share("62001", 10)));

        Attachment attachment = attach();

        assertThat(attachment.qpv().get("QP062040").departement()).isEqualTo("62");
        assertThat(attachment.epci().get(attachment.qpv().get("QP062040").epci()).departement()).isEqualTo("59");
        assertThat(attachment.decisions()).extracting(AttachmentDecision::rule)
                .contains(Rule.QPV_HORS_DEPARTEMENT_DU_SIEGE);
    }

    @Test
    void a_key_given_twice_stops_the_attachment() {
        communes.add(new Commune("59001", "Nordville", "59", "32"));

        assertThatThrownBy(this::attach).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("59001");
    }

    @Test
    void the_order_of_the_input_does_not_matter() {
        qpvCommunes.put("QP062040", List.of(share("59002", 73), share("62001", 1443)));
        Attachment straight = attach();
        java.util.Collections.reverse(communes);
        qpvCommunes.put("QP062040", List.of(share("62001", 1443), share("59002", 73)));

        assertThat(attach().qpv()).isEqualTo(straight.qpv());
        assertThat(attach().epci()).isEqualTo(straight.epci());
    }

    @Test
    void a_split_epci_is_on_record_with_its_departements() {
        epciOfCommune.put("62001", "200000001");
        split = Set.of("200000001");

        assertThat(attach().decisions()).containsExactly(new AttachmentDecision(Rule.EPCI_SCINDE, "200000001",
                "CC du Nord est présentée par département, comme l’édition le demande : 59, 62."));
    }

    @Test
    void what_is_plain_is_not_on_record() {
        seats.put("200000001", "59");
        qpvCommunes.put("QP059001", List.of(share("59001", null)));
        listed.put("QP059001", "Nordville");
        qpvCommunes.put("QP059002", List.of(share("59001", 10), share("59002", 20)));

        assertThat(attach().decisions()).isEmpty();
        assertThat(attach().qpv().get("QP059002").communes()).containsExactly("59002", "59001");
    }

    @Test
    void the_first_commune_is_named_with_those_of_the_list_where_there_is_one() {
        qpvCommunes.put("QP059001", List.of(share("59002", null), share("62001", 5)));
        qpvCommunes.put("QP059002", List.of(share("59002", null)));
        listed.put("QP059002", "Ostricourt, Évin");

        assertThat(attach().decisions()).extracting(AttachmentDecision::message)
                .map(m -> m.replace('\u00a0', ' '))
                .containsExactly(
                        "Le quartier QP059001 (Quartier QP059001) s’étend sur plusieurs communes (Ostricourt, Évin) ; faute d’habitants "
                                + "par commune, il est rattaché à la première, Ostricourt.",
                        "Le quartier QP059002 (Quartier QP059002) s’étend sur plusieurs communes (Ostricourt, Évin) ; "
                                + "faute d’habitants par commune, il est rattaché à la première, Ostricourt.");
    }

    @Test
    void a_qpv_whose_extent_alone_is_known_keeps_all_its_communes_and_stands_in_the_one_of_most_of_it() {
        qpvCommunes.put("QN05901M", List.of(new QpvShare("62001", null, 9.0), new QpvShare("59002", null, 4.0)));

        assertThat(attach().qpv().get("QN05901M").communes()).containsExactly("62001", "59002");
        assertThat(attach().qpv().get("QN05901M").departement()).isEqualTo("62");
        assertThat(attach().decisions()).extracting(AttachmentDecision::message).singleElement().asString()
                .contains("(Évin, Ostricourt)", "celle où il s’étend le plus, Évin");
    }

    @Test
    void a_qpv_outside_any_epci_is_counted_and_on_record() {
        epciOfCommune.put("59001", Epci.NONE);
        epciOfCommune.remove("62001");
        qpvCommunes.put("QP059001", List.of(share("59001", 10)));
        qpvCommunes.put("QP062001", List.of(share("62001", 7), share("59002", 3)));

        Attachment attachment = attach();

        assertThat(attachment.qpv().get("QP059001").epci()).isEmpty();
        assertThat(attachment.qpv().get("QP059001").departement()).isEqualTo("59");
        assertThat(attachment.epciRowOf("59001")).isEmpty();
        assertThat(attachment.decisions()).extracting(AttachmentDecision::rule)
                .containsExactly(Rule.QPV_SANS_EPCI, Rule.QPV_A_CHEVAL, Rule.QPV_SANS_EPCI);
        assertThat(attachment.decisions().get(1).message())
                .contains("Évin 7, Ostricourt 3")
                .contains("intercommunalité aucune");
    }

    @Test
    void an_unknown_code_stops_the_attachment_and_is_told() {
        qpvCommunes.put("QP059001", List.of(share("99999", 10)));
        assertThatThrownBy(this::attach).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("99999");

        qpvCommunes.put("QP059001", List.of());
        assertThatThrownBy(this::attach).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("QP059001");

        epciOfCommune.put("59001", "200000009");
        assertThatThrownBy(this::attach).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("200000009");
    }

    @Test
    void an_attachment_restored_is_the_one_that_was_decided() {
        epciOfCommune.put("62001", "200000001");
        qpvCommunes.put("QP062040", List.of(share("59002", 73), share("62001", 1443)));
        Attachment decided = attach();
        Map<String, String> rows = new HashMap<>();
        communes.forEach(c -> decided.epciRowOf(c.code()).ifPresent(row -> rows.put(c.code(), row)));

        Attachment restored = Attachment.restored(
                decided.regions().values(), decided.departements().values(), decided.communes().values(),
                decided.epci().values(), rows, decided.qpv().values(), decided.decisions());

        assertThat(restored).usingRecursiveComparison().isEqualTo(decided);
        assertThat(restored.regions()).containsOnlyKeys("32");
        assertThat(restored.departements()).containsOnlyKeys("59", "62");
        assertThat(restored.communes()).containsOnlyKeys("59001", "59002", "62001", "62002");
    }
}
