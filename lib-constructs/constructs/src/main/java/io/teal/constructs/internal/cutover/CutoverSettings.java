package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import io.teal.release.step.Evidence;
import java.util.List;
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
        Duration hookTime,
        Optional<IFunction> probe) {
    private static final int MOST_ALARMS = 90;
    private static final int HOUR = 3600;
    private static final int A_TICK = 30;
    private static final int LONGEST_HOOK = 900;

    /** Checks the ranges. */
    public CutoverSettings {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(hook, "hook");
        Objects.requireNonNull(probe, "probe");
        alarms = List.copyOf(alarms);
        WholeSeconds.between("boot", boot, A_TICK, HOUR);
        spread.ifPresent(time -> WholeSeconds.between("spread", time, A_TICK, HOUR));
        WholeSeconds.between("bake", bake, 0, HOUR);
        WholeSeconds.between("hookTime", hookTime, 1, LONGEST_HOOK);
        if (samples < 0) {
            throw new InvalidValueException("samples must be 0 or more, got " + samples);
        }
        if (alarms.size() > MOST_ALARMS) {
            throw new InvalidValueException(
                    "alarms must be " + MOST_ALARMS + " or fewer, got " + alarms.size(),
                    "combine some in a composite alarm");
        }
        if (evidence.filter(Evidence.PROBE::equals).isPresent() && probe.isEmpty()) {
            throw new InvalidValueException(
                    "evidence PROBE needs a probe, a function that sends requests to the preview URL",
                    "give one with" + " probe(...), or take REQUIRED or IF_ANY");
        }
    }
}
