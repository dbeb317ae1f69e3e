package fr.atlasqpv.publication.readback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The markup of a part of a workbook held against what our books are written in: an element, an attribute, a text or a comment that
 * they do not have is told whole, the attributes and the text of an element together, so that a figure is seen wherever it stands.
 */
final class WorkbookMarkup {
    /** Each element of our books after the one that it is in, with its attributes. */
    private static final Map<String, Set<String>> OURS =
            """
                    Properties
                    Properties/Application
                    Relationships
                    Relationships/Relationship Id Target Type
                    Types
                    Types/Default ContentType Extension
                    Types/Override ContentType PartName
                    bookViews/workbookView activeTab
                    border/bottom style
                    border/diagonal
                    border/left
                    border/right style
                    border/top
                    borders/border
                    bottom/color rgb
                    c/v
                    cellStyleXfs/xf borderId fillId fontId numFmtId
                    cellXfs/xf applyAlignment applyBorder applyFill applyFont applyNumberFormat borderId fillId fontId numFmtId quotePrefix xfId
                    cfRule/dataBar maxLength minLength
                    cols/col customWidth max min width
                    conditionalFormatting/cfRule priority type
                    coreProperties
                    coreProperties/category
                    coreProperties/created type
                    coreProperties/creator
                    coreProperties/description
                    coreProperties/keywords
                    coreProperties/lastModifiedBy
                    coreProperties/modified type
                    coreProperties/subject
                    coreProperties/title
                    dataBar/cfvo type val
                    dataBar/color rgb
                    definedNames/definedName localSheetId name
                    fill/patternFill patternType
                    fills/fill
                    font/b val
                    font/color rgb
                    font/family val
                    font/name val
                    font/scheme val
                    font/sz val
                    font/u val
                    fonts/font
                    headerFooter/oddFooter
                    hyperlinks/hyperlink location ref
                    numFmts/numFmt formatCode numFmtId
                    patternFill/fgColor rgb
                    right/color rgb
                    row/c r s t
                    sheetData/row customHeight ht r
                    sheetPr/pageSetUpPr fitToPage
                    sheetView/pane activePane state topLeftCell xSplit ySplit
                    sheetView/selection activeCell pane sqref
                    sheetViews/sheetView tabSelected workbookViewId
                    sheets/sheet id name sheetId
                    si/t space
                    sst count uniqueCount
                    sst/si
                    styleSheet
                    styleSheet/borders count
                    styleSheet/cellStyleXfs count
                    styleSheet/cellXfs count
                    styleSheet/fills count
                    styleSheet/fonts count
                    styleSheet/numFmts count
                    table displayName id name ref
                    table/autoFilter ref
                    table/tableColumns count
                    table/tableStyleInfo name showRowStripes
                    tableColumns/tableColumn id name
                    tableParts/tablePart id
                    workbook
                    workbook/bookViews
                    workbook/definedNames
                    workbook/sheets
                    workbook/workbookPr date1904
                    worksheet
                    worksheet/cols
                    worksheet/conditionalFormatting sqref
                    worksheet/dimension ref
                    worksheet/headerFooter
                    worksheet/hyperlinks
                    worksheet/pageMargins bottom footer header left right top
                    worksheet/pageSetup fitToHeight fitToWidth orientation paperSize
                    worksheet/sheetData
                    worksheet/sheetFormatPr defaultRowHeight
                    worksheet/sheetPr
                    worksheet/sheetViews
                    worksheet/tableParts
                    xf/alignment horizontal indent vertical wrapText
                    """
                    .lines()
                    .map(line -> List.of(line.split(" ")))
                    .collect(Collectors.toMap(List::getFirst, words -> new TreeSet<>(words.subList(1, words.size())),
                            (one, other) -> one, TreeMap::new));

    /** Elements whose text is read for what it is: cells, shared strings, properties, names, feet. */
    private static final Predicate<String> WITH_TEXT = Pattern.compile(
            "c/v|si/t|Properties/Application|coreProperties/\\w+|definedNames/definedName|headerFooter/oddFooter")
            .asMatchPredicate();
    private static final Set<String> NAMESPACES = Set.of(
            "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://schemas.openxmlformats.org/package/2006/content-types",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "http://schemas.openxmlformats.org/package/2006/relationships",
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main");

    private static final String CELL = "[A-Z]{1,3}[1-9]\\d{0,6}";
    private static final String AREA = CELL + "(?::" + CELL + ")?";
    /** What places and draws: a number, a word, cells, a colour, a reference. */
    private static final Predicate<String> PLACING = Pattern.compile(
            "-?\\d{1,7}(?:\\.\\d{1,3})?|[A-Za-z]+1?|dcterms:W3CDTF|FF[0-9A-F]{6}|rId\\d{1,4}|" + AREA + "(?: " + AREA
                    + ")*")
            .asMatchPredicate();
    /** What says something, by its form. */
    private static final Map<String, Predicate<String>> WORDS = Map.of(
            "table/displayName", Pattern.compile("T_[A-Z_]+(?:_\\d[\\dAB])?").asMatchPredicate(),
            "table/name", Pattern.compile("T_[A-Z_]+(?:_\\d[\\dAB])?").asMatchPredicate(),
            "sheets/sheet/name", name -> true, // its tab is on a register of its own, or stops the books
            "hyperlinks/hyperlink/location", Pattern.compile("'[^'\\p{N}]+'!A1").asMatchPredicate(),
            "numFmts/numFmt/formatCode", Pattern.compile("[#0., ]+").asMatchPredicate(),
            "definedNames/definedName/name", Pattern.compile("[\\w.]+").asMatchPredicate(),
            "Relationships/Relationship/Type", Pattern.compile("\\P{N}+/2006/\\P{N}+").asMatchPredicate(),
            "Types/Default/ContentType", Pattern.compile("\\P{N}+").asMatchPredicate(),
            "Types/Override/ContentType", Pattern.compile("\\P{N}+").asMatchPredicate());

    private final Set<String> heads;
    private final Set<String> files = new HashSet<>();
    private final List<String> strange = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();

    /** An element that has not ended: what it says so far, and whether our books have such. */
    private static final class Element {
        private final String name;
        private final String place;
        private final StringBuilder told = new StringBuilder();
        private boolean ours;

        Element(String name, String place) {
            this.name = name;
            this.place = place;
            this.ours = OURS.containsKey(place);
            told.append(name);
        }
    }

    /**
     * @param heads heads of the columns of its sheets, which the tables repeat
     * @param parts names of its parts, to which others refer
     */
    WorkbookMarkup(Set<String> heads, List<String> parts) {
        this.heads = new TreeSet<>(heads);
        parts.forEach(part -> files.add(file(part)));
    }

    /** What stood in the parts read since the last call and our books do not have. */
    List<String> strange() {
        List<String> found = List.copyOf(strange);
        strange.clear();
        return found;
    }

    /** Takes what the reader stands on. */
    void take(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> {
                Element ended = open.pop();
                if (!ended.ours) {
                    strange.add(ended.told.toString());
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                Element element = open.peek();
                if (!xml.isWhiteSpace()) {
                    element.told.append(' ').append(xml.getText());
                    element.ours = element.ours && WITH_TEXT.test(element.place);
                }
            }
            case XMLStreamConstants.COMMENT -> strange.add("commentaire " + xml.getText());
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    strange.add("instruction " + xml.getPITarget() + " " + xml.getPIData());
            case XMLStreamConstants.DTD -> throw new XMLStreamException("a part has no type of document");
            default -> {}
        }
    }

    private void start(XMLStreamReader xml) {
        String parent = open.isEmpty() ? "" : open.peek().name + "/";
        Element element = new Element(xml.getLocalName(), parent + xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            element.told.append(' ').append(name).append(' ').append(value);
            element.ours = element.ours && OURS.get(element.place).contains(name) && sound(element.place, name, value);
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i) == null ? "" : xml.getNamespacePrefix(i);
            element.told.append(' ').append(prefix).append(' ').append(xml.getNamespaceURI(i));
            element.ours = element.ours && !Digits.in(prefix) && NAMESPACES.contains(xml.getNamespaceURI(i));
        }
        open.push(element);
    }

    private boolean sound(String place, String name, String value) {
        return switch (place + "/" + name) {
            case "tableColumns/tableColumn/name" -> heads.contains(value);
            case "Relationships/Relationship/Target", "Types/Override/PartName" ->
                    files.contains(file(value)) && value.length() - file(value).length() <= "/xl/worksheets/".length();
            default -> WORDS.getOrDefault(place + "/" + name, PLACING).test(value);
        };
    }

    private static String file(String part) {
        return part.substring(part.lastIndexOf('/') + 1);
    }
}
