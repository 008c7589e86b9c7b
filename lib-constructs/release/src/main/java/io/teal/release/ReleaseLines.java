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
                    "'" + line + "' in " + path + " is not name=value", "write activeColor=blue, say");
        }
        String name = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        ReleaseFlag flag = ReleaseFlag.named(name).orElseThrow(() -> unknown(name, path));
        if (values.put(flag, value) != null) {
            throw new BadReleaseException(flag + " stands twice in " + path, "keep one of the two lines");
        }
    }

    private static BadReleaseException unknown(String name, String path) {
        String hint = ReleaseFlag.almost(name)
                .map(flag -> "did you mean " + flag + "?")
                .orElseGet(() -> "allowed are "
                        + Arrays.stream(ReleaseFlag.values())
                                .map(ReleaseFlag::toString)
                                .collect(Collectors.joining(", ")));
        return new BadReleaseException("'" + name + "' in " + path + " is no release flag", hint);
    }
}
