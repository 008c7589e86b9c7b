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
    private static final String NAME = "teal-verify-on-aws";
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final CloudFormationClient stacks;
    private boolean there;

    LabStack(SdkHttpClient http, Region region) {
        this.stacks =
                CloudFormationClient.builder().httpClient(http).region(region).build();
    }

    String deploy(Map<String, String> parameters, String client) {
        List<Parameter> given = List.of(
                parameter("Round", parameters.get("Round")),
                parameter("Fail", parameters.get("Fail")),
                parameter("Client", client));
        if (there) {
            stacks.updateStack(request -> request.stackName(NAME)
                    .templateBody(AwsLab.template())
                    .parameters(given)
                    .capabilities(Capability.CAPABILITY_IAM));
        } else {
            stacks.createStack(request -> request.stackName(NAME)
                    .templateBody(AwsLab.template())
                    .parameters(given)
                    .capabilities(Capability.CAPABILITY_IAM));
            there = true;
        }
        return ended();
    }

    private static Parameter parameter(String name, String value) {
        return Parameter.builder().parameterKey(name).parameterValue(value).build();
    }

    Map<String, String> outputs() {
        return stack().outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }

    /** Nothing happens if this run has made no stack. */
    synchronized void delete() {
        if (there) {
            stacks.deleteStack(request -> request.stackName(NAME));
            there = false;
            try {
                ended();
            } catch (CloudFormationException gone) {
                return;
            }
        }
    }

    private String ended() {
        String status = stack().stackStatusAsString();
        while (status.endsWith("_IN_PROGRESS")) {
            pause();
            status = stack().stackStatusAsString();
        }
        return status;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", over);
        }
    }

    private Stack stack() {
        return stacks.describeStacks(request -> request.stackName(NAME))
                .stacks()
                .get(0);
    }
}
