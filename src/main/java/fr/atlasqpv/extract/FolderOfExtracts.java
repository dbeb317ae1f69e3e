package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.territory.Qpv;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What lies in a folder of extracts: every table and every file of contours, known by its first lines. */
public final class FolderOfExtracts {
    private static final int CHARACTERS_TRIED = 1 << 22;
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private FolderOfExtracts() {}

    /**
     * A table, or the properties of a file of contours.
     *
     * @param file path below the folder, {@code /} as separator
     * @param member file of an archive that holds several, null for the only one
     * @param sheet sheet of a workbook, or layer of a GeoPackage, that holds several; null for the only one
     * @param charset charset of a text file, US-ASCII when its start is in any
     * @param delimiter separator of a CSV file
     * @param contours whether it holds geometries
     * @param records its first records, titles and header included; none when it cannot be read
     */
    public record Extract(
            String file,
            String member,
            String sheet,
            Charset charset,
            char delimiter,
            boolean contours,
            List<List<String>> records) {
        /** Cells without what the eye does not see. */
        public Extract {
            records = records.stream().map(r -> r.stream().map(Header::plain).toList()).toList();
        }

        /** Tells whether it can be read in this charset, as far as its start tells. */
        public boolean in(Charset declared) {
            return charset.equals(StandardCharsets.US_ASCII) || charset.equals(declared)
                    || (charset.equals(WESTERN) && !declared.equals(StandardCharsets.UTF_8));
        }

        /** Names of its columns, or nothing when it cannot be read: the first of its widest records. */
        public List<String> columns() {
            return records.stream()
                    .max(Comparator.comparingLong(Extract::named)
                            .thenComparing(Comparator.comparingInt((List<String> r) -> records.indexOf(r)).reversed()))
                    .map(r -> r.stream().filter(c -> !c.isEmpty()).toList())
                    .orElse(List.of());
        }

        private static long named(List<String> record) {
            return record.stream().filter(c -> !c.isBlank()).count();
        }

        /** Those of these columns that it does not hold, as the record that holds the most of them tells. */
        public List<String> without(Collection<String> columns) {
            return header(columns) < 0 ? List.copyOf(columns)
                    : columns.stream().filter(c -> place(header(columns), c) < 0).toList();
        }

        private int header(Collection<String> columns) {
            return IntStream.range(0, records.size())
                    .boxed()
                    .max(Comparator.<Integer>comparingLong(r -> columns.stream().filter(c -> place(r, c) >= 0).count())
                            .thenComparing(Comparator.reverseOrder()))
                    .orElse(-1);
        }

        private int place(int record, String column) {
            return records.get(record).indexOf(Header.plain(column));
        }

        /** Tells whether it may feed a layout whose fields are these columns: they are there, and its codes are of the right kind. */
        public boolean feeds(Layout layout, Map<String, String> columns) {
            return contours == layout.geographic() && without(columns.values()).isEmpty()
                    && columns.entrySet().stream().allMatch(c -> {
                        List<String> codes = values(header(columns.values()), c.getValue());
                        return codes.isEmpty() || switch (kind(layout, c.getKey())) {
                            case QPV -> codes.stream().anyMatch(Extract::qpv);
                            case COMMUNE -> codes.stream().anyMatch(CommuneCode::valid);
                            case OTHER -> true;
                        };
                    });
        }

        private static Kind kind(Layout layout, String field) {
            boolean codes = field.equals("code");
            if (field.equals("qpv") || (codes && layout.id().endsWith("qpv"))) {
                return Kind.QPV;
            }
            boolean communes = codes && layout.id().endsWith("communes");
            return communes || (field.equals("commune") && layout != Layout.POPULATIONS_LEGALES) ? Kind.COMMUNE
                    : Kind.OTHER;
        }

        /** Layouts that its first column of codes of each kind could feed, by column; the edition would map the others. */
        public Map<String, List<Layout>> couldFeed() {
            Map<String, List<Layout>> layouts = new LinkedHashMap<>();
            codes(Extract::qpv).ifPresent(column -> layouts.put(
                    column, contours ? List.of(Layout.CONTOURS_QPV) : List.of(Layout.BASE_QPV, Layout.LISTE_QPV)));
            if (layouts.isEmpty()) {
                codes(CommuneCode::valid).ifPresent(column -> layouts.put(
                        column, contours ? List.of(Layout.CONTOURS_COMMUNES)
                                : List.of(Layout.BASE_COMMUNES, Layout.LISTE_COMMUNES)));
            }
            return layouts;
        }

        /** The first column that mostly holds such codes: titles, totals and notes stand between them. */
        private Optional<String> codes(Predicate<String> kind) {
            List<String> columns = columns();
            return columns.stream().filter(column -> {
                List<String> codes = values(header(columns), column);
                return codes.stream().filter(kind).count() * 2 > codes.size();
            }).findFirst();
        }

        private static boolean qpv(String text) {
            return Qpv.isCode(text.toUpperCase(Locale.ROOT));
        }

        /** Texts under the header. */
        private List<String> values(int header, String column) {
            int place = place(header, column);
            return records.subList(header + 1, records.size())
                    .stream()
                    .map(r -> r.size() > place ? r.get(place) : "")
                    .filter(c -> !c.isEmpty())
                    .toList();
        }

        private enum Kind {
            QPV, COMMUNE, OTHER
        }
    }

    /**
     * Looks into every file below a folder that the program may read.
     *
     * @throws IOException when the folder cannot be walked
     */
    public static List<Extract> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> Edition.Source.FORMATS.stream().anyMatch(f.toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .flatMap(f -> tables(folder, f).stream())
                    .toList();
        }
    }

    private static List<Extract> tables(Path folder, String file) {
        Extract unread = new Extract(file, null, null, StandardCharsets.UTF_8, ';', false, List.of());
        try {
            List<String> members = InputFile.of(asked(unread), folder).members();
            return members.stream()
                    .filter(m -> members.size() == 1
                            || Edition.Source.FORMATS.stream().anyMatch(m.toLowerCase(Locale.ROOT)::endsWith))
                    .map(m -> new Extract(file, members.size() == 1 ? null : m, null, unread.charset(), ';', false,
                            List.of()))
                    .flatMap(m -> read(folder, m).stream())
                    .toList();
        } catch (UnreadableSourceException e) {
            return List.of(unread);
        }
    }

    private static List<Extract> read(Path folder, Extract unread) {
        try {
            InputFile file = InputFile.of(asked(unread), folder);
            if (file.workbook()) {
                return sheets(file, unread);
            }
            if (file.geoPackage()) {
                return layers(file, unread);
            }
            return List.of(file.geographic() ? contours(file, unread) : text(file, unread));
        } catch (UnreadableSourceException e) {
            return List.of(unread);
        }
    }

    private static List<Extract> sheets(InputFile file, Extract unread) {
        List<Extract> all = new ArrayList<>();
        try (XlsxTable workbook = new XlsxTable(file, asked(unread))) {
            for (String sheet : workbook.sheets()) {
                workbook.turnTo(sheet);
                all.add(new Extract(
                        unread.file(), unread.member(), all.isEmpty() ? null : sheet, unread.charset(), ';', false,
                        first(workbook)));
            }
        }
        return all;
    }

    private static List<Extract> layers(InputFile file, Extract unread) {
        List<Extract> all = new ArrayList<>();
        try (GeoPackageFeatures features = new GeoPackageFeatures(file, false)) {
            for (String layer : features.layers()) {
                features.turnTo(layer);
                all.add(new Extract(
                        unread.file(), unread.member(), features.layers().size() == 1 ? null : layer, unread.charset(),
                        ';',
                        true, first(features)));
            }
        }
        return all;
    }

    private static Extract contours(InputFile file, Extract unread) {
        try (Features features = Features.of(file, asked(unread), false)) {
            return with(unread, unread.charset(), ';', true, first(features));
        }
    }

    /** Names and values of the properties of the first feature. */
    private static List<List<String>> first(Features features) {
        Features.Feature feature = features.next();
        return feature == null ? List.of()
                : List.of(List.copyOf(feature.properties().keySet()), List.copyOf(feature.properties().values()));
    }

    /** The separator is the one that parts the records into the most cells, as often as possible. */
    private static Extract text(InputFile file, Extract unread) {
        Charset charset = charset(file);
        return DELIMITERS.stream()
                .map(d -> with(unread, charset, d, false, List.of()))
                .map(d -> {
                    try (Table table = new CsvTable(file, asked(d), 0, 1)) {
                        return with(d, charset, d.delimiter(), false, first(table));
                    } catch (UnreadableSourceException e) {
                        return d;
                    }
                })
                .max(Comparator.comparingInt(FolderOfExtracts::usualWidth)
                        .thenComparing(d -> -DELIMITERS.indexOf(d.delimiter())))
                .orElse(unread);
    }

    private static int usualWidth(Extract extract) {
        Map<Integer, Long> widths =
                extract.records().stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
        return widths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
    }

    private static Charset charset(InputFile file) {
        try (StrictReader reader = new StrictReader(file.open(), StandardCharsets.UTF_8)) {
            char[] block = new char[1 << 16];
            long left = CHARACTERS_TRIED;
            boolean ascii = true;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = reader.read(block, 0, block.length);
                ascii &= IntStream.range(0, Math.max(0, read)).allMatch(i -> block[i] < 128);
            }
            return ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WESTERN;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static List<List<String>> first(Table table) {
        List<List<String>> records = new ArrayList<>();
        for (Table.Cells next = table.next(); next != null && records.size() < Header.FARTHEST; next = table.next()) {
            records.add(next.texts());
        }
        return records;
    }

    private static Extract with(
            Extract e, Charset charset, char delimiter, boolean contours, List<List<String>> records) {
        return new Extract(e.file(), e.member(), e.sheet(), charset, delimiter, contours, records);
    }

    /** The extract as an edition would name it, so that its own readers open it. */
    private static Edition.Source asked(Extract e) {
        return new Edition.Source(
                e.file(), null, e.file(), e.member(), e.sheet(), null, null, e.contours() ? null : e.charset(),
                e.delimiter(), true, false, "", "", "",
                "",
                "", Map.of(), List.of(), null, null, List.of(), List.of(), null, Edition.Source.UNPACKED_LIMIT, false,
                false, List.of());
    }
}
