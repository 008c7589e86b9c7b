package io.teal.constructs.internal.codedeploy;

import io.teal.release.InvalidValueException;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.IServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;

/**
 * CodeDeploy's rule for the hosts that must stay healthy: a percentage is rounded up, and a deployment that may take no
 * host fails at once.
 */
public final class HealthyHosts {
    private static final int ALL = 100;
    private static final String PERCENT = "FLEET_PERCENT";

    private HealthyHosts() {}

    /** Whether a deployment to {@code hosts} may take one, if {@code percent} of them must stay healthy. */
    static boolean lets(int hosts, int percent) {
        int healthy = (hosts * percent + ALL - 1) / ALL;
        return healthy < hosts;
    }

    /**
     * Checks a configuration that is made in this app. CodeDeploy's own fit any fleet, and the values of an imported
     * one are unknown.
     *
     * @param least the fewest hosts of a fleet: if one of these may be taken, one of a larger fleet may
     * @throws InvalidValueException if no deployment to so few hosts could start
     */
    public static void check(IServerDeploymentConfig config, int least) {
        if (config instanceof ServerDeploymentConfig made
                && made.getNode().getDefaultChild() instanceof CfnDeploymentConfig resource
                && Stack.of(made).resolve(resource.getMinimumHealthyHosts()) instanceof Map<?, ?> minimum
                && minimum.get("value") instanceof Number value) {
            check(minimum.get("type").equals(PERCENT), value.intValue(), least);
        }
    }

    private static void check(boolean percent, int value, int least) {
        InvalidValueException.require(
                percent ? lets(least, value) : value < least,
                "deploymentConfig keeps " + value + (percent ? " %" : "") + " of "
                        + least
                        + " hosts healthy, which is all of them, since CodeDeploy rounds up, and no deployment"
                        + " could begin",
                "keep fewer, or raise minCapacity");
    }
}
