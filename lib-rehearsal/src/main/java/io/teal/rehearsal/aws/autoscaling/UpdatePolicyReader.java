package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Template;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads update policy, creation policy and lifecycle hooks of a group, with CloudFormation's defaults. */
final class UpdatePolicyReader {
    private static final int ALL_PERCENT = 100;
    private static final int DEFAULT_HEARTBEAT_SECONDS = 3600;
    private static final Duration SIGNAL_TIMEOUT = Duration.ofMinutes(5);
    private static final String REPLACING = "AutoScalingReplacingUpdate";
    private static final String ROLLING = "AutoScalingRollingUpdate";
    private static final Set<String> STOPS_THE_UPDATE = Set.of("Launch", "Terminate");

    private final Fields fields;

    UpdatePolicyReader(Fields fields) {
        this.fields = fields;
    }

    /** CloudFormation takes the replacing update first, where several are given. */
    Optional<HostUpdate> update() {
        JsonNode policy = fields.updatePolicy();
        if (fields.flag("WillReplace", policy.path(REPLACING).path("WillReplace"))) {
            return Optional.of(new ReplacingModel());
        }
        if (!policy.path(ROLLING).isMissingNode()) {
            return Optional.of(rolling(policy.path(ROLLING)));
        }
        return RefreshReader.read(fields).map(HostUpdate.class::cast);
    }

    private RollingModel rolling(JsonNode policy) {
        boolean signals = fields.flag("WaitOnResourceSignals", policy.path("WaitOnResourceSignals"));
        Set<String> suspended = new TreeSet<>();
        policy.path("SuspendProcesses").forEach(one -> suspended.add(one.asText()));
        if (suspended.stream().anyMatch(STOPS_THE_UPDATE::contains)) {
            throw fields.refused(
                    "SuspendProcesses has " + suspended + ": hosts cannot be replaced without Launch and Terminate",
                    "suspend HealthCheck, ReplaceUnhealthy, AZRebalance, AlarmNotification and ScheduledActions only");
        }
        if (signals) {
            assumeSignals();
        }
        return new RollingModel(
                number(policy, "MaxBatchSize", 1),
                number(policy, "MinInstancesInService", 0),
                duration("PauseTime", policy.path("PauseTime"), signals ? SIGNAL_TIMEOUT : Duration.ZERO),
                signals,
                number(policy, "MinSuccessfulInstancesPercent", ALL_PERCENT),
                suspended);
    }

    private void assumeSignals() {
        fields.simpler("cfn-signal", "a success as soon as a host listens");
    }

    private int number(JsonNode policy, String name, int otherwise) {
        return fields.number(name, policy.path(name), otherwise);
    }

    /** An ISO 8601 duration, as {@code PT5M}. */
    private Duration duration(String name, JsonNode value, Duration otherwise) {
        if (value.isMissingNode()) {
            return otherwise;
        }
        try {
            return Duration.parse(value.asText());
        } catch (DateTimeException malformed) {
            throw fields.refused(name + " must be a duration, got '" + value.asText() + "'", "write PT5M");
        }
    }

    Optional<SignalWait> creation() {
        JsonNode signal = fields.creationPolicy().path("ResourceSignal");
        if (signal.isMissingNode()) {
            return Optional.empty();
        }
        assumeSignals();
        return Optional.of(new SignalWait(
                fields.number("Count", signal.path("Count"), 1),
                duration("Timeout", signal.path("Timeout"), SIGNAL_TIMEOUT)));
    }

    /**
     * The hooks of group {@code id} for hosts that are launched: its own, and those that are resources of their own.
     */
    List<LaunchHold> holds(String id, Template template) {
        List<JsonNode> hooks = new ArrayList<>();
        fields.at("LifecycleHookSpecificationList").forEach(hooks::add);
        List<String> names = List.of(id, fields.name("AutoScalingGroupName", id));
        template.ofType(FleetReader.LIFECYCLE_HOOK).stream()
                .map(hook -> template.resolved(hook, "Properties"))
                .filter(hook -> names.contains(Opaque.resource(hook.path("AutoScalingGroupName"))))
                .forEach(hooks::add);
        return hooks.stream()
                .filter(hook -> hook.path("LifecycleTransition").asText().endsWith("EC2_INSTANCE_LAUNCHING"))
                .map(this::hold)
                .toList();
    }

    private LaunchHold hold(JsonNode hook) {
        fields.simpler(
                "lifecycle hook " + hook.path("LifecycleHookName").asText(),
                "completed as soon as a host listens; on AWS something has to complete it");
        int timeout = fields.number("HeartbeatTimeout", hook.path("HeartbeatTimeout"), DEFAULT_HEARTBEAT_SECONDS);
        return new LaunchHold(
                Duration.ofSeconds(timeout), hook.path("DefaultResult").asText().equals("CONTINUE"));
    }
}
