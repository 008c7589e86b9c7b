package io.teal.operate.rollback;

import io.teal.operate.account.Connection;
import io.teal.operate.account.InstallPlace;
import io.teal.release.journal.Outcome;
import io.teal.runtime.execution.RunRecord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that a service in place had before its last release, by the records of its runs, which last 90 days. */
final class FormerVersion {
    /** Runs that are read at most: each is a call. */
    private static final int MOST_READ = 20;

    private static final Pattern CHANGE = Pattern.compile("blue (\\S+) -> \\S+");

    private FormerVersion() {}

    /** Of the newest release that was installed everywhere; empty if there is none, or it was the first. */
    static Optional<String> of(Connection connection, InstallPlace install) {
        return connection.aws().listExecutions(install.machine()).stream()
                .filter(run -> !run.running())
                .limit(MOST_READ)
                .flatMap(run -> connection.aws().describeExecutionOutput(run.arn()).stream())
                .map(RunRecord::new)
                .filter(record ->
                        record.outcome().filter(Outcome.INSTALLED::equals).isPresent())
                .filter(RunRecord::beginsDeploy)
                .map(record -> CHANGE.matcher(record.changes()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .filter(version -> !version.equals("none"));
    }
}
