package io.teal.rehearsal.report.html;

import java.util.List;

/**
 * A table with a head; cells under a heading that begins with {@code #} are numbers, and those under one that begins
 * with {@code ##} are left out on a phone.
 */
final class Table {
    private static final String NUMBER = "#";

    private final Markup page = new Markup();
    private final List<String> headings;

    /** Opens a table that is called {@code caption}. */
    Table(String caption, List<String> headings) {
        this.headings = headings;
        page.open("table")
                .element("caption", caption, "class", "unseen")
                .open("thead")
                .open("tr");
        headings.forEach(
                heading -> page.element("th", heading.replace(NUMBER, ""), "scope", "col", "class", style(heading)));
        page.close("tr").close("thead").open("tbody");
    }

    /** A row; its first cell is its heading. */
    Table row(List<String> cells) {
        page.open("tr");
        for (int i = 0; i < cells.size(); i++) {
            String style = style(headings.get(i));
            if (i == 0) {
                page.element("th", cells.get(i), "scope", "row", "class", style);
            } else {
                page.element("td", cells.get(i), "class", style);
            }
        }
        page.close("tr");
        return this;
    }

    /** A row of one cell, about the row above. */
    Table note(String style, String text) {
        page.open("tr", "class", "note").open("td").close("td");
        page.element("td", text, "class", style, "colspan", Integer.toString(headings.size() - 1));
        page.close("tr");
        return this;
    }

    String markup() {
        return page.close("tbody").close("table").toString();
    }

    private static String style(String heading) {
        if (heading.startsWith(NUMBER + NUMBER)) {
            return "number roomy";
        }
        return heading.startsWith(NUMBER) ? "number" : "words";
    }
}
