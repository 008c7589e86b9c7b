package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.fleet.AutoScalingFleet;
import io.teal.constructs.internal.fleet.SharedFleetConstruct;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/**
 * One fleet that both colours share.
 *
 * @param serviceName the service
 * @param fleet the hosts
 * @param installation how CodeDeploy installs what both colours run
 * @param green where green listens
 */
public record FleetForBoth(String serviceName, SharedFleetConstruct fleet, Installation installation, int green)
        implements CutoverFleets {
    private static final String INSTALL = "Install";

    /** Both colours boot from the same; the active one is always there. */
    @Override
    public Map<Color, AutoScalingFleet> fleets(Release release) {
        return Map.of(release.active(), fleet);
    }

    @Override
    public Map<String, FleetInstallation> installations() {
        return Map.of(INSTALL, new FleetInstallation(Optional.empty(), installation, fleet));
    }

    @Override
    public String installationId(Color color) {
        return INSTALL;
    }

    @Override
    public String groupName(Construct scope, Color color) {
        return SharedFleetConstruct.groupName(scope, serviceName);
    }

    @Override
    public List<String> versionTags() {
        return Stream.of(Color.values()).map(Contract::versionTag).toList();
    }

    @Override
    public List<String> promotedTags() {
        return Stream.of(Color.values()).map(Contract::promotedTag).toList();
    }

    @Override
    public Optional<LaunchTemplate> launchTemplate(Release release, Color color) {
        return release.version(color).map(version -> fleet.getLaunchTemplate());
    }

    @Override
    public OptionalInt greenPort() {
        return OptionalInt.of(green);
    }
}
