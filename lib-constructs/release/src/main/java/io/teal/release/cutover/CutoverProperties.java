package io.teal.release.cutover;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Required;
import io.teal.release.Strategy;
import io.teal.release.observation.HookPoint;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import java.time.Duration;
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
 * @param minCapacity the fewest hosts of the service, where the fleets may have none: capacity follows the traffic, or
 *     there are nights; else 0
 * @param loadBalancer ARN of the load balancer
 * @param stateMachine ARN of the machine that drives the runs
 * @param hooks the user's functions that are called, by when
 * @param probe the user's function that sends requests to a preview URL, if there is one
 * @param installed whether Shift finds what a host runs in its tags, as CodeDeploy installs it, and not in what it has
 *     booted from
 * @param alarms names of the alarms on both colours
 * @param notices who is told of a release
 * @param guard how long after a promotion an alarm returns traffic; empty if none does
 * @param colors the properties of each colour
 * @param nights when schedules take all hosts from the active fleet
 * @param standby the hosts that a colour keeps while it has no traffic; 0 if it keeps as many as the other
 */
public record CutoverProperties(
        String service,
        ReleaseRequest request,
        Strategy strategy,
        ReleaseSource source,
        Gating gating,
        Timing timing,
        int maxCapacity,
        int minCapacity,
        String loadBalancer,
        String stateMachine,
        Map<HookPoint, String> hooks,
        Optional<String> probe,
        boolean installed,
        List<String> alarms,
        NoticeTargets notices,
        Optional<Duration> guard,
        Map<Color, ColorProperties> colors,
        List<Night> nights,
        int standby) {

    public CutoverProperties {
        Required.all(service, request, strategy, source, gating, timing, loadBalancer, stateMachine, probe);
        Required.all(notices, guard);
        hooks = Map.copyOf(hooks);
        alarms = List.copyOf(alarms);
        colors = Map.copyOf(colors);
        nights = List.copyOf(nights);
        for (Color color : Color.values()) {
            Objects.requireNonNull(colors.get(color), color + "'s properties");
        }
        if (!gating.hooks().equals(hooks.keySet())) {
            throw new IllegalArgumentException("the gating must know of a hook if and only if there is one");
        }
    }

    /** Of a service that tells nobody, has no guard, and has all its hosts at any time. */
    public CutoverProperties(
            String service,
            ReleaseRequest request,
            Strategy strategy,
            ReleaseSource source,
            Gating gating,
            Timing timing,
            int maxCapacity,
            int minCapacity,
            String loadBalancer,
            String stateMachine,
            Map<HookPoint, String> hooks,
            Optional<String> probe,
            boolean installed,
            List<String> alarms,
            Map<Color, ColorProperties> colors) {
        this(
                service,
                request,
                strategy,
                source,
                gating,
                timing,
                maxCapacity,
                minCapacity,
                loadBalancer,
                stateMachine,
                hooks,
                probe,
                installed,
                alarms,
                NoticeTargets.NOBODY,
                Optional.empty(),
                colors,
                List.of(),
                0);
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
        return request.way(strategy);
    }

    /** Whether home may have fewer hosts than production takes when a release of these properties turns back. */
    public boolean empties() {
        return way().sharesCapacity() || !nights.isEmpty() || standby > 0;
    }

    /**
     * The hosts that the colour without traffic keeps after this deploy; 0 if as many as the other, or there is none.
     */
    public int rests() {
        Release release = request.release();
        boolean two = release.runsBoth();
        return two && !way().sharesCapacity() ? standby : 0;
    }
}
