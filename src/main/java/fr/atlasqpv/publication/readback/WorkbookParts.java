package fr.atlasqpv.publication.readback;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook (.xlsx) read as XML: sheets by name, shared strings, and any other part for its texts. */
final class WorkbookParts {
    private static final XMLInputFactory XML = factory();
    /** The first rows and columns of a sheet. */
    private static final Predicate<String> PRINT_TITLES = Pattern.compile(
            "(?:[^\\p{N}$]+\\$[A-Z]:\\$[A-Z],)?[^\\p{N}$]+\\$1:\\$1")
            .asMatchPredicate();
    /** The parts that our books are made of. */
    private static final Predicate<String> OURS = Pattern.compile(
            "\\[Content_Types\\]\\.xml|_rels/\\.rels|docProps/(?:app|core)\\.xml|xl/(?:workbook|styles|sharedStrings)\\.xml"
                    + "|xl/_rels/workbook\\.xml\\.rels|xl/tables/table\\d{1,2}\\.xml"
                    + "|xl/worksheets/(?:sheet\\d{1,2}\\.xml|_rels/sheet\\d{1,2}\\.xml\\.rels)")
            .asMatchPredicate();

    private final ZipFile zip;
    private final List<String> strings = new ArrayList<>();
    private final BitSet used = new BitSet();

    WorkbookParts(ZipFile zip) throws IOException {
        this.zip = zip;
        if (zip.getEntry("xl/sharedStrings.xml") != null) {
            readStrings();
        }
    }

    /** A cell of a sheet; {@code column} is counted from 0, {@code row} from 1. */
    record SheetCell(int row, int column, String text, boolean number, boolean formula) {}

    /** What to do with an element; the reader stands on its start. */
    interface ElementReader {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    // A book that is read back may have been tampered with: no DTD, no entity from outside
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** A sheet: the name of its part, and whether its tab is hidden. */
    record SheetPart(String part, boolean hidden) {}

    /** A name of the workbook and what it stands for. */
    record DefinedName(String name, String text) {}

    /** Names that the workbook defines, those that the program itself needs for printing aside. */
    List<DefinedName> definedNames() throws IOException {
        List<DefinedName> names = new ArrayList<>();
        each("xl/workbook.xml", "definedName", xml -> {
            String name = attribute(xml, "name");
            String text = xml.getElementText();
            if (!name.equals("_xlnm.Print_Titles") || !PRINT_TITLES.test(text)) {
                names.add(new DefinedName(name, text));
            }
        });
        return names;
    }

    /** Strings of the workbook that no cell read so far shows. */
    List<String> unusedStrings() {
        List<String> unused = new ArrayList<>();
        for (int i = used.nextClearBit(0); i < strings.size(); i = used.nextClearBit(i + 1)) {
            unused.add(strings.get(i));
        }
        return unused;
    }

    /**
     * What a sheet holds.
     *
     * @param cells its cells in reading order
     * @param hidesLines whether it hides rows or columns
     * @param margins texts outside its cells: heads and feet of the printed page, formulas of its formats
     */
    record SheetContent(List<SheetCell> cells, boolean hidesLines, List<String> margins) {}

    /** Reads a sheet through. */
    SheetContent sheet(String part) throws IOException {
        List<SheetCell> cells = new ArrayList<>();
        List<String> margins = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        read(part, xml -> {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "c" -> cells.add(cell(xml));
                        case "row", "col" -> {
                            if (Set.of("1", "true").contains(attribute(xml, "hidden"))) {
                                hidden.add(xml.getLocalName());
                            }
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (!xml.isWhiteSpace()) {
                        margins.add(xml.getText());
                    }
                }
                default -> {}
            }
        });
        return new SheetContent(cells, !hidden.isEmpty(), margins);
    }

    /** Each sheet by name of its tab. */
    Map<String, SheetPart> sheets() throws IOException {
        Map<String, String> targets = new LinkedHashMap<>();
        each("xl/_rels/workbook.xml.rels", "Relationship",
                xml -> targets.put(attribute(xml, "Id"), attribute(xml, "Target")));
        Map<String, SheetPart> sheets = new LinkedHashMap<>();
        each("xl/workbook.xml", "sheet", xml -> {
            String target = targets.getOrDefault(attribute(xml, "id"), "");
            String state = attribute(xml, "state");
            sheets.put(
                    attribute(xml, "name"),
                    new SheetPart(
                            target.startsWith("/") ? target.substring(1) : "xl/" + target,
                            !state.isEmpty() && !state.equals("visible")));
        });
        return sheets;
    }

    /** Names of the parts in XML, in the order of the zip. */
    List<String> xmlParts() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml"))
                .toList();
    }

    /** Names of the parts that no book of ours has: images, programs, embedded files, notes. */
    List<String> strangeParts() {
        return zip.stream().map(ZipEntry::getName).filter(name -> !OURS.test(name)).toList();
    }

    /** Every text between tags of a part. */
    List<String> texts(String part) throws IOException {
        List<String> texts = new ArrayList<>();
        read(part, xml -> {
            if (xml.getEventType() == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                texts.add(xml.getText());
            }
        });
        return texts;
    }

    private void readStrings() throws IOException {
        each("xl/sharedStrings.xml", "si", xml -> strings.add(decoded(textWithin(xml, "si", "t"))));
    }

    private SheetCell cell(XMLStreamReader xml) throws XMLStreamException {
        String reference = attribute(xml, "r");
        String type = attribute(xml, "t");
        StringBuilder value = new StringBuilder();
        boolean formula = false;
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c"))) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v", "t" -> value.append(xml.getElementText());
                    case "f" -> formula = true;
                    default -> {}
                }
            }
        }
        int letters = 0;
        int column = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            column = column * 26 + reference.charAt(letters++) - 'A' + 1;
        }
        boolean shared = type.equals("s") && !value.isEmpty();
        String text = shared ? shared(Integer.parseInt(value.toString())) : value.toString();
        boolean number = (type.isEmpty() || type.equals("n")) && !value.isEmpty();
        return new SheetCell(Integer.parseInt(reference.substring(letters)), column - 1, text, number, formula);
    }

    private String shared(int index) {
        used.set(index);
        return strings.get(index);
    }

    private static String textWithin(XMLStreamReader xml, String end, String wanted) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(end))) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(wanted)) {
                text.append(xml.getElementText());
            }
        }
        return text.toString();
    }

    private static String decoded(String text) {
        return text.replace("_x000D_", "\r").replace("_x005F_", "_");
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void each(String part, String element, ElementReader reader) throws IOException {
        read(part, xml -> {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
                reader.read(xml);
            }
        });
    }

    /** Reads a part through, one event after the other. */
    void read(String part, ElementReader reader) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException(zip.getName() + " : la partie « " + part + " » manque");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                xml.next();
                reader.read(xml);
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(zip.getName() + " : la partie « " + part + " » est illisible", e);
        }
    }
}
