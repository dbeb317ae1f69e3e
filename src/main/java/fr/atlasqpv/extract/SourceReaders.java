package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.French;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.MouvementsCommunes.Movements;
import fr.atlasqpv.territory.Correspondence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Opens the inputs of an edition.
 *
 * {@snippet :
 * try (SourceReader reader = SourceReaders.open(edition, source, Path.of("input/2022"), ReadPosition.START)) {
 *     for (Outcome row = reader.read(); row != null; row = reader.read()) {
 *         switch (row) {
 *             case Outcome.Usable usable -> keep(usable.facts());
 *             case Outcome.Rejected rejected -> tell(rejected.notices());
 *             case Outcome.OutOfScope other -> count(other.reason());
 *         }
 *     }
 * }
 * }
 */
public final class SourceReaders {
    private SourceReaders() {}

    /**
     * Opens a source.
     *
     * @param edition edition that declares it
     * @param source which
     * @param inputFolder folder that its path is relative to
     * @param from {@link ReadPosition#START}, or where an earlier reader stood: the first row given is then the next one
     * @return a reader, to be closed
     * @throws UnreadableSourceException when the file is absent, damaged, of another charset, or lacks a mapped column
     */
    public static SourceReader open(Edition edition, Edition.Source source, Path inputFolder, ReadPosition from) {
        InputFile file = InputFile.of(source, inputFolder);
        if (source.layout() == Layout.RPLS_LOGEMENTS && from.rows() > 0 && !file.workbook()) {
            return resumed(edition, source, file, inputFolder, from);
        }
        SourceReader reader = source.layout().geographic()
                ? new ContourReader(
                        file, source, edition, source.standIn() ? drawnElsewhere(edition, inputFolder) : Set.of(),
                        source.correspondence() == null ? null
                                : correspondence(edition.source(source.correspondence()).orElseThrow(), inputFolder),
                        movements(edition, inputFolder))
                : fromStart(edition, source, file, inputFolder);
        try {
            replay(reader, from.rows());
            return reader;
        } catch (UnreadableSourceException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * What stops the reading of a source before its first row, as far as its columns are declared: of a source whose
     * declaration is at fault, nothing else can be told.
     */
    public static List<Notice> faults(Edition.Source source, Path inputFolder) {
        try {
            InputFile file = InputFile.of(source, inputFolder);
            if (!file.geographic()) {
                try (Table table = table(file, source)) {
                    Header.find(table, source, file.notices());
                }
            }
            return List.of();
        } catch (UnreadableSourceException e) {
            return e.notices();
        }
    }

    /**
     * The files that a source is made of, of those that are there: its own, then those that a shapefile on its own has beside it.
     *
     * @return paths below the input folder
     */
    public static List<String> files(Edition.Source source, Path inputFolder) {
        return Stream.concat(Stream.of(source.file()), InputFile.companions(source.file(), inputFolder).stream())
                .filter(f -> Files.isRegularFile(inputFolder.resolve(f)))
                .toList();
    }

    /** Reads rows again without giving them, so that the reader remembers their keys: such files are small. */
    private static void replay(SourceReader reader, long rows) {
        while (reader.position().rows() < rows && reader.read() != null) {
            // what they state was already used before the run was cut
        }
    }

    /**
     * Reads which codes of the edition took over from which of another file.
     *
     * @param source a source of layout {@code correspondance-qpv}
     * @param inputFolder folder that its path is relative to
     * @throws UnreadableSourceException when it cannot be read, lacks a column, or a row has neither code
     */
    public static Correspondence correspondence(Edition.Source source, Path inputFolder) {
        InputFile file = InputFile.of(source, inputFolder);
        try (Table table = table(file, source)) {
            return CorrespondanceQpv.read(table, Header.find(table, source, file.notices()), file.notices());
        }
    }

    /**
     * Reads which codes took over from which, of a file that no edition declares: a CSV file in UTF-8 with semicolons, packed or not.
     *
     * @param before column of the codes before
     * @param after column of the codes after
     * @throws UnreadableSourceException as for a declared one
     */
    public static Correspondence correspondence(Path file, String before, String after) {
        return correspondence(
                new Edition.Source(
                        "correspondance", Layout.CORRESPONDANCE_QPV, file.getFileName().toString(), null, null, null,
                        null,
                        StandardCharsets.UTF_8, ';', true, false, "", "", "", "", "",
                        Map.of("contour", before, "qpv", after), List.of(), null, null, List.of(), List.of(), null,
                        Edition.Source.UNPACKED_LIMIT, false,
                        false, List.of()),
                file.toAbsolutePath().getParent());
    }

    /** QPV that have a contour of their own in another source; what cannot be read is told when it is read for itself. */
    private static Set<String> drawnElsewhere(Edition edition, Path inputFolder) {
        Set<String> drawn = new HashSet<>();
        for (Edition.Source source : edition.sources()) {
            if (source.layout() == Layout.CONTOURS_QPV && !source.standIn()) {
                try {
                    drawn.addAll(ContourReader.codes(InputFile.of(source, inputFolder), source));
                } catch (UnreadableSourceException e) {
                    continue;
                }
            }
        }
        return drawn;
    }

    /** What communes became, where the edition has a table of it that can be read, and a COG: neither is the fault of another file. */
    private static Movements movements(Edition edition, Path inputFolder) {
        Edition.Source movements = first(edition, Layout.MOUVEMENTS_COMMUNES);
        Edition.Source cog = first(edition, Layout.COG_COMMUNES);
        if (movements == null || cog == null) {
            return Movements.NONE;
        }
        Set<String> known = new HashSet<>();
        try (SourceReader communes = fromStart(edition, cog, InputFile.of(cog, inputFolder), inputFolder)) {
            for (Outcome row = communes.read(); row != null; row = communes.read()) {
                if (row instanceof Outcome.Usable usable
                        && usable.facts().getFirst() instanceof Fact.CommuneFact fact) {
                    known.add(fact.code());
                }
            }
            InputFile file = InputFile.of(movements, inputFolder);
            try (Table table = table(file, movements)) {
                return MouvementsCommunes.read(
                        table, Header.find(table, movements, file.notices()), file.notices(), known);
            }
        } catch (UnreadableSourceException e) {
            return Movements.NONE; // told when it is read for itself
        }
    }

    private static Edition.Source first(Edition edition, Layout layout) {
        return edition.sources().stream().filter(s -> s.layout() == layout).findFirst().orElse(null);
    }

    private static Table table(InputFile file, Edition.Source source) {
        if (file.geoPackage() || file.shapes()) {
            throw file.unexpected(
                    "Cette source lit une table, et le fichier tient des contours\u00a0: mettez à sa place le bon fichier.",
                    source.layout() == null ? "" : source.layout().id());
        }
        return file.workbook() ? new XlsxTable(file, source) : new CsvTable(file, source, 0, 1);
    }

    private static TableReader fromStart(
            Edition edition, Edition.Source source, InputFile file, Path inputFolder) {
        Table table = table(file, source);
        try {
            Header header = Header.find(table, source, file.notices());
            return new TableReader(
                    table, header, file, interpreter(header, source, edition, file, inputFolder),
                    source.layout() == Layout.RPLS_LOGEMENTS ? new RepeatedRows() : null, source.id(),
                    ReadPosition.START);
        } catch (UnreadableSourceException e) {
            table.close();
            throw e;
        }
    }

    /**
     * Files of millions of events have no keys to remember: the reader jumps to the last row given and drops it. What may come
     * again is read once more, without being made sense of.
     */
    private static TableReader resumed(
            Edition edition, Edition.Source source, InputFile file, Path inputFolder, ReadPosition from) {
        Header header;
        RepeatedRows repeated = new RepeatedRows();
        try (Table start = new CsvTable(file, source, 0, 1)) {
            header = Header.find(start, source, file.notices());
            for (long row = 0; row < from.rows(); row++) {
                repeated.add(start.next());
            }
        }
        Table table = new CsvTable(file, source, from.byteOffset(), from.line());
        table.next();
        return new TableReader(table, header, file, interpreter(header, source, edition, file, inputFolder),
                repeated, source.id(), from);
    }

    /** Reads the file once beforehand, to know the last row of each commune and the words that the edition may leave out. */
    private static RplsComptages rplsComptages(
            Header header, Edition.Source source, Edition edition, InputFile file, Path inputFolder) {
        Map<String, String> parents = parents(edition, inputFolder);
        SortedSet<String> words = new TreeSet<>();
        Groups communes = groups(source, file, h -> RplsComptages.group(h, parents, words));
        for (String mode : source.excluded()) {
            if (!words.contains(mode)) {
                throw file.notices().unreadable(
                        1, header.column("mode").name(), NoticeCode.VALEUR_INCONNUE,
                        "Aucune ligne n’a la valeur " + French.quoted(mode)
                                + ", que l’édition écarte\u00a0: tout serait compté." + French.didYouMean(mode, words)
                                + " Valeurs du fichier\u00a0: " + French.enumeration(words) + ".",
                        mode);
            }
        }
        return new RplsComptages(header, source, edition, parents, communes);
    }

    /** The communes that others are part of, by the code of the part; none where the edition does not name their column. */
    private static Map<String, String> parents(Edition edition, Path inputFolder) {
        Edition.Source cog = edition.sources().stream().filter(s -> s.layout() == Layout.COG_COMMUNES).findFirst()
                .filter(s -> s.columns().containsKey(Layout.PARENT)).orElse(null);
        if (cog == null) {
            return Map.of();
        }
        InputFile file = InputFile.of(cog, inputFolder);
        try (Table table = table(file, cog)) {
            return CogCommunes.parents(table, Header.find(table, cog, file.notices()));
        }
    }

    /** Rows of each group, counted by reading the file once beforehand: such files are small. */
    private static Groups groups(Edition.Source source, InputFile file, Function<Header, Function<Row, String>> key) {
        try (Table table = table(file, source)) {
            Header header = Header.find(table, source, file.notices());
            return Groups.count(table, header, key.apply(header));
        }
    }

    private static RowInterpreter interpreter(
            Header header, Edition.Source source, Edition edition, InputFile file, Path inputFolder) {
        return switch (source.layout()) {
            case COG_COMMUNES -> new CogCommunes(header, source, edition);
            case COG_DEPARTEMENTS -> new CogDepartements(header, source, edition);
            case COG_REGIONS -> new CogRegions(header, source, edition);
            case EPCI_LISTE -> new EpciListe(header, source, edition);
            case EPCI_COMPOSITION -> new EpciComposition(header, source, edition);
            case EPCI_SIEGES -> new EpciSieges(header, source, edition);
            case EPCI_DEPARTEMENTS -> new EpciDepartements(header, source, edition);
            case MOUVEMENTS_COMMUNES -> new MouvementsCommunes(header);
            case POPULATIONS_LEGALES -> new PopulationsLegales(header, source, edition);
            case BASE_COMMUNES -> new Base(header, source, edition, Fact.Kind.COMMUNE);
            case BASE_QPV -> new Base(header, source, edition, Fact.Kind.QPV);
            case COMPTAGES_COMMUNES -> new Comptages(header, edition, Fact.Kind.COMMUNE);
            case COMPTAGES_QPV -> new Comptages(header, edition, Fact.Kind.QPV);
            case RPLS_LOGEMENTS -> new RplsLogements(header, source, edition);
            case RPLS_COMMUNES ->
                    new RplsCommunes(header, source, edition, groups(source, file, RplsCommunes::group));
            case RPLS_COMPTAGES -> rplsComptages(header, source, edition, file, inputFolder);
            case BREVET -> new Brevet(header, source, edition);
            case ANNUAIRE_EDUCATION -> new AnnuaireEducation(header, source, edition);
            case EDUCATION_PRIORITAIRE -> new EducationPrioritaire(header, source, edition);
            case LISTE_QPV, LISTE_COMMUNES ->
                    new ListOfTerritories(header, source, edition, groups(source, file, ListOfTerritories::group));
            case QPV_COMMUNES ->
                    new QpvCommunes(header, source, edition, groups(source, file, QpvCommunes::group));
            case QPV_PREMIERE_COMMUNE -> new QpvPremiereCommune(header, source, edition);
            case CENTRES_COMMUNES -> new CentresCommunes(header, source, edition);
            case REFERENCE -> new Reference(header, source, edition);
            case CORRESPONDANCE_QPV -> new CorrespondanceQpv(header, source, edition);
            case CONTOURS_QPV, CONTOURS_COMMUNES ->
                    throw new IllegalArgumentException("not a table: " + source.layout());
        };
    }
}
