package io.teal.rehearsal.journey;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.elb.ListenerModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Refuses an app's release that adds a fleet to a live load balancer and gives it traffic in the same deploy. */
public final class SplitReleases {
    private SplitReleases() {}

    /** Looks at each release but the first. */
    public static void require(List<RehearsedRelease> releases, ListenerModel production) {
        for (int i = 1; i < releases.size(); i++) {
            StackModel before = releases.get(i - 1).model();
            RehearsedRelease release = releases.get(i);
            Map<String, Integer> weights = new TreeMap<>();
            release.model()
                    .allWeights(production.id())
                    .values()
                    .forEach(some -> some.forEach((group, weight) -> weights.merge(group, weight, Math::max)));
            for (FleetModel fleet : release.model().fleets().values()) {
                boolean added =
                        !release.model().movesItsTraffic() && !before.fleets().containsKey(fleet.id());
                if (added && fleet.groups().stream().anyMatch(group -> weights.getOrDefault(group, 0) > 0)) {
                    throw refused(release, fleet);
                }
            }
        }
    }

    private static BadInputException refused(RehearsedRelease release, FleetModel fleet) {
        return new BadInputException(
                release.name() + " starts " + fleet.label()
                        + " and gives it traffic in one deploy, before it can be healthy",
                "make it two releases: one --flags that starts it at no traffic, then one that promotes it");
    }
}
