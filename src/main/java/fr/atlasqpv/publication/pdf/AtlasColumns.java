package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.Look;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns and cells of the atlas as its tables show them: every table prints an indicator the same. */
final class AtlasColumns {
    static final String NONE = "–";
    static final String YES = "●";

    private static final Look.Colours COLOURS = new Look.Colours(
            Palette.TEAL, Palette.LINE, Palette.AXIS, Palette.REFERENCE, Palette.ZEBRA, Palette.PALE, Palette.TRACK,
            Palette.QPV, Palette.INK);
    /** Tables by territory, lists and sources: thick bars beside the figures. */
    static final Look WIDE = new Look(TypeScale.BAND, TypeScale.TABLE_HEAD, TypeScale.SCALE, 3.1, 4.2, 3.1, 3.9, 2.6,
            2.3, 1.2, 0.9, 3.3, true, true, true, COLOURS);
    /** Lists under maps. */
    static final Look LIST = new Look(TypeScale.BAND, TypeScale.TABLE_HEAD, TypeScale.SCALE, 3.1, 3.6, 3.1, 3.9, 1.6,
            2.3, 1.2, 0.4, 3.3, true, false, true, COLOURS);
    /** Tables of the QPV: thin bars under the figures. */
    static final Look TIGHT = new Look(TypeScale.BAND, TypeScale.DETAIL_HEAD, TypeScale.DETAIL.coloured(Palette.INK_2),
            2.4, 3.6, 3, 3, 1.5, 0.5, 0.6, 1.4, 3, false, true, true, COLOURS);

    private static final Style CODE = Style.of(Weight.SEMIBOLD, 7, Palette.INK).tracked(0.08);
    private static final Style MARK = Style.of(Weight.SEMIBOLD, 8, Palette.TEAL);
    private static final Style COUNT = Style.of(Weight.SEMIBOLD, 7, Palette.INK);
    private static final double CHIP = 7.4;

    private final Composition composition;
    private final Look look;
    private final Map<Indicator, Double> widest = new HashMap<>();

    AtlasColumns(Composition composition, Look look, Set<Level> levels) {
        this.composition = composition;
        this.look = look;
        Style style = look.beside() ? TypeScale.TABLE_BOLD : TypeScale.DETAIL.with(Weight.SEMIBOLD);
        composition.atlas().cells().forEach((key, cell) -> {
            if (levels.contains(key.territory().level())) {
                double width = composition.type().width(Printed.of(cell).text(), style);
                widest.merge(key.indicator(), cell.text() == null ? width : Math.max(CHIP, width + 1.4), Math::max);
            }
        });
    }

    /** A column whose rows say whom they count. */
    Column column(Indicator indicator) {
        IndicatorNotice notice = composition.notice(indicator);
        Column.Kind kind = centred(indicator) ? Column.Kind.SIGN : Column.Kind.FIGURE;
        double scale = kind == Column.Kind.FIGURE ? composition.scale(indicator) : 0;
        boolean sign = Composition.isSign(notice.unit());
        String unit = indicator.kind() == Indicator.Kind.FLAG ? "" : French.typeset(notice.unit());
        String end = scale > 0 ? composition.graduation(indicator, scale) : "";
        boolean told = scale > 0 && !sign;
        String head = French.typeset(notice.shortLabel()) + (told && look.beside() ? "\n(" + unit + ")" : "");
        String under = scale == 0 ? unit : look.beside() ? "" : "0–" + end + (told ? " " + unit : "");
        double reference = composition.cell(composition.reference(), Perimeter.ENSEMBLE, indicator)
                .map(PublishedCell::value).map(Number::doubleValue).orElse(Double.NaN);
        return new Column(indicator.id(), French.capitals(notice.band()), head, under, kind, scale, end, reference,
                widest.getOrDefault(indicator, 0.0), 0);
    }

    /** A column of figures about the QPV alone. */
    Column ofQpv(Indicator indicator, String head) {
        return Column.figures(indicator.id() + " " + Perimeter.QPV, head, widest.getOrDefault(indicator, 0.0));
    }

    /** Codes, marks and small numbers are centred; what is compared stands on its comma. */
    private boolean centred(Indicator indicator) {
        return composition.listed(indicator);
    }

    /** How the structure of the document names the row of a territory. */
    static String address(Territory territory, Perimeter perimeter) {
        return territory.level() + " " + territory.code() + " " + perimeter;
    }

    /** How it names a cell outside the tables. */
    static String address(Territory territory, Perimeter perimeter, Indicator indicator) {
        return address(territory, perimeter) + " " + indicator.id();
    }

    /** A cell; nothing where the indicator does not exist. */
    Cell cell(Territory territory, Perimeter perimeter, Indicator indicator, Style style) {
        return composition.cell(territory, perimeter, indicator)
                .map(published -> cell(published, style))
                .orElse(Cell.EMPTY);
    }

    /** How many people live in the QPV of a territory, with their unit; empty when the book does not count them. */
    static Optional<Cell> inhabitants(
            Composition composition, Territory territory, String before, Style figure, Style words) {
        return composition.book().inhabitants()
                .flatMap(count -> composition.cell(territory, Perimeter.QPV, count).map(Printed::of)
                        .map(printed -> Cell.of(Rich.of(before, words).and(printed.text(), figure)
                                .and(" " + French.typeset(composition.notice(count).unit()), words))
                                .identified(address(territory, Perimeter.QPV, count))
                                .marked(mark(printed))));
    }

    /** Width of the ground of a code. */
    static double chip(Composition composition, String code) {
        return Math.max(CHIP, composition.type().width(code, CODE) + 1.4);
    }

    /** Tells whether a cell says that a QPV belongs. */
    static boolean yes(PublishedCell cell) {
        return cell.indicator().kind() == Indicator.Kind.FLAG && cell.value() != null && cell.value().signum() > 0;
    }

    /** The mark of an estimate; null when it is none. */
    static Cell.Mark mark(Printed printed) {
        return printed.estimated() ? new Cell.Mark(Printed.ESTIMATED, StatusMeaning.ESTIMATED, TypeScale.MARK) : null;
    }

    /** Tells whether a cell prints the sign of what does not concern a QPV, or of which it has none. */
    static boolean none(Composition composition, PublishedCell cell) {
        return composition.listed(cell.indicator())
                && (cell.status() == CellStatus.SANS_OBJET || cell.value() != null && cell.value().signum() == 0);
    }

    private Cell cell(PublishedCell published, Style style) {
        Printed printed = Printed.of(published);
        Style grey = look.beside() ? TypeScale.STATUS : TypeScale.DETAIL_GREY;
        boolean listed = composition.listed(published.indicator());
        if (none(composition, published)) {
            return Cell.of(NONE, grey);
        }
        if (!printed.number()) {
            return with(Cell.of(printed.text(), grey), printed, printed.meaning(), null, published);
        }
        if (published.text() != null) {
            return code(published);
        }
        boolean mark = published.indicator().kind() == Indicator.Kind.FLAG;
        return with(Cell.of(mark ? YES : printed.text(), mark ? MARK : listed ? COUNT : style), printed,
                mark ? "oui" : "", null, published);
    }

    private Cell code(PublishedCell published) {
        Typology typology = new Typology(composition, published.indicator());
        return with(Cell.of(published.text(), CODE), Printed.of(published), typology.meaning(published.text()),
                typology.ground(published.text()), published);
    }

    private Cell with(Cell cell, Printed printed, String said, Integer ground, PublishedCell published) {
        boolean ensemble = published.key().perimeter() == Perimeter.ENSEMBLE;
        int colour = !ensemble ? Palette.BAR_QPV : look.beside() ? Palette.BAR_ENSEMBLE : Palette.BAR_ENSEMBLE_THIN;
        return new Cell(cell.text(), null, null, said, mark(printed), printed.bar(), colour, ground, Cell.Sign.NONE,
                null, "");
    }
}
