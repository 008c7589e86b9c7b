package io.teal.operate.next;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The commands that deploy another release of a service, from flags or a release file. */
public sealed interface DeployCommands {

    /**
     * The commands that deploy {@code after}.
     *
     * @param first whether it is the first deploy of a sequence; it writes the strategy, which stays
     */
    List<String> deploy(Release before, ReleaseRequest after, boolean first);

    /**
     * A release in flags.
     *
     * @param scope the prefix of the flags: {@code ""} or {@code "orders."}
     */
    record ByFlags(String scope) implements DeployCommands {
        @Override
        public List<String> deploy(Release before, ReleaseRequest after, boolean first) {
            ReleaseSource source = ReleaseSource.flags(scope);
            return List.of(ReleaseFormat.render(after).entrySet().stream()
                    .map(flag -> source.write(flag.getKey(), flag.getValue()))
                    .collect(Collectors.joining(" ", "npx cdk deploy ", "")));
        }
    }

    /**
     * A release in a file.
     *
     * @param path the file
     */
    record ByFile(String path) implements DeployCommands {
        @Override
        public List<String> deploy(Release before, ReleaseRequest after, boolean first) {
            Release to = after.release();
            Color other = before.active().other();
            Version version = to.version(other).orElseThrow();
            String strategy =
                    first ? after.strategy().map(way -> " --strategy " + way).orElse("") : "";
            List<String> commands = new ArrayList<>();
            boolean starts = !to.slot(other).equals(before.slot(other));
            if (starts) {
                commands.add("bin/teal next " + version + " --start" + strategy + " " + path);
            }
            String left = starts ? "" : strategy;
            if (to.active() == other) {
                commands.add("bin/teal next " + version + left + " " + path);
            } else if (to.candidatePercent() > 0) {
                commands.add("bin/teal next --rest " + to.candidatePercent() + left + " " + path);
            }
            commands.add("npx cdk deploy");
            return commands;
        }
    }
}
