package io.teal.operate.drive;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.operate.account.StackState;
import io.teal.operate.next.NextText;
import io.teal.operate.next.ReleaseFile;
import io.teal.operate.rollback.RollBack;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Strategy;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Gate;
import io.teal.runtime.execution.Observer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the release file and deploys, until the goal is reached. What is left to do follows from what CloudFormation
 * has deployed, never from what this process remembers: killed anywhere and begun again, it goes on from there.
 *
 * @param connection reads the account
 * @param deploys runs {@code cdk deploy}
 * @param file the release file
 * @param say takes each line as it happens
 */
public record DeployChain(Connection connection, Deploys deploys, Path file, Consumer<String> say) {
    private static final Duration BETWEEN = Duration.ofSeconds(15);

    /** Runs one deploy. */
    @FunctionalInterface
    public interface Deploys {
        /** Deploys what the release file says; returns the exit code of {@code cdk deploy}. */
        int deploy() throws IOException, InterruptedException;
    }

    /** How a chain ended. */
    public enum ChainEnd {
        /** The goal is reached. */
        DONE,
        /** A deploy failed or went back, or traffic was returned because of an alarm. */
        WENT_BACK,
        /** Traffic may be on the wrong fleet. */
        NEEDS_HUMAN
    }

    /**
     * Leads a service of {@code stack} to {@code goal}.
     *
     * @throws RefusedException if it cannot be reached, or the stack is in a state that allows no deploy
     */
    public ChainEnd lead(String stack, Optional<String> service, ChainGoal goal)
            throws IOException, InterruptedException {
        if (wentBackWhileWaiting(stack)) {
            say.accept("the deploy that was in progress has gone back: teal status " + stack + " says why");
            return ChainEnd.WENT_BACK;
        }
        Optional<Strategy> way = ReleaseFile.read(file).request().strategy();
        ReleaseRequest deployed = deployed(stack, service);
        for (Optional<ChainGoal.NextDeploy> next = goal.next(deployed); next.isPresent(); next = goal.next(deployed)) {
            ReleaseRequest asked = next.get().by(way);
            if (!deploy(deployed, asked) && !isThere(stack, service, asked)) {
                ReleaseFile.read(file).write(new ReleaseRequest(deployed.release(), way, false, deployed.schema()));
                say.accept("the deploy has failed, and " + file.getFileName()
                        + " says again what is deployed; teal status " + stack + " says why");
                return ChainEnd.WENT_BACK;
            }
            deployed = deployed(stack, service);
            requireRead(asked, deployed);
            Optional<ChainEnd> stopped = hold(stack, service, next.get().hold());
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return done(new ReleaseRequest(deployed.release(), way, false, deployed.schema()));
    }

    private ReleaseRequest deployed(String stack, Optional<String> service) {
        return read(stack, service).properties().request();
    }

    private void requireRead(ReleaseRequest asked, ReleaseRequest deployed) {
        if (!deployed.release().equals(asked.release())) {
            throw new RefusedException(
                    "the deploy has succeeded, and the stack says " + shown(deployed.release()) + " instead of "
                            + shown(asked.release()),
                    "the app has to read " + file
                            + ": ReleaseContext.of(scope, service), and no release flags in cdk.json or -c");
        }
    }

    /**
     * The file says what is deployed, also if a release stood in it that never was, and the way that it said before.
     */
    private ChainEnd done(ReleaseRequest deployed) throws IOException {
        ReleaseFile now = ReleaseFile.read(file);
        if (!now.request().equals(deployed)) {
            now.write(deployed);
        }
        say.accept("done: " + shown(deployed.release()));
        return ChainEnd.DONE;
    }

    private static String shown(Release release) {
        Color active = release.active();
        String share = release.candidatePercent() > 0 ? " with " + release.candidatePercent() + " percent" : "";
        return active + " (" + release.versionOrNone(active) + ") is active, " + active.other() + " has "
                + release.versionOrNone(active.other()) + share;
    }

    private Service read(String stack, Optional<String> service) {
        return Stack.read(connection.account(), connection.reads(), stack).service(service);
    }

    /** Whether the stack was busy, and has then gone back. */
    private boolean wentBackWhileWaiting(String stack) throws InterruptedException {
        String waited = "";
        while (true) {
            StackState state = connection
                    .account()
                    .describeStack(stack)
                    .orElseThrow(() -> new RefusedException(
                            "there is no stack " + stack,
                            "deploy it once by cdk deploy: its first version is in the file"));
            if (state.direction() == Direction.IDLE) {
                return !waited.isEmpty() && state.status().contains("ROLLBACK");
            }
            if (!waited.equals(state.status())) {
                say.accept("stack " + stack + " is " + state.status() + ": waiting until it is idle");
            }
            waited = state.status();
            connection.pause().of(BETWEEN);
        }
    }

    private boolean deploy(ReleaseRequest deployed, ReleaseRequest next) throws IOException, InterruptedException {
        ReleaseFile.read(file).write(next);
        new NextText(deployed, next).deploy().forEach(say);
        return deploys.deploy() == 0;
    }

    /** Whether a deploy whose command has failed has succeeded all the same: it may only have lost its connection. */
    private boolean isThere(String stack, Optional<String> service, ReleaseRequest asked) throws InterruptedException {
        return !wentBackWhileWaiting(stack)
                && deployed(stack, service).release().equals(asked.release());
    }

    /** Watches the alarms between two deploys; an alarm returns traffic, as {@code teal rollback} does. */
    private Optional<ChainEnd> hold(String stack, Optional<String> service, Duration time) throws InterruptedException {
        if (time.isZero()) {
            return Optional.empty();
        }
        say.accept("waits " + time.toMinutes() + " min, and watches the alarms");
        Service live = read(stack, service);
        Instant begun = connection.clock().instant();
        while (connection.clock().instant().isBefore(begun.plus(time))) {
            if (alarm(live)) {
                say.accept("an alarm is in state ALARM: traffic returns");
                RollBack.End end =
                        new RollBack(connection, say, question -> true, false).run(stack, service, Optional.empty());
                return Optional.of(end == RollBack.End.NEEDS_HUMAN ? ChainEnd.NEEDS_HUMAN : ChainEnd.WENT_BACK);
            }
            connection.pause().of(BETWEEN);
        }
        return Optional.empty();
    }

    private boolean alarm(Service live) {
        Color candidate = live.properties().request().release().active().other();
        Gate.Alarm state = new Observer(connection.aws(), live.properties(), connection.clock()).alarms(candidate);
        if (state == Gate.Alarm.UNREADABLE) {
            say.accept("the alarms cannot be read now");
        }
        return state == Gate.Alarm.ALARM;
    }
}
