package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.EditionFault;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.SourceReaders;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as it is asked for, with the fingerprints of all that it depends on. Two requests with the same {@link #identity()}
 * make the same books.
 *
 * @param jobFile edition file
 * @param edition what it says
 * @param editionSha256 its fingerprint
 * @param inputFolder folder that the paths of the sources start from
 * @param outputRoot folder that holds the folders of the editions, and the work folder
 * @param regions codes of the regions whose books are made again; empty: all those of the edition
 * @param validate whether the PDF are validated against their standard once written
 * @param program version and fingerprint of the program
 * @param drawKey key of the draw between patterns of equal cost
 * @param inputs inputs present, in the order of the edition
 * @param previous files of the books of the previous edition, in order; empty when the edition names none
 * @param known files of counts that anybody can read in other publications, in the order of the edition; those that are there
 * @param released what the output root has released before, as far as this run reckons with it
 * @param faults what is wrong in the edition file: a check goes on with what could be read of it
 * @param keep whether a run that is refused keeps its figures, to be looked into, instead of forgetting them
 */
public record RunRequest(
        Path jobFile,
        Edition edition,
        String editionSha256,
        Path inputFolder,
        Path outputRoot,
        List<String> regions,
        boolean validate,
        String program,
        DrawKeyFile drawKey,
        List<InputFile> inputs,
        List<InputFile> previous,
        List<InputFile> known,
        Releases released,
        List<EditionFault> faults,
        boolean keep) {
    /** Folder of the store, the logs and the books in the making, below the output root. */
    public static final String WORK_FOLDER = ".work";

    /** Defensive copies. */
    public RunRequest {
        regions = List.copyOf(regions);
        inputs = List.copyOf(inputs);
        previous = List.copyOf(previous);
        known = List.copyOf(known);
        faults = List.copyOf(faults);
    }

    /**
     * Takes the fingerprints of an edition file and of its inputs.
     *
     * @throws UncheckedIOException when a file that exists cannot be read
     * @throws fr.atlasqpv.edition.EditionFileException when the key of the draw cannot be used
     */
    public static RunRequest of(
            Path jobFile,
            Edition edition,
            Path inputFolder,
            Path outputRoot,
            List<String> regions,
            boolean validate,
            String program) {
        try {
            EditionFile.Read read = EditionFile.inspect(jobFile);
            RunRequest alone = new RunRequest(
                    jobFile, edition, fingerprint(read.files()), inputFolder, outputRoot,
                    regions.stream().sorted().toList(),
                    validate, program, DrawKeyFile.of(jobFile, edition, outputRoot),
                    inputs(edition, inputFolder),
                    PreviousEdition.files(edition, outputRoot), KnownFiles.files(edition, inputFolder), Releases.NONE,
                    read.faults(), false);
            return alone.reckoningWith(alone.releases());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * For somebody who only reads the figures of an edition again ({@link AtlasApplication#read}): with its inputs, and neither key nor
     * other books.
     *
     * @throws UncheckedIOException when a file that exists cannot be read
     */
    public static RunRequest toRead(
            Path jobFile, Edition edition, Path inputFolder, Path outputRoot, String program) {
        try {
            return new RunRequest(
                    jobFile, edition, fingerprint(EditionFile.inspect(jobFile).files()), inputFolder, outputRoot,
                    List.of(), false, program, DrawKeyFile.passing(), inputs(edition, inputFolder), List.of(),
                    KnownFiles.files(edition, inputFolder), Releases.NONE, List.of(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<InputFile> inputs(Edition edition, Path inputFolder) {
        List<InputFile> inputs = new ArrayList<>();
        for (Source source : edition.sources()) {
            for (String path : SourceReaders.files(source, inputFolder)) {
                Path file = inputFolder.resolve(path);
                String name = path.equals(source.file()) ? source.id() : InputFile.beside(source.id(), file);
                inputs.add(InputFile.asFarAsLegible(name, path, file));
            }
        }
        return inputs;
    }

    /** Fingerprints of all the files of a source. */
    Set<String> fingerprints(Source source) {
        return inputs.stream()
                .filter(i -> i.source().equals(source.id()) || InputFile.beside(source.id(), i.source()))
                .map(InputFile::sha256)
                .collect(Collectors.toSet());
    }

    /** Fingerprint of each file that the figures are made of, by its path below the input folder. */
    public SortedMap<String, String> fingerprints() {
        SortedMap<String, String> fingerprints = new TreeMap<>();
        Stream.of(inputs, known).flatMap(List::stream).forEach(file -> fingerprints.put(file.path(), file.sha256()));
        return fingerprints;
    }

    /**
     * Fingerprints of the files that books of this output root were made from, as they were noted when the books were released; empty when
     * nobody noted them.
     *
     * @param books folder of the books
     * @throws IOException when books or notes cannot be read
     */
    public SortedMap<String, String> keptFingerprints(Path books) throws IOException {
        return Releases.madeFrom(outputRoot, books, edition.id()).map(MadeFrom::inputs)
                .orElseGet(Collections::emptySortedMap);
    }

    private RunRequest reckoningWith(Releases before) {
        return new RunRequest(
                jobFile, edition, editionSha256, inputFolder, outputRoot, regions, validate, program, drawKey, inputs,
                previous, known,
                before, faults, keep);
    }

    /** The same, that keeps its figures when it is refused. */
    public RunRequest keeping() {
        return new RunRequest(
                jobFile, edition, editionSha256, inputFolder, outputRoot, regions, validate, program, drawKey, inputs,
                previous, known,
                released, faults, true);
    }

    /** What the output root has released before this run, as it lies there now. */
    Releases releases() {
        return Releases.of(edition, outputRoot, new Releases.Own(madeFrom(), sealedMaking()));
    }

    /** All the books that were released before: those that the edition names, and those that count without it. */
    List<EarlierBooks> earlier() {
        List<EarlierBooks> earlier = new ArrayList<>(released.counted());
        PreviousEdition.books(this)
                .filter(named -> earlier.stream().noneMatch(books -> books.holds(named)))
                .ifPresent(earlier::addFirst);
        return earlier;
    }

    /** Of the file, and of the shared parts that it names when there are any. */
    private static String fingerprint(List<Path> files) throws IOException {
        List<String> fingerprints = new ArrayList<>();
        for (Path file : files) {
            fingerprints.add(Fingerprints.of(file));
        }
        return fingerprints.size() == 1 ? fingerprints.getFirst() : Fingerprints.of(fingerprints);
    }

    /** Fingerprint of the inputs: which source reads which bytes. */
    public String inputsSha256() {
        return Fingerprints.of(
                Stream.concat(
                        given(),
                        released.counted().stream().flatMap(
                                b -> Stream.concat(Stream.of(b.edition()), b.content().stream())))
                        .toList());
    }

    private Stream<String> given() {
        return Stream.of(inputs, previous, known)
                .flatMap(List::stream)
                .flatMap(i -> Stream.of(i.source(), i.path(), i.sha256()));
    }

    /**
     * Fingerprint of edition file, inputs and program: what tells books that are made again from books that replace others. It is not
     * published ({@link MadeFrom}).
     */
    private String making() {
        return Fingerprints.of(Stream.concat(Stream.of(edition.id(), editionSha256, program), given()).toList());
    }

    /** The same as it is published, under the key of the draw; not at all under a key that everybody has. */
    Optional<String> sealedMaking() {
        return drawKey.origin() == DrawKeyFile.Origin.PUBLIC ? Optional.empty()
                : Optional.of(drawKey.key().pseudonyms().apply(making()));
    }

    /** What the books are made from. */
    MadeFrom madeFrom() {
        return new MadeFrom(making(), drawKey.sha256(), fingerprints());
    }

    /** Fingerprint of everything that the books depend on. */
    public String identity() {
        return Fingerprints.of(
                List.of(
                        edition.id(), editionSha256, inputsSha256(), drawKey.sha256(), program,
                        String.join(",", regions)));
    }

    /** Where the store, the logs and the books in the making are. */
    public Path workFolder() {
        return outputRoot.resolve(WORK_FOLDER);
    }

    /** Lies there from before figures are deleted until the file of the store is rewritten without them. */
    Path compactionDue() {
        return workFolder().resolve("compaction-due");
    }

    /** Where the report and the notices of a run that releases nothing are written. */
    public Path papersFolder() {
        return papersFolder(outputRoot, edition.id());
    }

    /** Where the reports on an edition are written: below the output root or, when this user may not write there, among the temporary files. */
    public static Path papersFolder(Path outputRoot, String edition) {
        Path folder = outputRoot.resolve(WORK_FOLDER).resolve("rapports").resolve(edition);
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there) ? folder
                : Path.of(System.getProperty("java.io.tmpdir"), "atlas-qpv-" + System.getProperty("user.name"),
                        edition);
    }

    /** Where what the reviewer of the edition reads is written: for the owner of the output root only, never among the books. */
    public Path reviewFolder() {
        return workFolder().resolve("revue").resolve(edition.id());
    }

    /**
     * Which QPV of the edition make up which of another generation, for the sake of books of before.
     *
     * @throws fr.atlasqpv.extract.UnreadableSourceException when the source that says so cannot be read
     */
    Correspondence correspondence() {
        return edition.source(edition.previousCorrespondence())
                .filter(s -> s.required() || Files.exists(inputFolder.resolve(s.file())))
                .map(s -> SourceReaders.correspondence(s, inputFolder))
                .orElse(Correspondence.NONE);
    }

    /** Whose key the draw between patterns of equal cost has. */
    public String drawKeyTold() {
        return drawKey.told();
    }

    /** Where the books of the edition appear. */
    public Path booksFolder() {
        return outputRoot.resolve(edition.id());
    }

    /** The input of a source, empty when its file is absent. */
    public Optional<InputFile> input(String source) {
        return inputs.stream().filter(i -> i.source().equals(source)).findFirst();
    }

    /** Tells whether the rows of a source can be made sense of: all that its layout needs is declared. */
    boolean legible(Source source) {
        return source.complete()
                && (source.correspondence() == null || edition.source(source.correspondence()).isPresent());
    }

    /** Tells whether the file of a source is there. */
    public boolean has(Source source) {
        return input(source.id()).isPresent();
    }
}
