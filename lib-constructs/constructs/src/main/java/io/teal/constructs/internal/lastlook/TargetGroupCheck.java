package io.teal.constructs.internal.lastlook;

import io.teal.release.cutover.TimingMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * A colour's target group drains within the time that Shift has been told, keeps no client, and judges answers of one
 * protocol.
 *
 * @param targetGroup the target group
 * @param shift told in its properties how long requests drain
 */
public record TargetGroupCheck(CfnResource targetGroup, CfnResource shift) implements TemplateCheck {
    private static final String COOKIE = "lb_cookie";
    private static final String DELAY = "deregistration_delay.timeout_seconds";
    /** Elastic Load Balancing's, if the attribute is absent. */
    private static final String DEFAULT_DELAY = "300";

    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        List<Violation> found = new ArrayList<>();
        String told = Objects.toString(template.property(shift, "Timing", "Drain"));
        String delay = attribute(template, DELAY, DEFAULT_DELAY);
        if (!isWithin(delay, told)) {
            found.add(new Violation(
                    template.where(targetGroup),
                    DELAY + " is " + delay + ", and Teal waits " + told
                            + " seconds for requests before it retires a colour",
                    "set it by TrafficOptions.deregistrationDelay"));
        }
        found.addAll(stickiness(template));
        if (isGrpc(template) && template.property(targetGroup, "Matcher", "HttpCode") != null) {
            found.add(new Violation(
                    template.where(targetGroup),
                    "Matcher has HttpCode, and gRPC answers with GrpcCode: AWS takes one of them",
                    "add addPropertyDeletionOverride(\"Matcher.HttpCode\")"));
        }
        return found.stream();
    }

    /** Beside an action that is sticky, too: AWS refuses it otherwise. */
    private List<Violation> stickiness(RenderedTemplate template) {
        boolean sticky = attribute(template, "stickiness.enabled", "false").equals("true");
        boolean told = template.property(shift, "Timing", TimingMap.STICKY) != null;
        String type = attribute(template, "stickiness.type", COOKIE);
        return !sticky || told && type.equals(COOKIE)
                ? List.of()
                : List.of(new Violation(
                        template.where(targetGroup),
                        "stickiness.enabled is true" + (told ? " with " + type : "")
                                + ", and Teal would retire a colour that clients are kept on",
                        "leave the attributes to ApplicationOptions.stickToHost"));
    }

    private boolean isGrpc(RenderedTemplate template) {
        return "GRPC".equals(template.property(targetGroup, "ProtocolVersion"))
                || template.property(targetGroup, "Matcher", "GrpcCode") != null;
    }

    private String attribute(RenderedTemplate template, String key, String absent) {
        return Json.list(template.property(targetGroup, "TargetGroupAttributes")).stream()
                .filter(attribute -> key.equals(Json.at(attribute, "Key")))
                .map(attribute -> Objects.toString(Json.at(attribute, "Value")))
                .reduce(absent, (earlier, later) -> later);
    }

    /** A time that is known only in the deploy is within one that is written the same way. */
    private static boolean isWithin(String delay, String told) {
        boolean known = (delay + told).matches("\\d+");
        return known ? Long.parseLong(delay) <= Long.parseLong(told) : delay.equals(told);
    }
}
