package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.guard.GuardSight;
import io.teal.release.guard.WatchedRelease;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Weights;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One look of the guard at a service, read as its rules ask. */
class GuardLook implements GuardSight {
    private final Aws aws;
    private final Clock clock;
    private final String stack;
    private final Optional<GuardRecord> record;
    private Optional<Map<String, AutoScalingGroup>> groups = Optional.empty();
    private Optional<String> raised = Optional.empty();

    /** Of the service whose runs {@code record} knows, in {@code stack}. */
    GuardLook(Aws aws, Clock clock, String stack, Optional<GuardRecord> record) {
        this.aws = aws;
        this.clock = clock;
        this.stack = stack;
        this.record = record;
    }

    private CutoverProperties properties() {
        return record.orElseThrow().settled().event().properties();
    }

    @Override
    public Optional<WatchedRelease> watched() {
        return record.flatMap(GuardRecord::watched);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Gate.Alarm alarm() {
        var names = properties().alarms(watched().orElseThrow().active());
        Map<String, AlarmReading> read = names.isEmpty() ? Map.of() : aws.describeAlarms(names);
        raised = AlarmText.raised(names, read);
        return raised.isPresent() ? Gate.Alarm.ALARM : Gate.Alarm.OK;
    }

    /** The alarms that {@link #alarm} has found, with their figures. */
    String raised() {
        return raised.orElse("no alarm");
    }

    @Override
    public boolean activeHasHosts() {
        return group(watched().orElseThrow().active())
                .filter(group -> group.desired() > 0)
                .isPresent();
    }

    @Override
    public boolean held() {
        return groups().values().stream().anyMatch(group -> group.tags().containsKey(Contract.GUARD_TAG));
    }

    @Override
    public Direction stack() {
        return Direction.of(aws.describeStackStatus(stack));
    }

    @Override
    public Optional<Weights> live() {
        return new Observer(aws, properties(), clock).live();
    }

    @Override
    public boolean standbyServed() {
        Color standby = watched().orElseThrow().standby();
        return group(standby)
                .filter(ColorTags.of(properties(), standby)::promoted)
                .isPresent();
    }

    private Optional<AutoScalingGroup> group(Color color) {
        return Optional.ofNullable(groups().get(properties().of(color).group()));
    }

    private Map<String, AutoScalingGroup> groups() {
        if (groups.isEmpty()) {
            groups = Optional.of(Observer.groups(aws, properties()));
        }
        return groups.get();
    }
}
