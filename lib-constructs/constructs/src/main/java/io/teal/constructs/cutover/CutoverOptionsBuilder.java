package io.teal.constructs.cutover;

import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import io.teal.release.step.Evidence;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.lambda.IFunction;

/** Builds {@link CutoverOptions}. */
public final class CutoverOptionsBuilder {
    private static final int DEFAULT_SAMPLES = 100;

    private Strategy strategy = new Strategy.AllAtOnce();
    private Duration boot = Duration.minutes(10);
    private Optional<Duration> spread = Optional.empty();
    private Duration bake = Duration.minutes(10);
    private Optional<Evidence> evidence = Optional.empty();
    private int samples = DEFAULT_SAMPLES;
    private List<IAlarm> alarms = List.of();
    private HealthAlarmsOptions health = HealthAlarmsOptions.builder().build();
    private Optional<IFunction> hook = Optional.empty();
    private Duration hookTime = Duration.minutes(5);
    private Optional<IFunction> probe = Optional.empty();

    CutoverOptionsBuilder() {}

    /** How weights move, unless a deploy says otherwise. Default: all at once. */
    public CutoverOptionsBuilder strategy(Strategy way) {
        this.strategy = way;
        return this;
    }

    /** How long a fleet may take to become healthy, 30 s to 1 h. Default: 10 min. */
    public CutoverOptionsBuilder boot(Duration deadline) {
        this.boot = deadline;
        return this;
    }

    /**
     * How long changed weights take to reach every node of the load balancer, 30 s to 1 h; AWS publishes no figure.
     * Default: 120 s, which users of Argo Rollouts found enough (argoproj/argo-rollouts #4595); 600 s on a Network Load
     * Balancer, as long as Amazon ECS waits there.
     */
    public CutoverOptionsBuilder spread(Duration time) {
        this.spread = Optional.of(time);
        return this;
    }

    /**
     * How long alarms are watched after the last step, with the way back warm, up to 1 h. CloudWatch learns of a minute
     * when it is over; less than 5 min can miss what the alarms would say. Default: 10 min.
     */
    public CutoverOptionsBuilder bake(Duration time) {
        this.bake = time;
        return this;
    }

    /**
     * What counts as evidence in a step before the last: requests of users ({@code REQUIRED}; too few hold the step and
     * turn it back), whatever there is ({@code IF_ANY}), or users' and the probe's ({@code PROBE}). Default: REQUIRED;
     * IF_ANY on a Network Load Balancer, which counts nobody's requests, so that REQUIRED is refused.
     */
    public CutoverOptionsBuilder evidence(Evidence what) {
        this.evidence = Optional.of(what);
        return this;
    }

    /** How many requests in a step are enough. Default: 100. */
    public CutoverOptionsBuilder samples(int enough) {
        this.samples = enough;
        return this;
    }

    /** Alarms of yours that turn a release back, whichever colour is on its way, 90 at most. Default: none. */
    public CutoverOptionsBuilder alarms(IAlarm... stopping) {
        this.alarms = List.of(stopping);
        return this;
    }

    /** The alarms Teal makes for each colour. Default: {@link HealthAlarmsOptions#builder()}'s. */
    public CutoverOptionsBuilder health(HealthAlarmsOptions options) {
        this.health = options;
        return this;
    }

    /**
     * Called once the fleet is healthy and before traffic moves, for smoke tests and migrations, with
     * {@code {"service", "color", "version", "previewUrl"}}. It stops the release by throwing, by taking too long, or
     * by answering {@code {"passed": false, "reason": "..."}}. An answer may be lost: it must bear being called twice.
     *
     * <p>Default: none.
     */
    public CutoverOptionsBuilder hook(IFunction function) {
        this.hook = Optional.of(function);
        return this;
    }

    /** How long the hook may take, 1 s to 15 min. Default: 5 min. */
    public CutoverOptionsBuilder hookTime(Duration time) {
        this.hookTime = time;
        return this;
    }

    /**
     * Sends requests to a preview URL, for a service with little traffic, with {@code {"service", "color", "version",
     * "previewUrl"}}; answers {@code {"answered": n, "failed": m}} within 25 s. It is called about twice a minute while
     * a step is watched; a failed request turns the release back. It must be able to reach the preview port.
     *
     * <p>Default: none.
     */
    public CutoverOptionsBuilder probe(IFunction function) {
        this.probe = Optional.of(function);
        return this;
    }

    /**
     * The options.
     *
     * @throws InvalidValueException if a value is out of its range
     */
    public CutoverOptions build() {
        return new CutoverOptions(
                strategy, boot, spread, bake, evidence, samples, alarms, health, hook, hookTime, probe);
    }
}
