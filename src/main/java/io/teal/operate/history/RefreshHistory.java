package io.teal.operate.history;

import io.teal.operate.account.Connection;
import io.teal.operate.account.HostRefresh;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Lists the instance refreshes of a group, which Auto Scaling remembers for six weeks. One that CloudFormation starts
 * to go back is one of its own.
 *
 * @param connection reads them
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeInstanceRefreshes.html">
 *     DescribeInstanceRefreshes</a>
 */
record RefreshHistory(Connection connection) {

    /** The newest {@code most} of {@code group}, newest first. */
    List<PastRelease> of(String group, int most) {
        Instant now = connection.clock().instant();
        return connection.account().describeInstanceRefreshes(group).stream()
                .map(refresh -> release(refresh, now))
                .sorted(Comparator.comparing(PastRelease::began).reversed())
                .limit(most)
                .toList();
    }

    /** One that has not begun begins now. */
    private static PastRelease release(HostRefresh refresh, Instant now) {
        Instant began = refresh.began().orElse(now);
        String hosts = refresh.running() || !refresh.succeeded() && refresh.percent() < 100
                ? ", " + refresh.percent() + " percent of the hosts"
                : "";
        return new PastRelease(
                began,
                Duration.between(began, refresh.ended().orElse(now)),
                refresh.version()
                                .map(version -> "to launch template version " + version)
                                .orElse("hosts replaced")
                        + hosts,
                end(refresh.status()),
                refresh.succeeded() ? "" : refresh.reason());
    }

    private static String end(String status) {
        return switch (status) {
            case "Successful" -> PastRelease.DONE;
            case "RollbackSuccessful" -> PastRelease.ROLLED_BACK;
            case "RollbackFailed" -> PastRelease.NEEDS_HUMAN;
            case "Cancelled" -> PastRelease.CANCELLED;
            case "Failed" -> PastRelease.FAILED;
            default -> PastRelease.STARTED;
        };
    }
}
