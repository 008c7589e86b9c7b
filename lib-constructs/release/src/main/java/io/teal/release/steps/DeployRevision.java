package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.InstallState;
import io.teal.release.port.Deployment;
import io.teal.release.port.Revision;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has CodeDeploy install a revision, until every host in service was in one deployment of it that succeeded; then the
 * hosts are tagged. CodeDeploy runs one deployment of a group at a time, so a running one comes first.
 *
 * @param revision what is installed
 * @param alarms whether the alarms of the deployment group may stop it
 */
public record DeployRevision(Revision revision, boolean alarms, Duration patience) implements Step {
    /** A refusal that lasts longer than this is final. */
    private static final Duration REFUSED = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "install";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of("CodeDeploy installs the version");
    }

    @Override
    public Progress look(StepContext run) {
        return run.installation().own().map(own -> follow(run, own)).orElseGet(() -> begin(run));
    }

    private Progress begin(StepContext run) {
        InstallState seen = run.installation();
        if (seen.serves() && run.on(Guard.SERVING_HOSTS_ARE_LEFT_ALONE)) {
            return new Progress.Finish("serves: nothing is installed where traffic is");
        }
        Optional<String> missing = missing(run);
        if (missing.isPresent()) {
            return new Progress.Pending(missing.get());
        }
        if (seen.running().isPresent()) {
            return onRunning(run, seen.running().get());
        }
        return isInstalled(run) ? new Progress.Finish("has it already") : create(run);
    }

    private static Optional<String> missing(StepContext run) {
        return run.installation().missing().filter(why -> run.on(Guard.FLEET_IS_COMPLETE));
    }

    private Progress onRunning(StepContext run, Deployment other) {
        if (other.isOfALaunch() && run.on(Guard.LAUNCHES_ARE_WAITED_FOR)) {
            return new Progress.Pending("CodeDeploy is installing on a new host, deployment " + other.id());
        }
        return installs(other) && run.on(Guard.SAME_DEPLOYMENT_IS_FOLLOWED)
                ? new Progress.Follow(Optional.of(other.id()), "goes on with deployment " + other.id())
                : new Progress.Perform(
                        new Effect.StopDeployment(other.id()),
                        "stopping deployment " + other.id() + ", which installs something else");
    }

    private boolean installs(Deployment deployment) {
        return deployment.revision().equals(Optional.of(revision));
    }

    private boolean isInstalled(StepContext run) {
        boolean late = run.journal().installing().begun() && run.on(Guard.TAGS_ARE_LATE);
        return !late && isNewest(run) && (run.installation().tagged() || !run.on(Guard.HOSTS_SAY_SO));
    }

    private boolean isNewest(StepContext run) {
        return !run.on(Guard.NEWEST_DEPLOYMENT_COUNTS)
                || run.installation()
                        .newest()
                        .filter(last -> last.succeeded() && last.unsuccessful() == 0 && installs(last))
                        .isPresent();
    }

    private Progress create(StepContext run) {
        if (!run.journal().installing().marked() && run.on(Guard.HOSTS_ARE_MARKED_FIRST)) {
            return new Progress.Perform(
                    new Effect.MarkHosts(), "marking the hosts: what they run is unknown now" + refusal(run));
        }
        Instant now = run.seen().now();
        boolean refused = run.journal()
                .installing()
                .refused()
                .filter(since -> now.isAfter(since.plus(REFUSED)))
                .isPresent();
        return refused
                ? new Progress.Fail(run.journal().installing().refusal())
                : new Progress.Perform(new Effect.CreateDeployment(alarms), "installs " + revision + refusal(run));
    }

    private static String refusal(StepContext run) {
        String refusal = run.journal().installing().refusal();
        return refusal.isEmpty() ? "" : "; refused: " + refusal;
    }

    private Progress follow(StepContext run, Deployment own) {
        InstallState seen = run.installation();
        if (own.running()) {
            return new Progress.Pending(seen.explained());
        }
        if (!own.succeeded() || own.unsuccessful() > 0 && run.on(Guard.EVERY_HOST_SUCCEEDED)) {
            return new Progress.Fail(seen.explained());
        }
        if (!run.journal().installing().marked()) {
            return new Progress.Done("is installed, deployment " + own.id());
        }
        Optional<String> waits = missing(run)
                .or(() -> seen.running()
                        .filter(next -> run.on(Guard.OTHER_DEPLOYMENTS_END))
                        .map(next -> "CodeDeploy goes on with deployment " + next.id()));
        if (waits.isPresent()) {
            return new Progress.Pending(waits.get());
        }
        return outdated(run, own)
                .<Progress>map(why -> new Progress.Follow(Optional.empty(), why + ": installs again"))
                .orElseGet(() -> new Progress.Perform(
                        new Effect.TagHosts(seen.hosts()), "every host has had deployment " + own.id()));
    }

    /** Why the followed deployment is not the last on every host; empty if it is. */
    private Optional<String> outdated(StepContext run, Deployment own) {
        InstallState seen = run.installation();
        if (!seen.succeeded().containsAll(seen.hosts()) && run.on(Guard.EVERY_HOST_IS_COVERED)) {
            return Optional.of("a host was launched while deployment " + own.id() + " ran");
        }
        boolean launch = seen.newest().filter(Deployment::isOfALaunch).isPresent();
        return launch || isNewest(run)
                ? Optional.empty()
                : Optional.of("something else was deployed after " + own.id());
    }
}
