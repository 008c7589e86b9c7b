package io.teal.operate.account;

import java.util.Optional;

/**
 * An EC2 instance, as quotas count it.
 *
 * @param group name of the Auto Scaling group that launched it, if one did
 * @param type its type, as {@code m7g.large}
 * @param onDemand whether it is neither a Spot Instance nor of a Capacity Block
 * @param cpus its vCPUs: cores times threads of each
 */
public record LaunchedHost(Optional<String> group, String type, boolean onDemand, int cpus) {
    /** Families whose names begin like a standard one's, with quotas of their own. */
    private static final String OTHERS = "(hpc|inf|trn|dl|mac)";

    /**
     * Whether it counts for the quota of On-Demand Standard instances, L-1216C47A: those of the families A, C, D, H, I,
     * M, R, T and Z.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html">On-Demand
     *     Instance quotas</a>
     */
    public boolean standard() {
        return onDemand && type.matches("(?!" + OTHERS + ")[acdhimrtz][0-9a-z-]*\\..+");
    }
}
