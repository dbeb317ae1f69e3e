package fr.atlasqpv.extract;

import fr.atlasqpv.edition.French;
import java.util.List;

/** Reads a table row by row: common checks of form, then the interpreter of the layout. */
final class TableReader implements SourceReader {
    private final Table table;
    private final Header header;
    private final Notices notices;
    private final RowInterpreter interpreter;
    private final RepeatedRows repeated;
    private final String source;
    private ReadPosition position;

    /** @param repeated looks for runs of rows that come again, null where each row has a key */
    TableReader(
            Table table, Header header, Notices notices, RowInterpreter interpreter, RepeatedRows repeated,
            String source,
            ReadPosition position) {
        this.table = table;
        this.header = header;
        this.notices = notices;
        this.interpreter = interpreter;
        this.repeated = repeated;
        this.source = source;
        this.position = position;
    }

    @Override
    public Outcome read() {
        Table.Cells record = table.next();
        if (record == null) {
            return null;
        }
        position = new ReadPosition(record.byteOffset(), position.rows() + 1, record.line());
        if (repeated != null) {
            repeated.add(record);
        }
        Row row = new Row(notices, record.line(), record.cells());
        if (table.delimited() && record.cells().size() != header.width()) {
            checkLength(row, record);
        }
        return row.faulty() ? row.usable(List.of()) : interpreter.interpret(row);
    }

    private void checkLength(Row row, Table.Cells record) {
        int length = record.cells().size();
        if (length <= header.lastMapped()) {
            cut(row, header.firstBeyond(length), record);
        } else if (length < header.width() && record.unfinished() && header.at(length - 1) != null) {
            cut(row, header.at(length - 1), record);
        }
        for (int i = header.record().cells().size(); i < length; i++) {
            String cell = Cell.clean(record.cells().get(i));
            if (!cell.isEmpty()) {
                row.fault(
                        new Column("colonne " + (i + 1), i),
                        NoticeCode.CELLULES_EN_TROP,
                        "La ligne a plus de cellules que l’en-tête (" + header.record().cells().size()
                                + ")\u00a0: un texte contient sans doute le séparateur sans être entre guillemets.",
                        cell);
                break;
            }
        }
    }

    private static void cut(Row row, Column column, Table.Cells record) {
        String where = record.unfinished() ? "Le fichier s’arrête avant la fin de cette ligne" : "La ligne s’arrête";
        row.fault(
                column,
                NoticeCode.LIGNE_TRONQUEE,
                where + ", à la colonne " + French.quoted(column.name())
                        + "\u00a0: copiez ou téléchargez le fichier de nouveau.",
                record.cells().getLast());
    }

    @Override
    public List<Located<Fact>> closing() {
        return repeated == null ? List.of() : repeated.found(source);
    }

    @Override
    public ReadPosition position() {
        return position;
    }

    @Override
    public void close() {
        table.close();
    }
}
