package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a run that moves traffic turns back or fails, as an operator needs it. It is read when that happens: minutes
 * later the alarm is quiet, and the fleet gone.
 */
final class Explanation {
    private final SpareReads reads;
    private final Payload payload;
    private final CutoverProperties properties;
    private final Color color;
    private final boolean unanswered;

    /**
     * For the run of {@code payload}, about the fleet of {@code color}; {@code unanswered} says that it waited for a
     * person in vain.
     */
    Explanation(SpareReads reads, Payload payload, Color color, boolean unanswered) {
        this.reads = reads;
        this.payload = payload;
        this.properties = payload.event().properties();
        this.color = color;
        this.unanswered = unanswered;
    }

    /**
     * The reason, in the order in which the engine asks: an obstacle, an alarm, a person, the hook, the hosts.
     *
     * @param why the engine's own words
     * @param seen what the tick saw; empty if it did not get so far
     * @param lasting the call that cannot succeed, if that is the reason
     */
    Reason of(String why, Optional<Observation> seen, Optional<AwsException> lasting) {
        HostReport hosts = new HostReport(reads, properties, color);
        List<String> lines = new ArrayList<>(List.of("the run said: " + why));
        Optional<String> alarms = alarms();
        alarms.ifPresent(lines::add);
        lines.addAll(hosts.lines());
        lines.add("live weights blue/green: " + weights());
        return lasting.map(Reason::of)
                .or(() -> seen.flatMap(one -> alarm(one, alarms)))
                .or(() -> seen.flatMap(one -> person(one, why)))
                .or(() -> seen.flatMap(this::hook))
                .or(() -> seen.flatMap(one -> hosts(one, hosts, why)))
                .orElseGet(() -> Reason.of(why, payload.event().look()))
                .seeing(lines);
    }

    private Optional<Reason> alarm(Observation seen, Optional<String> alarms) {
        boolean probe =
                FunctionCalls.failed(payload, payload.journal().orElseThrow().since());
        String raised = probe ? "the probe says that requests to " + color + "'s preview fail" : alarms.orElse("");
        return seen.gate().alarms() == Gate.Alarm.ALARM && !raised.isEmpty()
                ? Optional.of(
                        reason(raised, "see the logs of " + color + "'s hosts, and deploy a version without this"))
                : Optional.empty();
    }

    private Optional<String> alarms() {
        List<String> names = properties.alarms(color);
        Map<String, AlarmReading> read = names.isEmpty()
                ? Map.of()
                : reads.attempt(aws -> aws.describeAlarms(names)).orElse(Map.of());
        return AlarmText.raised(names, read);
    }

    private Optional<Reason> person(Observation seen, String why) {
        boolean aborted = seen.word().filter(Word::aborts).isPresent();
        String todo = aborted
                ? "ask who aborted it, and deploy again when that is over"
                : "deploy again, and run 'bin/teal promote " + payload.event().stackName() + "' when it waits";
        return aborted || unanswered ? Optional.of(reason(why, todo)) : Optional.empty();
    }

    private Optional<Reason> hook(Observation seen) {
        return FunctionCalls.hookSaid(payload)
                .filter(said -> seen.hook() == Hook.FAILED)
                .map(said -> reason(
                        "the hook failed: " + said,
                        "see the hook's log, and deploy a version that it passes: it was called for " + color));
    }

    private Optional<Reason> hosts(Observation seen, HostReport hosts, String why) {
        Fleet fleet = seen.fleets().map(both -> both.of(color)).orElse(Fleet.NONE);
        if (fleet.healthyEverywhere() >= fleet.desired()) {
            return Optional.empty();
        }
        return Optional.of(hosts.launchFailure()
                .map(launch -> reason(launch, Launches.TODO))
                .orElseGet(() -> reason(
                        hosts.leastHealthy() + "; " + why,
                        "see the logs of " + color + "'s hosts, and: " + hosts.command())));
    }

    private String weights() {
        return reads.attempt(aws -> {
                    ProductionAction production = new ProductionAction(aws, properties);
                    return production.weights(production.rules());
                })
                .map(live -> live.map(Weights::toString).orElse("not set up yet"))
                .orElse("cannot be read");
    }

    private static Reason reason(String what, String todo) {
        return new Reason(what, todo, List.of());
    }
}
