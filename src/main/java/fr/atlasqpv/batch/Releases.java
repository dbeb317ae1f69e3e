package fr.atlasqpv.batch;

import fr.atlasqpv.audit.Known;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.release.CatalogueJson;
import fr.atlasqpv.store.OwnersOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an output root has released so far: whoever reads the books to come may have kept those. Each release leaves a copy of its tidy
 * files in the work folder, where it stays when the books are replaced; books that lie in the root without such a copy, made before there
 * was one or laid there by hand, count too.
 *
 * <pre>
 * .work/releases/0001-2022/manifest.json
 * .work/releases/0001-2022/connus.csv                      denominators that were known then
 * .work/releases/0001-2022/fabrication.json                what they were made from ({@link MadeFrom})
 * .work/releases/0001-2022/32-hauts-de-france/…-donnees.csv, …-territoires.csv
 * </pre>
 *
 * <p>A run reckons with every release before its own. Its own, when the same edition file, inputs and program made them last, are no
 * previous edition of themselves, nor is what has been released since: that was made with these books in view.
 *
 * @param counted releases that the run reckons with, the oldest first
 * @param remarks what a person should know of them
 */
record Releases(List<EarlierBooks> counted, List<Remark> remarks) {
    /** No release. */
    static final Releases NONE = new Releases(List.of(), List.of());
    /** Key of the manifest for the fingerprint of edition file, inputs and program, under the key of the draw. */
    static final String IDENTITY = "identity";
    private static final String SECRET = "secret";
    /** What books of before are to the run. */
    static final String SOURCE = "edition-anterieure";
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{4,9})-(.+)");

    /** Defensive copies. */
    Releases {
        counted = List.copyOf(counted);
        remarks = List.copyOf(remarks);
    }

    /**
     * A remark on books of before.
     *
     * @param code code of the notice
     * @param severity weight
     * @param message sentence in French
     * @param edition name of their folder
     */
    record Remark(String code, Severity severity, String message, String edition) {
        Notice notice(RunRequest request) {
            return new Notice(
                    request.jobFile().getFileName().toString(), 0, "rules.previous-edition", code, severity, message,
                    edition);
        }
    }

    /**
     * What the manifest of a release says.
     *
     * @param identity fingerprint under the key of the draw; empty where it is not told
     * @param made what it was made from; empty where nobody noted it
     * @param outputs fingerprint of each file by path
     */
    private record Paper(String identity, Optional<MadeFrom> made, Map<String, String> outputs) {
        static Paper of(Path folder, Path note) throws IOException {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve(CatalogueJson.MANIFEST)));
            Map<String, String> outputs = new HashMap<>();
            json.required("sorties").values()
                    .forEach(f -> outputs.put(f.required("chemin").asString(), f.required("sha256").asString()));
            return new Paper(
                    json.path(SECRET).path(IDENTITY).asString(""),
                    MadeFrom.beside(folder).or(() -> noted(note)),
                    outputs);
        }
    }

    /**
     * What a run is told by: books of the same, drawn with the same key, are its own.
     *
     * @param made what it makes its books from
     * @param sealed what its manifest tells of that; empty when it tells nothing
     */
    record Own(MadeFrom made, Optional<String> sealed) {
        private boolean made(Paper paper) {
            return paper.made.map(made::sameAs).orElse(sealed.filter(paper.identity::equals).isPresent());
        }
    }

    private record Release(EarlierBooks books, Paper paper) {}

    /** Where the copies are. */
    static Path folder(Path outputRoot) {
        return outputRoot.resolve(RunRequest.WORK_FOLDER).resolve("releases");
    }

    /**
     * What a run of an edition reckons with.
     *
     * @param run what the run makes its books from
     * @throws UncheckedIOException when the output root cannot be listed
     */
    static Releases of(Edition edition, Path outputRoot, Own run) {
        List<Remark> remarks = new ArrayList<>();
        List<Release> all = new ArrayList<>();
        try {
            for (EarlierBooks books : kept(outputRoot)) {
                read(books, outputRoot, remarks).ifPresent(all::add);
            }
            for (EarlierBooks books : inPlace(edition, outputRoot)) {
                if (all.stream().noneMatch(kept -> kept.books.holds(books))) {
                    read(books, outputRoot, remarks).filter(release -> asReleased(release, remarks))
                            .ifPresent(all::add);
                }
            }
            Set<String> refused = new TreeSet<>();
            Set<List<String>> seen = new HashSet<>();
            List<EarlierBooks> reckoned = new ArrayList<>();
            for (Release release : all.subList(0, own(all, edition.id(), run))) {
                if (edition.notPrevious().containsKey(release.books.edition())) {
                    refused.add(release.books.edition());
                } else if (seen.add(release.books.content())) {
                    reckoned.add(release.books);
                }
            }
            refused.forEach(name -> remarks.add(new Remark(
                    "edition-anterieure-refusee", Severity.WARNING,
                    "Le fichier d’édition refuse de tenir compte des livres parus ici sous ce nom\u00a0: "
                            + edition.notPrevious().get(name),
                    name)));
            return new Releases(reckoned, remarks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Position of the first release of the run itself, after which nothing counts; the number of releases when there is none. */
    private static int own(List<Release> all, String edition, Own run) {
        int own = all.size();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).books.edition().equals(edition)) {
                if (!run.made(all.get(i).paper)) {
                    return own;
                }
                own = i;
            }
        }
        return own;
    }

    /**
     * Where it is noted what some books are made from, from before they are in place until their copy says it. By their manifest as well:
     * books that replace others may tell the same figures.
     */
    private static Path note(Path outputRoot, EarlierBooks books) {
        List<String> told = books.files()
                .stream()
                .filter(file -> !file.path().equals(EarlierBooks.KNOWN))
                .map(InputFile::sha256)
                .toList();
        return folder(outputRoot).resolve("fabrication-" + Fingerprints.of(told) + ".json");
    }

    private static Optional<MadeFrom> noted(Path note) {
        try {
            return MadeFrom.read(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes what books that are about to be put in place are made from: a run that is cut then knows them for its own. */
    static void announce(Path outputRoot, EarlierBooks books, MadeFrom made, Disk disk) throws IOException {
        disk.createFolder(folder(outputRoot));
        Path note = note(outputRoot, books);
        made.write(note);
        OwnersOnly.keep(folder(outputRoot));
        disk.sync(note);
        disk.sync(folder(outputRoot));
    }

    /** Forgets the note, once there is a copy. */
    static void copied(Path outputRoot, EarlierBooks books, Disk disk) throws IOException {
        disk.delete(note(outputRoot, books));
    }

    /** Copies of the releases, the oldest first. */
    private static List<EarlierBooks> kept(Path outputRoot) throws IOException {
        List<EarlierBooks> kept = new ArrayList<>();
        for (Path folder : numbered(outputRoot)) {
            Matcher name = NUMBERED.matcher(folder.getFileName().toString());
            if (name.matches()) {
                kept.add(EarlierBooks.in(folder, name.group(2), SOURCE));
            }
        }
        return kept;
    }

    private static List<Path> numbered(Path outputRoot) throws IOException {
        if (!Files.isDirectory(folder(outputRoot))) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder(outputRoot))) {
            return list.filter(f -> NUMBERED.matcher(f.getFileName().toString()).matches())
                    .sorted((a, b) -> Integer.compare(number(a), number(b)))
                    .toList();
        }
    }

    private static int number(Path folder) {
        String name = folder.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.indexOf('-')));
    }

    /** Books that lie in the root, those of the edition first; books that it names are inputs of their own. */
    private static List<EarlierBooks> inPlace(Edition edition, Path outputRoot) throws IOException {
        if (!Files.isDirectory(outputRoot)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> list = Files.list(outputRoot)) {
            folders = list.filter(f -> Files.isDirectory(f) && !f.getFileName().toString().startsWith("."))
                    .filter(f -> PreviousEdition.folder(edition, outputRoot).filter(f::equals).isEmpty())
                    .sorted()
                    .toList();
        }
        List<EarlierBooks> books = new ArrayList<>();
        for (Path folder : folders) {
            String name = folder.getFileName().toString();
            EarlierBooks there = EarlierBooks.in(folder, name, SOURCE);
            if (there.any() && name.equals(edition.id())) {
                books.addFirst(there);
            } else if (there.any()) {
                books.add(there);
            }
        }
        return books;
    }

    private static Optional<Release> read(EarlierBooks books, Path outputRoot, List<Remark> remarks) {
        try {
            Paper paper = Paper.of(books.folder(), note(outputRoot, books));
            books.cells();
            return Optional.of(new Release(books, paper));
        } catch (IOException | RuntimeException e) {
            remarks.add(new Remark(
                    "edition-anterieure-illisible", Severity.WARNING,
                    "Des livres parus ici sous ce nom ne se lisent pas\u00a0: ce qu’ils disent n’est pas compté parmi ce que "
                            + "l’on sait déjà. Remettez les fichiers tels qu’ils ont paru, ou effacez le dossier s’ils n’ont pas paru.",
                    books.edition()));
            return Optional.empty();
        }
    }

    /** Books that somebody changed since are not what has been released. */
    private static boolean asReleased(Release release, List<Remark> remarks) {
        boolean same = release.books.tidy().stream()
                .allMatch(f -> f.sha256().equals(release.paper.outputs.get(f.path())));
        if (!same) {
            remarks.add(new Remark(
                    "edition-anterieure-illisible", Severity.WARNING,
                    "Des livres qui sont ici sous ce nom ne sont plus ceux que leur manifeste décrit\u00a0: ils ne sont pas comptés "
                            + "parmi ce que l’on sait déjà. Remettez les fichiers tels qu’ils ont paru, ou effacez le dossier.",
                    release.books.edition()));
        }
        return same;
    }

    /**
     * Keeps what some books tell, once they are about to be replaced, or in place. Nothing is done when it is kept already.
     *
     * @param known denominators that are known, null when nobody noted them
     * @param made what they were made from, null when nobody noted it
     */
    static void keep(Path outputRoot, EarlierBooks books, List<Known.Row> known, MadeFrom made, Disk disk)
            throws IOException {
        List<Path> kept = numbered(outputRoot);
        for (Path folder : kept) {
            if (folder.getFileName().toString().endsWith("-" + books.edition())
                    && EarlierBooks.in(folder, books.edition(), SOURCE).tidy().equals(books.tidy())
                    && (made == null || MadeFrom.beside(folder).filter(made::equals).isPresent())) {
                return;
            }
        }
        Path fresh = folder(outputRoot).resolve("nouveau");
        disk.delete(fresh);
        disk.createFolder(fresh);
        for (InputFile file : books.files()) {
            disk.copyFile(books.folder().resolve(file.path()), fresh.resolve(file.path()));
        }
        if (known != null) {
            Known.write(fresh.resolve(EarlierBooks.KNOWN), known);
        }
        if (made != null) {
            made.write(fresh.resolve(MadeFrom.FILE_NAME));
        }
        OwnersOnly.keep(folder(outputRoot));
        disk.syncAll(fresh);
        int number = kept.isEmpty() ? 1 : number(kept.getLast()) + 1;
        disk.move(fresh, fresh.resolveSibling(String.format(Locale.ROOT, "%04d-%s", number, books.edition())));
        disk.sync(folder(outputRoot));
    }

    /**
     * What some books were made from, as it was noted when they were released.
     *
     * @return empty when nobody noted it, or these are no books of this output root
     * @throws IOException when the books or the copies cannot be read
     */
    static Optional<MadeFrom> madeFrom(Path outputRoot, Path books, String edition) throws IOException {
        List<InputFile> tidy = EarlierBooks.in(books, edition, SOURCE).tidy();
        for (EarlierBooks kept : kept(outputRoot).reversed()) {
            Optional<MadeFrom> made = MadeFrom.beside(kept.folder());
            if (kept.edition().equals(edition) && made.isPresent() && kept.tidy().equals(tidy)) {
                return made;
            }
        }
        return Optional.empty();
    }
}
