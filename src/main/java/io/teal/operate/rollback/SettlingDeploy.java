package io.teal.operate.rollback;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import java.util.ArrayList;
import java.util.List;

/** What to deploy so that the template says where traffic is, after it was moved by hand. */
final class SettlingDeploy {
    private SettlingDeploy() {}

    /** The lines to print when {@code to} has all of production and the template says {@code now}. */
    static List<String> lines(Release now, Color to, ReleaseSource source) {
        Release live = new Release(to, now.blue(), now.green(), 0);
        if (live.equals(now)) {
            return List.of("the template says so too: nothing is left to do");
        }
        boolean file = !source.place().isEmpty();
        List<String> lines = new ArrayList<>();
        lines.add("the template still says " + now.active() + shared(now) + "; deploy this next, which moves nothing");
        if (file) {
            lines.add("  teal next " + (to == now.active() ? "--rest 0" : "--back")
                    + source.place().replace(" in ", " "));
            lines.add("or" + source.place());
        }
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
