package io.teal.runtime.execution;

import io.teal.release.cutover.CutoverProperties;
import io.teal.release.guard.ReleaseGuard;
import io.teal.release.guard.WatchedRelease;
import io.teal.release.observation.Gate;
import io.teal.release.port.Aws;
import io.teal.release.port.Execution;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the guard of a service would do if an alarm went off now, by the guard's own rules. */
public final class GuardOutlook {
    private GuardOutlook() {}

    /**
     * One line for people; empty if the service has no guard.
     *
     * @param stack ARN of its stack
     * @param runs all executions of its state machine
     * @throws io.teal.release.port.AwsException if something cannot be read
     */
    public static Optional<String> line(
            Aws aws, Clock clock, String stack, CutoverProperties properties, List<Execution> runs) {
        if (properties.guard().isEmpty()) {
            return Optional.empty();
        }
        Optional<GuardRecord> record = GuardRecord.read(aws, runs);
        GuardLook look = new GuardLook(aws, clock, stack, record) {
            @Override
            public Gate.Alarm alarm() {
                return Gate.Alarm.ALARM;
            }
        };
        return Optional.of(ReleaseGuard.refusal(look)
                .map(why -> "an alarm would change nothing: " + why)
                .orElseGet(() -> returns(look.watched().orElseThrow())));
    }

    private static String returns(WatchedRelease watched) {
        return "until " + watched.end() + " an alarm returns traffic to " + watched.standby();
    }
}
