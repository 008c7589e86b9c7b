package io.teal.constructs;

import io.teal.constructs.internal.cutover.AlarmSettings;
import io.teal.constructs.internal.cutover.CutoverSettings;
import io.teal.constructs.internal.cutover.NoticeSettings;
import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import io.teal.release.step.Evidence;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.ITopic;

/** How traffic moves, and what is checked before it does; made with {@link #builder()}, every value has a default. */
public final class CutoverOptions {
    final CutoverSettings settings;

    private CutoverOptions(CutoverSettings settings) {
        this.settings = settings;
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CutoverOptions}. */
    public static final class Builder {
        private static final int DEFAULT_SAMPLES = 100;

        private Strategy strategy = new Strategy.AllAtOnce();
        private Duration boot = Duration.minutes(10);
        private Optional<Duration> spread = Optional.empty();
        private Duration bake = Duration.minutes(10);
        private Optional<Evidence> evidence = Optional.empty();
        private int samples = DEFAULT_SAMPLES;
        private List<IAlarm> alarms = List.of();
        private AlarmSettings health = HealthAlarmsOptions.builder().build().settings;
        private Optional<IFunction> hook = Optional.empty();
        private Optional<IFunction> hookAfter = Optional.empty();
        private Duration hookTime = Duration.minutes(5);
        private Optional<Duration> approval = Optional.empty();
        private Optional<IFunction> probe = Optional.empty();
        private Optional<IEventBus> bus = Optional.empty();
        private Optional<ITopic> topic = Optional.empty();
        private Optional<Duration> guard = Optional.empty();
        private Optional<Integer> standbyCapacity = Optional.empty();

        private Builder() {}

        /**
         * How weights move, unless a deploy says otherwise; with {@code rollout:25%,5m} hosts follow the traffic.
         * Default: all at once.
         */
        public Builder strategy(Strategy way) {
            this.strategy = way;
            return this;
        }

        /**
         * How long a fleet may take to become healthy, 30 s to 1 h. A rollout counts it for each share and for the way
         * back. Default: 10 min.
         */
        public Builder boot(Duration deadline) {
            this.boot = deadline;
            return this;
        }

        /**
         * How long changed weights take to reach every node of the load balancer, 30 s to 1 h; AWS publishes no figure.
         * Default: 120 s, which users of Argo Rollouts found enough (argoproj/argo-rollouts #4595); 600 s on a Network
         * Load Balancer, as long as Amazon ECS waits there.
         */
        public Builder spread(Duration time) {
            this.spread = Optional.of(time);
            return this;
        }

        /**
         * How long alarms are watched after the last step, with the old fleet ready for a rollback, up to 1 h.
         * CloudWatch has a minute's data when it is over; in less than 5 min an alarm may not go off in time.
         *
         * <p>Default: 10 min.
         */
        public Builder bake(Duration time) {
            this.bake = time;
            return this;
        }

        /**
         * What counts as evidence in a step before the last: requests of users ({@code REQUIRED}; too few stop the step
         * and roll the release back), any requests, also none ({@code IF_ANY}), or users' and the probe's
         * ({@code PROBE}).
         *
         * <p>Default: REQUIRED; IF_ANY on a Network Load Balancer, which counts no requests: REQUIRED is refused there.
         */
        public Builder evidence(Evidence what) {
            this.evidence = Optional.of(what);
            return this;
        }

        /** How many requests a step needs. Default: 100. */
        public Builder samples(int enough) {
            this.samples = enough;
            return this;
        }

        /** More alarms that roll a release back, for either colour; 90 at most. Default: none. */
        public Builder alarms(IAlarm... stopping) {
            this.alarms = List.of(stopping);
            return this;
        }

        /** The alarms Teal makes for each colour. Default: {@link HealthAlarmsOptions#builder()}'s. */
        public Builder health(HealthAlarmsOptions options) {
            this.health = options.settings;
            return this;
        }

        /**
         * Called once the fleet is healthy and before traffic moves, for smoke tests and migrations, with
         * {@code {"service", "color", "version", "previewUrl"}}. It stops the release by throwing, by taking too long,
         * or by answering {@code {"passed": false, "reason": "..."}}; with {@code {"done": false}} it is called again
         * half a minute later. It may be called twice, since an answer may be lost.
         *
         * <p>Default: none.
         */
        public Builder hook(IFunction function) {
            this.hook = Optional.of(function);
            return this;
        }

        /**
         * The same when the version has all the traffic that the deploy gives it; a failure takes traffic back. Nobody
         * looks at the alarms in a call: one of more than a minute has failed. Default: none.
         */
        public Builder hookAfter(IFunction function) {
            this.hookAfter = Optional.of(function);
            return this;
        }

        /**
         * How long a release waits for a person before a version that was never promoted gets most traffic, 1 min to 50
         * min: for {@code bin/teal promote}, which goes on, or {@code bin/teal abort}, which turns back, as does
         * nobody's word. Default: nobody is asked.
         */
        public Builder approval(Duration most) {
            this.approval = Optional.of(most);
            return this;
        }

        /** How long each of the hooks may take, 1 s to 15 min. Default: 5 min. */
        public Builder hookTime(Duration time) {
            this.hookTime = time;
            return this;
        }

        /**
         * Sends requests to a preview URL, for a service with little traffic, with {@code {"service", "color",
         * "version", "previewUrl"}}; answers {@code {"answered": n, "failed": m}} within 25 s. It is called about twice
         * a minute while a step is watched; a failed request rolls the release back. It must be able to reach the
         * preview port.
         *
         * <p>Default: none.
         */
        public Builder probe(IFunction function) {
            this.probe = Optional.of(function);
            return this;
        }

        /**
         * The bus that gets an event of each thing that happens to a release: {@code STARTED}, {@code SHIFTED},
         * {@code WAITING}, {@code SETTLED}, {@code PROMOTED}, {@code ROLLED_BACK}, {@code NEEDS_HUMAN};
         * {@code docs/release-event.schema.json} describes it. The state machine sends it; a release does not wait if
         * that fails.
         *
         * <p>Default: none.
         */
        public Builder events(IEventBus to) {
            this.bus = Optional.of(to);
            return this;
        }

        /**
         * The topic that gets a mail of each of these. Its key, if it has one of yours, must let the state machine's
         * role use it.
         *
         * <p>Default: none.
         */
        public Builder topic(ITopic to) {
            this.topic = Optional.of(to);
            return this;
        }

        /**
         * For how long after a promotion an alarm returns traffic to the standby by itself, 5 min to 30 days, or until
         * the standby is retired or replaced. The next deploy is then refused until it writes down the live weights;
         * its flags are named. The tag {@code teal:guard-held} on a group holds it.
         *
         * <p>Default: never.
         */
        public Builder guard(Duration time) {
            this.guard = Optional.of(time);
            return this;
        }

        /**
         * The hosts of a colour without traffic, from 1 to the fleet's {@code minCapacity}: a standby keeps so many
         * after the bake, a candidate starts with so many. Such a colour grows before it gets traffic, so a way back
         * takes a boot longer. Refused with nights, a rollout, CodeDeploy, clients that stay with their version, and
         * hosts that both colours share. There are no {@code RollbackTo…Command} outputs then.
         *
         * <p>Default: a standby keeps its hosts, and a candidate has as many as the active colour.
         */
        public Builder standbyCapacity(int hosts) {
            this.standbyCapacity = Optional.of(hosts);
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if a value is out of its range
         */
        public CutoverOptions build() {
            return new CutoverOptions(new CutoverSettings(
                    strategy,
                    boot,
                    spread,
                    bake,
                    evidence,
                    samples,
                    alarms,
                    health,
                    hook,
                    hookAfter,
                    hookTime,
                    approval,
                    probe,
                    new NoticeSettings(bus, topic),
                    guard,
                    standbyCapacity));
        }
    }
}
