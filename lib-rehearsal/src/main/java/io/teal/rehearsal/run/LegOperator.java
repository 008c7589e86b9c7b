package io.teal.rehearsal.run;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.LegEnd;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.ProgressLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries out legs on the stand-ins. */
final class LegOperator implements Leg.Operator {
    /** On a busy machine the demo service may need as long to boot. */
    private static final Duration SLOW_BOOT = Duration.ofSeconds(5);

    private static final double NANOS = 1e9;

    private final Timers timers;
    private final StackStandIn stack;
    private final LocalAutoScaling fleets;
    private final Incidents incidents;
    private final RehearsalSettings settings;
    private final ProgressLine progress;

    LegOperator(
            Timers timers,
            StackStandIn stack,
            LocalAutoScaling fleets,
            Incidents incidents,
            RehearsalSettings settings,
            ProgressLine progress) {
        this.timers = timers;
        this.stack = stack;
        this.fleets = fleets;
        this.incidents = incidents;
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public LegEnd deploy(Leg.DisturbedDeploy disturbed) {
        AtomicBoolean over = new AtomicBoolean();
        incidents.startWaiting(disturbed, over::get);
        LegEnd end = deploy(disturbed.deploy());
        over.set(true);
        return end;
    }

    @Override
    public LegEnd deploy(Leg.Deploy deploy) {
        String subject = subject(deploy);
        Instant begun = timers.instant();
        try {
            Optional<String> back = stack.apply(deploy.model(), deploy.trouble());
            back.ifPresent(reason -> progress.say(deploy.name() + " went back: " + reason));
            if (deploy.expects(back)) {
                return new LegEnd(back.orElse(""), "", true);
            }
            String stop = back.map(reason -> subject + " was taken back after " + time(begun) + ": " + cause(reason))
                    .orElse(deploy.name() + " did not go back, as was expected of it");
            return new LegEnd(back.orElse(""), stop, true);
        } catch (InvalidRunException | CompletionException failed) {
            return LegEnd.stopped(subject + " failed after " + time(begun) + ": " + reason(failed));
        }
    }

    /** Deletes the stack, in the end. */
    LegEnd destroy() {
        Instant begun = timers.instant();
        try {
            stack.destroy();
            return LegEnd.AS_PLANNED;
        } catch (InvalidRunException | CompletionException failed) {
            return LegEnd.stopped("cdk destroy failed after " + time(begun) + ": " + reason(failed));
        }
    }

    /** A reason's first line: the second says where to look on AWS, and there is nothing to see. */
    private static String cause(String reason) {
        return reason.lines().findFirst().orElse("");
    }

    /** The versions that {@code deploy} adds to those that run; the deploy's name if it adds none. */
    private String subject(Leg.Deploy deploy) {
        Set<String> added = new TreeSet<>();
        deploy.model()
                .fleets()
                .values()
                .forEach(fleet -> added.add(fleet.release().version()));
        fleets.all().forEach(fleet -> added.remove(fleet.model().release().version()));
        return added.isEmpty() ? deploy.name() : String.join(", ", added);
    }

    /** How long ago {@code begun} was, in the template's time. */
    private String time(Instant begun) {
        double real = timers.since(begun).toNanos() / NANOS;
        return Numbers.time(
                Duration.ofSeconds(Math.round(real * timers.timescale().speed())));
    }

    private static String reason(RuntimeException failed) {
        if (failed instanceof InvalidRunException known) {
            return known.getMessage() + "; " + known.hint();
        }
        if (failed.getCause() instanceof InvalidRunException known) {
            return reason(known);
        }
        throw failed;
    }

    @Override
    public LegEnd happen(Incident incident) {
        incident.happenTo(incidents);
        return LegEnd.AS_PLANNED;
    }

    @Override
    public LegEnd changeNothing(Duration time) {
        timers.await(timers.after(time));
        return LegEnd.AS_PLANNED;
    }

    @Override
    public LegEnd awaitHealth() {
        for (LocalAutoScalingGroup fleet : fleets.all()) {
            try {
                fleet.awaitReady();
            } catch (InvalidRunException never) {
                return tooFast(fleet.model())
                        .map(why -> new LegEnd("", why, false))
                        .orElseGet(() -> LegEnd.stopped(
                                fleet.model().release().version() + " never got healthy: " + reason(never)));
            }
        }
        return LegEnd.AS_PLANNED;
    }

    /** Why hosts of {@code fleet} may have been replaced although nothing is wrong with them. */
    private Optional<String> tooFast(FleetModel fleet) {
        Duration grace = timers.timescale().real(fleet.care().grace());
        return settings.isUsualDemo(fleet.release().version())
                        && fleet.care().byLoadBalancer()
                        && !grace.isZero()
                        && grace.compareTo(SLOW_BOOT) < 0
                ? Optional.of("hosts of " + fleet.id() + " boot in real time, and are replaced after a grace period of "
                        + grace.toMillis() + " ms; lower --speed")
                : Optional.empty();
    }
}
