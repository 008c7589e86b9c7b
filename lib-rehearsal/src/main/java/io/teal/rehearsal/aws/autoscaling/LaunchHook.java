package io.teal.rehearsal.aws.autoscaling;

/** A lifecycle hook: decides on each launched host before it is in service. */
public interface LaunchHook {
    /** Admits every host at once. */
    LaunchHook NONE = host -> true;

    /**
     * Whether {@code host} goes into service; if not, it is terminated and another is launched. May block.
     *
     * @throws InterruptedException if the run is over
     */
    boolean admits(Host host) throws InterruptedException;
}
