package io.teal.runtime.execution;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.TargetHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What Auto Scaling and the load balancer say of a colour's hosts. */
final class HostReport {
    private final Color color;
    private final List<Targets> targets;
    private final Launches launches;

    /** One target group. */
    private record Targets(String arn, long healthy, String states) {}

    HostReport(SpareReads reads, CutoverProperties properties, Color color) {
        this.color = color;
        this.targets = properties.of(color).targetGroups().stream()
                .map(arn -> targets(reads, arn))
                .toList();
        this.launches = new Launches(reads, properties.of(color).group());
    }

    private static Targets targets(SpareReads reads, String arn) {
        Optional<List<TargetHealth>> read = reads.attempt(aws -> aws.describeTargetHealth(arn));
        long healthy = read.orElse(List.of()).stream()
                .filter(one -> one.state().equals("healthy"))
                .count();
        return new Targets(arn, healthy, read.map(HostReport::states).orElse("cannot be read"));
    }

    private static String states(List<TargetHealth> targets) {
        return targets.isEmpty()
                ? "none"
                : targets.stream().collect(groupingBy(HostReport::state, TreeMap::new, counting())).entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey())
                        .collect(joining(", "));
    }

    private static String state(TargetHealth target) {
        return target.reason().isEmpty() ? target.state() : target.state() + " (" + target.reason() + ")";
    }

    /** Why hosts do not start; empty if none is missing, or Auto Scaling does not say. */
    Optional<String> launchFailure() {
        return launches.failure().map(failure -> color + "'s " + failure);
    }

    /** The targets of the group that has fewest healthy ones. */
    String leastHealthy() {
        return color + "'s targets: " + least().states();
    }

    /** The command that shows them. */
    String command() {
        return "aws elbv2 describe-target-health --target-group-arn " + least().arn();
    }

    private Targets least() {
        return targets.stream().min(comparing(Targets::healthy)).orElseThrow();
    }

    /** All of it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        targets.forEach(one -> lines.add(color + "'s targets in " + one.arn() + ": " + one.states()));
        launches.lines().forEach(line -> lines.add(color + "'s fleet: " + line));
        return lines;
    }
}
