package io.teal.operate.rollback;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.Stack;
import io.teal.operate.account.StackState;
import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.SchemaStep;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.port.AwsException;
import io.teal.runtime.execution.EmergencyLook;
import io.teal.runtime.execution.Observer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Returns traffic: cancels an update in progress, or moves the weights of an idle stack.
 *
 * @param connection reads and writes
 * @param say takes each line as it happens
 * @param confirm asks whether to go on
 * @param pastContract whether traffic may go to a version that the contracted schema does not fit
 */
public record RollBack(Connection connection, Consumer<String> say, Predicate<String> confirm, boolean pastContract) {

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
     * Rolls back a service of {@code stack}; of one with one fleet it only says by which commands.
     *
     * @param service its name; may be empty if it is the only one
     * @param to the colour that gets all traffic; empty is the standby
     * @throws RefusedException if there is no fleet to return to, or the stack's state forbids it
     */
    public End run(String stack, Optional<String> service, Optional<Color> to) throws InterruptedException {
        Stack deployed = Stack.read(connection.account(), connection.reads(), stack);
        StackState state = deployed.state();
        say.accept("stack " + state.name() + ": " + state.status());
        Optional<SingleFleet> fleet = deployed.singleFleet(service);
        if (fleet.isPresent()) {
            requireNoColor(fleet.get(), to);
            new FleetWayBack(connection, say).tell(state, fleet.get());
            return End.UNCHANGED;
        }
        return switch (state.direction()) {
            case FORWARD -> cancel(state, to);
            case IDLE -> move(deployed.service(service), to);
            case BACKWARD ->
                throw new RefusedException(
                        "CloudFormation is rolling back already; Preflight returns traffic to where it was",
                        "watch it: teal status " + state.name() + " --watch");
            case CLEANUP ->
                throw new RefusedException(
                        "the stack has succeeded and is deleting old resources",
                        "run this again when it is done: teal status " + state.name() + " --watch");
            case DELETE -> throw new RefusedException("the stack is being deleted", "there is no fleet to return to");
        };
    }

    private static void requireNoColor(SingleFleet fleet, Optional<Color> to) {
        if (to.isPresent()) {
            throw new RefusedException(fleet.service() + " has no colours: it is " + fleet.way(), "leave out --to");
        }
    }

    private End cancel(StackState state, Optional<Color> to) {
        if (!state.status().equals("UPDATE_IN_PROGRESS")) {
            throw new RefusedException(
                    "the stack is " + state.status() + ", and only an update can be cancelled",
                    "let it end, or delete the stack");
        }
        if (to.isPresent()) {
            throw new RefusedException(
                    "an update is in progress: it can only be cancelled, and traffic then returns to where it was",
                    "leave out --to");
        }
        if (!confirm.test(
                "cancel the update? CloudFormation then rolls back, and Preflight returns traffic to where it was")) {
            return End.UNCHANGED;
        }
        try {
            connection.account().cancelUpdateStack(state.name());
        } catch (AwsException failed) {
            throw tooLate(state, failed);
        }
        say.accept("cancelled: CloudFormation rolls back, and Preflight returns traffic to where it was");
        say.accept("follow it: teal status " + state.name() + " --watch");
        say.accept("if traffic was on the wrong fleet before the update, run this again once the stack is idle");
        return End.BACK;
    }

    /** An update that has ended in the meantime cannot be cancelled. */
    private RefusedException tooLate(StackState state, AwsException failed) {
        if (connection
                .account()
                .describeStack(state.name())
                .filter(now -> now.direction() == Direction.FORWARD)
                .isPresent()) {
            throw failed;
        }
        return new RefusedException("the update has ended in the meantime", "run this again");
    }

    private End move(Service service, Optional<Color> requested) throws InterruptedException {
        EmergencyLook look = Emergency.look(connection, service);
        look.requireRead();
        Optional<Weights> live = look.seen().live();
        Color to = RollbackTarget.of(requested, service.properties().request().release(), live);
        Observation.Fleets fleets = look.seen().fleets().orElseThrow();
        if (!fleets.of(to).exists()) {
            throw new RefusedException(
                    to + " has no fleet, so " + service.name() + " has nothing to go back to",
                    "release the version you want: teal next VERSION");
        }
        requireFit(service, to);
        say.accept(service.name() + ": live weights blue/green " + live.orElseThrow());
        for (Color color : Color.values()) {
            say.accept("  " + color + ": " + shown(service, color, fleets.of(color)));
        }
        if (!confirm.test("give " + to + " all of production, in one write?")) {
            return End.UNCHANGED;
        }
        return ended(new Emergency(connection, service, look, say).run(to), service, to);
    }

    private void requireFit(Service service, Color to) {
        ReleaseRequest deployed = service.properties().request();
        if (deployed.schema() == SchemaStep.CONTRACTED
                && to != deployed.release().active()
                && !pastContract) {
            throw new RefusedException(
                    to + " runs what the schema does not fit any more: it was deployed with contract=true",
                    "release a new version, or put the schema back and add --past-contract");
        }
    }

    private static String shown(Service service, Color color, Fleet fleet) {
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
        say.accept("live weights are " + live(service) + "; see teal status "
                + service.stack().name());
        return outcome == Outcome.SUPERSEDED ? End.UNCHANGED : End.NEEDS_HUMAN;
    }

    private String live(Service service) {
        try {
            return new Observer(connection.aws(), service.properties(), connection.clock())
                    .live()
                    .map(Weights::toString)
                    .orElse("nowhere");
        } catch (AwsException unreadable) {
            return "not readable";
        }
    }
}
