package io.teal.constructs.internal.outputs;

import io.teal.constructs.internal.traffic.ServicePort;
import io.teal.constructs.internal.traffic.TrafficRouterConstruct;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Slot;
import io.teal.release.cutover.CutoverMap;
import java.util.function.Predicate;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule;
import software.constructs.Construct;

/**
 * What an operator needs from the stack: which colour is active, what each runs, where to look, and commands that move
 * traffic without Teal, without CDK and without this stack.
 *
 * <p>For each colour that has a fleet, unless fleets may be without hosts, clients log in or the schema does not fit
 * it, there is a command that gives it all production traffic at once: {@code RollbackToBlueCommand},
 * {@code RollbackToGreenCommand}. Named by colour, because a template cannot know which way is back. Run
 * {@code WatchCommand} first: it shows weights, and the health of both groups.
 */
public final class ReleaseOutputs {
    private final StackOutputs outputs;
    private final Release release;
    private final TrafficRouterConstruct router;
    private final Predicate<Color> commands;

    private ReleaseOutputs(
            StackOutputs outputs, Release release, TrafficRouterConstruct router, Predicate<Color> commands) {
        this.commands = commands;
        this.outputs = outputs;
        this.release = release;
        this.router = router;
    }

    /**
     * Makes the outputs, as {@code Release} in {@code service}.
     *
     * @param release the release that is shown
     * @param router what its traffic comes through
     * @param stateMachine ARN of what drives its releases
     * @param commands whether there is a command that gives a colour all traffic: it could carry it, and the command
     *     would drop nothing else
     */
    public static void create(
            Construct service,
            Release release,
            TrafficRouterConstruct router,
            String stateMachine,
            Predicate<Color> commands) {
        new ReleaseOutputs(new StackOutputs(service, "Release"), release, router, commands).create(stateMachine);
    }

    private void create(String stateMachine) {
        outputs.add(
                "ActiveColor",
                "The colour production settles on",
                release.active().toString());
        outputs.add("Url", "Where the service is reached", router.getUrl());
        outputs.add(
                "Production" + (isRule() ? "Rule" : "Listener"),
                "The " + (isRule() ? "rule" : "listener") + " whose weights share production traffic",
                production());
        outputs.add("WatchCommand", "Shows the live weights and the health of both colours", watchCommand());
        outputs.add("StateMachine", "What drives the service's releases", stateMachine);
        for (Color color : Color.values()) {
            outputsOf(color);
        }
        router.getPorts().stream().skip(1).forEach(this::outputsOf);
    }

    /** Of one more port: a command of its own, since Elastic Load Balancing changes one listener at a time. */
    private void outputsOf(ServicePort port) {
        outputs.add(port.prefix() + "Url", "Where port " + port.name() + " of the service is reached", port.url());
        outputs.add(
                port.prefix() + "ProductionListener",
                "The listener whose weights share the traffic of port " + port.name(),
                port.production().getRef());
        for (Color color : Color.values()) {
            if (release.version(color).isPresent() && commands.test(color)) {
                outputs.add(
                        "RollbackTo" + CutoverMap.name(color) + port.prefix() + "Command",
                        "Gives " + color + " all traffic of port " + port.name() + " at once",
                        allTrafficTo(port, color));
            }
        }
    }

    private void outputsOf(Color color) {
        String name = CutoverMap.name(color);
        outputs.add(name + "Version", "What " + color + " runs", running(release.slot(color)));
        outputs.add(
                name + "PreviewUrl",
                "Where " + color + " is reached, whatever the weights",
                router.getPreviewUrl(color));
        outputs.add(name + "TargetGroup", "The target group of " + color, targets(color));
        if (release.version(color).isPresent() && commands.test(color)) {
            outputs.add(
                    "RollbackTo" + name + "Command",
                    "Gives " + color + " all traffic at once",
                    allTrafficTo(router.getPorts().get(0), color));
        }
    }

    private static String running(Slot slot) {
        return slot instanceof Slot.Unsaid
                ? "unsaid"
                : slot.version().map(Object::toString).orElse("none");
    }

    private String allTrafficTo(ServicePort port, Color color) {
        String modify = isRule() ? "modify-rule" : "modify-listener";
        String named = isRule() ? " --rule-arn " : " --listener-arn ";
        String actions = isRule() ? " --actions " : " --default-actions ";
        return "aws elbv2 " + modify + " --region " + Aws.REGION + named
                + port.production().getRef() + actions + "'[{\"Type\":\"forward\",\"ForwardConfig\":{"
                + forwardTo(port, color) + "}}]'";
    }

    /** A colour that the action does not name keeps no client. */
    private String forwardTo(ServicePort port, Color color) {
        return router.stickyFor()
                .map(seconds -> "\"TargetGroups\":[" + target(port, color, color)
                        + "],\"TargetGroupStickinessConfig\":{\"Enabled\":true,\"DurationSeconds\":" + seconds + "}")
                .orElseGet(() -> "\"TargetGroups\":[" + target(port, Color.BLUE, color) + ","
                        + target(port, Color.GREEN, color) + "]");
    }

    private static String target(ServicePort port, Color color, Color all) {
        return "{\"TargetGroupArn\":\"" + port.targetGroupArn(color) + "\",\"Weight\":" + (color == all ? 100 : 0)
                + "}";
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
        return router.getPorts().get(0).targetGroupArn(color);
    }
}
