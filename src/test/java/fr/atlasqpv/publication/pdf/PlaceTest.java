package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The place of a QPV among others follows from what is published, and bounds nothing else. */
class PlaceTest {
    private static PublishedCell cell(int qpv, String word) {
        CellKey key = CellKey.of(Level.QPV, String.format(Locale.ROOT, "QP%06d", qpv), Perimeter.QPV,
                Indicators2022.TAUX_VACANCE);
        CellStatus status = switch (word.charAt(0)) {
            case 's' -> CellStatus.SECRET;
            case 'n' -> CellStatus.NON_DISPONIBLE;
            case '≥' -> CellStatus.PLAFONNE;
            case '≤' -> CellStatus.PLANCHER;
            default -> CellStatus.PUBLIE;
        };
        String number = word.replaceAll("[^0-9.]", "");
        return new PublishedCell(key, number.isEmpty() ? null : new BigDecimal(number), null, status, false);
    }

    private static List<PublishedCell> cells(String words) {
        List<PublishedCell> cells = new ArrayList<>();
        for (String word : words.split(" ")) {
            cells.add(cell(cells.size(), word));
        }
        return cells;
    }

    /** The first figure among all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "30 10 20 | 1ᵉʳ / 3 | 1ᵉʳ sur 3",
            "20 10 30 | 2ᵉ / 3 | 2ᵉ sur 3",
            "10 20 30 | 3ᵉ / 3 | 3ᵉ sur 3",
            "20 20 30 | 2ᵉ= / 3 | 2ᵉ à égalité avec 1 autre sur 3",
            "20 20 20 | 1ᵉʳ= / 3 | 1ᵉʳ à égalité avec 2 autres sur 3",
            "≥95 ≥95 ≥95 20 | 1–3ᵉ / 4 | entre le 1ᵉʳ et le 3ᵉ rang sur 4",
            "≥95 20 | 1ᵉʳ / 2 | 1ᵉʳ sur 2",
            "20 ≥95 ≥95 | 3ᵉ / 3 | 3ᵉ sur 3",
            "≤5 ≤5 20 | 2–3ᵉ / 3 | entre le 2ᵉ et le 3ᵉ rang sur 3",
            "95.0 ≥95 | 2ᵉ / 2 | 2ᵉ sur 2",
            "5.0 ≤5 | 1ᵉʳ / 2 | 1ᵉʳ sur 2",
            "20 s 30 | 2ᵉ / 2 | 2ᵉ sur 2",
            "20 n s | '' | ''",
            "20 | '' | ''",
            "s 20 30 | '' | ''",
    })
    void aPlaceIsToldAsItIsPublished(String words, String text, String said) {
        List<PublishedCell> cells = cells(words);

        Optional<Place> place = Place.of(Optional.of(cells.getFirst()), cells);

        assertThat(place.map(Place::text).orElse("")).isEqualTo(text.replace(' ', '\u00a0'));
        assertThat(place.map(Place::said).orElse("").replace('\u00a0', ' ')).isEqualTo(said);
    }

    /** Over true figures that nobody sees: the place that is told holds, and is the same whatever is withheld. */
    @Test
    void noPlaceIsFalseNorMovesWithWhatIsWithheld() {
        Random random = new Random(20221);
        for (int n = 0; n < 2_000; n++) {
            List<Integer> truth = new ArrayList<>();
            List<PublishedCell> cells = new ArrayList<>();
            List<PublishedCell> without = new ArrayList<>();
            int size = 1 + random.nextInt(12);
            for (int i = 0; i < size; i++) {
                int figure = random.nextInt(101);
                boolean withheld = random.nextInt(4) == 0;
                truth.add(figure);
                cells.add(cell(i, withheld ? "s" : figure >= 90 ? "≥90" : figure <= 10 ? "≤10" : "" + figure));
                if (!withheld) {
                    without.add(cells.getLast());
                }
            }
            for (int i = 0; i < size; i++) {
                PublishedCell own = cells.get(i);
                Optional<Place> place = Place.of(Optional.of(own), cells);
                assertThat(place).isEqualTo(Place.of(Optional.of(own), without));
                int figure = truth.get(i);
                place.ifPresent(told -> {
                    int above = 0;
                    for (int j = 0; j < cells.size(); j++) {
                        above += cells.get(j).value() != null && truth.get(j) > figure ? 1 : 0;
                    }
                    assertThat(above + 1).as(told + " in " + truth).isBetween(told.first(), told.last());
                    assertThat(told.of()).isEqualTo(without.size());
                });
            }
        }
    }
}
