package io.teal.release.observation;

/** When a function of the user's is called. */
public enum HookPoint {
    /** When the fleet is ready, and before it gets traffic. */
    BEFORE_TRAFFIC,
    /** When it has all the traffic that the deploy gives it. */
    AFTER_TRAFFIC
}
