package fr.atlasqpv.sample;

import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes the simulated and the transcribed files of the sample: {@code ./mvnw -Psample} writes them in place. The real
 * extracts (COG, populations, centres) are read from the input folder and left alone.
 */
public final class SampleGenerator {
    private static final List<Measure> OF_COUNTS = List.of(
            Measures2022.POP_REF,
            Measures2022.POP_0_14,
            Measures2022.PERSONNES,
            Measures2022.PERSONNES_PAUVRES,
            Measures2022.MENAGES,
            Measures2022.MENAGES_PAUVRES,
            Measures2022.FEMMES_15_64,
            Measures2022.FEMMES_EMPLOI,
            Measures2022.HOMMES_15_64,
            Measures2022.HOMMES_EMPLOI,
            Measures2022.LOGEMENTS,
            Measures2022.LOGEMENTS_VACANTS,
            Measures2022.RESIDENCES_PRINCIPALES);

    private final Path output;
    private final Print print = Print.transcribed();
    private final Cog cog;
    private final List<Neighbourhood> neighbourhoods;

    private SampleGenerator(Path input, Path output) {
        this.output = output;
        this.cog = Cog.read(input);
        this.neighbourhoods = Neighbourhood.split(print, cog);
    }

    /**
     * Argument: the folder of the sample, {@code input/2022}.
     *
     * @throws UncheckedIOException when a file cannot be read or written
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "input/2022");
        generate(folder, folder);
    }

    /**
     * Generates the sample.
     *
     * @param input folder that holds the real extracts
     * @param output folder that receives every other file
     * @throws UncheckedIOException when a file cannot be read or written
     */
    public static void generate(Path input, Path output) {
        SampleGenerator generator = new SampleGenerator(input, output);
        generator.counts();
        generator.schools();
        generator.lists();
    }

    private void counts() {
        Counts qpv = QpvCounts.simulate(print, neighbourhoods, cog);
        Counts communes = CommuneCounts.simulate(print, cog, neighbourhoods, qpv);
        gzip("insee/qpv/comptages_qpv.csv.gz", qpv.table(OF_COUNTS).text(), StandardCharsets.UTF_8);
        gzip("insee/communes/comptages_communes.csv.gz", communes.table(OF_COUNTS).text(), StandardCharsets.UTF_8);
        SocialHousing shareVintage = SocialHousing.of2017(cog, neighbourhoods, qpv, communes);
        SocialHousing countVintage = SocialHousing.of2020(cog, neighbourhoods, shareVintage);
        for (SocialHousing housing : List.of(shareVintage, countVintage)) {
            gzip(
                    "sdes-rpls/rpls_" + housing.year() + "_detail.csv.gz",
                    Dwellings.table(cog, housing).text(),
                    StandardCharsets.ISO_8859_1);
            text("sdes-rpls/rpls_" + housing.year() + "_communes.csv", housing.communeTable(cog).text());
        }
    }

    private void schools() {
        SortedMap<String, Polygon> contours = Contours.grow(cog, neighbourhoods);
        text("geo/qpv_2015.geojson", Contours.geoJson(cog, neighbourhoods, contours));
        List<College> schools = SchoolMap.lay(cog, neighbourhoods, contours);
        Brevet.sit(print, cog, neighbourhoods, schools);
        gzip("depp/brevet_par_etablissement.csv.gz", SchoolFiles.brevet(schools).text(), StandardCharsets.UTF_8);
        gzip("depp/annuaire_education.csv.gz", SchoolFiles.directory(schools).text(), StandardCharsets.UTF_8);
        text("depp/etablissements_ep.csv", SchoolFiles.priority(schools, neighbourhoods).text());
    }

    private void lists() {
        text("insee/qpv/base_demographie_qpv_2021.csv", QpvFiles.demography(cog, neighbourhoods));
        text("insee/france_2022.csv", QpvFiles.france(print).text());
        text("anct/qpv_communes.csv", QpvFiles.split(neighbourhoods).text());
        text("anct/epci_sieges.csv", QpvFiles.seats(cog).text());
        programme("anct/cites_educatives.csv", "cites_educatives", "NB_CITES_EDUCATIVES");
        programme("anct/cites_emploi.csv", "cites_emploi", "CITE_EMPLOI");
        programme("anct/emplois_francs.csv", "emplois_francs", "EMPLOIS_FRANCS");
        programme("anct/zfu.csv", "zfu", "ZFU");
        programme("anru/npnru.csv", "npnru", "INTERET");
        programme("interieur/qrr.csv", "qrr", "QRR");
        text("onpv/typologies.csv", QpvFiles.typologies(neighbourhoods).text());
    }

    private void programme(String file, String column, String header) {
        text(file, QpvFiles.programme(neighbourhoods, column, header).text());
    }

    private void text(String name, String content) {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A gzip member has no name and no date in its header: the same content makes the same file. */
    private void gzip(String name, String content, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(name, bytes.toByteArray());
    }

    private void write(String name, byte[] content) {
        try {
            Path file = output.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
