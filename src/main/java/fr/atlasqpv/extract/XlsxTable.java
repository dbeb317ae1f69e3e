package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.French;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A sheet of a workbook under reading. Cells give what they hold, not what they show: a number formatted as a percentage
 * is given in per cent, all its decimals kept; a formula gives its last result; a text that begins with {@code =} stays
 * a text.
 */
final class XlsxTable implements Table {
    private final InputFile file;
    private final XSSFWorkbook workbook;
    private Iterator<org.apache.poi.ss.usermodel.Row> rows;
    private final List<String> sheets = new ArrayList<>();

    XlsxTable(InputFile file, Edition.Source source) {
        this.file = file;
        this.workbook = open(file);
        workbook.sheetIterator().forEachRemaining(s -> sheets.add(s.getSheetName()));
        turnTo(source.sheet());
    }

    private static XSSFWorkbook open(InputFile file) {
        try (InputStream bytes = file.open()) {
            return new XSSFWorkbook(bytes);
        } catch (IOException e) {
            throw file.damaged(e);
        } catch (EmptyFileException
                | UnsupportedFileFormatException
                | POIXMLException
                | OpenXML4JRuntimeException
                | RecordFormatException e) {
            throw file.damaged(new IOException(e.getMessage(), e));
        }
    }

    private Sheet sheet(String name) {
        Sheet sheet = name == null ? workbook.getSheetAt(0) : workbook.getSheet(name);
        if (sheet == null) {
            UnreadableSourceException absent = file.notices()
                    .unreadable(
                            0,
                            "",
                            NoticeCode.FEUILLE_ABSENTE,
                            "Le classeur n’a pas de feuille " + French.quoted(name) + "."
                                    + French.didYouMean(name, sheets) + " Feuilles trouvées\u00a0: "
                                    + French.enumeration(sheets) + ".",
                            name);
            close();
            throw absent;
        }
        return sheet;
    }

    /** Goes on at the top of a sheet; of the first one when it is null. */
    final void turnTo(String sheet) {
        rows = sheet(sheet).rowIterator();
    }

    /** Names of the sheets of the workbook, in order. */
    List<String> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public Cells next() {
        while (rows.hasNext()) {
            org.apache.poi.ss.usermodel.Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getLastCellNum(); i++) {
                cells.add(text(row.getCell(i)));
            }
            if (!cells.stream().allMatch(String::isBlank)) {
                return new Cells(row.getRowNum() + 1L, 0, cells, false);
            }
        }
        return null;
    }

    private static String text(org.apache.poi.ss.usermodel.Cell cell) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> number(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "1" : "0";
            case ERROR -> "#ERREUR";
            default -> "";
        };
    }

    private static String number(org.apache.poi.ss.usermodel.Cell cell) {
        BigDecimal value = BigDecimal.valueOf(cell.getNumericCellValue());
        boolean percentage = cell.getCellStyle().getDataFormatString().contains("%");
        BigDecimal shown = percentage ? value.movePointRight(2) : value;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    @Override
    public String hint() {
        return sheets.size() < 2
                ? ""
                : " Feuilles du classeur\u00a0: " + French.enumeration(sheets) + " (clé sheet de la source).";
    }

    @Override
    public Character otherDelimiter(Cells header) {
        return null;
    }

    @Override
    public boolean delimited() {
        return false;
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
