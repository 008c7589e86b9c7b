package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.fleet.AutoScalingFleet;
import io.teal.constructs.internal.lastlook.GroupCheck;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.lastlook.ListenerPortCheck;
import io.teal.constructs.internal.lastlook.PinCheck;
import io.teal.constructs.internal.lastlook.PreviewCheck;
import io.teal.constructs.internal.lastlook.ProductionCheck;
import io.teal.constructs.internal.lastlook.ProductionCopy;
import io.teal.constructs.internal.lastlook.SameMapCheck;
import io.teal.constructs.internal.lastlook.SecondForwardCheck;
import io.teal.constructs.internal.lastlook.TargetGroupCheck;
import io.teal.constructs.internal.lastlook.UpdatePolicyCheck;
import io.teal.constructs.internal.traffic.ServicePort;
import io.teal.release.Color;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/** What the template of a service on two colours must keep, asked of the {@link LastLook} at its stack. */
final class CutoverChecks {
    private final Construct scope;
    private final CutoverProps props;
    private final CfnResource preflight;
    private final CfnResource shift;
    private final LastLook look;

    CutoverChecks(Construct scope, CutoverProps props, CfnResource preflight, CfnResource shift) {
        this.scope = scope;
        this.props = props;
        this.preflight = preflight;
        this.shift = shift;
        this.look = LastLook.at(scope);
    }

    /** Asks for all of it; {@code installs} are told of the production resource like Preflight and Shift. */
    void keep(List<CfnResource> installs) {
        List<CfnResource> told = new ArrayList<>(List.of(preflight, shift));
        told.addAll(installs);
        look.keep(new SameMapCheck(preflight, shift));
        props.router().getPorts().forEach(port -> keep(port, told));
        props.fleets().fleets(props.request().release()).forEach(this::fleet);
    }

    private void keep(ServicePort port, List<CfnResource> told) {
        CfnResource production = port.production();
        Map<Color, CfnResource> groups = groups(port);
        look.copy(new ProductionCopy("Production" + port.prefix(), production, told));
        look.keep(new ProductionCheck(production, port.actions(), shift, groups));
        look.keep(new SecondForwardCheck(props.serviceName(), production, groups.values()));
        look.keep(new ListenerPortCheck(production, shift, ServicePort.properties(port.name())));
        groups.forEach((color, group) -> {
            look.keep(new TargetGroupCheck(group, shift));
            look.keep(new PreviewCheck(port.previews().get(color), group));
        });
    }

    private static Map<Color, CfnResource> groups(ServicePort port) {
        Map<Color, CfnResource> groups = new EnumMap<>(Color.class);
        port.targetGroups().forEach((color, group) -> groups.put(color, L1.of(group)));
        return groups;
    }

    private List<CfnResource> groups(Color color) {
        return props.router().getPorts().stream()
                .map(port -> groups(port).get(color))
                .toList();
    }

    private void fleet(Color color, AutoScalingFleet fleet) {
        CfnResource group = L1.of(fleet.getAutoScalingGroup());
        look.keep(new PinCheck(group, preflight, color));
        String name = props.fleets().groupName(scope, color);
        boolean shared = props.fleets().groupNames(scope).size() == 1;
        look.keep(new UpdatePolicyCheck(group, !shared));
        List<CfnResource> own = groups(color);
        List<CfnResource> other = groups(color.other());
        List<CfnResource> both = Stream.concat(own.stream(), other.stream()).toList();
        look.keep(shared ? new GroupCheck(group, name, both, List.of()) : new GroupCheck(group, name, own, other));
    }
}
