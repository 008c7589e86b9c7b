package io.teal.release.guard;

import io.teal.release.observation.Direction;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Weights;
import java.time.Instant;
import java.util.Optional;

/** What the guard looks at; what a rule does not ask for need not be read. */
public interface GuardSight {
    /** The promotion that the template's release comes from; empty if that was none, or is not known. */
    Optional<WatchedRelease> watched();

    /** Now. */
    Instant now();

    /** The worst alarm on the active colour. */
    Gate.Alarm alarm();

    /** Whether the active fleet is to have hosts: a schedule takes all at night. */
    boolean activeHasHosts();

    /** Whether the guard is held, for maintenance. */
    boolean held();

    /** The stack's direction. */
    Direction stack();

    /** The live weights; empty if there is no production action. */
    Optional<Weights> live();

    /** Whether the standby has a fleet, and its version has had all of production before. */
    boolean standbyServed();
}
