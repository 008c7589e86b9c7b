package io.teal.operate.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An instance refresh: Auto Scaling replaces the hosts of a group.
 *
 * @param id its id
 * @param status AWS's word, as {@code InProgress} or {@code RollbackSuccessful}
 * @param began when it began; empty while it is {@code Pending}
 * @param ended when it ended; empty if it has not
 * @param percent of the hosts that are replaced, 0 to 100
 * @param left hosts that are still to be replaced
 * @param version the launch template version of the new hosts; empty if the refresh names none
 * @param reason why it is in that status, as Auto Scaling says it; empty text if it does not
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceRefresh.html">InstanceRefresh</a>
 */
public record HostRefresh(
        String id,
        String status,
        Optional<Instant> began,
        Optional<Instant> ended,
        int percent,
        int left,
        Optional<String> version,
        String reason) {
    private static final Set<String> GOING_ON =
            Set.of("Pending", "InProgress", "Baking", "Cancelling", "RollbackInProgress");
    private static final Set<String> FORWARD = Set.of("Pending", "InProgress", "Baking");

    /** Whether it has not ended. */
    public boolean running() {
        return GOING_ON.contains(status);
    }

    /** Whether it goes on, and nobody has cancelled it or rolled it back. */
    public boolean goesForward() {
        return FORWARD.contains(status);
    }

    /** Whether its hosts were all replaced, and stayed. */
    public boolean succeeded() {
        return status.equals("Successful");
    }
}
