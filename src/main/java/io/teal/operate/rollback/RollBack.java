package io.teal.operate.rollback;

import io.teal.operate.Pause;
import io.teal.operate.RefusedException;
import io.teal.operate.account.Account;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.operate.account.StackState;
import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.runtime.execution.Observer;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Brings traffic back: looks at the stack first, and takes the way that its state allows. */
public final class RollBack {
    private final Account account;
    private final Aws aws;
    private final Clock clock;
    private final Pause pause;
    private final Consumer<String> say;
    private final Predicate<String> confirm;

    /**
     * A rollback through {@code account} and {@code aws}.
     *
     * @param say takes each line as it happens
     * @param confirm whether to go on, after what it is given was shown
     */
    public RollBack(
            Account account, Aws aws, Clock clock, Pause pause, Consumer<String> say, Predicate<String> confirm) {
        this.account = account;
        this.aws = aws;
        this.clock = clock;
        this.pause = pause;
        this.say = say;
        this.confirm = confirm;
    }

    /** How a rollback ended. */
    public enum End {
        /** Traffic is back, or CloudFormation brings it back. */
        BACK,
        /** Nothing was changed. */
        UNCHANGED,
        /** Traffic may be on the wrong fleet. */
        NEEDS_HUMAN
    }

    /**
     * Rolls back a service of {@code stack}.
     *
     * @param service which, if there are several
     * @param to the colour that is to have all traffic; empty is the standby
     * @throws RefusedException if there is nothing to go back to, or the stack's state forbids it
     */
    public End run(String stack, Optional<String> service, Optional<Color> to) throws InterruptedException {
        Stack deployed = Stack.read(account, stack);
        StackState state = deployed.state();
        say.accept("stack " + state.name() + ": " + state.status());
        return switch (state.direction()) {
            case FORWARD -> cancel(state, to);
            case IDLE -> move(deployed.service(service), to);
            case BACKWARD ->
                throw new RefusedException(
                        "CloudFormation is rolling back already, and Preflight brings traffic to where it was",
                        "watch it: teal status " + state.name() + " --watch");
            case CLEANUP ->
                throw new RefusedException(
                        "the stack has succeeded and is deleting what it no longer needs",
                        "run this again when it is done: teal status " + state.name() + " --watch");
            case DELETE -> throw new RefusedException("the stack is being deleted", "there is nothing to go back to");
        };
    }

    private End cancel(StackState state, Optional<Color> to) {
        if (!state.status().equals("UPDATE_IN_PROGRESS")) {
            throw new RefusedException(
                    "the stack is " + state.status() + ", and only an update can be cancelled",
                    "let it end, or delete the stack");
        }
        if (to.isPresent()) {
            throw new RefusedException(
                    "an update is in progress: it can be cancelled, and then traffic goes to where it was before",
                    "leave out --to");
        }
        if (!confirm.test("cancel the update? CloudFormation then rolls back, and brings traffic to where it was")) {
            return End.UNCHANGED;
        }
        try {
            account.cancelUpdateStack(state.name());
        } catch (AwsException failed) {
            return tooLate(state, failed);
        }
        say.accept("cancelled: CloudFormation rolls back, and Preflight brings traffic to where it was");
        say.accept("follow it: teal status " + state.name() + " --watch");
        say.accept("if traffic was in the wrong place before the update, run this again when the stack is at rest");
        return End.BACK;
    }

    /** An update that has ended in the meantime cannot be cancelled any more: it is looked at anew. */
    private End tooLate(StackState state, AwsException failed) {
        boolean ended = account.describeStack(state.name())
                .filter(now -> now.direction() == Direction.FORWARD)
                .isEmpty();
        if (ended) {
            throw new RefusedException("the update has ended in the meantime", "run this again: it looks anew");
        }
        throw failed;
    }

    private End move(Service service, Optional<Color> asked) throws InterruptedException {
        CutoverProperties properties = service.properties();
        Observer observer = new Observer(aws, properties, clock);
        Optional<Weights> live = observer.live();
        Color to = RollbackTarget.of(asked, properties.request().release(), live);
        Observation.Fleets fleets = observer.fleets();
        check(service, to, fleets);
        say.accept(service.name() + ": live weights blue/green " + live.orElseThrow());
        for (Color color : Color.values()) {
            say.accept("  " + color + ": " + seen(service, color, fleets.of(color)));
        }
        if (!confirm.test("give " + to + " all of production, in one write?")) {
            return End.UNCHANGED;
        }
        return ended(new Emergency(aws, clock, pause, say).run(service, to), service, to);
    }

    private static void check(Service service, Color to, Observation.Fleets fleets) {
        if (!fleets.of(to).exists()) {
            throw new RefusedException(
                    to + " has no fleet, so " + service.name() + " has nothing to go back to",
                    "release the version you want: teal next VERSION");
        }
    }

    private static String seen(Service service, Color color, Fleet fleet) {
        Optional<Version> version = service.properties().request().release().version(color);
        return fleet.exists() ? version.map(known -> known + ", ").orElse("") + fleet : "no fleet";
    }

    private End ended(Journal journal, Service service, Color to) {
        Outcome outcome = journal.outcome().orElseThrow();
        if (outcome == Outcome.ROLLED_BACK) {
            say.accept(to + " has all of production");
            CutoverProperties properties = service.properties();
            SettlingDeploy.lines(properties.request().release(), to, properties.source())
                    .forEach(say);
            return End.BACK;
        }
        say.accept("not done: " + journal.why());
        say.accept("live weights are " + live(service) + "; look: teal status "
                + service.stack().name());
        return outcome == Outcome.SUPERSEDED ? End.UNCHANGED : End.NEEDS_HUMAN;
    }

    private String live(Service service) {
        try {
            return new Observer(aws, service.properties(), clock)
                    .live()
                    .map(Weights::toString)
                    .orElse("nowhere");
        } catch (AwsException unreadable) {
            return "not readable";
        }
    }
}
