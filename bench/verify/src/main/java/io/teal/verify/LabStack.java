package io.teal.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** The lab's one stack. */
final class LabStack {
    /** What it is called once it is gone. */
    static final String GONE = "DELETE_COMPLETE";

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int MOST_LOOKS = 720;

    private final CloudFormationClient stacks;
    private final String name;
    private volatile boolean requested;

    LabStack(SdkHttpClient http, Region region, String name) {
        this.stacks =
                CloudFormationClient.builder().httpClient(http).region(region).build();
        this.name = name;
    }

    String deploy(Map<String, String> parameters, String client) {
        begin(parameters, client);
        return rest();
    }

    /** Waits until nothing is in progress, and returns the status. */
    String rest() {
        return atRest("_IN_PROGRESS");
    }

    /** Creates the stack or updates it, and waits for nothing. */
    void begin(Map<String, String> parameters, String client) {
        List<Parameter> given = List.of(
                parameter("Round", parameters.get("Round")),
                parameter("Fail", parameters.get("Fail")),
                parameter("Boots", parameters.getOrDefault("Boots", "1")),
                parameter("Client", client));
        if (requested) {
            stacks.updateStack(request -> request.stackName(name)
                    .templateBody(AwsLab.template())
                    .parameters(given)
                    .capabilities(Capability.CAPABILITY_IAM));
        } else {
            // Set before the call: if its response is lost, the stack is still deleted.
            requested = true;
            stacks.createStack(request -> request.stackName(name)
                    .templateBody(AwsLab.template())
                    .parameters(given)
                    .capabilities(Capability.CAPABILITY_IAM));
        }
    }

    private static Parameter parameter(String name, String value) {
        return Parameter.builder().parameterKey(name).parameterValue(value).build();
    }

    Map<String, String> outputs() {
        return stack().outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }

    /** Waits for an update to end, deletes the stack if this run created it, and returns its last status. */
    synchronized String delete() {
        if (!requested) {
            return GONE;
        }
        try {
            if (stack().stackStatusAsString().startsWith("UPDATE_")) {
                atRest("_IN_PROGRESS");
            }
            stacks.deleteStack(request -> request.stackName(name));
            return atRest("DELETE_IN_PROGRESS");
        } catch (CloudFormationException refused) {
            if (String.valueOf(refused.getMessage()).contains("does not exist")) {
                return GONE;
            }
            throw refused;
        }
    }

    private String atRest(String unfinished) {
        String status = stack().stackStatusAsString();
        for (int look = 0; status.endsWith(unfinished) && look < MOST_LOOKS; look++) {
            sleep(LOOK);
            status = stack().stackStatusAsString();
        }
        return status;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", over);
        }
    }

    private Stack stack() {
        return stacks.describeStacks(request -> request.stackName(name))
                .stacks()
                .get(0);
    }
}
