package io.teal.constructs.internal.update;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.constructs.internal.cutover.AlarmSettings;
import io.teal.constructs.internal.cutover.NoticeSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.constructs.Construct;

/** The checked values of {@code InPlaceOptions}, whose builder documents each. */
public record InPlaceSettings(
        HostsAtATime pace,
        Duration timeout,
        Duration bakeTime,
        AlarmSettings health,
        List<IAlarm> alarms,
        NoticeSettings notices)
        implements UpdateWay {
    private static final int MINUTE = 60;
    private static final int LONGEST_TIMEOUT = 2700;
    private static final int LONGEST_BAKE = 1800;

    /** CloudFormation waits an hour; the rest is for the response. */
    private static final int LONGEST_TOGETHER = 3300;

    private static final int MOST_ALARMS = 7;

    /** Checks the ranges. */
    public InPlaceSettings {
        alarms = List.copyOf(alarms);
        WholeSeconds.between("timeout", timeout, MINUTE, LONGEST_TIMEOUT);
        WholeSeconds.between("bakeTime", bakeTime, 0, LONGEST_BAKE);
        long together = WholeSeconds.of(timeout).plus(WholeSeconds.of(bakeTime)).toSeconds();
        InvalidValueException.require(
                together <= LONGEST_TOGETHER,
                "timeout and bakeTime must be 55 min together or less, since CloudFormation waits an hour, got "
                        + together / MINUTE + " min");
        requireFew(alarms);
    }

    private static void requireFew(List<IAlarm> alarms) {
        InvalidValueException.require(
                alarms.size() <= MOST_ALARMS,
                "alarms must be " + MOST_ALARMS
                        + " or fewer, since CodeDeploy watches 10 and Teal has 3 of its own, got " + alarms.size(),
                "put several into a composite alarm");
    }

    @Override
    public void requireFit(boolean codeDeploy) {
        InvalidValueException.require(
                codeDeploy,
                "Way.inPlace needs CodeDeploy to install on existing hosts",
                "use Delivery.codeDeploy, or Way.rolling");
    }

    @Override
    public int serving(int hosts) {
        return pace.serving(hosts);
    }

    @Override
    public UpdatedFleet fleet(Construct scope, UpdatedFleetProps props) {
        return new InPlaceFleet(scope, "Fleet", props, this);
    }
}
