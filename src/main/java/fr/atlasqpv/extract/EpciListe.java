package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Epci;

/**
 * Layout {@code epci-liste}: the EPCI, without the pseudo-EPCI of the communes that belong to none. A file with one row per member
 * commune names an EPCI as many times, alike.
 */
final class EpciListe implements RowInterpreter {
    private final Column epci;
    private final Column label;
    private final Column nature;
    private final Keys keys = new Keys();

    EpciListe(Header header, Edition.Source source, Edition edition) {
        this.epci = header.column("epci");
        this.label = header.column("label");
        this.nature = header.column("nature");
    }

    @Override
    public Outcome interpret(Row row) {
        if (row.text(epci).equals(Epci.NONE)) {
            return row.outOfScope(ScopeReason.SANS_EPCI);
        }
        String siren = row.siren(epci);
        String name = row.required(label);
        String kind = row.text(nature);
        if (keys.repeated(row, epci, siren, name + "\n" + kind)) {
            return row.outOfScope(ScopeReason.DOUBLON_IDENTIQUE);
        }
        return row.usable(new Fact.EpciFact(siren, name, kind));
    }
}
