package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import io.teal.release.observation.HookPoint;
import io.teal.release.step.Evidence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.lambda.IFunction;

/** The checked values of {@code CutoverOptions}, whose builder documents each. */
public record CutoverSettings(
        Strategy strategy,
        Duration boot,
        Optional<Duration> spread,
        Duration bake,
        Optional<Evidence> evidence,
        int samples,
        List<IAlarm> alarms,
        AlarmSettings health,
        Optional<IFunction> hook,
        Optional<IFunction> hookAfter,
        Duration hookTime,
        Optional<Duration> approval,
        Optional<IFunction> probe,
        NoticeSettings notices,
        Optional<Duration> guard,
        Optional<Integer> standbyCapacity) {
    private static final int MOST_ALARMS = 90;
    private static final int HOUR = 3600;
    private static final int SHORTEST_GUARD = 300;

    /** 30 days: what the guard knows of a release, Step Functions keeps for 90. */
    private static final int LONGEST_GUARD = 30 * 24 * HOUR;

    private static final int A_TICK = 30;
    private static final int LONGEST_HOOK = 900;
    private static final int SHORTEST_APPROVAL = 60;
    private static final int LONGEST_APPROVAL = 3000;

    /** Checks the ranges. */
    public CutoverSettings {
        Objects.requireNonNull(strategy, "strategy");
        alarms = List.copyOf(alarms);
        WholeSeconds.between("boot", boot, A_TICK, HOUR);
        spread.ifPresent(time -> WholeSeconds.between("spread", time, A_TICK, HOUR));
        WholeSeconds.between("bake", bake, 0, HOUR);
        guard.ifPresent(time -> WholeSeconds.between("guard", time, SHORTEST_GUARD, LONGEST_GUARD));
        WholeSeconds.between("hookTime", hookTime, 1, LONGEST_HOOK);
        approval.ifPresent(time -> WholeSeconds.between("approval", time, SHORTEST_APPROVAL, LONGEST_APPROVAL));
        InvalidValueException.require(samples >= 0, "samples must be 0 or more, got " + samples);
        InvalidValueException.require(
                alarms.size() <= MOST_ALARMS,
                "alarms must be " + MOST_ALARMS + " or fewer, got " + alarms.size(),
                "combine some in a composite alarm");
        InvalidValueException.require(
                evidence.filter(Evidence.PROBE::equals).isEmpty() || probe.isPresent(),
                "evidence PROBE needs a probe, a function that sends requests to the preview URL",
                "give one with probe(...), or take REQUIRED or IF_ANY");
    }

    /** The user's functions that are called, by when. */
    Map<HookPoint, IFunction> hooks() {
        Map<HookPoint, IFunction> hooks = new EnumMap<>(HookPoint.class);
        hook.ifPresent(function -> hooks.put(HookPoint.BEFORE_TRAFFIC, function));
        hookAfter.ifPresent(function -> hooks.put(HookPoint.AFTER_TRAFFIC, function));
        return hooks;
    }
}
