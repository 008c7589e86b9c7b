package io.teal.release.cutover;

import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Required;
import io.teal.release.Strategy;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The properties of Preflight and Shift. At synth a value may be a token.
 *
 * @param service the service's name
 * @param request the release the template settles on; its strategy is this deploy's
 * @param strategy the service's default strategy
 * @param source where the request is written, for messages
 * @param gating the evidence that a step needs
 * @param timing how long things take
 * @param maxCapacity the largest desired capacity of each fleet
 * @param loadBalancer ARN of the load balancer
 * @param stateMachine ARN of the machine that drives the runs
 * @param hook function called before traffic moves, if there is one
 * @param probe the user's function that sends requests to a preview URL, if there is one
 * @param alarms names of the alarms on both colours
 * @param colors the properties of each colour
 */
public record CutoverProperties(
        String service,
        ReleaseRequest request,
        Strategy strategy,
        ReleaseSource source,
        Gating gating,
        Timing timing,
        int maxCapacity,
        String loadBalancer,
        String stateMachine,
        Optional<String> hook,
        Optional<String> probe,
        List<String> alarms,
        Map<Color, ColorProperties> colors) {

    public CutoverProperties {
        Required.all(service, request, strategy, source, gating, timing, loadBalancer, stateMachine, hook, probe);
        alarms = List.copyOf(alarms);
        colors = Map.copyOf(colors);
        for (Color color : Color.values()) {
            Objects.requireNonNull(colors.get(color), color + "'s properties");
        }
        if (gating.hook() != hook.isPresent()) {
            throw new IllegalArgumentException("the gating must know of a hook if and only if there is one");
        }
    }

    /** The properties of {@code color}. */
    public ColorProperties of(Color color) {
        return colors.get(color);
    }

    /** Names of the alarms on {@code color}: its own, then those on both colours. */
    public List<String> alarms(Color color) {
        return Stream.concat(of(color).alarms().stream(), alarms.stream()).toList();
    }

    /** Whether both colours run on the same hosts, on a port each: they name one Auto Scaling group. */
    public boolean sharesHosts() {
        return of(Color.BLUE).group().equals(of(Color.GREEN).group());
    }

    /** How this deploy moves weights. */
    public Strategy way() {
        return request.strategy().orElse(strategy);
    }
}
