package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.French;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * A sheet of a workbook under reading. Cells give what they hold, not what they show: a number formatted as a percentage
 * is given in per cent, all its decimals kept; a formula gives its last result; a text that begins with {@code =} stays
 * a text.
 */
final class XlsxTable implements Table {
    /** The library holds a workbook in memory, at some twenty times the size of its sheets: more fills a gigabyte. */
    private static final long LARGEST_PART = 40_000_000;
    private static final long LARGEST_CONTENT = 80_000_000;
    /** Sheets, styles and pictures of a workbook; the library takes no more. */
    private static final int MOST_PARTS = 1_000;
    /** Text of a cell that holds true, as a French spreadsheet shows it. */
    static final String TRUE = "VRAI";
    private static final MathContext SPREADSHEET = new MathContext(15);

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    }

    private final InputFile file;
    private final XSSFWorkbook workbook;
    private final boolean named;
    /** How many texts the workbook has: the library copies them all to tell. */
    private final int texts;
    private Sheet sheet;
    private Iterator<org.apache.poi.ss.usermodel.Row> rows;
    private final List<String> sheets;

    XlsxTable(InputFile file, Edition.Source source) {
        this.file = file;
        this.workbook = open(file);
        this.named = source.sheet() != null;
        this.texts = read(() -> workbook.getSharedStringSource().getSharedStringItems().size());
        this.sheets = read(() -> StreamSupport.stream(workbook.spliterator(), false).map(Sheet::getSheetName)
                .map(Objects::requireNonNull).toList());
        turnTo(source.sheet());
    }

    private static XSSFWorkbook open(InputFile file) {
        try (InputStream bytes = file.open()) {
            byte[] whole = bytes.readNBytes(InputFile.LARGEST_WORKBOOK);
            if (bytes.read() >= 0) {
                throw file.tooLarge("du classeur", InputFile.LARGEST_WORKBOOK);
            }
            refuseTooMuch(file, whole);
            XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(whole));
            if (workbook.getNumberOfSheets() == 0) {
                throw file.notices()
                        .unreadable(0, "", NoticeCode.FICHIER_SANS_DONNEE, "Le classeur n’a pas de feuille.", "");
            }
            return workbook;
        } catch (IOException | RuntimeException | LinkageError e) {
            if (e instanceof UnreadableSourceException told) {
                throw told;
            }
            throw refused(file, e);
        }
    }

    /** The library holds every part as a whole, pictures included, and looks at the size of each alone. */
    private static void refuseTooMuch(InputFile file, byte[] whole) throws IOException {
        byte[] block = new byte[1 << 16];
        long unpacked = 0;
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (int number = 1; parts.getNextEntry() != null; number++) {
                if (number > MOST_PARTS) {
                    throw file.unexpected(
                            "Ce classeur tient plus de " + MOST_PARTS
                                    + " fichiers\u00a0: gardez la feuille qui sert, et enregistrez-la seule.",
                            "plus de " + MOST_PARTS + " fichiers");
                }
                for (int read = parts.read(block); read >= 0; read = parts.read(block)) {
                    unpacked += read;
                    if (unpacked > LARGEST_CONTENT) {
                        throw file.tooLarge("du contenu du classeur, une fois décompressé,", LARGEST_CONTENT);
                    }
                }
            }
        } catch (ZipException e) {
            // whether the archive is damaged is for the library to say: it reads kinds that this reader does not
        }
    }

    /** The library throws what it likes, and asks for compressions that are not here: what it says is turned into what to do. */
    private static UnreadableSourceException refused(InputFile file, Throwable e) {
        String said = String.valueOf(e.getMessage());
        if (said.contains("Zip bomb") || said.contains("maximum entry size")
                || e instanceof RecordFormatException || said.contains("Tried to read")) {
            return file.tooLarge("du classeur", LARGEST_PART);
        }
        if (said.contains("Strict OOXML")) {
            return file.unexpected(
                    "Le classeur est au format «\u00a0Strict Open XML\u00a0», qui n’est pas lu\u00a0: enregistrez-le comme "
                            + "«\u00a0Classeur Excel (.xlsx)\u00a0».",
                    "Strict Open XML");
        }
        return file.damaged(e);
    }

    /** What is left of a damaged workbook makes the library throw at whatever it is asked. */
    private <T> T read(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (UnreadableSourceException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw refused(file, e);
        }
    }

    /** The first sheet that a person sees, unless the edition names another. */
    private Sheet first() {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .filter(i -> workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE)
                .mapToObj(workbook::getSheetAt)
                .findFirst()
                .orElse(workbook.getSheetAt(0));
    }

    @Override
    public List<Notice> remarks(long header) {
        return read(() -> remarksOn(header));
    }

    private List<Notice> remarksOn(long header) {
        List<Notice> remarks = new ArrayList<>();
        boolean hidden = workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE;
        if (named ? hidden : workbook.getSheetVisibility(0) != SheetVisibility.VISIBLE) {
            remarks.add(file.notices().warning(
                    0, "", NoticeCode.FEUILLE_MASQUEE,
                    named ? "La feuille que nomme l’édition est masquée\u00a0: est-ce bien celle qui sert\u00a0?"
                            : "La première feuille du classeur est masquée\u00a0: c’est "
                                    + French.quoted(sheet.getSheetName())
                                    + ", la première visible, qui est lue. Nommez dans sheet celle qui sert.",
                    named ? sheet.getSheetName() : sheets.getFirst()));
        }
        sheets.stream().filter(s -> !s.equals(sheet.getSheetName()) && alike(s, sheet.getSheetName())).findFirst()
                .ifPresent(other -> remarks.add(file.notices().warning(
                        0, "", NoticeCode.FEUILLES_HOMONYMES,
                        "Deux feuilles ont le même nom, à la casse ou aux espaces près\u00a0: c’est "
                                + French.quoted(sheet.getSheetName()) + " qui est lue. Renommez l’autre.",
                        other)));
        hiddenRows(header, remarks);
        mergedCells(header, remarks);
        return remarks;
    }

    /** Who sees the sheet does not see them: what he left out is counted all the same. */
    private void hiddenRows(long header, List<Notice> remarks) {
        List<Long> lines = new ArrayList<>();
        sheet.rowIterator().forEachRemaining(row -> {
            if (row.getZeroHeight() && row.getRowNum() + 1L > header && row.getLastCellNum() > 0) {
                lines.add(row.getRowNum() + 1L);
            }
        });
        if (!lines.isEmpty()) {
            boolean filtered = ((XSSFSheet) sheet).getCTWorksheet().isSetAutoFilter();
            remarks.add(file.notices().warning(
                    lines.getFirst(), "", NoticeCode.LIGNES_MASQUEES,
                    "La feuille a des lignes masquées" + (filtered ? " par un filtre" : "") + " (" + lines.size()
                            + ", la première ligne " + lines.getFirst()
                            + ")\u00a0: elles sont lues et comptées. Affichez-les, ou ôtez-les si elles ne comptent pas.",
                    String.valueOf(lines.size())));
        }
    }

    /** The library gives their value to the first and nothing to the others, as the spreadsheet stores it. */
    private void mergedCells(long header, List<Notice> remarks) {
        List<CellRangeAddress> merged =
                sheet.getMergedRegions().stream().filter(r -> r.getLastRow() + 1L > header).toList();
        if (!merged.isEmpty()) {
            CellRangeAddress first = merged.getFirst();
            remarks.add(file.notices().warning(
                    first.getFirstRow() + 1L, "", NoticeCode.CELLULES_FUSIONNEES,
                    "La feuille a des cellules fusionnées parmi ses lignes (" + merged.size() + ", la première "
                            + first.formatAsString()
                            + ")\u00a0: seule la première de chacune tient la valeur, les autres sont vides. Défusionnez-les et "
                            + "répétez la valeur.",
                    first.formatAsString()));
        }
    }

    private static boolean alike(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    /** A spreadsheet takes no two names that differ by case only, so neither does the library: a file made otherwise can have them. */
    private Optional<Sheet> written(String name) {
        return StreamSupport.stream(workbook.spliterator(), false).filter(s -> s.getSheetName().equals(name))
                .findFirst();
    }

    private Sheet sheet(String name) {
        Sheet sheet = name == null ? first() : written(name).orElseGet(() -> workbook.getSheet(name));
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
    final void turnTo(String name) {
        this.sheet = read(() -> sheet(name));
        rows = this.sheet.rowIterator();
    }

    /** Names of the sheets of the workbook, in order. */
    List<String> sheets() {
        return sheets;
    }

    @Override
    public Cells next() {
        return read(this::nextRow);
    }

    private Cells nextRow() {
        while (rows.hasNext()) {
            org.apache.poi.ss.usermodel.Row row = rows.next();
            List<String> texts = new ArrayList<>();
            List<CellKind> kinds = new ArrayList<>();
            for (int i = 0; i < row.getLastCellNum(); i++) {
                XSSFCell cell = (XSSFCell) row.getCell(i);
                add(cell, texts, kinds);
            }
            if (!texts.stream().allMatch(String::isBlank)) {
                long line = row.getRowNum() + 1L;
                return new Cells(line, line, 0, texts, kinds, false);
            }
        }
        return null;
    }

    /** Adds what a cell holds. One that no spreadsheet writes makes the library throw whatever it stumbles on. */
    private void add(XSSFCell cell, List<String> texts, List<CellKind> kinds) {
        try {
            CellKind kind = kind(cell);
            texts.add(text(cell, kind));
            kinds.add(kind);
        } catch (RuntimeException e) {
            texts.add(String.valueOf(cell.getCTCell().getV()));
            kinds.add(CellKind.ILLEGIBLE);
        }
    }

    private CellKind kind(XSSFCell cell) {
        if (cell == null) {
            return CellKind.WRITTEN;
        }
        if (cell.getCTCell().getT() == STCellType.S && textNumber(cell) >= texts) {
            return CellKind.ILLEGIBLE; // the library would give an empty text
        }
        CellType type = cell.getCellType();
        if (type == CellType.FORMULA) {
            if (!cell.getCTCell().isSetV()) {
                return CellKind.NOT_COMPUTED;
            }
            type = cell.getCachedFormulaResultType();
        }
        return switch (type) {
            case NUMERIC -> numeric(cell);
            case BOOLEAN -> CellKind.TRUTH;
            case ERROR -> CellKind.ERROR;
            default -> CellKind.WRITTEN;
        };
    }

    private static int textNumber(XSSFCell cell) {
        return Integer.parseInt(cell.getCTCell().getV());
    }

    private static CellKind numeric(XSSFCell cell) {
        if (!Double.isFinite(cell.getNumericCellValue())) {
            return CellKind.ILLEGIBLE;
        }
        if (DateUtil.isCellDateFormatted(cell)) {
            return CellKind.DATE;
        }
        return cell.getCellStyle().getDataFormatString().contains("%") ? CellKind.PERCENTAGE : CellKind.NUMBER;
    }

    private static String text(XSSFCell cell, CellKind kind) {
        return switch (kind) {
            case WRITTEN -> cell == null || cell.getCellType() == CellType.BLANK ? "" : cell.getStringCellValue();
            case NUMBER -> number(cell, 0);
            case PERCENTAGE -> number(cell, 2);
            case DATE -> day(cell);
            case TRUTH -> cell.getBooleanCellValue() ? TRUE : "FAUX";
            case NOT_COMPUTED -> "=" + cell.getCTCell().getF().getStringValue();
            case ERROR -> cell.getErrorCellString();
            case ILLEGIBLE -> String.valueOf(cell.getCTCell().getV());
        };
    }

    private static String day(XSSFCell cell) {
        LocalDateTime day = DateUtil.getLocalDateTime(cell.getNumericCellValue());
        return day == null ? number(cell, 0) : day.toString().replace("T00:00", "");
    }

    /** The fifteen digits that a spreadsheet keeps: those beyond are noise of its sums. */
    private static String number(XSSFCell cell, int shift) {
        BigDecimal value = new BigDecimal(cell.getNumericCellValue(), SPREADSHEET).movePointRight(shift);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
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
    public Character delimiter() {
        return null;
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
