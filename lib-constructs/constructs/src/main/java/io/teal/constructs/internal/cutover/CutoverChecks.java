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
import io.teal.release.Color;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/** What the template of a service on two colours must keep, asked of the {@link LastLook} at its stack. */
final class CutoverChecks {
    private final Construct scope;
    private final CutoverProps props;
    private final CfnResource preflight;
    private final CfnResource shift;
    private final Map<Color, CfnResource> targetGroups = new EnumMap<>(Color.class);
    private final LastLook look;

    CutoverChecks(Construct scope, CutoverProps props, CfnResource preflight, CfnResource shift) {
        this.scope = scope;
        this.props = props;
        this.preflight = preflight;
        this.shift = shift;
        for (Color color : Color.values()) {
            targetGroups.put(color, L1.of(props.router().getTargetGroup(color)));
        }
        this.look = LastLook.at(scope);
    }

    /** Asks for all of it; {@code installs} are told of the production resource like Preflight and Shift. */
    void keep(List<CfnResource> installs) {
        CfnResource production = props.router().getProduction();
        List<CfnResource> told = new ArrayList<>(List.of(preflight, shift));
        told.addAll(installs);
        look.copy(new ProductionCopy(production, told));
        look.keep(new ProductionCheck(production, props.router().getProductionActions(), shift, targetGroups));
        look.keep(new SecondForwardCheck(props.serviceName(), production, targetGroups.values()));
        look.keep(new SameMapCheck(preflight, shift));
        look.keep(new ListenerPortCheck(production, shift));
        targetGroups.forEach((color, targetGroup) -> {
            look.keep(new TargetGroupCheck(targetGroup, shift));
            look.keep(new PreviewCheck(props.router().getPreview(color), targetGroup));
        });
        props.fleets().fleets(props.request().release()).forEach(this::fleet);
    }

    private void fleet(Color color, AutoScalingFleet fleet) {
        CfnResource group = L1.of(fleet.getAutoScalingGroup());
        look.keep(new PinCheck(group, preflight, color));
        String name = props.fleets().groupName(scope, color);
        boolean shared = props.fleets().groupNames(scope).size() == 1;
        look.keep(new UpdatePolicyCheck(group, !shared));
        CfnResource own = targetGroups.get(color);
        CfnResource other = targetGroups.get(color.other());
        look.keep(
                shared
                        ? new GroupCheck(group, name, List.of(own, other), List.of())
                        : new GroupCheck(group, name, List.of(own), List.of(other)));
    }
}
