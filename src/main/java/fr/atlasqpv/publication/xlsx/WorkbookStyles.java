package fr.atlasqpv.publication.xlsx;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the cell styles of a workbook; colours are those of the printed book. */
final class WorkbookStyles {
    private static final int INK = 0x1B2A2E;
    private static final int TEAL = 0x0B5563;
    private static final int LINE = 0xC5D0D2;
    private static final int WHITE = 0xFFFFFF;

    /** Colour of the data bars. */
    static final int BAR = 0x86B7BF;

    private WorkbookStyles() {}

    static SheetData.Styles of(XSSFWorkbook workbook) {
        font(workbook.getFontAt(0), INK);
        Map<Column.Format, Integer> byFormat = new EnumMap<>(Column.Format.class);
        for (Column.Format format : Column.Format.values()) {
            byFormat.put(format, (int) body(workbook, format).getIndex());
        }
        XSSFCellStyle quoted = body(workbook, Column.Format.TEXT);
        quoted.setQuotePrefixed(true);
        XSSFCellStyle link = body(workbook, Column.Format.TEXT);
        XSSFFont underlined = font(workbook.createFont(), TEAL);
        underlined.setUnderline(FontUnderline.SINGLE);
        link.setFont(underlined);
        return new SheetData.Styles(
                header(workbook, HorizontalAlignment.LEFT).getIndex(),
                header(workbook, HorizontalAlignment.RIGHT).getIndex(),
                byFormat,
                quoted.getIndex(),
                link.getIndex());
    }

    static XSSFColor color(int rgb) {
        return new XSSFColor(new byte[] {(byte) 0xFF, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }

    private static XSSFFont font(XSSFFont font, int rgb) {
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) 11);
        font.setColor(color(rgb));
        return font;
    }

    private static XSSFCellStyle body(XSSFWorkbook workbook, Column.Format format) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format.pattern()));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        boolean wrapped = format == Column.Format.WRAPPED;
        style.setWrapText(wrapped);
        style.setAlignment(
                wrapped || format == Column.Format.TEXT ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        style.setIndention((short) 1);
        // Stripes come with the style of the table, which some spreadsheets leave out: a line guides the eye everywhere
        style.setBorderBottom(BorderStyle.HAIR);
        style.setBottomBorderColor(color(LINE));
        return style;
    }

    private static XSSFCellStyle header(XSSFWorkbook workbook, HorizontalAlignment alignment) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = font(workbook.createFont(), WHITE);
        font.setBold(true);
        style.setFont(font);
        style.setFillForegroundColor(color(TEAL));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setIndention((short) 1);
        style.setWrapText(true);
        style.setBorderRight(BorderStyle.THIN);
        style.setRightBorderColor(color(WHITE));
        return style;
    }
}
