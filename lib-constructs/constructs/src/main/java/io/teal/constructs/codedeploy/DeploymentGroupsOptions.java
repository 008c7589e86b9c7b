package io.teal.constructs.codedeploy;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;

/**
 * How CodeDeploy deploys to a fleet; made with {@link #builder()}.
 *
 * @param alarms alarms that stop a deployment and roll it back
 * @param deploymentConfig how many hosts at a time
 */
public record DeploymentGroupsOptions(List<IAlarm> alarms, IServerDeploymentConfig deploymentConfig) {
    private static final int MOST_ALARMS = 10;

    /** Checks the number of alarms. */
    public DeploymentGroupsOptions {
        alarms = List.copyOf(alarms);
        Objects.requireNonNull(deploymentConfig, "deploymentConfig");
        if (alarms.size() > MOST_ALARMS) {
            throw new IllegalArgumentException("alarms must be " + MOST_ALARMS + " or fewer, got " + alarms.size()
                    + "; CodeDeploy takes no more, combine some in a composite alarm");
        }
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DeploymentGroupsOptions}. */
    public static final class Builder {
        private List<IAlarm> alarms = List.of();
        private IServerDeploymentConfig deploymentConfig = ServerDeploymentConfig.ONE_AT_A_TIME;

        private Builder() {}

        /**
         * Alarms that stop a deployment and roll it back, 10 at most (a limit of CodeDeploy's API). A deployment whose
         * alarms cannot be read stops too.
         *
         * <p>Default: none.
         */
        public Builder alarms(IAlarm... stopping) {
            this.alarms = List.of(stopping);
            return this;
        }

        /** How many hosts are out of service at a time. Default: one, CodeDeploy's {@code OneAtATime}. */
        public Builder deploymentConfig(IServerDeploymentConfig config) {
            this.deploymentConfig = config;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if there are more than 10 alarms
         */
        public DeploymentGroupsOptions build() {
            return new DeploymentGroupsOptions(alarms, deploymentConfig);
        }
    }
}
