package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;

/**
 * How CodeDeploy deploys to a fleet.
 *
 * @param alarms alarms that stop a deployment and roll it back
 * @param deploymentConfig how many hosts at a time
 * @param timeout how long a version may take to be installed on a fleet
 */
public record DeploymentSettings(List<IAlarm> alarms, IServerDeploymentConfig deploymentConfig, Duration timeout) {
    private static final int MOST_ALARMS = 10;
    private static final int MINUTE = 60;
    private static final int LONGEST = 2700;

    /** Checks the number of alarms, and the time. */
    public DeploymentSettings {
        alarms = List.copyOf(alarms);
        Objects.requireNonNull(deploymentConfig, "deploymentConfig");
        Objects.requireNonNull(timeout, "timeout");
        WholeSeconds.between("timeout", timeout, MINUTE, LONGEST);
        if (alarms.size() > MOST_ALARMS) {
            throw new InvalidValueException(
                    "alarms must be " + MOST_ALARMS + " or fewer, got " + alarms.size(),
                    "CodeDeploy takes no more, combine some in a composite alarm");
        }
    }
}
