package io.teal.operate.next;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFlag;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.SchemaStep;
import io.teal.release.Slot;
import io.teal.release.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code teal next} prints: the lines that changed, the same as flags, and what the next deploy does.
 *
 * @param before the release that the file had
 * @param after the release that it has now
 */
public record NextText(ReleaseRequest before, ReleaseRequest after) {

    /** The lines for {@code file}; {@code scope} is the prefix of its service's flags. */
    public List<String> lines(String file, String scope) {
        List<String> lines = new ArrayList<>();
        lines.add(file);
        lines.addAll(changes());
        lines.add("the same as flags");
        ReleaseSource flags = ReleaseSource.flags(scope);
        ReleaseFormat.render(after).forEach((flag, value) -> lines.add("  " + flags.write(flag, value)));
        lines.add("the next cdk deploy");
        deploy().forEach(line -> lines.add("  " + line));
        lines.add("then: " + then());
        return lines;
    }

    private List<String> changes() {
        Map<ReleaseFlag, String> old = ReleaseFormat.render(before);
        Map<ReleaseFlag, String> now = ReleaseFormat.render(after);
        List<String> lines = Arrays.stream(ReleaseFlag.values())
                .filter(flag -> !Objects.equals(old.get(flag), now.get(flag)))
                .map(flag ->
                        "  " + flag + ": " + old.getOrDefault(flag, "unset") + " -> " + now.getOrDefault(flag, "unset"))
                .toList();
        return lines.isEmpty() ? List.of("  no change") : lines;
    }

    /** What the next deploy does, in order. */
    public List<String> deploy() {
        List<String> lines = new ArrayList<>();
        for (Color color : Color.values()) {
            started(color).ifPresent(lines::add);
        }
        moved().ifPresent(lines::add);
        for (Color color : Color.values()) {
            Slot was = was().slot(color);
            if (was.version().isPresent() && is().version(color).isEmpty()) {
                lines.add("removes " + name(was(), color) + " after it had no traffic for long enough");
            }
        }
        Color other = is().active().other();
        if (is().active() != was().active() && is().version(other).isPresent()) {
            lines.add("keeps " + name(is(), other) + " for a rollback");
        }
        if (contracts()) {
            lines.add("says that the schema is about to stop fitting " + name(is(), other) + ", and moves nothing");
        }
        return lines.isEmpty() ? List.of("changes nothing") : lines;
    }

    private boolean contracts() {
        return after.schema() == SchemaStep.CONTRACTED && before.schema() != SchemaStep.CONTRACTED;
    }

    private Optional<String> started(Color color) {
        Optional<Version> version = is().version(color);
        if (version.isEmpty() || version.equals(was().version(color))) {
            return Optional.empty();
        }
        String instead = was().version(color).map(old -> " in place of " + old).orElse("");
        return Optional.of("starts " + version.get() + " on " + color + instead + ", and waits until it is healthy");
    }

    private Optional<String> moved() {
        if (is().active() != was().active()) {
            return Optional.of("moves production to " + name(is(), is().active()) + ", " + way());
        }
        Color other = is().active().other();
        int share = is().weight(other);
        if (share > was().weight(other)) {
            return Optional.of("gives " + name(is(), other) + " " + share + " percent of production, " + way());
        }
        String left = share == 0 ? "no traffic" : share + " percent of production";
        return share < was().weight(other) ? Optional.of("leaves " + name(is(), other) + " " + left) : Optional.empty();
    }

    private String way() {
        return after.strategy().map(Object::toString).orElse("by the service's strategy");
    }

    private String then() {
        Color other = is().active().other();
        if (is().version(other).isEmpty()) {
            return "teal next VERSION";
        }
        if (after.schema() == SchemaStep.CONTRACTED) {
            return "contract the schema when the deploy is done; teal next --retire removes " + other;
        }
        if (is().active() != was().active()) {
            return "teal next --retire removes " + other + ", teal next --back returns to it";
        }
        return "teal next " + is().version(other).get() + " promotes it, teal next "
                + (is().candidatePercent() > 0 ? "--rest 0 takes its share away" : "--retire removes it");
    }

    private static String name(Release release, Color color) {
        return color
                + release.version(color).map(version -> " (" + version + ")").orElse("");
    }

    private Release was() {
        return before.release();
    }

    private Release is() {
        return after.release();
    }
}
