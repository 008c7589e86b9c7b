package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;

/** How CodeDeploy deploys to a fleet; made with {@link #builder()}, every value has a default. */
public final class DeploymentGroupsOptions {
    final DeploymentSettings settings;

    private DeploymentGroupsOptions(DeploymentSettings settings) {
        this.settings = settings;
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DeploymentGroupsOptions}. */
    public static final class Builder {
        private List<IAlarm> alarms = List.of();
        private IServerDeploymentConfig deploymentConfig = ServerDeploymentConfig.ONE_AT_A_TIME;
        private Duration timeout = Duration.minutes(20);

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

        /**
         * How many hosts are installed at a time. A colour that is installed has no traffic, so {@code ALL_AT_ONCE} is
         * as safe as any, and fastest; a host that fails stops the release even if the configuration tolerates it.
         *
         * <p>A configuration of your own must let CodeDeploy install at least one host of the smallest fleet: it rounds
         * the hosts that must stay healthy up, so 95 % of 10 hosts are all 10.
         *
         * <p>Default: one, CodeDeploy's {@code OneAtATime}.
         */
        public Builder deploymentConfig(IServerDeploymentConfig config) {
            this.deploymentConfig = config;
            return this;
        }

        /**
         * How long a version may take to be installed on a fleet, waiting for its hosts included; 1 to 45 min. An agent
         * that never answers fails the release by then; CodeDeploy itself could wait for an hour.
         *
         * <p>Default: 20 min.
         */
        public Builder timeout(Duration longest) {
            this.timeout = longest;
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if there are more than 10 alarms, or the time is out of its range
         */
        public DeploymentGroupsOptions build() {
            return new DeploymentGroupsOptions(new DeploymentSettings(alarms, deploymentConfig, timeout));
        }
    }
}
