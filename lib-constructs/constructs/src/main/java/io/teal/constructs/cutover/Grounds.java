package io.teal.constructs.cutover;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.fleet.SharedFleet;
import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import io.teal.release.Contract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/** What a cutover stands on: a fleet for each colour that has one, or hosts that both share. */
final class Grounds {
    private static final String INSTALL = "Install";

    private final CutoverProps props;

    Grounds(CutoverProps props) {
        this.props = props;
    }

    /**
     * One Auto Scaling group in the template.
     *
     * @param pinnedBy the colour whose pin it boots from
     * @param group the group
     * @param sizing what changes its size
     */
    record Ground(Color pinnedBy, AutoScalingGroup group, List<CfnResource> sizing) {}

    /**
     * One Install.
     *
     * @param color whose; empty if of both
     * @param install what
     * @param group on which hosts
     */
    record Installing(Optional<Color> color, Install install, AutoScalingGroup group) {}

    /**
     * All groups. Hosts that both colours share boot from the same whatever the colour; the active one is always there.
     */
    List<Ground> all() {
        return props.shared()
                .map(shared -> List.of(new Ground(
                        props.request().release().active(),
                        shared.fleet().getAutoScalingGroup(),
                        shared.fleet().getSizing())))
                .orElseGet(() -> props.fleets().entrySet().stream()
                        .map(entry -> ground(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Ground ground(Color color, ColorFleet fleet) {
        return new Ground(color, fleet.getAutoScalingGroup(), fleet.getSizing());
    }

    /** All Installs, by id. */
    Map<String, Installing> installs() {
        Map<String, Installing> all = new TreeMap<>();
        props.installs()
                .forEach((color, install) -> all.put(
                        installId(color),
                        new Installing(
                                Optional.of(color),
                                install,
                                props.fleets().get(color).getAutoScalingGroup())));
        props.shared()
                .ifPresent(shared -> all.put(
                        INSTALL,
                        new Installing(
                                Optional.empty(),
                                shared.install(),
                                shared.fleet().getAutoScalingGroup())));
        return all;
    }

    /** Id of the Install that {@code color} has, or would have. */
    String installId(Color color) {
        return props.shared().isPresent() ? INSTALL : INSTALL + ColorNames.of(color);
    }

    /** The name of the group that {@code color} has, or would have. */
    String groupName(Construct scope, Color color) {
        return props.shared().isPresent()
                ? SharedFleet.groupName(scope, props.serviceName())
                : ColorFleet.groupName(scope, props.serviceName(), color);
    }

    /** The names of all groups that there may be. */
    List<String> groupNames(Construct scope) {
        return Stream.of(Color.values())
                .map(color -> groupName(scope, color))
                .distinct()
                .toList();
    }

    /** Keys of the tags that say what a host runs. */
    List<String> versionTags() {
        return props.shared().isPresent()
                ? Stream.of(Color.values()).map(Contract::versionTag).toList()
                : List.of(Contract.VERSION_TAG);
    }

    /** What {@code color} boots from, if it has a version. */
    Optional<LaunchTemplate> launchTemplate(Color color) {
        return props.shared().isPresent()
                ? props.shared()
                        .filter(shared ->
                                props.request().release().version(color).isPresent())
                        .map(shared -> shared.fleet().getLaunchTemplate())
                : Optional.ofNullable(props.fleets().get(color)).map(ColorFleet::getLaunchTemplate);
    }
}
