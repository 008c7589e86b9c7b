package io.teal.rehearsal.report.html;

/** HTML and SVG in the making. Every text and every attribute is escaped on its way in. */
final class Markup {
    private final StringBuilder written = new StringBuilder();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Markup open(String tag, String... attributes) {
        begin(tag, attributes);
        written.append('>');
        return this;
    }

    /** Closes it. */
    Markup close(String tag) {
        written.append("</").append(tag).append(">\n");
        return this;
    }

    /** An element without content, in SVG. */
    Markup leaf(String tag, String... attributes) {
        begin(tag, attributes);
        written.append("/>");
        return this;
    }

    /** An element with text in it. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Markup text(String text) {
        written.append(Escaped.of(text));
        return this;
    }

    /** Markup that was made elsewhere: another page's part, or a file of Teal's own. */
    Markup add(String markup) {
        written.append(markup);
        return this;
    }

    private void begin(String tag, String... attributes) {
        written.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            written.append(' ').append(attributes[i]).append("=\"");
            written.append(Escaped.of(attributes[i + 1])).append('"');
        }
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
