package fr.atlasqpv.publication.xlsx;

import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Writes the workbook of a region.
 *
 * <p>POI makes the package: tables, styles, conditional formatting, print set-up, properties. The rows come from {@link
 * SheetData}. No formula, no macro, no external link, no merged cell; the same atlas gives the same bytes.
 */
public final class WorkbookWriter {
    // What stays readable across a page in landscape
    private static final int CHARACTERS_OF_A4 = 180;
    private static final int CHARACTERS_OF_A3 = 320;

    /** Name of the file in the folder of the region. */
    public static String fileName(PublishedAtlas atlas) {
        return atlas.stem() + ".xlsx";
    }

    /**
     * Writes the file.
     *
     * @param folder folder of the region, which exists
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(PublishedAtlas atlas, Path folder) throws IOException {
        Path file = folder.resolve(fileName(atlas));
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            SheetData data = new SheetData(WorkbookStyles.of(workbook));
            Map<String, byte[]> rows = new HashMap<>();
            for (Sheet sheet : sheets(atlas)) {
                XSSFSheet place = lay(workbook, sheet, atlas);
                rows.put(place.getPackagePart().getPartName().getName().substring(1), data.rows(sheet));
            }
            properties(workbook.getProperties(), atlas);
            try (WorkbookPackage zip = new WorkbookPackage(
                    new BufferedOutputStream(Files.newOutputStream(file)), rows, data.sharedStrings())) {
                workbook.write(zip);
            }
        }
        return file;
    }

    private static List<Sheet> sheets(PublishedAtlas atlas) {
        List<Sheet> sheets = new ArrayList<>(new LevelSheets(atlas).sheets());
        sheets.add(TidySheet.of(atlas));
        sheets.add(ReferenceSheets.dictionary(atlas));
        sheets.add(ReferenceSheets.typologies(atlas));
        sheets.add(ReferenceSheets.secrecy(atlas));
        sheets.add(ReferenceSheets.checks(atlas));
        sheets.add(ReferenceSheets.provenance(atlas));
        sheets.addFirst(ReadMeSheet.of(atlas, sheets));
        return sheets;
    }

    private static XSSFSheet lay(XSSFWorkbook workbook, Sheet sheet, PublishedAtlas atlas) {
        XSSFSheet place = workbook.createSheet(sheet.name());
        for (int c = 0; c < sheet.columns().size(); c++) {
            place.setColumnWidth(c, sheet.columns().get(c).width() * 256);
        }
        place.createFreezePane(sheet.frozen(), 1);
        place.setActiveCell(CellAddress.A1);
        table(place, sheet);
        bars(place, sheet);
        links(workbook, place, sheet);
        print(place, sheet, atlas);
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

    private static void print(XSSFSheet place, Sheet sheet, PublishedAtlas atlas) {
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
        place.getFooter().setLeft(footerText(atlas.regionLabel() + ", édition " + atlas.edition().year()));
        place.getFooter().setCenter("&A");
        place.getFooter().setRight("&P / &N");
    }

    // In headers and footers & begins a field
    private static String footerText(String text) {
        return text.replace("&", "&&");
    }

    private static void properties(POIXMLProperties properties, PublishedAtlas atlas) {
        EditionNotice edition = atlas.edition();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        Instant date = Instant.parse(yearOf(edition) + "-01-01T00:00:00Z");
        core.setTitle(edition.title() + " – " + atlas.regionLabel() + ", édition " + edition.year());
        core.setSubjectProperty(edition.subtitle());
        core.setCreator(edition.publisher());
        core.setLastModifiedByUser(edition.publisher());
        core.setKeywords("QPV, politique de la ville, quartiers prioritaires, " + atlas.regionLabel());
        core.setDescription(
                edition.simulated() ? "Données en partie simulées. " + edition.licence() : edition.licence());
        core.setCategory("Statistiques publiques");
        core.setCreated(Optional.of(Date.from(date)));
        core.setModified(Optional.of(Date.from(date)));
    }

    // The day of the run is no part of a book: the first of January of the edition stands for it
    private static String yearOf(EditionNotice edition) {
        return edition.year().matches("(19|20|21)[0-9]{2}") ? edition.year() : "2000";
    }
}
