package io.teal.rehearsal.cases;

import io.teal.rehearsal.sim.Mutation;
import io.teal.release.Color;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Execution;
import io.teal.release.port.StackReading;
import io.teal.release.port.TargetHealth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes a rule of the runs away: what the rule looks at says that all is well. */
@SuppressWarnings("unchecked")
enum Lie implements Mutation {
    /** A run does not notice that its stack has turned. */
    THE_STACK_NEVER_TURNS("describeStack") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            return new StackReading("UPDATE_IN_PROGRESS", false);
        }
    },
    /** A run does not see those that still go on beside it. */
    NO_OTHER_RUN_GOES_ON("listExecutions") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            return ((List<Execution>) truth)
                    .stream().filter(run -> !run.running()).toList();
        }
    },
    /** A rollback does not find where traffic was. */
    HOME_IS_FORGOTTEN("describeExecutionOutput") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            return heard.get("describeStack").toString().contains("ROLLBACK") ? Optional.empty() : truth;
        }
    },
    /** Every target is healthy. */
    EVERYONE_IS_HEALTHY("describeTargetHealth") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            return ((List<TargetHealth>) truth)
                    .stream()
                            .map(target -> new TargetHealth(target.target(), target.port(), "healthy", ""))
                            .toList();
        }
    },
    /** No alarm ever rings. */
    ALARMS_ARE_OK("describeAlarms") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            return ((Map<String, AlarmReading>) truth)
                    .keySet().stream().collect(Collectors.toMap(name -> name, name -> new AlarmReading("OK", "")));
        }
    },
    /** There is always enough traffic to judge by. */
    TRAFFIC_ABOUNDS("getMetricSum") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            return Optional.of(1e6);
        }
    },
    /** The fleets are of one size. */
    FLEETS_ARE_LEVEL("describeAutoScalingGroup") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            return changed(
                    truth,
                    group -> new AutoScalingGroup(
                            group.name(),
                            2,
                            group.min(),
                            group.max(),
                            group.launchTemplateVersion(),
                            group.instances(),
                            group.outdated(),
                            group.tags()));
        }
    },
    /** A run believes that it has marked a version as promoted, and Preflight sees no mark. */
    MARKS_ARE_LOST("describeAutoScalingGroup") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            boolean ticks = heard.get("writer").toString().startsWith("shift-");
            return changed(truth, group -> marked(group, ticks ? group.tags().get("teal:version") : "none"));
        }
    },
    /** The launch template version that a fleet runs is the newest. */
    FLEETS_RUN_THE_NEWEST("describeAutoScalingGroup") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            return changed(
                    truth,
                    group -> new AutoScalingGroup(
                            group.name(),
                            group.desired(),
                            group.min(),
                            group.max(),
                            "2",
                            group.instances(),
                            group.outdated(),
                            group.tags()));
        }
    },
    /** Preflight sees no fleet of the other colour. */
    THERE_IS_NO_GREEN("describeAutoScalingGroup") {
        @Override
        Object lie(Object truth, Map<String, Object> heard) {
            Optional<AutoScalingGroup> group = (Optional<AutoScalingGroup>) truth;
            return group.filter(one -> !one.name().endsWith(Color.GREEN.toString()));
        }
    };

    private final String call;

    Lie(String call) {
        this.call = call;
    }

    abstract Object lie(Object truth, Map<String, Object> heard);

    @Override
    public Object told(String name, Object truth, Map<String, Object> heard) {
        return name.equals(call) ? lie(truth, heard) : truth;
    }

    private static Object changed(Object truth, UnaryOperator<AutoScalingGroup> lie) {
        return ((Optional<AutoScalingGroup>) truth).map(lie);
    }

    private static AutoScalingGroup marked(AutoScalingGroup group, String version) {
        Map<String, String> tags = new TreeMap<>(group.tags());
        tags.put("teal:promoted", version);
        return new AutoScalingGroup(
                group.name(),
                group.desired(),
                group.min(),
                group.max(),
                group.launchTemplateVersion(),
                group.instances(),
                group.outdated(),
                tags);
    }
}
