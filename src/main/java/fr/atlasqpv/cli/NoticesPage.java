package fr.atlasqpv.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of the docs that explains notices, read for the terminal. */
final class NoticesPage {
    private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");

    private NoticesPage() {}

    /**
     * What the page says of a notice.
     *
     * @param code its code
     * @param meaning what it says, a sentence in French
     * @param advice what to do, a sentence in French
     */
    record Entry(String code, String meaning, String advice) {}

    /** Every notice, in the order of the page. */
    static List<Entry> entries() throws IOException {
        try (InputStream page = NoticesPage.class.getResourceAsStream("notices.md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("| `"))
                    .flatMap(NoticesPage::ofLine)
                    .toList();
        }
    }

    private static Stream<Entry> ofLine(String line) {
        List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return CODE.matcher(cells.get(1))
                .results()
                .map(code -> new Entry(code.group(1), plain(cells.get(2)), plain(cells.get(3))));
    }

    private static String plain(String cell) {
        return cell.replace("`", "").replaceAll(" (?=[:;!?])", "\u00a0");
    }
}
