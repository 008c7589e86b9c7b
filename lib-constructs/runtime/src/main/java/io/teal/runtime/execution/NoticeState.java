package io.teal.runtime.execution;

/** What has happened to a release, as its notices say it. */
enum NoticeState {
    /** Preflight has accepted a deploy. */
    STARTED,
    /** The weights have changed. */
    SHIFTED,
    /** A step takes longer than half of the time it may take. */
    WAITING,
    /** The deploy is done as its template says, and the active colour is the one that it was before. */
    SETTLED,
    /** Another colour has all of production. */
    PROMOTED,
    /** Traffic is where it was. */
    ROLLED_BACK,
    /** A person has to look where traffic is. */
    NEEDS_HUMAN
}
