package io.teal.release.preflight;

import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.observation.Direction;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a deploy before any change to the live fleet; pure.
 *
 * <p>An update must pass every {@link Rule}. A stack's rollback, a first create and a delete are never refused.
 */
public final class Preflight {
    private static final Preflight ALL_RULES = new Preflight(EnumSet.allOf(Rule.class));

    private final Set<Rule> rules;

    /** For the mutation tests: judges by these rules only. */
    Preflight(Set<Rule> rules) {
        this.rules = Collections.unmodifiableSet(rules);
    }

    /**
     * Judges a deploy.
     *
     * @param direction which way the stack is going
     * @param settled what the template said before this deploy; empty on first create
     */
    public static Verdict judge(
            Direction direction, Optional<ReleaseRequest> settled, DeployRequest request, LiveState live) {
        return ALL_RULES.verdict(direction, settled, request, live);
    }

    Verdict verdict(Direction direction, Optional<ReleaseRequest> settled, DeployRequest request, LiveState live) {
        PreflightCase deploy = new PreflightCase(settled.orElse(request.request()), request, live);
        boolean judged = direction == Direction.FORWARD && settled.isPresent();
        Optional<Verdict> refused = judged ? refusal(deploy) : Optional.empty();
        return refused.orElseGet(() -> new Verdict.Accepted(pins(deploy), judged ? cold(deploy) : Set.of()));
    }

    private Optional<Verdict> refusal(PreflightCase deploy) {
        for (Rule rule : rules) {
            for (Color color : Color.values()) {
                Optional<Verdict> refused = rule.against(deploy, color).map(why -> new Verdict.Refused(rule, why));
                if (refused.isPresent()) {
                    return refused;
                }
            }
        }
        return Optional.empty();
    }

    private static Map<Color, String> pins(PreflightCase deploy) {
        Map<Color, String> pins = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            if (deploy.wanted().version(color).isPresent()) {
                pins.put(color, pin(deploy, color));
            }
        }
        return pins;
    }

    /** Colours whose fleet is removed or replaced. */
    private static Set<Color> cold(PreflightCase deploy) {
        Set<Color> cold = EnumSet.noneOf(Color.class);
        deploy.live().fleets().forEach((color, runs) -> {
            if (deploy.changes(color) || !runs.configuration().equals(pin(deploy, color))) {
                cold.add(color);
            }
        });
        return cold;
    }

    /**
     * A colour that has traffic, or gains it by this deploy, keeps its launch template version; any other gets the
     * newest. A deploy that only adopts weights set by hand changes no fleet. Where the weights are not known, each may
     * have traffic.
     */
    private static String pin(PreflightCase deploy, Color color) {
        boolean unknown = deploy.live().weights().isEmpty();
        boolean keeps = unknown
                || deploy.live().weight(color) > 0
                || deploy.gains(color)
                || deploy.drifted() && deploy.settles();
        return deploy.live()
                .fleet(color)
                .map(RunningFleet::configuration)
                .filter(running -> keeps)
                .orElse(deploy.request().newest().get(color));
    }
}
