package fr.atlasqpv.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Social dwellings of the QPV one by one, in the layout of the RPLS detail and two columns more: {@code CODE_QP} and
 * {@code MODE}. A dwelling keeps its address and its walls from one vintage to the next; its occupation is drawn anew.
 */
final class Dwellings {
    private static final String HEADER = "DROIT;DEPCOM;CODEPOSTAL;LIBCOM;NUMVOIE;INDREP;TYPVOIE;NOMVOIE;NUMAPPT;"
            + "NUMBOITE;ESC;COULOIR;ETAGE;COMPLIDENT;ENTREE;BAT;IMMEU;COMPLGEO;LIEUDIT;QPV;TYPECONST;NBPIECE;SURFHAB;"
            + "CONSTRUCT;LOCAT;PATRIMOINE;ORIGINE;FINAN;FINANAUTRE;CONV;NUMCONV;DATCONV;NEWLOGT;CUS;DPEDATE;DPEENERGIE;"
            + "DPESERRE;SRU_EXPIR;SRU_ALINEA;CODSEGPATRIM;LIBSEGPATRIM;CODE_QP;MODE";
    private static final List<String> WAYS = List.of("RUE", "RUE", "RUE", "ALL", "AV", "BD", "PL", "RES", "CITE");
    private static final List<String> NAMES = List.of(
            "JEAN JAURES", "LEON BLUM", "ROGER SALENGRO", "EMILE BASLY", "DES MINEURS", "DU MARAIS", "DES LILAS",
            "DES TILLEULS", "PASTEUR", "VICTOR HUGO", "EMILE ZOLA", "JULES FERRY", "GEORGES BRASSENS", "DES ACACIAS",
            "MARIE CURIE", "LOUISE MICHEL", "DE PICARDIE", "DE FLANDRE", "D ARTOIS", "DU BEFFROI", "DES TISSERANDS",
            "DE LA PAIX", "DU HAINAUT", "GUY MOQUET", "DES ECOLES", "DU STADE", "DES BLEUETS", "SALVADOR ALLENDE",
            "PIERRE SEMARD", "DE LA REPUBLIQUE", "DU 8 MAI 1945", "DES HORTENSIAS", "DES PEUPLIERS", "DE LA LYS");
    private static final String ENERGY = "BCCDDDDDEEEFFG";

    private Dwellings() {}

    /** Type, rooms and address that the dwellings of one programme share. */
    private record Programme(String address, boolean collective, int storeys, int built, String funding, int size) {}

    /** The file of one vintage. */
    static Table table(Cog cog, SocialHousing housing) {
        Table table = new Table(';', HEADER);
        housing.qpv().forEach((qpv, byCommune) -> byCommune.forEach((commune, stock) -> {
            if (stock.total() > 0) {
                write(table, qpv, commune, cog.commune(commune).capitals(), modes(qpv, commune, housing, stock));
            }
        }));
        return table;
    }

    private static List<Integer> modes(String qpv, String commune, SocialHousing housing, SocialStock stock) {
        List<Integer> modes = new ArrayList<>();
        for (int mode = 1; mode <= 6; mode++) {
            for (int i = 0; i < stock.withMode(mode); i++) {
                modes.add(mode);
            }
        }
        Draw.of("mode", String.valueOf(housing.year()), qpv, commune).shuffle(modes);
        return modes;
    }

    private static void write(Table table, String qpv, String commune, String name, List<Integer> modes) {
        Draw draw = Draw.of("logements", qpv, commune);
        Programme programme = programme(draw);
        int left = programme.size;
        for (int mode : modes) {
            if (left == 0) {
                programme = programme(draw);
                left = programme.size;
            }
            row(table, draw, programme, new String[] {qpv, commune, name}, left, mode);
            left--;
        }
    }

    private static Programme programme(Draw draw) {
        boolean collective = draw.chance(0.72);
        int storeys = collective ? draw.between(3, 9) : 0;
        String address = ";;" + draw.among(WAYS) + ";" + draw.among(NAMES);
        int built = draw.chance(0.55) ? draw.between(1955, 1977) : draw.between(1922, 2014);
        return new Programme(
                address,
                collective,
                storeys,
                built,
                built < 1978 ? "11" : built < 2002 ? "12" : "13",
                collective ? 10 * draw.between(2, 6) : draw.between(6, 30));
    }

    private static void row(Table table, Draw draw, Programme p, String[] place, int left, int mode) {
        int rooms = Math.max(1, Math.min(6, (int) StrictMath.round(3.4 + draw.normal())));
        table.row(
                1,
                place[1],
                null,
                place[2],
                (p.collective ? 2 : 2 * left) + p.address,
                null, null, null, null,
                p.collective ? left % (p.storeys + 1) : null,
                null, null, null, null, null, null,
                1,
                p.collective ? "C" : "I",
                rooms,
                12 + 17 * rooms,
                p.built,
                p.built + 1,
                null,
                p.built > 2005 ? 2 : 1,
                p.funding,
                null,
                1,
                null, null, null, null, null,
                ENERGY.charAt((p.built + p.storeys) % ENERGY.length()),
                null, null, null, null, null,
                place[0],
                mode);
    }
}
