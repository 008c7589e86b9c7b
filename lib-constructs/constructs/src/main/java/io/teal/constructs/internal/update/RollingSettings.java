package io.teal.constructs.internal.update;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.constructs.internal.cutover.AlarmSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.constructs.Construct;

/** The checked values of {@code RollingOptions}, whose builder documents each. */
public record RollingSettings(
        List<Integer> checkpoints,
        Duration checkpointDelay,
        Duration bakeTime,
        AlarmSettings health,
        List<IAlarm> alarms)
        implements UpdateWay {
    /** All pauses and the bake: CloudFormation gives an update of a group 36 hours, and hosts need some to boot. */
    private static final int LONGEST_SECONDS = 122_400;

    private static final int ALL_PERCENT = 100;

    /** Checks the ranges. */
    public RollingSettings {
        checkpoints = List.copyOf(checkpoints);
        alarms = List.copyOf(alarms);
        WholeSeconds.between("checkpointDelay", checkpointDelay, 0, LONGEST_SECONDS);
        WholeSeconds.between("bakeTime", bakeTime, 0, LONGEST_SECONDS);
        requireAscending(checkpoints);
        requireTime(checkpoints.size(), checkpointDelay, bakeTime);
    }

    @Override
    public void requireFit(boolean codeDeploy) {
        InvalidValueException.require(
                !codeDeploy,
                "Delivery.codeDeploy is not for Way.rolling, which delivers a version with a new host",
                "use Delivery.images or Delivery.artifact, or Way.inPlace");
    }

    /** All of them: a new host is launched before one is terminated. */
    @Override
    public int serving(int hosts) {
        return hosts;
    }

    @Override
    public UpdatedFleet fleet(Construct scope, UpdatedFleetProps props) {
        return new RollingFleet(scope, "Fleet", props, this);
    }

    private static void requireTime(int pauses, Duration pause, Duration bake) {
        long each = WholeSeconds.whole("checkpointDelay", pause).orElse(0);
        long together = pauses * each + WholeSeconds.whole("bakeTime", bake).orElse(0);
        InvalidValueException.require(
                together <= LONGEST_SECONDS,
                "checkpointDelay at " + pauses + " checkpoints and bakeTime must be " + LONGEST_SECONDS
                        + " seconds (34 hours) or less together, since CloudFormation gives up after 36 hours, got "
                        + together);
    }

    private static void requireAscending(List<Integer> checkpoints) {
        int before = 0;
        for (int percent : checkpoints) {
            InvalidValueException.require(
                    percent > before && percent <= ALL_PERCENT,
                    "checkpoints must be from 1 to 100 and ascend, got " + checkpoints);
            before = percent;
        }
        InvalidValueException.require(
                before == ALL_PERCENT,
                "the last of checkpoints must be 100, or some hosts would keep the previous version, got "
                        + checkpoints);
    }
}
