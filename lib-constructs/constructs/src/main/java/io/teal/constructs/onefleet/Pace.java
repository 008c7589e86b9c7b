package io.teal.constructs.onefleet;

import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;

/** How many hosts CodeDeploy takes at a time; the others serve. */
public enum Pace {
    /** Half of them, rounded down. */
    HALF_AT_A_TIME,
    /** One after the other. */
    ONE_AT_A_TIME;

    /** What CodeDeploy calls it. */
    IServerDeploymentConfig config() {
        return this == HALF_AT_A_TIME ? ServerDeploymentConfig.HALF_AT_A_TIME : ServerDeploymentConfig.ONE_AT_A_TIME;
    }

    /** How many of {@code hosts} serve while others are installed: what must stay healthy is rounded up. */
    int serving(int hosts) {
        return this == HALF_AT_A_TIME ? (hosts + 1) / 2 : hosts - 1;
    }
}
