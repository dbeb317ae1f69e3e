package fr.atlasqpv.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** a bears another code; b was split; c and d have merged; e gave a part to what f became. */
class CorrespondenceTest {
    private static final Correspondence PAIRS = Correspondence.of(Stream.of(
            "a 1", "b 2", "b 3", "c 4", "d 4", "e 5", "e 6", "f 6")
            .map(pair -> new Correspondence.Pair(pair.substring(0, 1), pair.substring(2)))
            .toList());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"a, 1", "b, 2 3", "a b, 1 2 3", "c,", "d,", "c d, 4", "c d x, 4 x", "e,", "f,", "e f, 5 6", "x, x",
            "'', ''"})
    void whatTerritoriesMadeUpTogetherIsMadeUpByTheirSuccessorsIfNobodyElseHasAPartInThem(String before, String after) {
        assertThat(PAIRS.counterparts(codes(before), code -> false).map(codes -> String.join(" ", codes)))
                .isEqualTo(java.util.Optional.ofNullable(after));
    }

    private static List<String> codes(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    @Test
    void aCodeThatIsUnchangedStandsForItself() {
        assertThat(PAIRS.counterparts(List.of("a", "b"), "a"::equals).orElseThrow()).containsExactly("2", "3", "a");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"a, a", "b, b", "c, c d", "f, e f", "x, x"})
    void thoseThatSuccessorsTieGoTogether(String code, String together) {
        assertThat(PAIRS.together(code)).containsExactlyElementsOf(codes(together));
    }

    @Test
    void theInverseLeadsBack() {
        assertThat(PAIRS.inverse().successors("6")).containsExactly("e", "f");
        assertThat(PAIRS.inverse().predecessors("b")).containsExactly("2", "3");
        assertThat(PAIRS.oneToOne("a")).isTrue();
        assertThat(PAIRS.oneToOne("b")).isFalse();
        assertThat(PAIRS.oneToOne("c")).isFalse();
    }
}
