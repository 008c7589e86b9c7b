package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.BlueGreenServiceProps;
import io.teal.constructs.CodeDeployAgent;
import io.teal.constructs.Delivery;
import io.teal.constructs.DeploymentGroupsOptions;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.s3.Bucket;

/** One service behind HTTPS whose versions CodeDeploy installs, all hosts at once, with an alarm that stops it. */
public final class WithCodeDeploy {
    private static final String CERTIFICATE =
            "arn:aws:acm:eu-west-1:111111111111:certificate/00000000-0000-0000-0000-000000000000";

    private WithCodeDeploy() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(WithCodeDeploy::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "payments");
        Vpc vpc = Vpc.Builder.create(stack, "Vpc").maxAzs(2).build();
        BlueGreenServiceProps props = BlueGreenServiceProps.builder()
                .serviceName("payments")
                .release(ReleaseContext.of(stack, "payments"))
                .vpc(vpc)
                .delivery(delivery(stack))
                .traffic(TrafficOptions.builder()
                        .certificates(ListenerCertificate.fromArn(CERTIFICATE))
                        .build())
                .codeDeploy(DeploymentGroupsOptions.builder()
                        .alarms(paymentsFail(stack))
                        .deploymentConfig(ServerDeploymentConfig.ALL_AT_ONCE)
                        .build())
                .build();
        new BlueGreenService(stack, "Payments", props);
        return stack;
    }

    private static Alarm paymentsFail(Stack stack) {
        return Alarm.Builder.create(stack, "PaymentsFail")
                .metric(Metric.Builder.create()
                        .namespace("Payments")
                        .metricName("Failed")
                        .statistic("Sum")
                        .build())
                .threshold(1)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }

    /** All hosts boot alike; CodeDeploy installs {@code payments/1.0.0.zip} on those of version 1.0.0. */
    private static Delivery delivery(Stack stack) {
        return Delivery.codeDeploy(
                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000003")),
                Bucket.fromBucketName(stack, "Revisions", "example-revisions"),
                "payments/{version}.zip",
                CodeDeployAgent.release("codedeploy-agent-1.7.1-115.noarch.rpm"),
                List.of("dnf install -y java-17-amazon-corretto-headless"));
    }
}
