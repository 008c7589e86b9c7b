package io.teal.constructs.internal.outputs;

import io.teal.constructs.internal.traffic.SingleRouterConstruct;
import io.teal.constructs.internal.update.UpdatedFleet;
import io.teal.release.Version;
import software.constructs.Construct;

/** What an operator needs from the stack: what runs, where, and a command that shows how a release goes. */
public final class OneFleetOutputs {
    private OneFleetOutputs() {}

    /** Makes the outputs, as {@code Release} in {@code service}. */
    public static void create(Construct service, Version version, SingleRouterConstruct router, UpdatedFleet fleet) {
        StackOutputs outputs = new StackOutputs(service, "Release");
        outputs.add("Version", "What the service runs", version.value());
        outputs.add("Url", "Where the service is reached", router.getUrl());
        outputs.add("WatchCommand", "Shows how far the newest release is", fleet.watchCommand());
        outputs.add(
                "TargetGroup",
                "The hosts' target group",
                router.getTargetGroup().getTargetGroupArn());
    }
}
