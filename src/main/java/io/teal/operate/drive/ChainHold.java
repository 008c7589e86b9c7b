package io.teal.operate.drive;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.operate.drive.DeployChain.ChainEnd;
import io.teal.operate.rollback.RollBack;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Gate;
import io.teal.runtime.execution.Observer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Watches the alarms between two deploys. One returns traffic, as {@code teal rollback} does; what cannot be read is no
 * evidence, and the time begins again.
 */
record ChainHold(Connection connection, String stack, Optional<String> service, Consumer<String> say) {
    private static final Duration BETWEEN = Duration.ofSeconds(15);
    private static final Duration MOST_UNREADABLE = Duration.ofMinutes(15);

    /**
     * How it ended, if an alarm went off; empty after {@code time}.
     *
     * @throws RefusedException if somebody else deploys meanwhile, or the alarms cannot be read for long
     */
    Optional<ChainEnd> watch(Service deployed, Duration time) throws InterruptedException {
        if (time.isZero()) {
            return Optional.empty();
        }
        say.accept("waits " + time.toMinutes() + " min, and watches the alarms");
        Instant read = now();
        for (Instant begun = read;
                now().isBefore(begun.plus(time));
                connection.pause().of(BETWEEN)) {
            requireTheSame(deployed);
            Gate.Alarm state = alarms(deployed);
            if (state == Gate.Alarm.ALARM) {
                return Optional.of(returned());
            }
            if (state == Gate.Alarm.UNREADABLE) {
                requireRead(read);
                begun = now();
            } else {
                read = now();
            }
        }
        return Optional.empty();
    }

    private Instant now() {
        return connection.clock().instant();
    }

    private Gate.Alarm alarms(Service deployed) {
        Color candidate = release(deployed).active().other();
        return new Observer(connection.aws(), deployed.properties(), connection.clock()).alarms(candidate);
    }

    private void requireRead(Instant read) {
        if (now().isAfter(read.plus(MOST_UNREADABLE))) {
            throw new RefusedException(
                    "the alarms could not be read for " + MOST_UNREADABLE.toMinutes() + " min, and nothing goes on",
                    "see teal doctor " + stack + ", then run this again");
        }
    }

    private void requireTheSame(Service deployed) {
        Release now = release(
                Stack.read(connection.account(), connection.reads(), stack).service(service));
        if (!now.equals(release(deployed))) {
            throw new RefusedException(
                    "somebody else has deployed meanwhile", "see teal status " + stack + ", then run this again");
        }
    }

    private static Release release(Service service) {
        return service.properties().request().release();
    }

    private ChainEnd returned() throws InterruptedException {
        say.accept("an alarm is in state ALARM: traffic returns");
        RollBack.End end = new RollBack(connection, say, question -> true, false).run(stack, service, Optional.empty());
        return end == RollBack.End.NEEDS_HUMAN ? ChainEnd.NEEDS_HUMAN : ChainEnd.WENT_BACK;
    }
}
