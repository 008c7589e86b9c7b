package io.teal.rehearsal.aws.autoscaling;

/** Asked about each host that has been launched, before it is in service. */
public interface LaunchHook {
    /** Every host goes on at once. */
    LaunchHook NONE = host -> true;

    /**
     * Whether {@code host} goes on; if not, it is ended and another is launched. May take its time.
     *
     * @throws InterruptedException if the run is over
     */
    boolean admits(Host host) throws InterruptedException;
}
