package io.teal.rehearsal.aws.cloudformation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the rehearsal does with each property of the resource types that it plays: {@code properties.txt}. */
final class PropertyTable {
    private static final PropertyTable TABLE = new PropertyTable();
    private static final String FILE = "properties.txt";
    private static final String EVERY_TYPE = "*";
    private static final int USE_COLUMN = 2;

    private final Map<String, Map<String, Row>> types = new HashMap<>();

    /** What is done with a property. */
    enum Use {
        /** What is played, refused or remarked depends on it. */
        READ,
        /** Nothing that is played depends on it. */
        IRRELEVANT,
        /** The report names it. */
        NAMED
    }

    /**
     * A row.
     *
     * @param path the property, as {@code Matcher.HttpCode}
     * @param use what is done with it, and with what is below it
     * @param unless the value of which nothing needs to be said; empty if there is none
     * @param reason why it is irrelevant, or how it is taken
     */
    record Row(String path, Use use, String unless, String reason) {}

    private PropertyTable() {
        String type = EVERY_TYPE;
        for (String line : written().toList()) {
            if (line.startsWith(" ")) {
                Map<String, Row> rows = types.get(type);
                parsed(line.trim()).forEach(row -> rows.put(row.path(), row));
            } else {
                type = line;
                types.put(type, new HashMap<>());
            }
        }
    }

    /** The lines that say something. */
    private static Stream<String> written() {
        try (InputStream in = PropertyTable.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Row> parsed(String line) {
        String[] words = line.split(" +", USE_COLUMN);
        String[] parts = words[1].split(" \\| ", 2);
        Use use = Use.valueOf(words[0].toUpperCase(Locale.ROOT));
        return Stream.of(parts[0].split(", ")).map(path -> {
            String[] unless = path.trim().split(" =", 2);
            return new Row(unless[0], use, unless.length > 1 ? unless[1] : "", parts.length > 1 ? parts[1] : "");
        });
    }

    /** The types that are played. */
    static Set<String> types() {
        Set<String> types = new TreeSet<>(TABLE.types.keySet());
        types.remove(EVERY_TYPE);
        return types;
    }

    /** The rows of {@code type}. */
    static List<Row> rows(String type) {
        return List.copyOf(TABLE.types.get(type).values());
    }

    /** What is done with {@code path} of a resource of {@code type}; empty if that is not known. */
    static Optional<Row> row(String type, String path) {
        for (String above = path; !above.isEmpty(); above = above(above)) {
            Row row = TABLE.types
                    .get(type)
                    .getOrDefault(above, TABLE.types.get(EVERY_TYPE).get(above));
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
}
