package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed commands no terminal. */
class SignsTest {
    @Test
    void namesTheSignsThatNobodySees() {
        assertThat(Signs.visible("a\u001b[2Jb\u0007")).isEqualTo("a[U+001B][2Jb[U+0007]");
        assertThat(Signs.visible("\u202eabc\u009b0m\ufeff")).isEqualTo("[U+202E]abc[U+009B]0m[U+FEFF]");
        assertThat(Signs.visible("a\rb\u0000")).isEqualTo("a[U+000D]b[U+0000]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Île d’Œuvre\u00a0: 1\u202f204", "deux\nlignes", "mi\u00adnuit", "\ud83c\udf33", "≥ 3"})
    void leavesWhatIsSeen(String text) {
        assertThat(Signs.visible(text)).isSameAs(text);
    }

    @Test
    void aLoneSurrogateIsNoLetter() {
        assertThat(Signs.hidden(0xD83C)).isTrue();
        assertThat(Signs.name(0x1B)).isEqualTo("U+001B");
    }
}
