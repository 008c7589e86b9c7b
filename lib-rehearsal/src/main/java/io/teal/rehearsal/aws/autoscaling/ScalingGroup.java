package io.teal.rehearsal.aws.autoscaling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An Auto Scaling group: a colour's own, or one whose hosts both colours share. */
interface ScalingGroup {
    /** The group in its current template. */
    FleetModel model();

    /** The desired capacity. */
    int desired();

    /** The group of each of its hosts as it was at launch, by host id. */
    Map<String, FleetModel> members();

    /** Launches that failed, newest first. */
    default List<Activities.FailedLaunch> failedLaunches() {
        return List.of();
    }

    /** Grows or shrinks to {@code size}, as {@code SetDesiredCapacity} does; completed when what leaves has left. */
    CompletableFuture<Void> resize(int size);

    /** Applies a changed template: resizes, and replaces hosts if the update policy says so. */
    CompletableFuture<Void> startUpdate(FleetModel changed, RefreshWatch watch);

    /** Terminates every host. */
    CompletableFuture<Void> endAll();
}
