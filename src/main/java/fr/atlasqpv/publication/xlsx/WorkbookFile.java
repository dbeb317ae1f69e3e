package fr.atlasqpv.publication.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.TransformerFactory;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes sheets as a workbook.
 *
 * <p>POI makes the package: tables, styles, conditional formatting, print set-up, properties. The rows come from {@link
 * SheetData}. No formula, no macro, no external link, no merged cell; the same sheets give the same bytes.
 */
final class WorkbookFile {
    // What stays readable across a page in landscape
    private static final int CHARACTERS_OF_A4 = 180;
    private static final int CHARACTERS_OF_A3 = 320;

    // POI looks for what writes XML anew for every part, all along the class path, and would take what veraPDF brings there
    static {
        System.setProperty(
                TransformerFactory.class.getName(), TransformerFactory.newDefaultInstance().getClass().getName());
    }

    private WorkbookFile() {}

    /**
     * What the properties say.
     *
     * @param title title
     * @param subject subject
     * @param creator publisher
     * @param keywords keywords
     * @param description description
     * @param year year that stands for the day of the run, which is no part of a book
     * @param footer foot of every printed page
     */
    record Properties(
            String title,
            String subject,
            String creator,
            String keywords,
            String description,
            String year,
            String footer) {}

    static void write(Path file, List<Sheet> sheets, Properties properties) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        try {
            SheetData data = new SheetData(WorkbookStyles.of(workbook));
            Map<String, byte[]> rows = new HashMap<>();
            for (Sheet sheet : sheets) {
                XSSFSheet place = lay(workbook, sheet, properties.footer());
                rows.put(place.getPackagePart().getPartName().getName().substring(1), data.rows(sheet));
            }
            describe(workbook.getProperties().getCoreProperties(), properties);
            try (WorkbookPackage zip = new WorkbookPackage(
                    new BufferedOutputStream(Files.newOutputStream(file)), rows, data.sharedStrings())) {
                workbook.write(zip);
            }
        } finally {
            workbook.getPackage().revert(); // to close it would write it a second time, to nobody
        }
    }

    private static XSSFSheet lay(XSSFWorkbook workbook, Sheet sheet, String footer) {
        XSSFSheet place = workbook.createSheet(sheet.name());
        for (int c = 0; c < sheet.columns().size(); c++) {
            place.setColumnWidth(c, sheet.columns().get(c).width() * 256);
        }
        place.createFreezePane(sheet.frozen(), 1);
        place.setActiveCell(CellAddress.A1);
        table(place, sheet);
        bars(place, sheet);
        links(workbook, place, sheet);
        print(place, sheet, footer);
        return place;
    }

    private static void table(XSSFSheet place, Sheet sheet) {
        XSSFTable table = place.createTable(new AreaReference(sheet.area(), SpreadsheetVersion.EXCEL2007));
        table.setName(sheet.table());
        table.setDisplayName(sheet.table());
        var names = table.getCTTable().getTableColumns().getTableColumnList();
        for (int c = 0; c < names.size(); c++) {
            names.get(c).setName(sheet.columns().get(c).header());
        }
        table.getCTTable().addNewAutoFilter().setRef(sheet.area());
        var style = table.getCTTable().addNewTableStyleInfo();
        style.setName("TableStyleLight1");
        style.setShowRowStripes(true);
        place.getCTWorksheet().getDimension().setRef(sheet.area());
    }

    private static void bars(XSSFSheet place, Sheet sheet) {
        for (int c = 0; c < sheet.columns().size(); c++) {
            BigDecimal max = sheet.columns().get(c).barMax();
            if (max != null) {
                var formatting = place.getSheetConditionalFormatting();
                XSSFConditionalFormattingRule rule =
                        formatting.createConditionalFormattingRule(WorkbookStyles.color(WorkbookStyles.BAR));
                XSSFDataBarFormatting bar = rule.getDataBarFormatting();
                bar.setWidthMin(0);
                bar.setWidthMax(100);
                bar.getMinThreshold().setRangeType(RangeType.NUMBER);
                bar.getMinThreshold().setValue(0d);
                bar.getMaxThreshold().setRangeType(RangeType.NUMBER);
                bar.getMaxThreshold().setValue(max.doubleValue());
                formatting.addConditionalFormatting(
                        new CellRangeAddress[] {new CellRangeAddress(1, sheet.height() - 1, c, c)}, rule);
            }
        }
    }

    private static void links(XSSFWorkbook workbook, XSSFSheet place, Sheet sheet) {
        sheet.links().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + entry.getValue() + "'!A1");
            link.setCellReference("A" + (entry.getKey() + 2));
            place.addHyperlink(link);
        });
    }

    private static void print(XSSFSheet place, Sheet sheet, String footer) {
        int width = sheet.columns().stream().mapToInt(Column::width).sum();
        int pages = Math.ceilDiv(width, CHARACTERS_OF_A3);
        PrintSetup setup = place.getPrintSetup();
        setup.setLandscape(true);
        setup.setPaperSize(width > CHARACTERS_OF_A4 ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        place.setFitToPage(true);
        setup.setFitWidth((short) pages);
        setup.setFitHeight((short) 0);
        place.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        if (pages > 1 && sheet.frozen() > 0) {
            place.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, sheet.frozen() - 1));
        }
        place.getFooter().setLeft(footerText(footer));
        place.getFooter().setCenter("&A");
        place.getFooter().setRight("&P / &N");
    }

    // In headers and footers & begins a field
    private static String footerText(String text) {
        return text.replace("&", "&&");
    }

    private static void describe(POIXMLProperties.CoreProperties core, Properties properties) {
        String year = properties.year().matches("(19|20|21)[0-9]{2}") ? properties.year() : "2000";
        Optional<Date> date = Optional.of(Date.from(Instant.parse(year + "-01-01T00:00:00Z")));
        core.setTitle(properties.title());
        core.setSubjectProperty(properties.subject());
        core.setCreator(properties.creator());
        core.setLastModifiedByUser(properties.creator());
        core.setKeywords(properties.keywords());
        core.setDescription(properties.description());
        core.setCategory("Statistiques publiques");
        core.setCreated(date);
        core.setModified(date);
    }
}
