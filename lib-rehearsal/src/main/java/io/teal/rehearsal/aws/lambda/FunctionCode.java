package io.teal.rehearsal.aws.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.release.port.Aws;
import io.teal.runtime.execution.Answers;
import io.teal.runtime.execution.ReleaseFunction;
import io.teal.runtime.execution.Runs;
import java.time.Clock;
import java.util.function.Consumer;

/** Which code the release function has, and what it takes for AWS. */
@FunctionalInterface
public interface FunctionCode {
    /** Teal's, as it is on AWS. */
    FunctionCode OF_TEAL = Runs::new;

    /** The code over {@code aws}, by {@code clock}; {@code log} takes one line for each decision. */
    ReleaseFunction over(Aws aws, Answers answers, Clock clock, Consumer<String> log);

    /** The stack gives {@code function} another code, as its template writes it. */
    default void changes(String function, JsonNode code) {}
}
