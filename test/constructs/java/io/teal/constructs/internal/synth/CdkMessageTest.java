package io.teal.constructs.internal.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.MachineImage;

/** What is left of a CDK error for the user: its own words. */
class CdkMessageTest {
    @Test
    void anErrorOfTheKernelKeepsWhatStandsBeforeTheKernelsOwnWords() {
        RuntimeException thrown = new RuntimeException(
                "\nInvalidPort: port 70000 is too large\n@jsii/kernel.RuntimeError: InvalidPort: port 70000 is too large\n");
        assertThat(CdkMessage.of(thrown)).contains("port 70000 is too large");
    }

    @Test
    void anErrorOfAConstructorLosesItsFramesAndItsRepetition() {
        Stack stack = Stack.Builder.create(new App())
                .env(Environment.builder().region("eu-west-1").build())
                .build();
        RuntimeException thrown = catchRuntimeException(() -> LaunchTemplate.Builder.create(stack, "Template")
                .machineImage(MachineImage.genericLinux(Map.of("us-east-1", "ami-0123456789abcdef0")))
                .build());
        assertThat(CdkMessage.of(thrown))
                .contains("Unable to find AMI in AMI map: no AMI specified for region 'eu-west-1'");
    }

    @Test
    void whatTheCdkDidNotThrowIsABugAndKeepsItsStackTrace() {
        assertThat(CdkMessage.of(new RuntimeException("x"))).isEmpty();
    }
}
