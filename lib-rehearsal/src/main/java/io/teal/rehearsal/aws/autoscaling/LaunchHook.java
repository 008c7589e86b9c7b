package io.teal.rehearsal.aws.autoscaling;

import java.util.concurrent.CompletableFuture;

/** A lifecycle hook: decides on each launched host before it is in service. */
public interface LaunchHook {
    /** Admits every host at once. */
    LaunchHook NONE = host -> CompletableFuture.completedFuture(true);

    /** Whether {@code host} goes into service; if not, it is terminated and another is launched. */
    CompletableFuture<Boolean> admits(Host host);
}
