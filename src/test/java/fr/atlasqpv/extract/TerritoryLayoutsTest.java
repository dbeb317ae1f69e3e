package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.territory.Frames;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts of the INSEE geography: one table of cases each, line as the producer writes it | what the reader says. */
class TerritoryLayoutsTest {
    @TempDir
    Path folder;

    private TestExtract communes() {
        return new TestExtract(folder, Layout.COG_COMMUNES)
                .delimiter(',')
                .column("type", "TYPECOM")
                .column("code", "COM")
                .column("departement", "DEP")
                .column("region", "REG")
                .column("label", "LIBELLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "COM,59350,32,59,59D,595,0,LILLE,Lille,Lille,5998, | CommuneFact[code=59350, label=Lille, departement=59, region=32]",
                    "COM,2A004,94,2A,2AD,2A1,1,AJACCIO,Ajaccio,Ajaccio,2A98, | CommuneFact[code=2A004, label=Ajaccio, departement=2A, region=94]",
                    "COMD,01015,,,,,1,ARBIGNIEU,Arbignieu,Arbignieu,,01015 | ~ commune-associee-ou-deleguee",
                    "COMA,59355,,,,,0,LOMME,Lomme,Lomme,,59350 | ~ commune-associee-ou-deleguee",
                    "ARM,75101,11,75,75C,751,0,PARIS 1ER,Paris 1er,Paris 1er Arrondissement,,75056 | ~ arrondissement-municipal",
                    "COM,97105,01,971,971D,9711,3,BASSE TERRE,Basse-Terre,Basse-Terre,9798, | ~ hors-cadre",
                    "COM,1001,84,01,01D,012,5,X,X,L'Abergement,0108, | ! 2 COM code-invalide 1001",
                    "CMO,01001,84,01,01D,012,5,X,X,L'Abergement,0108, | ! 2 TYPECOM valeur-inconnue CMO",
                    ",01001,84,01,01D,012,5,X,X,L'Abergement,0108, | ! 2 TYPECOM champ-vide "
            })
    void cogCommunes(String line, String told) {
        assertThat(communes().lines("TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT", line).told())
                .containsExactly(told == null ? "" : told.startsWith("! 2 TYPECOM champ") ? told + " " : told);
    }

    @Test
    void anEditionKeepsTheRowsOfTheRegionsThatItPlaces() {
        assertThat(communes()
                .frame(Frames.withReunion())
                .lines("TYPECOM,COM,REG,DEP,LIBELLE", "COM,97411,04,974,Saint-Denis", "COM,97105,01,971,Basse-Terre")
                .told())
                .containsExactly(
                        "CommuneFact[code=97411, label=Saint-Denis, departement=974, region=04]", "~ hors-cadre");
    }

    @Test
    void aDelegatedCommuneMayBearTheCodeOfItsCommune() {
        assertThat(communes()
                .lines("TYPECOM,COM,REG,DEP,LIBELLE", "COM,01015,84,01,Arboys", "COMD,01015,,,Arbignieu")
                .told())
                .last()
                .isEqualTo("~ commune-associee-ou-deleguee");
    }

    @Test
    void aLostZeroIsSuggested() {
        Outcome row = communes().lines("TYPECOM,COM,REG,DEP,LIBELLE", "COM,1001,84,01,X").read().getFirst();

        assertThat(((Outcome.Rejected) row).notices().getFirst().message()).contains("01001");
    }

    @Test
    void cogDepartements() {
        TestExtract extract = new TestExtract(folder, Layout.COG_DEPARTEMENTS)
                .delimiter(',')
                .column("code", "DEP")
                .column("region", "REG")
                .column("chef-lieu", "CHEFLIEU")
                .column("label", "LIBELLE")
                .lines(
                        "DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE",
                        "02,32,02408,5,AISNE,Aisne,Aisne",
                        "974,04,97411,0,LA REUNION,La Réunion,La Réunion",
                        "02,32,02408,5,AISNE,Aisne,Aisne",
                        "2,32,02408,5,AISNE,Aisne,Aisne",
                        // A region that the edition places, a département that no zone of it has
                        "974,32,97411,0,LA REUNION,La Réunion,La Réunion");

        assertThat(extract.told())
                .containsExactly(
                        "DepartementFact[code=02, label=Aisne, region=32, chefLieu=02408]",
                        "~ hors-cadre",
                        "! 4 DEP cle-en-double 02",
                        "! 5 DEP code-invalide 2",
                        "! 6 DEP departement-hors-cadre 974");
    }

    @Test
    void cogRegions() {
        TestExtract extract = new TestExtract(folder, Layout.COG_REGIONS)
                .delimiter(',')
                .column("code", "REG")
                .column("chef-lieu", "CHEFLIEU")
                .column("label", "LIBELLE")
                .lines(
                        "REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE",
                        "01,97105,3,GUADELOUPE,Guadeloupe,Guadeloupe",
                        "32,59350,4,HAUTS DE FRANCE,Hauts-de-France,Hauts-de-France");

        assertThat(extract.told())
                .containsExactly("~ hors-cadre", "RegionFact[code=32, label=Hauts-de-France, chefLieu=59350]");
    }

    @Test
    void epciListe() {
        TestExtract extract = new TestExtract(folder, Layout.EPCI_LISTE)
                .column("epci", "EPCI")
                .column("label", "LIBEPCI")
                .column("nature", "NATURE_EPCI")
                .lines(
                        "EPCI;LIBEPCI;NATURE_EPCI;NB_COM",
                        "200043495;CA du Pays de Laon;CA;38",
                        "ZZZZZZZZZ;Sans objet;ZZ;4",
                        "20004349;CA du Pays de Laon;CA;38",
                        "200043495;CA du Pays de Laon;CA;39",
                        "200043495;CA de Laon;CA;38");

        assertThat(extract.told())
                .containsExactly(
                        "EpciFact[code=200043495, label=CA du Pays de Laon, nature=CA]",
                        "~ sans-epci",
                        "! 4 EPCI code-invalide 20004349",
                        "~ doublon-identique",
                        "! 6 EPCI cle-en-double 200043495");
    }

    @Test
    void epciComposition() {
        TestExtract extract = new TestExtract(folder, Layout.EPCI_COMPOSITION)
                .column("commune", "CODGEO")
                .column("epci", "EPCI")
                .lines(
                        "CODGEO;LIBGEO;EPCI;LIBEPCI;DEP;REG",
                        "02408;Laon;200043495;CA du Pays de Laon;02;32",
                        "29083;Île-de-Sein;ZZZZZZZZZ;Sans objet;29;53",
                        "97105;Basse-Terre;249710062;CA Grand Sud Caraïbe;971;01");

        assertThat(extract.told())
                .containsExactly(
                        "EpciMembershipFact[commune=02408, epci=200043495]",
                        "EpciMembershipFact[commune=29083, epci=ZZZZZZZZZ]",
                        "~ hors-cadre");
    }

    @Test
    void epciDepartements() {
        TestExtract extract = new TestExtract(folder, Layout.EPCI_DEPARTEMENTS)
                .column("epci", "EPCI")
                .column("departement", "DEP_SIEGE")
                .lines("EPCI;DEP_SIEGE", "200043495;02", "249710062;971", "200054781;", "200043495;02");

        assertThat(extract.told())
                .containsExactly(
                        "EpciDepartementFact[epci=200043495, departement=02]",
                        "~ hors-cadre",
                        "! 4 DEP_SIEGE champ-vide ",
                        "! 5 EPCI cle-en-double 200043495");
    }

    @Test
    void epciSieges() {
        TestExtract extract = new TestExtract(folder, Layout.EPCI_SIEGES)
                .column("epci", "EPCI")
                .column("commune", "COMMUNE")
                .lines("EPCI;COMMUNE", "200043495;02408", "200054781;75104", "200043495;02408");

        assertThat(extract.told())
                .containsExactly(
                        "EpciSeatFact[epci=200043495, commune=02408]",
                        "EpciSeatFact[epci=200054781, commune=75056]",
                        "! 4 EPCI cle-en-double 200043495");
    }

    @Test
    void populationsLegales() {
        TestExtract extract = new TestExtract(folder, Layout.POPULATIONS_LEGALES)
                .countedIn(Measures2022.POPULATION)
                .column("departement", "CODDEP")
                .column("commune", "CODCOM")
                .column("population", "PMUN")
                .lines(
                        "CODREG;REG;CODDEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT",
                        "32;Hauts-de-France;02;3;;408;Laon;24\u202f304;660;24\u202f964",
                        "94;Corse;2A;1;;004;Ajaccio;70817;600;71417",
                        "01;Guadeloupe;971;1;;105;Basse-Terre;9861;1;9862",
                        "11;Île-de-France;75;1;;101;Paris 1er;16030;1;16031",
                        "32;Hauts-de-France;02;3;;41;Lesdins;x;6;2");

        assertThat(extract.told())
                .containsExactly(
                        "02408:POPULATION=24304",
                        "2A004:POPULATION=70817",
                        "~ hors-cadre",
                        "~ arrondissement-municipal",
                        "! 6 CODCOM code-invalide 41");
    }

    @Test
    void baseCommunes() {
        TestExtract extract = new TestExtract(folder, Layout.BASE_COMMUNES)
                .column("code", "CODGEO")
                .measure("PMUN_2018", Measures2022.POPULATION)
                .lines(
                        "CODGEO;LIBGEO;PMUN_2018",
                        "02408;Laon;24304",
                        "13055;Marseille;868277",
                        "13201;Marseille 1er;39000",
                        "97105;Basse-Terre;9861",
                        "02409;Lappion;ns",
                        "Ensemble;;1",
                        "02408;Laon;24304");

        assertThat(extract.told())
                .containsExactly(
                        "02408:POPULATION=24304",
                        "13055:POPULATION=868277",
                        "~ arrondissement-municipal",
                        "~ hors-cadre",
                        "02409:POPULATION=?NON_SIGNIFICATIF",
                        "~ ligne-ensemble",
                        "! 8 CODGEO cle-en-double 02408");
    }

    @Test
    void comptagesCommunes() {
        TestExtract extract = new TestExtract(folder, Layout.COMPTAGES_COMMUNES)
                .column("code", "CODGEO")
                .column("mesure", "MESURE")
                .column("valeur", "VALEUR")
                .lines(
                        "CODGEO;MESURE;VALEUR",
                        "02408;POP_REF;24100.25",
                        "02408;pop_0_14;4500,5",
                        "02408;POP_O_14;1",
                        "02408;POP_REF;1");

        assertThat(extract.told())
                .containsExactly(
                        "02408:POP_REF=24100.25",
                        "02408:POP_0_14=4500.5",
                        "! 4 MESURE valeur-inconnue POP_O_14",
                        "! 5 CODGEO cle-en-double 02408 POP_REF");
    }

    @Test
    void centresCommunes() {
        TestExtract extract = new TestExtract(folder, Layout.CENTRES_COMMUNES)
                .column("code", "CODGEO")
                .column("lon", "LON")
                .column("lat", "LAT")
                .lines("CODGEO;LON;LAT", "03001;3;46.5", "02408;;49.5", "02409;681000;6950000");

        Fact.CentreFact origin = (Fact.CentreFact) ((Outcome.Usable) extract.read().getFirst()).facts().getFirst();
        assertThat(origin.x()).as("the origin of Lambert-93").isCloseTo(700_000, within(0.001));
        assertThat(origin.y()).isCloseTo(6_600_000, within(0.001));
        assertThat(extract.told().subList(1, 3))
                .containsExactly("! 3 LON champ-vide ", "! 4 LON nombre-impossible 681000 6950000");
    }

    @Test
    void reference() {
        TestExtract extract = new TestExtract(folder, Layout.REFERENCE)
                .column("niveau", "NIVEAU")
                .column("code", "CODE")
                .column("perimetre", "PERIMETRE")
                .column("indicateur", "INDICATEUR")
                .column("valeur", "VALEUR")
                .lines(
                        "NIVEAU;CODE;PERIMETRE;INDICATEUR;VALEUR",
                        "FRANCE;FRMETRO;QPV;population;4829250",
                        "FRANCE;FRMETRO;QPV;part_logements_sociaux;nd",
                        "FRANCE;FRMETRO;QPV;populaton;1",
                        "PAYS;FRMETRO;QPV;population;1");

        assertThat(extract.told())
                .containsExactly(
                        "ReferenceFact[level=FRANCE, code=FRMETRO, perimeter=QPV, indicator=population, value=4829250]",
                        "",
                        "! 4 INDICATEUR valeur-inconnue populaton",
                        "! 5 NIVEAU valeur-inconnue PAYS");
    }
}
