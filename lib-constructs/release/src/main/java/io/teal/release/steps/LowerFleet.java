package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.Fleet;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes the hosts that no longer have traffic from the fleet that loses it. Auto Scaling chooses which, so all of its
 * hosts must be healthy: then enough are left whatever it chooses.
 *
 * @param percent the share of production that the other colour has
 */
public record LowerFleet(int percent, Sizing.Shared sizing, Duration planned, Duration patience) implements Step {
    @Override
    public String name() {
        return "lower fleet";
    }

    @Override
    public Optional<String> what(Color toward) {
        String keeps = percent == 100 ? "its minimum of hosts" : "the hosts of " + (100 - percent) + " percent";
        return Optional.of(toward.other() + " keeps " + keeps);
    }

    @Override
    public boolean judgesHealth() {
        return true;
    }

    @Override
    public Progress look(StepContext run) {
        Color gives = run.toward().other();
        Fleet fleet = run.fleet(gives);
        int left = run.on(Guard.SHARE_KEEPS_ITS_HOSTS) ? sizing.left(run, percent) : fleet.min();
        if (fleet.desired() <= left) {
            return new Progress.Done(gives + " has " + fleet.desired() + " hosts");
        }
        return sizing.recount(run).orElseGet(() -> lower(run, left));
    }

    private Progress lower(StepContext run, int left) {
        Color gives = run.toward().other();
        return run.stale()
                .or(() -> incomplete(run, gives))
                .<Progress>map(Progress.Pending::new)
                .orElseGet(() -> new Progress.Perform(
                        new Effect.SetDesired(gives, left),
                        gives + " has " + (100 - percent) + " percent and "
                                + run.fleet(gives).desired() + " hosts"));
    }

    private Optional<String> incomplete(StepContext run, Color gives) {
        Fleet fleet = run.fleet(gives);
        boolean whole = percent == 100 || fleet.healthyEverywhere() >= fleet.desired();
        return whole || !run.on(Guard.ANY_HOST_MAY_LEAVE)
                ? Optional.empty()
                : Optional.of(gives + " has " + fleet.healthyEverywhere() + " healthy targets of " + fleet.desired()
                        + ", and Auto Scaling may take any of them");
    }
}
