package io.teal.runtime.aws;

import com.fasterxml.jackson.jr.ob.JSON;
import io.teal.release.port.Execution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;

/** AWS Step Functions. */
final class StepFunctionsCalls {
    private static final int NEWEST = 100;

    private final SfnClient reads;
    private final SfnClient writes;

    StepFunctionsCalls(AwsClients clients) {
        this.reads = clients.reads(SfnClient.builder());
        this.writes = clients.writes(SfnClient.builder());
    }

    /** By the client that retries: a name can be used once only. */
    void start(String stateMachine, String name, Map<String, Object> input) {
        AwsCalls.of(
                "StartExecution " + name,
                () -> reads.startExecution(request ->
                        request.stateMachineArn(stateMachine).name(name).input(json(input))));
    }

    List<Execution> list(String stateMachine) {
        return AwsCalls.of(
                "ListExecutions of " + stateMachine,
                () -> reads
                        .listExecutions(
                                request -> request.stateMachineArn(stateMachine).maxResults(NEWEST))
                        .executions()
                        .stream()
                        .map(run -> new Execution(
                                run.executionArn(),
                                run.name(),
                                run.statusAsString(),
                                run.startDate(),
                                Optional.ofNullable(run.stopDate())))
                        .toList());
    }

    Optional<Map<String, Object>> output(String execution) {
        String output = AwsCalls.of(
                "DescribeExecution " + execution,
                () -> reads.describeExecution(request -> request.executionArn(execution))
                        .output());
        return Optional.ofNullable(output).map(StepFunctionsCalls::map);
    }

    void stop(String execution, String cause) {
        AwsCalls.of(
                "StopExecution " + execution,
                () -> writes.stopExecution(
                        request -> request.executionArn(execution).cause(cause)));
    }

    private static String json(Map<String, Object> map) {
        try {
            return JSON.std.asString(map);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException("an execution's output is not JSON", malformed);
        }
    }
}
