package io.teal.constructs.internal.update;

import java.util.function.IntUnaryOperator;
import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;

/** How many hosts CodeDeploy takes at a time; the others serve. */
public enum HostsAtATime {
    /** Half of them, rounded down. */
    HALF(ServerDeploymentConfig.HALF_AT_A_TIME, hosts -> (hosts + 1) / 2),
    /** One after the other. */
    ONE(ServerDeploymentConfig.ONE_AT_A_TIME, hosts -> hosts - 1);

    private final IServerDeploymentConfig config;
    private final IntUnaryOperator serving;

    HostsAtATime(IServerDeploymentConfig config, IntUnaryOperator serving) {
        this.config = config;
        this.serving = serving;
    }

    IServerDeploymentConfig config() {
        return config;
    }

    /** How many of {@code hosts} serve while others are installed: what must stay healthy is rounded up. */
    int serving(int hosts) {
        return serving.applyAsInt(hosts);
    }
}
