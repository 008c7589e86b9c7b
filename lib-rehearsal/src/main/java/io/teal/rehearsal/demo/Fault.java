package io.teal.rehearsal.demo;

/** What can be wrong with a demo service, for rehearsals of releases that must fail. */
enum Fault {
    /** It ends as soon as it has begun. */
    CRASHES,
    /** It listens only after so many seconds. */
    BOOTS_IN,
    /** Its health check always fails. */
    NEVER_HEALTHY,
    /** Its health check always fails in zone 0. */
    HALF_HEALTHY,
    /** It is healthy, and answers every other request 500. */
    ERRORS,
    /** The same, so many seconds after its first request. */
    ERRORS_AFTER,
    /** Every request takes so many milliseconds. */
    SLOW,
    /** It ends by itself, so many seconds after its first request. */
    DIES_AFTER,
    /** It answers 503 to what is more than so many requests a second. */
    CAPACITY,
    /** It closes a connection that was idle for so many milliseconds, sooner than any load balancer expects. */
    CLOSES_AFTER,
    /** It is healthy, and resets the connection of any other request instead of answering. */
    RESETS,
    /** It does not stop when it is asked to. */
    DEAF
}
