package fr.atlasqpv.publication.report;

import java.util.ArrayList;
import java.util.List;

/** A table of the page: caption, heads of columns and of rows with their scope, figures flush right. */
final class HtmlTable {
    private final String caption;
    private final List<String> headers;
    private final List<Boolean> figures = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private int rows;

    /**
     * @param caption what the table shows
     * @param headers names of the columns; one that begins with {@code #} is a column of figures
     */
    HtmlTable(String caption, String... headers) {
        this.caption = caption;
        this.headers = List.of(headers);
        this.headers.forEach(header -> figures.add(header.startsWith("#")));
    }

    /** Adds a row: texts, whole numbers, or {@link Html}; the first is the head of the row. */
    HtmlTable row(Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException("row of another width in " + caption);
        }
        body.append("<tr>");
        for (int c = 0; c < cells.length; c++) {
            String tag = c == 0 ? "th scope=\"row\"" : "td";
            body.append('<').append(tag).append(figures.get(c) ? " class=\"n\">" : ">");
            body.append(switch (cells[c]) {
                case Html html -> html.markup();
                case Number number -> Html.number(number.longValue()).markup();
                case Object text -> Html.text(text.toString()).markup();
            });
            body.append(c == 0 ? "</th>" : "</td>");
        }
        body.append("</tr>\n");
        rows++;
        return this;
    }

    /** The table; a sentence where it has no row. */
    Html html(String whenEmpty) {
        if (rows == 0) {
            return new Html("<p class=\"none\">" + Html.text(whenEmpty).markup() + "</p>\n");
        }
        StringBuilder html = new StringBuilder("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Html.text(caption).markup())
                .append("\">\n<table>\n<caption>")
                .append(Html.text(caption).markup())
                .append("</caption>\n<thead><tr>");
        for (int c = 0; c < headers.size(); c++) {
            String header = figures.get(c) ? headers.get(c).substring(1) : headers.get(c);
            html.append(figures.get(c) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .append(Html.text(header).markup())
                    .append("</th>");
        }
        return new Html(
                html.append("</tr></thead>\n<tbody>\n").append(body).append("</tbody>\n</table>\n</div>\n").toString());
    }
}
