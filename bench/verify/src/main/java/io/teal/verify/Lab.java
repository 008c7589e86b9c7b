package io.teal.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The AWS calls that the measurements make. */
interface Lab {

    /** The account of the credentials. */
    String account();

    /** Creates the stack or updates it, waits for the end, and returns the status. */
    String deploy(Map<String, String> parameters);

    /**
     * Updates the stack so that it refreshes {@code group}, cancels that refresh, waits for the end, and returns the
     * status.
     */
    String deployCancelled(Map<String, String> parameters, String group);

    /** The stack's name. */
    String name();

    /** Deletes the stack if there is one, waits, and returns the last status: {@code DELETE_COMPLETE} if it is gone. */
    String delete();

    /** The outputs of the stack, by name. */
    Map<String, String> outputs();

    /** Tags of a target group. */
    Map<String, String> tags(String targetGroup);

    /** Moves all traffic of {@code listener} from {@code from} to {@code to}. */
    void move(String listener, String from, String to);

    /** The response from each address of the URL. */
    List<String> answers(String url);

    /**
     * How long ago the newest minute ended of which CloudWatch knows the requests of {@code listener}'s load balancer,
     * in milliseconds; -1 if it knows none of the last half hour.
     */
    long metricAgeMillis(String listener);

    /** Starts an execution and returns its ARN. */
    String start(String machine);

    /** ARNs of the machine's executions. */
    List<String> executions(String machine);

    /** Makes a new version of a launch template that differs from the first. */
    void newVersion(String template);

    /** Sets the size of a group. */
    void resize(String group, int desired);

    /** The size that a group is to have. */
    int desired(String group);

    /** Tags a group by hand. */
    void tagGroup(String group, String key, String value);

    /** Tags of a group. */
    Map<String, String> groupTags(String group);

    /** The launch template version of each host in service. */
    Map<String, String> hosts(String group);

    /** Hosts that the tagging API finds by the group's name. */
    List<String> tagged(String group);

    /** Waits. */
    void pause(Duration time);

    /** Milliseconds since some moment. */
    long millis();
}
