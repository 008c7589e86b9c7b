package io.teal.constructs.internal.update;

import io.teal.constructs.internal.cutover.AlarmSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.constructs.Construct;

/** How a new version reaches the hosts of one fleet; each way checks its delivery and makes its fleet. */
public sealed interface UpdateWay permits RollingSettings, InPlaceSettings {
    /**
     * Checks that the delivery fits this way.
     *
     * @param codeDeploy whether CodeDeploy installs the versions
     * @throws InvalidValueException if it cannot
     */
    void requireFit(boolean codeDeploy);

    /**
     * Checks that {@code watcher}, which watches 10 alarms at most, has room for {@code alarms} beside Teal's three.
     */
    static void requireFew(List<IAlarm> alarms, String watcher) {
        InvalidValueException.require(
                alarms.size() <= 7,
                "alarms must be 7 or fewer, since " + watcher + " watches 10 and Teal has 3 of its own, got "
                        + alarms.size(),
                "put several into a composite alarm");
    }

    /** When the service is unhealthy. */
    AlarmSettings health();

    /** Alarms of the user's that roll a release back too. */
    List<IAlarm> alarms();

    /** How many of {@code hosts} serve while others are replaced or installed. */
    int serving(int hosts);

    /** The fleet, as {@code Fleet} in {@code scope}. */
    UpdatedFleet fleet(Construct scope, UpdatedFleetProps props);
}
