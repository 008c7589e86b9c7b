package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.Remembered;
import io.teal.release.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;

/**
 * A port of a service as it is in the template: a target group and a preview for each colour, and what carries the
 * weights.
 *
 * @param name what the user calls it; empty text is the service's own port, which is always there
 * @param options its settings
 * @param targetGroups of each colour
 * @param previews the listener, or rule, that always reaches a colour
 * @param production what carries the weights
 * @param actions where in that its actions are
 * @param forward which of them shares traffic
 * @param userPools ARNs of the Cognito user pools that clients log in at
 * @param candidate the rule by which chosen requests go to a candidate, if there is one
 * @param url where clients reach it
 */
public record ServicePort(
        String name,
        TrafficSettings options,
        Map<Color, TargetGroupBase> targetGroups,
        Map<Color, CfnResource> previews,
        CfnResource production,
        String actions,
        int forward,
        List<String> userPools,
        Optional<CfnResource> candidate,
        String url) {
    private static final Remembered<String> ARNS =
            new Remembered<>(targets -> ((TargetGroupBase) targets).getTargetGroupArn());

    public ServicePort {
        targetGroups = new EnumMap<>(targetGroups);
        previews = new EnumMap<>(previews);
    }

    /** The port that {@code ingress} makes. */
    static ServicePort of(String name, TrafficSettings options, Ingress<?> ingress) {
        return new ServicePort(
                name,
                options,
                Map.copyOf(ingress.targetGroups()),
                Map.of(Color.BLUE, ingress.preview(Color.BLUE), Color.GREEN, ingress.preview(Color.GREEN)),
                ingress.production(),
                ingress.actions(),
                ingress.forward(),
                ingress.userPools(),
                ingress.candidate(),
                ingress.url());
    }

    /** In ids and names: empty for the service's own port. */
    public String prefix() {
        return prefix(name);
    }

    /** The name of the properties of Preflight and Shift that say how the port {@code name} is set. */
    public static String properties(String name) {
        return name.isEmpty() ? "Listener" : "Port" + prefix(name);
    }

    private static String prefix(String name) {
        return name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** For people, behind a colour's name: {@code green} or {@code green (admin)}. */
    public String of(Color color) {
        return name.isEmpty() ? color.toString() : color + " (" + name + ")";
    }

    /** ARN of the target group of {@code color}. */
    public String targetGroupArn(Color color) {
        return ARNS.of(targetGroups.get(color));
    }

    /** Previews of both colours. */
    public List<CfnResource> bothPreviews() {
        return List.copyOf(previews.values());
    }

    /** Lets what carries the weights write {@code weight} for {@code color}. */
    void writeWeight(Color color, Object weight) {
        production.addPropertyOverride(
                actions + "." + forward + ".ForwardConfig.TargetGroups." + color.ordinal() + ".Weight", weight);
    }
}
