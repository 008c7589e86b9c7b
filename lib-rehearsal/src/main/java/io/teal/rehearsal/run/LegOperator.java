package io.teal.rehearsal.run;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.ProgressLine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Carries out legs on the stand-ins. */
final class LegOperator implements Leg.Operator {
    private final StackStandIn stack;
    private final LocalAutoScaling fleets;
    private final Incidents incidents;
    private final Timescale timescale;
    private final ProgressLine progress;

    LegOperator(
            StackStandIn stack,
            LocalAutoScaling fleets,
            Incidents incidents,
            Timescale timescale,
            ProgressLine progress) {
        this.stack = stack;
        this.fleets = fleets;
        this.incidents = incidents;
        this.timescale = timescale;
        this.progress = progress;
    }

    @Override
    public Optional<String> deploy(Leg.DisturbedDeploy disturbed) throws InterruptedException {
        ExecutorService background = Executors.newSingleThreadExecutor();
        try {
            background.submit(() -> incidents.happen(disturbed));
            return deploy(disturbed.deploy());
        } finally {
            background.shutdownNow();
        }
    }

    /** A deploy whose rollback, or lack of one, is not the expected one ends the run. */
    @Override
    public Optional<String> deploy(Leg.Deploy deploy) {
        Optional<String> back = stack.apply(deploy.model(), deploy.trouble());
        back.ifPresent(reason -> progress.say(deploy.name() + " went back: " + reason));
        if (!deploy.expects(back)) {
            throw new InvalidRunException(
                    deploy.name() + (back.isPresent() ? " went back: " + back.get() : " did not go back"),
                    "read the reason, correct the template and run again");
        }
        return back;
    }

    @Override
    public void happen(Incident incident) throws InterruptedException {
        incident.happenTo(incidents);
    }

    @Override
    public void changeNothing(Duration time) throws InterruptedException {
        timescale.sleep(time);
    }

    @Override
    public void awaitHealth() throws InterruptedException {
        for (LocalAutoScalingGroup fleet : fleets.all()) {
            fleet.awaitReady();
        }
    }
}
