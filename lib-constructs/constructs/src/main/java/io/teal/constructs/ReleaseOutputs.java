package io.teal.constructs;

import io.teal.constructs.support.ColorNames;
import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Slot;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule;
import software.constructs.Construct;

/**
 * What an operator needs from the stack: which colour is active, what each runs, where to look, and commands that move
 * traffic without Teal, without CDK and without this stack.
 *
 * <p>For each colour that has a fleet there is a command that gives it all production traffic at once:
 * {@code RollbackToBlueCommand}, {@code RollbackToGreenCommand}. Named by colour, because a template cannot know which
 * way is back. Run {@code WatchCommand} first: it shows weights, and the health of both groups.
 */
public final class ReleaseOutputs extends Construct {
    private final String prefix;
    private final Release release;
    private final TrafficRouter router;

    /**
     * The outputs that {@code props} describe. Their names begin with the path of {@code scope} in its stack, letters
     * and digits only: {@code OrdersUrl}.
     */
    public ReleaseOutputs(Construct scope, String id, ReleaseOutputsProps props) {
        super(scope, id);
        this.prefix = prefix(scope);
        this.release = props.release();
        this.router = props.router();
        output(
                "ActiveColor",
                "The colour production settles on",
                release.active().toString());
        output("Url", "Where the service is reached", router.getUrl());
        output(
                "Production" + (isRule() ? "Rule" : "Listener"),
                "The " + (isRule() ? "rule" : "listener") + " whose weights share production traffic",
                production());
        output("WatchCommand", "Shows the live weights and the health of both colours", watchCommand());
        props.stateMachine()
                .ifPresent(machine -> output("StateMachine", "What drives the service's releases", machine));
        for (Color color : Color.values()) {
            outputsOf(color);
        }
    }

    /** The release that is shown. */
    public Release getRelease() {
        return release;
    }

    /** The whole path: services in different parts of a stack may have the same id. */
    private static String prefix(Construct scope) {
        String stack = Stack.of(scope).getNode().getPath();
        return scope.getNode().getPath().substring(stack.length()).replaceAll("[^A-Za-z0-9]", "");
    }

    private void outputsOf(Color color) {
        String name = ColorNames.of(color);
        output(name + "Version", "What " + color + " runs", running(release.slot(color)));
        output(
                name + "PreviewUrl",
                "Where " + color + " is reached, whatever the weights",
                router.getPreviewUrl(color));
        output(name + "TargetGroup", "The target group of " + color, targets(color));
        if (release.version(color).isPresent()) {
            output("RollbackTo" + name + "Command", "Gives " + color + " all traffic at once", allTrafficTo(color));
        }
    }

    private static String running(Slot slot) {
        return slot instanceof Slot.Unsaid
                ? "unsaid"
                : slot.version().map(Object::toString).orElse("none");
    }

    private String allTrafficTo(Color color) {
        String modify = isRule() ? "modify-rule" : "modify-listener";
        String named = isRule() ? " --rule-arn " : " --listener-arn ";
        String actions = isRule() ? " --actions " : " --default-actions ";
        return "aws elbv2 " + modify + " --region " + Aws.REGION + named + production() + actions
                + "'[{\"Type\":\"forward\",\"ForwardConfig\":{\"TargetGroups\":[" + target(Color.BLUE, color) + ","
                + target(Color.GREEN, color) + "]}}]'";
    }

    private String target(Color color, Color all) {
        return "{\"TargetGroupArn\":\"" + targets(color) + "\",\"Weight\":" + (color == all ? 100 : 0) + "}";
    }

    private String watchCommand() {
        String describe = isRule() ? "describe-rules" : "describe-listeners";
        String named = isRule() ? " --rule-arns " : " --listener-arns ";
        String actions = isRule() ? "Rules[].Actions[]" : "Listeners[].DefaultActions[]";
        String weights = "aws elbv2 " + describe + " --region " + Aws.REGION + named + production()
                + " --output text --query '" + actions + ".ForwardConfig.TargetGroups[].[TargetGroupArn,Weight]'";
        return weights + "; " + health(Color.BLUE) + "; " + health(Color.GREEN);
    }

    private String health(Color color) {
        return "aws elbv2 describe-target-health --region " + Aws.REGION + " --target-group-arn " + targets(color)
                + " --output text --query 'TargetHealthDescriptions[].[`" + color
                + "`,Target.Id,TargetHealth.State,TargetHealth.Reason]'";
    }

    /** Both kinds are referred to by their ARN. */
    private String production() {
        return router.getProduction().getRef();
    }

    private boolean isRule() {
        return router.getProduction() instanceof CfnListenerRule;
    }

    private String targets(Color color) {
        return router.getTargetGroup(color).getTargetGroupArn();
    }

    private void output(String name, String description, String value) {
        CfnOutput output = CfnOutput.Builder.create(this, name)
                .description(description)
                .value(value)
                .build();
        output.overrideLogicalId(prefix + name);
    }

    /** Builds {@link ReleaseOutputs}. */
    public static final class Builder extends ReleaseOutputsSettings<Builder> {
        private final Construct scope;
        private final String id;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the outputs that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * The outputs.
         *
         * @throws NullPointerException naming the value that is missing
         */
        public ReleaseOutputs build() {
            return new ReleaseOutputs(scope, id, props());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
