package io.teal.release;

/**
 * Names that templates, the function, the command line and the rehearsal share, each defined once. The names of the
 * properties are in {@code CutoverMap}, those of the flags in {@link ReleaseFlag}.
 *
 * <p>A changed tag key or resource type breaks stacks that are deployed; a changed name replaces live resources.
 */
public final class Contract {
    /** Tag of groups and hosts: the version they run, where each colour has a fleet of its own. */
    public static final String VERSION_TAG = "teal:version";

    /** Tag of groups and hosts: their colour, where each colour has a fleet of its own. */
    public static final String COLOR_TAG = "teal:color";

    /** Tag of groups: the version that has been promoted, as Shift marks it. */
    public static final String PROMOTED_TAG = "teal:promoted";

    /** Tag of groups and hosts: the service's name. */
    public static final String SERVICE_TAG = "teal:service";

    /** Tag of the rule on an existing listener: the name of the state machine that may change it. */
    public static final String RULE_TAG = "teal:release";

    /** Tag of images: {@code true} as long as nothing may delete them. */
    public static final String KEEP_TAG = "teal:keep";

    /** Type of the resource that checks a deploy and pins launch template versions. */
    public static final String PREFLIGHT = "Custom::TealPreflight";

    /** Type of the resource that moves traffic. */
    public static final String SHIFT = "Custom::TealShift";

    /** Type of the resource that has CodeDeploy install versions. */
    public static final String INSTALL = "Custom::TealInstall";

    /** Type of the resource whose delete waits until no load balancer node uses a rule any more that it came after. */
    public static final String FAREWELL = "Custom::TealFarewell";

    /** Type of a run that an alarm asks for after a release; no template has a resource of it. */
    public static final String GUARD = "Teal::Guard";

    /** Tag of groups: the guard is held, for the reason that is its value. */
    public static final String GUARD_TAG = "teal:guard-held";

    /** Tag of groups: the run, by its execution's name, that a person lets go on. */
    public static final String APPROVE_TAG = "teal:approve";

    /** Tag of groups: the run that a person turns back; why may follow. */
    public static final String ABORT_TAG = "teal:abort";

    /** The entry of the function that answers custom resources. */
    public static final String HANDLER = "io.teal.runtime.function.Handler";

    /** Warning at synthesis, to acknowledge by this name: a key of volumes that may not admit Auto Scaling. */
    public static final String VOLUME_KEY_WARNING = "teal:volumeKey";

    /** Exit code: success. {@code bin/test}: every step passed. */
    public static final int EXIT_DONE = 0;

    /** Exit code: not done, or refused. {@code bin/test}: a step failed. */
    public static final int EXIT_NOT_DONE = 1;

    /** Exit code: bad input. Scripts in {@code bin}: a tool is missing. */
    public static final int EXIT_BAD_INPUT = 2;

    /** Exit code: a rehearsal came to no result. */
    public static final int EXIT_INVALID_RUN = 3;

    /** Exit code: a call to AWS failed. */
    public static final int EXIT_UNREACHABLE = 4;

    /** Exit code: a person has to check where traffic is. */
    public static final int EXIT_NEEDS_HUMAN = 5;

    /** Exit code: a rehearsed version was taken back or never served; to repeat the run shows the same. */
    public static final int EXIT_NOT_RELEASED = 6;

    /** Exit code: a bug in Teal. */
    public static final int EXIT_BUG = 70;

    private Contract() {}

    /** Tag of groups and hosts that both colours share: the version of {@code color}. */
    public static String versionTag(Color color) {
        return versionTag(color.toString());
    }

    /** The same, for a colour as tags spell it. */
    public static String versionTag(String color) {
        return "teal:" + color + ":version";
    }

    /** Tag of groups that both colours share: the version of {@code color} that has been promoted. */
    public static String promotedTag(Color color) {
        return "teal:" + color + ":promoted";
    }

    /** Whether only groups and hosts of a service with two colours have the tag {@code key}. */
    public static boolean isOfColors(String key) {
        return key.equals(COLOR_TAG) || key.matches("teal:(blue|green):.*");
    }

    /** Name of the Auto Scaling group of a service that has one; fixed, so that policies can name it. */
    public static String groupName(String stack, String service) {
        return stack + "-" + service;
    }

    /** Name of the Auto Scaling group of {@code color}; fixed, so that policies can name it. */
    public static String groupName(String stack, String service, Color color) {
        return groupName(stack, service) + "-" + color;
    }

    /** Name of the log group that the hosts of an Auto Scaling group send their log files to, if they do. */
    public static String logGroupName(String groupName) {
        return "/teal/" + groupName;
    }

    /** Name of the state machine that runs a service's releases. */
    public static String stateMachineName(String stack, String service) {
        return groupName(stack, service) + "-release";
    }
}
