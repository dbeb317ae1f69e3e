package fr.atlasqpv.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
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

    /** Rewrites the text of a part, or adds the part, and leaves the rest of the file as it is. */
    public static void rewrite(Path file, String part, UnaryOperator<String> text) throws IOException {
        Map<String, byte[]> parts = parts(file);
        String sound = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        String changed = text.apply(sound);
        assertThat(changed).as("something is planted").isNotEqualTo(sound);
        parts.put(part, changed.getBytes(StandardCharsets.UTF_8));
        write(file, parts, "", "");
    }

    /** Comments of the archive and of its parts. */
    public static void comment(Path file, String ofTheArchive, String ofAPart) throws IOException {
        write(file, parts(file), ofTheArchive, ofAPart);
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static void write(Path file, Map<String, byte[]> parts, String ofTheArchive, String ofAPart)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setComment(ofAPart.isEmpty() ? null : ofAPart);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
            zip.setComment(ofTheArchive.isEmpty() ? null : ofTheArchive);
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

    /** Words after those of a column, in the row of a territory. */
    public static Tampering words(String sheet, String code, String head, String words) {
        return book -> {
            int column = 0;
            while (!book.getSheet(sheet).getRow(0).getCell(column).getStringCellValue().equals(head)) {
                column++;
            }
            var cell = row(book, sheet, code).getCell(column);
            cell.setCellValue(cell.getStringCellValue() + " " + words);
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
