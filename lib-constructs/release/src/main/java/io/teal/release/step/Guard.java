package io.teal.release.step;

/**
 * Every rule that stops a run from doing harm, by name. Production code runs with all of them; the mutation tests take
 * one away at a time and show what goes wrong then.
 */
public enum Guard {
    /** A run whose stack has changed direction writes nothing. */
    STACK_STILL_GOES_THIS_WAY,
    OLDER_RUNS_ARE_STOPPED,
    /** A stopped run's last call may still take effect: one tick passes before anything is read. */
    STOPPED_RUNS_SETTLE,
    /** Weights that changed since the operation began stop the run before its first change. */
    LIVE_IS_WHERE_IT_BEGAN,
    LIVE_IS_OURS,
    /** A write is stored in the journal first. */
    WRITE_AHEAD,
    READ_BACK,
    /** Health older than 15 s is no evidence. */
    HEALTH_IS_YOUNG,
    HEALTH_FOLLOWS_CHANGE,
    /** The smaller fleet is sized to the larger before it is given traffic. */
    FLEETS_ARE_LEVEL,
    /** While traffic is watched, the fleet to roll back to is kept as large as the other. */
    WAY_BACK_IS_WARM,
    /** A fleet keeps the hosts that its share of production takes. */
    SHARE_KEEPS_ITS_HOSTS,
    /** A fleet gives hosts away only if all of its hosts are healthy: Auto Scaling chooses which. */
    ANY_HOST_MAY_LEAVE,
    /** Hosts that left have ended before others are launched in their place. */
    LEFT_HOSTS_HAVE_ENDED,
    ENOUGH_HEALTHY,
    IN_EVERY_GROUP,
    /** All its hosts run the release's version. */
    RIGHT_RELEASE,
    HOOK_PASSED,
    /** A run that has to be approved gives no new version most of the traffic before a person has said so. */
    PERSON_APPROVES,
    /** A person who says so turns the run back, wherever it is. */
    ABORT_TURNS_BACK,
    ALARM_TURNS_BACK,
    /** An alarm without data, or that cannot be read, is not OK. */
    SILENCE_IS_NOT_OK,
    SAMPLES_ARE_NEEDED,
    /** Each change of weights is held while it spreads. */
    CHANGES_ARE_HELD,
    WATCH_TAKES_ITS_TIME,
    /** A colour with traffic and no healthy target turns the run back. */
    LOST_FLEET_TURNS_BACK,
    WAITS_END,
    WAY_BACK_SERVES,
    /** After a part of the traffic is back, no other weights are written until that write cannot land again. */
    PART_HAS_LANDED,
    /** A run that is home leaves it as large as it was. */
    HOME_IS_WHOLE,
    /** Traffic is home only when it has stayed there: an earlier write of the run may take effect late. */
    HOME_IS_SETTLED,
    /** The run's own write that takes effect late is undone, not mistaken for someone else's. */
    STRAY_IS_OURS,
    /** A promoted version is marked, so that returning to it is known as a rollback. */
    PROMOTED_IS_MARKED,
    /** A colour has had no traffic for a while before its fleet is removed. */
    COLD_BEFORE_REMOVAL,
    /** Nothing is installed on hosts with traffic, unless in-place was requested. */
    SERVING_HOSTS_ARE_LEFT_ALONE,
    /** A version is installed when as many hosts as desired are in service: a new host gets the old one. */
    FLEET_IS_COMPLETE,
    /** A deployment on a new host is waited for: stopping it would terminate the host. */
    LAUNCHES_ARE_WAITED_FOR,
    /** A deployment of the version that runs already is followed, not repeated. */
    SAME_DEPLOYMENT_IS_FOLLOWED,
    /** The version is installed already only if nothing else was tried since. */
    NEWEST_DEPLOYMENT_COUNTS,
    /** And only if every host is tagged with it. */
    HOSTS_SAY_SO,
    /** A run that has marked hosts does not read their tags: the tagging API lags. */
    TAGS_ARE_LATE,
    /** Before a deployment the hosts are marked: from then on what they run is unknown. */
    HOSTS_ARE_MARKED_FIRST,
    /** A deployment that failed on a host has not installed the version, whatever CodeDeploy calls it. */
    EVERY_HOST_SUCCEEDED,
    OTHER_DEPLOYMENTS_END,
    EVERY_HOST_IS_COVERED,
    GIVEN_UP_IS_STOPPED,
    /** When a run gives up, hosts launched meanwhile are marked too. */
    GIVEN_UP_IS_MARKED,
    ENDED_STAYS_ENDED
}
