package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.BlueGreenServiceProps;
import io.teal.constructs.codedeploy.DeploymentGroupsOptions;
import io.teal.constructs.context.ReleaseContext;
import io.teal.constructs.fleet.Delivery;
import io.teal.constructs.synth.SynthErrors;
import io.teal.constructs.traffic.TrafficOptions;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.s3.Bucket;

/** One service behind HTTPS with a CodeDeploy deployment group for each fleet, and an alarm that stops a deployment. */
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

    /** A host serves its version from the first boot, and has the agent for the revisions that follow. */
    private static Delivery delivery(Stack stack) {
        return Delivery.artifact(
                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000003")),
                Bucket.fromBucketName(stack, "Artifacts", "example-artifacts"),
                "payments/{version}/payments.jar",
                List.of(
                        "dnf install -y java-17-amazon-corretto-headless ruby",
                        "systemd-run --unit=payments -p Restart=always java -jar \"$ARTIFACT\"",
                        "region=$(ec2-metadata --region | cut -d' ' -f2)",
                        "curl -fsSo /opt/install-agent"
                                + " https://aws-codedeploy-$region.s3.$region.amazonaws.com/latest/install",
                        "ruby /opt/install-agent auto"));
    }
}
