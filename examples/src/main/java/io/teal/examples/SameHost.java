package io.teal.examples;

import io.teal.constructs.CodeDeployAgent;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SameHostService;
import io.teal.constructs.SharedHosts;
import io.teal.constructs.SynthErrors;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.Bucket;

/** One service whose blue and green share their hosts: a port and a process each. */
public final class SameHost {
    private SameHost() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(SameHost::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "tickets");
        SameHostService.Builder.create(stack, "Tickets")
                .serviceName("tickets")
                .release(ReleaseContext.of(stack, "tickets"))
                .vpc(Vpc.Builder.create(stack, "Vpc").maxAzs(2).build())
                .hosts(hosts(stack))
                .build();
        return stack;
    }

    /** All hosts boot alike, with no version; {@code tickets/1.0.0/tickets.jar} is version 1.0.0. */
    private static SharedHosts hosts(Stack stack) {
        return new SharedHosts(
                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000003")),
                Bucket.fromBucketName(stack, "Artifacts", "example-artifacts"),
                "tickets/{version}/tickets.jar",
                CodeDeployAgent.release("codedeploy-agent-1.7.1-115.noarch.rpm"),
                List.of("dnf install -y java-17-amazon-corretto-headless"),
                List.of("exec java -jar \"$ARTIFACT\" --server.port=\"$PORT\""));
    }
}
