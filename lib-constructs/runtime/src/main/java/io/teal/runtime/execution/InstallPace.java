package io.teal.runtime.execution;

import io.teal.release.observation.InstallState;
import io.teal.release.observation.Observation;
import io.teal.release.port.Deployment;
import io.teal.release.step.Step;
import java.util.Optional;

/** How often a run that installs looks. */
final class InstallPace {
    /** While a deployment runs or alarms are watched. */
    private static final int WORKING_SECONDS = 15;

    private static final int WAITING_SECONDS = 5;

    private InstallPace() {}

    /** Seconds until the next tick of a run that is at {@code step} and has {@code seen} this. */
    static int seconds(Optional<Observation> seen, Step step) {
        Optional<InstallState> state = seen.flatMap(Observation::installation);
        boolean runs =
                state.flatMap(InstallState::own).filter(Deployment::running).isPresent();
        boolean works = runs || state.isPresent() && !step.takes().isZero();
        return works ? WORKING_SECONDS : WAITING_SECONDS;
    }
}
