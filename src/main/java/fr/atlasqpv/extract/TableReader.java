package fr.atlasqpv.extract;

import fr.atlasqpv.edition.French;
import java.util.List;
import java.util.Set;

/** Reads a table row by row: common checks of form, then the interpreter of the layout. */
final class TableReader implements SourceReader {
    /** Lines of an address or of a remark in one cell. */
    private static final int MOST_LINES = 20;

    private final Table table;
    private final Header header;
    private final InputFile file;
    private final Notices notices;
    private final RowInterpreter interpreter;
    private final RepeatedRows repeated;
    private final String source;
    private ReadPosition position;

    /** @param repeated looks for runs of rows that come again, null where each row has a key */
    TableReader(
            Table table, Header header, InputFile file, RowInterpreter interpreter, RepeatedRows repeated,
            String source,
            ReadPosition position) {
        this.table = table;
        this.header = header;
        this.file = file;
        this.notices = file.notices();
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
        refuseASecondHeader(record);
        refuseSwallowedLines(record);
        if (repeated != null) {
            repeated.add(record);
        }
        Row row = new Row(notices, record);
        if (table.delimiter() != null && record.texts().size() != header.width()) {
            checkLength(row, record);
        }
        return row.faulty() ? interpreter.lost(row) : interpreter.interpret(row);
    }

    private void refuseASecondHeader(Table.Cells record) {
        if (header.repeatedIn(record)) {
            throw notices.unreadable(
                    record.line(), "", NoticeCode.ENTETE_REPETE,
                    "L’en-tête de la ligne " + header.record().line()
                            + " figure de nouveau ici\u00a0: des fichiers ont été mis bout à bout, et des lignes comptent peut-être "
                            + "deux fois. Gardez un seul fichier, un seul en-tête.",
                    String.join(" ", record.texts()));
        }
    }

    /** A cell that holds as many separators as the lines it runs over would is lines between two stray quotation marks. */
    private void refuseSwallowedLines(Table.Cells record) {
        long breaks = record.lastLine() - record.line();
        if (breaks == 0 || table.delimiter() == null) {
            return;
        }
        long separators = breaks * Math.max(2, header.record().texts().size() - 1);
        for (int i = 0; i < record.texts().size(); i++) {
            String cell = record.text(i);
            boolean rows = cell.chars().filter(c -> c == table.delimiter()).count() >= separators;
            if (rows || cell.lines().count() > MOST_LINES) {
                throw CsvTable.swallowed(notices, record, header.name(i), cell);
            }
        }
    }

    private void checkLength(Row row, Table.Cells record) {
        int length = record.texts().size();
        if (length <= header.lastMapped()) {
            cut(row, header.firstBeyond(length), record);
        } else if (length < header.width() && record.unfinished() && header.at(length - 1) != null) {
            cut(row, header.at(length - 1), record);
        }
        for (int i = header.record().texts().size(); i < length; i++) {
            String cell = Cell.clean(record.text(i));
            if (!cell.isEmpty()) {
                row.fault(
                        new Column("colonne " + (i + 1), i),
                        NoticeCode.CELLULES_EN_TROP,
                        "La ligne a plus de cellules que l’en-tête (" + header.record().texts().size()
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
                record.texts().getLast());
    }

    @Override
    public List<Notice> remarks() {
        return table.remarks(header.record().line());
    }

    @Override
    public Set<String> fingerprints() {
        return file.fingerprints();
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
