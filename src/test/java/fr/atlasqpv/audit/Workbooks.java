package fr.atlasqpv.audit;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Ways to put a figure back into a workbook. */
public final class Workbooks {
    private static final String SHARE = "Part des logements sociaux";

    private Workbooks() {}

    /** What is done to a workbook. */
    public interface Tampering {
        void to(XSSFWorkbook book);
    }

    /** Does some of it to a file. */
    public static void tamper(Path file, List<Tampering> tamperings) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Tampering tampering : tamperings) {
                tampering.to(book);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
    }

    private static Row row(XSSFWorkbook book, String sheet, String code) {
        for (Row row : book.getSheet(sheet)) {
            if (row.getCell(1).getStringCellValue().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + code);
    }

    static Tampering figure(String sheet, String code, String figure) {
        return book -> {
            int column = 0;
            while (!book.getSheet(sheet).getRow(0).getCell(column).getStringCellValue().startsWith(SHARE)) {
                column++;
            }
            row(book, sheet, code).createCell(column).setCellValue(Double.parseDouble(figure));
        };
    }

    static Tampering tidyFigure(String code, String figure) {
        return book -> {
            for (Row row : book.getSheet("Données")) {
                if (row.getCell(2).getStringCellValue().equals(code)
                        && row.getCell(5).getStringCellValue().equals("part_logements_sociaux")) {
                    row.createCell(6).setCellValue(Double.parseDouble(figure));
                    row.getCell(8).setCellValue("publie");
                }
            }
        };
    }

    static Tampering besideTheTable(String sheet, String code, String figure) {
        return book -> row(book, sheet, code).createCell(120).setCellValue(Double.parseDouble(figure));
    }

    /** A sheet that nobody sees. */
    public static Tampering hiddenSheet(String figure) {
        return book -> {
            var hidden = book.createSheet("brouillon");
            hidden.createRow(4).createCell(2).setCellValue(Double.parseDouble(figure));
            book.setSheetVisibility(book.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
        };
    }

    static Tampering comment(String sheet, String figure) {
        return book -> book.getSheet(sheet)
                .createDrawingPatriarch()
                .createCellComment(book.getCreationHelper().createClientAnchor())
                .setString(book.getCreationHelper().createRichTextString(figure));
    }

    static Tampering title(String title) {
        return book -> book.getProperties().getCoreProperties().setTitle(title);
    }

    static Tampering property(String figure) {
        return book -> book.getProperties().getCustomProperties().addProperty("note", figure);
    }

    static Tampering name(String figure) {
        return book -> {
            var name = book.createName();
            name.setNameName("NOTE");
            name.setRefersToFormula(figure);
        };
    }

    static Tampering foot(String sheet, String text) {
        return book -> book.getSheet(sheet).getFooter().setLeft(text);
    }
}
