package io.teal.operate.rollback;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import java.util.ArrayList;
import java.util.List;

/** What to deploy after a rollback, so that the template matches the live weights. */
final class SettlingDeploy {
    private SettlingDeploy() {}

    /** The lines to print; {@code to} has all traffic, and {@code now} is the template's release. */
    static List<String> lines(Release now, Color to, ReleaseSource source) {
        Release live = new Release(to, now.blue(), now.green(), 0);
        if (live.equals(now)) {
            return List.of("the template says the same: nothing to deploy");
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "the template still says " + now.active() + shared(now) + "; deploy this next, which moves no traffic");
        source.path().ifPresent(file -> {
            lines.add("  teal next " + (to == now.active() ? "--rest 0 " : "--back ") + file);
            lines.add("or in " + file);
        });
        ReleaseFormat.render(ReleaseRequest.of(live))
                .forEach((flag, value) -> lines.add("  " + source.write(flag, value)));
        lines.add("until then no cdk deploy --revert-drift: it writes the template's weights, and Preflight is not"
                + " asked");
        return lines;
    }

    private static String shared(Release now) {
        return now.candidatePercent() > 0
                ? " with " + now.candidatePercent() + " percent on "
                        + now.active().other()
                : "";
    }
}
