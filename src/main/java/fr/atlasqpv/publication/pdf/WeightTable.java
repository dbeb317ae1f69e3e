package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.TableDrawer;
import fr.atlasqpv.publication.pdf.tables.TableLayout;
import fr.atlasqpv.publication.pdf.tables.TableSpec;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.BookSpec.KeyFigure;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The key figures of each département, and the shares that they make. */
final class WeightTable {
    private static final double LEAST_NAME = 36;
    private static final double MOST_NAME = 40;
    private static final Style VALUE = Style.of(Weight.SEMIBOLD, 8, Palette.QPV_TEXT);

    private final Composition composition;
    private final double row;
    private final List<Indicator> indicators;
    private final TableDrawer drawer;

    WeightTable(Composition composition, double row) {
        this.composition = composition;
        this.row = row;
        this.indicators = composition.book().keyFigures().stream()
                .flatMap(key -> Stream.concat(Stream.of(key.figure()), key.share().stream())).distinct().toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(Column.Kind.NAME, "Département", "", LEAST_NAME, MOST_NAME));
        indicators.forEach(indicator -> columns.add(column(indicator)));
        TableSpec spec = new TableSpec("Chiffres clés des quartiers prioritaires par département", columns,
                AtlasColumns.WIDE);
        this.drawer = new TableDrawer(composition.type(), spec,
                TableLayout.of(composition.type(), columns, AtlasColumns.WIDE, Frame.WIDTH), 0);
    }

    /** A share on a scale of the edition has bars; any other is a figure. */
    private Column column(Indicator indicator) {
        boolean bars = composition.notice(indicator).axisMax() != null;
        String head = composition.book().keyFigures().stream().filter(key -> key.figure().equals(indicator))
                .map(key -> French.capital(key.many())).findFirst()
                .orElse(French.typeset(composition.notice(indicator).label()));
        double content = Stream.concat(composition.departements().stream().map(PublishedTerritory::territory),
                Stream.of(composition.region(), composition.reference()))
                .mapToDouble(
                        territory -> composition.type().width(text(printed(territory, indicator), indicator), VALUE))
                .max().orElse(0);
        Column column = Column.figures(indicator.id() + " " + Perimeter.QPV, head, content);
        return bars
                ? column.scaled(composition.scale(indicator),
                        composition.graduation(indicator, composition.scale(indicator)))
                : column;
    }

    boolean empty() {
        return indicators.isEmpty();
    }

    private String text(Printed printed, Indicator indicator) {
        return printed.withUnit(composition.notice(indicator).unit());
    }

    double height() {
        return TypeScale.H2_LEADING + 2 + drawer.headHeight() + (composition.departements().size() + 2) * row
                + TableDrawer.BEFORE_REFERENCES + 2 + note().size() * TypeScale.SOURCE_LEADING;
    }

    /** What is printed of a territory; of France, what the edition and its inhabitants tell. */
    private Printed printed(Territory territory, Indicator indicator) {
        Optional<PublishedCell> cell = composition.cell(territory, Perimeter.QPV, indicator);
        if (cell.isPresent()) {
            return Printed.of(cell);
        }
        Optional<BigDecimal> told = switch (indicator.form()) {
            case Form.Count count when count.measure().equals(Measure.QPV) ->
                    Optional.of(BigDecimal.valueOf(composition.edition().frame().reference().qpv()));
            case Form.ShareOf share when share.whole() == Form.Whole.TERRITOIRE
                    && composition.book().inhabitants().flatMap(Indicator::numerator).equals(indicator.numerator()) ->
                    composition.shareInQpv(territory);
            default -> Optional.empty();
        };
        return told.map(value -> new Printed(French.decimal(value), true, "", false, value.doubleValue()))
                .orElse(new Printed("", true, "", false, Double.NaN));
    }

    void draw(Page page, Element section, double x, double top) {
        page.heading(
                section, Role.H2, Rich.of("Le poids des quartiers prioritaires", TypeScale.H2), x,
                Headings.h2Baseline(top));
        List<Block.Rows> blocks = new ArrayList<>();
        for (PublishedTerritory departement : composition.departements()) {
            blocks.add(block(departement.territory(), composition.departementName(departement), false,
                    blocks.size() % 2 == 1));
        }
        blocks.add(block(composition.region(), composition.regionLabel(), true, false));
        blocks.add(block(composition.reference(), composition.referenceLabel(), true, false));
        drawer.begin(section);
        double end = drawer.draw(page, blocks, x, top + TypeScale.H2_LEADING + 2);
        drawer.end();
        page.pen(section.child(Role.P)).lines(note(), x, end + 1.8, TypeScale.SOURCE_LEADING);
    }

    private Block.Rows block(Territory territory, String name, boolean reference, boolean shaded) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.name(name, "", TypeScale.TABLE_BOLD, null));
        for (Indicator indicator : indicators) {
            Printed printed = printed(territory, indicator);
            boolean share = composition.notice(indicator).axisMax() != null;
            Style style = !printed.number() ? TypeScale.STATUS : share ? VALUE : TypeScale.TABLE;
            Cell cell = Cell.of(text(printed, indicator), style).telling(printed.meaning())
                    .marked(AtlasColumns.mark(printed));
            row.add(printed.text().isEmpty() ? Cell.EMPTY : cell.barred(printed.bar(), Palette.BAR_QPV));
        }
        return new Block.Rows(List.of(new Row(AtlasColumns.address(territory, Perimeter.QPV), this.row, row)),
                reference,
                shaded, "");
    }

    private List<fr.atlasqpv.publication.pdf.tagged.TextLine> note() {
        String text = reading() + SourceLine.of(composition, indicators)
                + (composition.book().inhabitants().isEmpty()
                        ? " Un quartier à cheval sur deux territoires n’est compté que dans un."
                        : " Un quartier à cheval sur deux territoires est compté là où vivent la plupart de ses habitants.");
        return composition.type().broken(Rich.of(French.typeset(text), TypeScale.SOURCE), Frame.WIDTH);
    }

    /** One line of the table in words: that of the largest last key figure with a share. */
    private String reading() {
        return composition.book().keyFigures().reversed().stream().filter(key -> key.share().isPresent()).findFirst()
                .flatMap(key -> composition.departements().stream()
                        .filter(d -> printed(d.territory(), key.share().get()).number()
                                && printed(d.territory(), key.figure()).bar() > 0)
                        .max(java.util.Comparator.comparingDouble(d -> printed(d.territory(), key.figure()).bar()))
                        .map(d -> reading(d, key)))
                .orElse("");
    }

    private String reading(PublishedTerritory departement, KeyFigure key) {
        Indicator share = key.share().orElseThrow();
        return "Lecture : " + composition.departementName(departement) + " — "
                + printed(departement.territory(), key.figure()).text() + French.NO_BREAK + key.many() + ", soit "
                + text(printed(departement.territory(), share), share) + " " + key.of() + ". ";
    }
}
