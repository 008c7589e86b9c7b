package io.teal.constructs.internal.lastlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * A colour's target group drains within the time that Shift has been told, and keeps no client.
 *
 * @param targetGroup the target group
 * @param shift told in its properties how long requests drain
 */
public record TargetGroupCheck(CfnResource targetGroup, CfnResource shift) implements TemplateCheck {
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
        if (attribute(template, "stickiness.enabled", "false").equals("true")) {
            found.add(new Violation(
                    template.where(targetGroup),
                    "stickiness.enabled is true, and Teal would retire a colour that clients are kept on",
                    "remove the attribute"));
        }
        return found.stream();
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
