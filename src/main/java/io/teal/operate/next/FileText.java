package io.teal.operate.next;

import io.teal.release.Color;
import io.teal.release.ReleaseFlag;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes another release into a release file's text. Only lines whose value changes change; comments stay. */
final class FileText {
    private final String text;
    private final Color active;

    /** The text of a file that has been read as {@code now}. */
    FileText(String text, ReleaseRequest now) {
        this.text = text;
        this.active = now.release().active();
    }

    String with(ReleaseRequest next) {
        Map<ReleaseFlag, String> wanted = ReleaseFormat.render(next);
        Set<ReleaseFlag> written = EnumSet.noneOf(ReleaseFlag.class);
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Optional<ReleaseFlag> named = flag(line);
            if (named.isEmpty()) {
                lines.add(line);
                continue;
            }
            ReleaseFlag flag = plain(named.get());
            if (wanted.containsKey(flag) && written.add(flag)) {
                boolean moved = named.get() == ReleaseFlag.VERSION
                        && active != next.release().active();
                lines.add(line(line, moved ? flag : named.get(), wanted.get(flag)));
            }
        }
        wanted.keySet().stream()
                .filter(flag -> !written.contains(flag))
                .forEach(flag -> lines.add(flag + "=" + wanted.get(flag)));
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        return String.join(end, lines) + end;
    }

    private static Optional<ReleaseFlag> flag(String line) {
        int equals = line.indexOf('=');
        boolean comment = line.strip().startsWith("#");
        return equals < 0 || comment
                ? Optional.empty()
                : ReleaseFlag.named(line.substring(0, equals).strip());
    }

    /** The canonical flag for {@code flag}. */
    private ReleaseFlag plain(ReleaseFlag flag) {
        return switch (flag) {
            case ACTIVE_COLOUR -> ReleaseFlag.ACTIVE_COLOR;
            case VERSION -> ReleaseFlag.versionOf(active);
            default -> flag;
        };
    }

    private static String line(String line, ReleaseFlag flag, String value) {
        int equals = line.indexOf('=');
        boolean same = line.substring(0, equals).strip().equals(flag.toString())
                && line.substring(equals + 1).strip().equals(value);
        return same ? line : flag + "=" + value;
    }
}
