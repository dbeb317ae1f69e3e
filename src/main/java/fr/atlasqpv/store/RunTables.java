package fr.atlasqpv.store;

import fr.atlasqpv.indicator.Catalogue;
import javax.sql.DataSource;

/**
 * All that the runs of an edition keep in the store.
 *
 * @param facts what the extracts state
 * @param counters dwellings counted
 * @param attachments territories as attached
 * @param cells figures
 * @param notices what is told to a person
 * @param written books in the making
 * @param history runs, their inputs and books
 * @param working what a release must leave empty
 */
public record RunTables(
        Facts facts,
        Counters counters,
        Attachments attachments,
        Cells cells,
        Notices notices,
        WrittenBooks written,
        RunHistory history,
        WorkingTables working) {

    /**
     * The tables of a store.
     *
     * @param catalogue indicators and measures of the edition
     */
    public static RunTables of(DataSource store, Catalogue catalogue) {
        StepOutput output = new StepOutput(store, catalogue);
        Counters counters = new Counters(store, catalogue);
        return new RunTables(
                new Facts(output, counters), counters, new Attachments(output), new Cells(output), new Notices(output),
                new WrittenBooks(output), new RunHistory(store), new WorkingTables(store));
    }
}
