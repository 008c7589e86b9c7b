package io.teal.operate.plan;

import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.InstallPlace;
import io.teal.operate.account.RefreshPace;
import io.teal.operate.account.SingleFleet;
import io.teal.release.port.AutoScalingGroup;
import java.time.Duration;
import java.util.Optional;

/**
 * What a deploy would do to a service with one fleet.
 *
 * @param next the service in the new template
 * @param deployed the service in the deployed template; empty if it is new
 * @param group its group; empty if there is none yet
 * @param refresh the instance refresh that goes on, if one does
 */
public record FleetForecast(
        SingleFleet next,
        Optional<SingleFleet> deployed,
        Optional<AutoScalingGroup> group,
        Optional<HostRefresh> refresh) {
    /** CloudFormation's limit for an update of a group by a refresh. */
    private static final Duration LONGEST = Duration.ofHours(36);

    /** Whether it is there already, with hosts. */
    boolean exists() {
        return deployed.isPresent() && group.isPresent();
    }

    /** Whether hosts are replaced, or installed on: the texts of launch template or of Install differ. */
    boolean changes() {
        return !template(deployed).equals(template(Optional.of(next)))
                || !install(deployed).equals(install(Optional.of(next)));
    }

    private static Optional<String> template(Optional<SingleFleet> fleet) {
        return fleet.flatMap(SingleFleet::refresh).map(RefreshPace::template);
    }

    private static Optional<String> install(Optional<SingleFleet> fleet) {
        return fleet.flatMap(SingleFleet::install).map(InstallPlace::properties);
    }

    /** Whether the deploy would be accepted: Auto Scaling runs one refresh of a group at a time. */
    boolean accepted() {
        return refresh.isEmpty() || !changes();
    }

    /** Hosts that Auto Scaling wants. */
    int hosts() {
        return group.map(AutoScalingGroup::desired).orElse(0);
    }

    /** The stages in which hosts are replaced; empty if they are not. */
    Optional<RefreshStages> stages() {
        return next.refresh().filter(pace -> exists() && changes()).map(pace -> new RefreshStages(pace, hosts()));
    }

    /** The most hosts during the deploy. */
    int during() {
        return stages().map(RefreshStages::most).orElse(hosts());
    }

    /** The shortest time it takes: no wait for health, or none for the scripts of an installation. */
    Duration atLeast() {
        return stages().map(RefreshStages::atLeast)
                .or(() -> installs().map(InstallPlace::bake))
                .orElse(Duration.ZERO);
    }

    /** The longest time it may take; after that it has failed. */
    Duration atMost() {
        return stages().map(stages -> LONGEST)
                .or(() -> installs().map(install -> install.timeout().plus(install.bake())))
                .orElse(Duration.ZERO);
    }

    /** How a version is installed; empty if none is. */
    Optional<InstallPlace> installs() {
        return next.install().filter(install -> exists() && changes());
    }
}
