package fr.atlasqpv.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What changes from one edition to the next is written in {@code jobs/}: the program names no indicator nor measure. */
class NoNameOfAnEditionTest {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** Ids that are also plain words of the field, or built in. */
    private static final List<String> PLAIN_WORDS =
            List.of(Measure.QPV.id(), "population", "logements", "personnes", "menages");

    @Test
    void noSourceOfTheProgramNamesAnIndicatorOrAMeasureOfAShippedEdition() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String job : List.of("jobs/2022.yaml", "jobs/2022-open-data.yaml")) {
            Edition edition = EditionFile.load(Path.of(job));
            edition.catalogue().indicators().stream().map(Indicator::id).forEach(names::add);
            edition.catalogue().measures().stream().map(Measure::id).forEach(names::add);
        }
        PLAIN_WORDS.forEach(names::remove);

        assertThat(names).as("the editions name some").hasSizeGreaterThan(30);
        assertThat(told(names))
                .as("an indicator or a measure is declared in the edition file; the program knows forms only")
                .isEmpty();
    }

    private static List<String> told(TreeSet<String> names) throws IOException {
        List<String> told = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|html|jte|css|sql)")).toList()) {
                Matcher word = WORD.matcher(text(file));
                while (word.find()) {
                    if (names.contains(word.group().toLowerCase(Locale.ROOT))) {
                        told.add(file + ": " + word.group());
                    }
                }
            }
        }
        return told;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
