package io.teal.constructs.internal.lastlook;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.TimingMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * The production listener, or the rule of one: its actions end with the forward to both colours, whose weights are
 * Shift's.
 *
 * @param production what carries the weights
 * @param actions where its actions are
 * @param shift whose attributes the weights are
 * @param targetGroups of each colour
 */
public record ProductionCheck(
        CfnResource production, String actions, CfnResource shift, Map<Color, CfnResource> targetGroups)
        implements TemplateCheck {
    private static final String FORWARD = "ForwardConfig";

    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        List<Object> all = Json.list(template.property(production, actions));
        List<Integer> forwards = forwards(template, all);
        if (forwards.size() != 1) {
            String what =
                    forwards.isEmpty() ? " has no forward to both colours" : " has several forwards to both colours";
            return Stream.of(violation(
                    template,
                    actions + what + ", and Shift moves the weights of one",
                    "leave the action that Teal has written"));
        }
        int own = forwards.get(0);
        List<Violation> others = Stream.iterate(0, index -> index + 1)
                .limit(all.size())
                .filter(index -> index != own)
                .flatMap(index -> other(template, all, index, own))
                .toList();
        // Weights in a login are not those of the forward: one line is enough.
        return others.isEmpty() ? own(template, all.get(own)) : others.stream();
    }

    private Stream<Violation> own(RenderedTemplate template, Object action) {
        return Stream.concat(weights(template, action).stream(), stickiness(template, action));
    }

    private List<Integer> forwards(RenderedTemplate template, List<Object> all) {
        return Stream.iterate(0, index -> index + 1)
                .limit(all.size())
                .filter(index -> new ForwardAction(all.get(index)).reaches(template, targetGroups.values()))
                .toList();
    }

    private List<Violation> weights(RenderedTemplate template, Object action) {
        List<Violation> found = new ArrayList<>();
        for (Object group : Json.list(Json.at(action, FORWARD, "TargetGroups"))) {
            Object weight = Json.at(group, "Weight");
            targetGroups.forEach((color, made) -> {
                if (template.reference(made).equals(Json.at(group, ForwardAction.TARGET))
                        && !template.isAttribute(weight, shift, CutoverMap.name(color) + CutoverMap.WEIGHT)) {
                    found.add(violation(
                            template,
                            actions + " gives " + color + " the weight " + weight
                                    + ", and each deploy would write it over the one that Shift has moved traffic to",
                            "leave weights to Teal: candidatePercent and the strategy say how traffic is shared"));
                }
            });
        }
        return found;
    }

    /** Shift and retires wait until clients have let go of a colour: for as long as they are told. */
    private Stream<Violation> stickiness(RenderedTemplate template, Object action) {
        Object config = Json.at(action, FORWARD, "TargetGroupStickinessConfig");
        String told = Objects.toString(template.property(shift, "Timing", TimingMap.STICKY), "0");
        String written = "true".equals(Objects.toString(Json.at(config, "Enabled")))
                ? Objects.toString(Json.at(config, "DurationSeconds"))
                : "0";
        return told.equals(written)
                ? Stream.of()
                : Stream.of(violation(
                        template,
                        actions + " keeps clients on their target group for " + written
                                + " seconds, and Teal counts on " + told
                                + ": a colour would be retired that still has some",
                        "leave TargetGroupStickinessConfig to ApplicationOptions.stickToVersion or stickToHost"));
    }

    /** What stands beside Teal's forward: a login before it, and nothing else. */
    private Stream<Violation> other(RenderedTemplate template, List<Object> all, int index, int own) {
        Object action = all.get(index);
        String type = Objects.toString(Json.at(action, "Type"), "of no type");
        if (Json.at(action, FORWARD) == null && type.matches("authenticate-.*|jwt-validation")) {
            return order(action) < order(all.get(own)) ? Stream.of() : Stream.of(login(template, index, type, "after"));
        }
        String weights = Json.at(action, FORWARD) == null ? "" : ", with the weights of Teal's forward,";
        return Stream.of(login(template, index, type + weights, "beside"));
    }

    private Violation login(RenderedTemplate template, int index, String type, String place) {
        return violation(
                template,
                actions + "." + index + " is " + type + " " + place
                        + " Teal's forward to both colours, and only a login before it may stand there",
                "keep the forward at " + actions + ".0 and add the login behind it in the list:"
                        + " addPropertyOverride(\"" + actions + ".1\", ...) with Order 1, and addPropertyOverride(\""
                        + actions + ".0.Order\", 2)");
    }

    private static int order(Object action) {
        return Json.at(action, "Order") instanceof Number order ? order.intValue() : 0;
    }

    private Violation violation(RenderedTemplate template, String what, String remedy) {
        return new Violation(template.where(production), what, remedy);
    }
}
