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

    /** When the service is unhealthy. */
    AlarmSettings health();

    /** Alarms of the user's that roll a release back too. */
    List<IAlarm> alarms();

    /** How many of {@code hosts} serve while others are replaced or installed. */
    int serving(int hosts);

    /** The fleet, as {@code Fleet} in {@code scope}. */
    UpdatedFleet fleet(Construct scope, UpdatedFleetProps props);
}
