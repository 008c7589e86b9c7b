package io.teal.release.step;

/**
 * Every rule that stops a run from doing harm, by name. Production code runs with all of them; the mutation tests take
 * one away at a time and show what goes wrong then.
 */
public enum Guard {
    /** A run whose stack no longer goes its way writes nothing. */
    STACK_STILL_GOES_THIS_WAY,
    /** Runs that came before are stopped first. */
    OLDER_RUNS_ARE_STOPPED,
    /** What a stopped run had sent may still land: one tick is waited before anything is read. */
    STOPPED_RUNS_SETTLE,
    /** Weights that are not where the operation began stop the run before its first change. */
    LIVE_IS_WHERE_IT_BEGAN,
    /** Weights that someone else wrote stop the run. */
    LIVE_IS_OURS,
    /** What is to be written is durable first. */
    WRITE_AHEAD,
    /** A write is done when it is read back. */
    READ_BACK,
    /** Health older than 15 s is no evidence. */
    HEALTH_IS_YOUNG,
    /** Health read before the last change is no evidence. */
    HEALTH_FOLLOWS_CHANGE,
    /** The smaller fleet is sized to the larger before it is given traffic. */
    FLEETS_ARE_LEVEL,
    /** The way back is kept as large as the way on while traffic is watched. */
    WAY_BACK_IS_WARM,
    /** The colour that gains traffic has enough healthy targets. */
    ENOUGH_HEALTHY,
    /** It has them in every target group. */
    IN_EVERY_GROUP,
    /** All its hosts run what the release says. */
    RIGHT_RELEASE,
    /** The user's hook has passed. */
    HOOK_PASSED,
    /** An alarm turns the run back. */
    ALARM_TURNS_BACK,
    /** An alarm without data, or that cannot be read, is not OK. */
    SILENCE_IS_NOT_OK,
    /** Too few samples are not evidence. */
    SAMPLES_ARE_NEEDED,
    /** Each change of weights is held while it spreads. */
    CHANGES_ARE_HELD,
    /** A step is watched for its whole time. */
    WATCH_TAKES_ITS_TIME,
    /** A colour that serves and has no healthy target left turns the run back. */
    LOST_FLEET_TURNS_BACK,
    /** Every wait has a deadline. */
    WAITS_END,
    /** Traffic goes back only to a colour that can serve it. */
    WAY_BACK_SERVES,
    /** Traffic is home only when it has stayed there: an older write of the run may land late. */
    HOME_IS_SETTLED,
    /** A write of the run's own that lands late is taken back, not taken for someone else's. */
    STRAY_IS_OURS,
    /** A promoted version is marked, so that returning to it is known as a rollback. */
    PROMOTED_IS_MARKED,
    /** A colour is cold for a while before its fleet goes. */
    COLD_BEFORE_REMOVAL,
    /** Nothing is installed where traffic is, unless that was asked for. */
    SERVING_HOSTS_ARE_LEFT_ALONE,
    /** A version is installed when as many hosts as desired are in service: one that is launched gets the old one. */
    FLEET_IS_COMPLETE,
    /** A deployment on a host that was launched is waited for: stopped, it would end the host. */
    LAUNCHES_ARE_WAITED_FOR,
    /** A deployment of the version that runs already is followed, not repeated. */
    SAME_DEPLOYMENT_IS_FOLLOWED,
    /** The version is installed already only if nothing else was tried since. */
    NEWEST_DEPLOYMENT_COUNTS,
    /** And only if every host says so. */
    HOSTS_SAY_SO,
    /** A run that has marked hosts does not ask what they say: the tagging API learns late. */
    TAGS_ARE_LATE,
    /** Before a deployment the hosts are marked: from then on nobody knows what they run. */
    HOSTS_ARE_MARKED_FIRST,
    /** A deployment that failed on a host has not installed the version, whatever CodeDeploy calls it. */
    EVERY_HOST_SUCCEEDED,
    /** Nothing is installed while a deployment of the group runs. */
    OTHER_DEPLOYMENTS_END,
    /** Every host in service was in the deployment. */
    EVERY_HOST_IS_COVERED,
    /** A deployment that a run gives up is stopped. */
    GIVEN_UP_IS_STOPPED,
    /** When a run gives up, hosts that came meanwhile are marked too. */
    GIVEN_UP_IS_MARKED,
    /** A run that has ended calls nothing. */
    ENDED_STAYS_ENDED
}
