package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.fleet.AutoScalingFleet;
import io.teal.constructs.internal.fleet.ColorFleetConstruct;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/**
 * A fleet for each colour that has one.
 *
 * @param serviceName the service
 * @param fleetOf the fleets
 * @param installationOf how CodeDeploy installs the versions, for each colour that has a fleet; empty if it does not
 */
public record FleetPerColor(
        String serviceName, Map<Color, ? extends ColorFleetConstruct> fleetOf, Map<Color, Installation> installationOf)
        implements CutoverFleets {
    @Override
    public Map<Color, AutoScalingFleet> fleets(Release release) {
        return new TreeMap<>(fleetOf);
    }

    @Override
    public Map<String, FleetInstallation> installations() {
        Map<String, FleetInstallation> all = new TreeMap<>();
        installationOf.forEach((color, installation) -> all.put(
                installationId(color), new FleetInstallation(Optional.of(color), installation, fleetOf.get(color))));
        return all;
    }

    @Override
    public String installationId(Color color) {
        return "Install" + CutoverMap.name(color);
    }

    @Override
    public String groupName(Construct scope, Color color) {
        return ColorFleetConstruct.groupName(scope, serviceName, color);
    }

    @Override
    public List<String> versionTags() {
        return List.of(Contract.VERSION_TAG);
    }

    @Override
    public List<String> promotedTags() {
        return List.of(Contract.PROMOTED_TAG);
    }

    @Override
    public Optional<LaunchTemplate> launchTemplate(Release release, Color color) {
        return Optional.ofNullable(fleetOf.get(color)).map(AutoScalingFleet::getLaunchTemplate);
    }
}
