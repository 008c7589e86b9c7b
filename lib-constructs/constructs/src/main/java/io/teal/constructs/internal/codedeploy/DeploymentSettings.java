package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.constructs.internal.cutover.Installation;
import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;

/** The checked values of {@code DeploymentGroupsOptions}, whose builder documents each. */
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
        InvalidValueException.require(
                alarms.size() <= MOST_ALARMS,
                "alarms must be " + MOST_ALARMS + " or fewer, got " + alarms.size(),
                "CodeDeploy takes no more, combine some in a composite alarm");
    }

    Installation installation(ServerApplication application, ServerDeploymentGroup group, RevisionLocation revision) {
        return new Installation(
                application.getApplicationName(), application.getApplicationArn(), L1.of(group), revision, timeout);
    }
}
