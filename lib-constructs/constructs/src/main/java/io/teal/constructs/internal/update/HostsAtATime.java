package io.teal.constructs.internal.update;

import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;

/** How many hosts CodeDeploy takes at a time; the others serve. */
public enum HostsAtATime {
    /** Half of them, rounded down. */
    HALF {
        @Override
        IServerDeploymentConfig config() {
            return ServerDeploymentConfig.HALF_AT_A_TIME;
        }

        @Override
        int serving(int hosts) {
            return (hosts + 1) / 2;
        }
    },
    /** One after the other. */
    ONE {
        @Override
        IServerDeploymentConfig config() {
            return ServerDeploymentConfig.ONE_AT_A_TIME;
        }

        @Override
        int serving(int hosts) {
            return hosts - 1;
        }
    };

    /** CodeDeploy's name for it. */
    abstract IServerDeploymentConfig config();

    /** How many of {@code hosts} serve while others are installed: what must stay healthy is rounded up. */
    abstract int serving(int hosts);
}
