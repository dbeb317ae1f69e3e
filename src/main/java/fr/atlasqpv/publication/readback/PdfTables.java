package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the cells of the atlas in the tables and the key figures of the PDF; any other table is a text. */
final class PdfTables {
    private static final Pattern PLACE = Pattern.compile("(?:detail-(QPV|EPCI)|(epci)|(dep))-(.+)");
    private static final Pattern DEPARTEMENT = Pattern.compile("(.*)\\((\\w{2,3})\\)\\s*");
    private static final Pattern GROUP = Pattern.compile("\\d+ QPV · (.+) habitants");
    private static final Pattern KEY_NUMBER = Pattern.compile("(.+?) quartiers? prioritaires?");
    private static final Pattern KEY_SHARE = Pattern.compile("soit (.+) des QPV de France métropolitaine");
    private static final Pattern KEY_INHABITANTS = Pattern.compile("(.+?) habitants en QPV");
    private static final Pattern KEY_PART = Pattern.compile("soit (.+) de la population (?:régionale|du département)");
    private static final Set<String> QPV_ROWS = Set.of("Ensemble QPV", "dans les QPV");

    private static final List<Indicator> LEFT = List.of(
            Indicator.POPULATION, Indicator.JEUNES_0_14, Indicator.REUSSITE_BREVET, Indicator.TAUX_PAUVRETE,
            Indicator.TYPOLOGIE_COHESION, Indicator.TAUX_EMPLOI_FEMMES, Indicator.TAUX_EMPLOI_HOMMES,
            Indicator.TYPOLOGIE_EMPLOI, Indicator.TAUX_VACANCE, Indicator.NB_LOGEMENTS_SOCIAUX,
            Indicator.PART_LOGEMENTS_SOCIAUX);
    private static final List<Indicator> RIGHT = List.of(
            Indicator.TYPOLOGIE_CADRE_VIE, Indicator.COLLEGES_PUBLICS, Indicator.COLLEGES_REP,
            Indicator.COLLEGES_REP_PLUS, Indicator.CITES_EDUCATIVES, Indicator.CITES_EMPLOI, Indicator.ZFU,
            Indicator.NPNRU, Indicator.QRR, Indicator.EMPLOIS_FRANCS);

    private final CellParser parser;
    private final SortedMap<Territory, String> labels;
    private Territory chapter;

    PdfTables(CellParser parser, SortedMap<Territory, String> labels) {
        this.parser = parser;
        this.labels = labels;
    }

    /** A heading of the book: key figures under it are those of its territory. */
    void heading(String text) {
        String name = PdfValue.plain(text).strip();
        Territory region = PdfReadback.named(labels, Level.REG, name);
        int space = name.lastIndexOf(' ');
        Territory departement = space < 0 ? null : new Territory(Level.DEP, name.substring(space + 1));
        if (region != null) {
            chapter = region;
        } else if (departement != null && labels.containsKey(departement)) {
            chapter = departement;
        }
    }

    /** A paragraph: a key figure of the chapter, or none. */
    void paragraph(PdfNode paragraph) {
        String text = PdfValue.plain(paragraph.text()).strip();
        key(KEY_NUMBER, text, paragraph, Indicator.NB_QPV);
        key(KEY_SHARE, text, paragraph, Indicator.PART_QPV_FRANCE);
        key(KEY_INHABITANTS, text, paragraph, Indicator.POPULATION);
        key(KEY_PART, text, paragraph, Indicator.PART_POPULATION_QPV);
    }

    private void key(Pattern form, String text, PdfNode paragraph, Indicator indicator) {
        Matcher match = form.matcher(text);
        if (chapter != null && match.matches()) {
            String where = "page " + paragraph.page() + ", chiffres clés";
            read(where, () -> PdfValue.of(match.group(1), indicator, false))
                    .ifPresent(value -> cell(chapter, Perimeter.QPV, indicator, value, where));
        }
    }

    /** A table. */
    void table(PdfNode table) {
        List<PdfNode> heads = table.all("THead").stream().flatMap(h -> h.all("TR").stream()).toList();
        List<PdfNode> rows = table.all("TBody").stream().flatMap(b -> b.all("TR").stream()).toList();
        List<String> names = heads.stream().flatMap(h -> h.children().stream()).map(PdfTables::name).toList();
        String first = names.isEmpty() ? "" : names.getFirst();
        if (first.endsWith("ensemble, puis QPV")) {
            pairs(rows);
        } else if (first.equals("Département") && names.size() == 4) {
            rows.forEach(this::weight);
        } else if (first.equals("Intercommunalité") && names.size() == 3) {
            rows.forEach(row -> populationAt(row, 0, 2));
        } else if (first.equals("Numéro") && names.size() == 3) {
            rows.forEach(row -> populationAt(row, 1, 2));
        } else if (first.equals("Code")) {
            details(rows, names.contains("Habitants") ? LEFT : RIGHT);
        } else {
            heads.forEach(this::text);
            rows.forEach(this::text);
        }
    }

    private static String name(PdfNode head) {
        String drawn = PdfValue.plain(head.text()).strip();
        return drawn.isEmpty() ? String.join(" ", head.allSaid()) : drawn;
    }

    private void text(PdfNode row) {
        String text = row.children().stream().map(c -> PdfValue.plain(c.text()).strip())
                .collect(Collectors.joining(" | "));
        parser.elsewhere("page " + row.page() + ", tableau", text);
        row.allSaid().forEach(said -> parser.elsewhere("page " + row.page() + ", texte de remplacement", said));
    }

    /** Everybody, then those of the QPV. */
    private void pairs(List<PdfNode> rows) {
        List<Indicator> columns = Indicator.chapterIndicators();
        Territory territory = null;
        for (PdfNode row : rows) {
            PdfNode head = row.children().getFirst();
            boolean qpv = QPV_ROWS.contains(PdfValue.plain(head.text()).strip());
            if (!qpv) {
                territory = territory(head);
            }
            figures(row, 1, columns, territory, qpv ? Perimeter.QPV : Perimeter.ENSEMBLE);
        }
    }

    private void details(List<PdfNode> rows, List<Indicator> columns) {
        for (PdfNode row : rows) {
            PdfNode first = row.children().getFirst();
            Territory qpv = new Territory(Level.QPV, PdfValue.plain(first.text()).strip());
            Territory region = new Territory(Level.REG, qpv.code());
            if (labels.containsKey(qpv)) {
                figures(row, 2, columns, qpv, Perimeter.QPV);
            } else if (labels.containsKey(region) && row.children().size() > 3) {
                boolean inside = QPV_ROWS.contains(PdfValue.plain(row.children().get(1).text()).strip());
                figures(row, 2, columns, region, inside ? Perimeter.QPV : Perimeter.ENSEMBLE);
            } else {
                group(row);
            }
        }
    }

    /** The line of an EPCI, whose right end tells its inhabitants in QPV. */
    private void group(PdfNode row) {
        Matcher match = GROUP.matcher(PdfValue.plain(row.children().getLast().text()).strip());
        Optional<Territory> epci = place(row.children().getFirst());
        if (match.matches() && epci.isPresent()) {
            String where = "page " + row.page();
            read(where, () -> PdfValue.of(match.group(1), Indicator.POPULATION, false))
                    .ifPresent(value -> cell(epci.get(), Perimeter.QPV, Indicator.POPULATION, value, where));
        } else {
            text(row);
        }
        row.allSaid().forEach(said -> parser.elsewhere("page " + row.page() + ", texte de remplacement", said));
    }

    private void weight(PdfNode row) {
        Territory territory = territory(row.children().getFirst());
        if (territory != null && territory.level() != Level.FRANCE) {
            figures(
                    row, 1, List.of(Indicator.NB_QPV, Indicator.POPULATION, Indicator.PART_POPULATION_QPV), territory,
                    Perimeter.QPV);
        } else {
            text(row);
        }
    }

    private void populationAt(PdfNode row, int head, int column) {
        Territory territory = territory(row.children().get(head));
        if (territory == null || row.children().size() <= column) {
            text(row);
            return;
        }
        figure(row.children().get(column), territory, Perimeter.QPV, Indicator.POPULATION);
    }

    private void figures(PdfNode row, int from, List<Indicator> columns, Territory territory, Perimeter perimeter) {
        String where = "page " + row.page();
        List<PdfNode> cells = row.children().subList(from, row.children().size());
        if (territory == null || cells.size() != columns.size()) {
            parser.fault(where, territory == null ? "ligne sans territoire connu" : "nombre de colonnes inattendu");
            text(row);
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            figure(cells.get(i), territory, perimeter, columns.get(i));
        }
        row.children().subList(0, from).forEach(head -> head.allSaid()
                .forEach(said -> parser.elsewhere(where + ", texte de remplacement", said, territory.code())));
    }

    private void figure(PdfNode node, Territory territory, Perimeter perimeter, Indicator indicator) {
        String where = "page " + node.page();
        Optional<PdfValue> value = read(where, () -> PdfValue.of(node, indicator));
        value.ifPresent(v -> cell(territory, perimeter, indicator, v, where));
        List<String> said = node.allSaid();
        PdfValue shown = value.orElse(new PdfValue("", CellStatus.NON_DISPONIBLE, false));
        for (String number : shown.unshown(said)) {
            if (!number.equals(shown.value())) {
                cell(
                        territory, perimeter, indicator,
                        new PdfValue(number, CellStatus.PUBLIE, false),
                        where + ", texte de remplacement");
            }
        }
    }

    private interface Reading {
        Optional<PdfValue> read();
    }

    private Optional<PdfValue> read(String where, Reading reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            parser.fault(where, e.getMessage());
            return Optional.empty();
        }
    }

    private void cell(Territory territory, Perimeter perimeter, Indicator indicator, PdfValue value, String where) {
        if (!indicator.exists(territory.level(), perimeter)) {
            parser.elsewhere(where, value.value(), territory.code());
            return;
        }
        parser.cell(
                new CellParser.Words(
                        territory.level().name(), territory.code(), labels.getOrDefault(territory, ""),
                        perimeter.name(), indicator.id(), value.value(), value.status().id(),
                        value.estimated() ? "1" : "0", "", ""),
                where);
    }

    /** The territory of a row: where its head leads, else the name that it bears. */
    private Territory territory(PdfNode head) {
        return place(head).orElseGet(() -> {
            String name = PdfValue.plain(head.text()).strip();
            Matcher match = DEPARTEMENT.matcher(name);
            if (match.matches() && labels.containsKey(new Territory(Level.DEP, match.group(2)))) {
                return new Territory(Level.DEP, match.group(2));
            }
            List<Territory> found = new ArrayList<>();
            for (Level level : List.of(Level.DEP, Level.REG, Level.FRANCE)) {
                Territory named = PdfReadback.named(labels, level, name);
                if (named != null) {
                    found.add(named);
                }
            }
            return found.isEmpty() ? null : found.getLast();
        });
    }

    private Optional<Territory> place(PdfNode head) {
        Matcher match = PLACE.matcher(head.destination());
        if (!match.matches()) {
            return Optional.empty();
        }
        Level level = match.group(1) != null ? Level.valueOf(match.group(1))
                : match.group(2) != null ? Level.EPCI : Level.DEP;
        return Optional.of(new Territory(level, match.group(4))).filter(labels::containsKey);
    }
}
