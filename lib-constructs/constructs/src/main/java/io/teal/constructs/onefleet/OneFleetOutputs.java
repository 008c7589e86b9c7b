package io.teal.constructs.onefleet;

import io.teal.constructs.traffic.SingleRouter;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What an operator needs from the stack: what runs, where, and a command that shows how a release goes. */
final class OneFleetOutputs extends Construct {
    private final String prefix;

    OneFleetOutputs(Construct scope, String id, OneFleetServiceProps props, SingleRouter router, OneFleet fleet) {
        super(scope, id);
        String stack = Stack.of(scope).getNode().getPath();
        this.prefix = scope.getNode().getPath().substring(stack.length()).replaceAll("[^A-Za-z0-9]", "");
        output("Version", "What the service runs", props.version().value());
        output("Url", "Where the service is reached", router.getUrl());
        output("WatchCommand", "Shows how far the newest release is", fleet.watchCommand());
        output("TargetGroup", "The hosts' target group", router.getTargetGroup().getTargetGroupArn());
    }

    private void output(String name, String description, String value) {
        CfnOutput output = CfnOutput.Builder.create(this, name)
                .description(description)
                .value(value)
                .build();
        output.overrideLogicalId(prefix + name);
    }
}
