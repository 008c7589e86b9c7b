package io.teal.release;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a release file. */
final class ReleaseLines {
    private ReleaseLines() {}

    static Map<ReleaseFlag, String> read(String text, String path) {
        Map<ReleaseFlag, String> values = new EnumMap<>(ReleaseFlag.class);
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> readLine(line, path, values));
        return values;
    }

    private static void readLine(String line, String path, Map<ReleaseFlag, String> values) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new BadReleaseException(
                    "'" + line + "' in " + path + " is not name=value",
                    "write one name=value a line, or begin it with # to make it a comment");
        }
        String name = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        ReleaseFlag flag = ReleaseFlag.named(name).orElseThrow(() -> unknown(name, path));
        String before = values.put(flag, value);
        if (before != null) {
            throw new BadReleaseException(
                    flag + " is given twice in " + path + ", as '" + before + "' and as '" + value + "'",
                    "keep the line you mean");
        }
    }

    private static BadReleaseException unknown(String name, String path) {
        String hint = ReleaseFlag.almost(name)
                .map(flag -> "did you mean " + flag + "? write that, or remove the line")
                .orElseGet(() -> "remove the line; allowed are "
                        + Arrays.stream(ReleaseFlag.values())
                                .map(ReleaseFlag::toString)
                                .collect(Collectors.joining(", ")));
        return new BadReleaseException("'" + name + "' in " + path + " is not a release flag", hint);
    }
}
