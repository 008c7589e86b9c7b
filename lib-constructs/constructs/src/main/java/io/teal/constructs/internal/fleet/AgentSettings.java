package io.teal.constructs.internal.fleet;

import io.teal.release.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * The checked values of {@code HostOptions} about CloudWatch's agent, whose builder documents each.
 *
 * @param files the log files that it sends; none, and it sends metrics only
 * @param retention how long log lines are kept
 */
public record AgentSettings(List<String> files, RetentionDays retention) {
    /** User data holds a line for each, and 16 KB in all. */
    private static final int MOST_FILES = 20;

    /** Checks what it sends. */
    public AgentSettings {
        files = List.copyOf(files);
        InvalidValueException.require(
                files.size() <= MOST_FILES,
                "cloudWatchAgent takes " + MOST_FILES + " log files, got " + files.size(),
                "let a * stand for several: of files that match, the agent sends the newest");
        InvalidValueException.require(
                new HashSet<>(files).size() == files.size(), "log files must differ, got " + files);
        files.forEach(AgentSettings::path);
    }

    /** What is said of it: nothing, or files, for which there may be a {@code retention}. */
    public static Optional<AgentSettings> of(Optional<List<String>> files, Optional<RetentionDays> retention) {
        InvalidValueException.require(
                retention.isEmpty() || files.filter(some -> !some.isEmpty()).isPresent(),
                "logRetention is of the log files that cloudWatchAgent sends, and there are none",
                "name them: cloudWatchAgent(\"/var/log/orders/*.log\")");
        return files.map(some -> new AgentSettings(some, retention.orElse(RetentionDays.ONE_MONTH)));
    }

    private static void path(String file) {
        InvalidValueException.require(
                file.matches("(/[A-Za-z0-9_.*-]+)+"),
                "a log file must be a path /like/this.log of letters, digits and _.-, with * for any, got '" + file
                        + "'");
    }
}
