package io.teal.constructs;

import static io.teal.constructs.testing.TealAssertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;

/** What users put beside a service in its own stack, and point at from both sides: the likely makers of a cycle. */
class OneStackForAllTest {
    private final Stack stack = Stack.Builder.create(new App(), "shop")
            .env(Environment.builder()
                    .account("111111111111")
                    .region("eu-west-1")
                    .build())
            .build();
    private final Vpc vpc = Vpc.Builder.create(stack, "Vpc").maxAzs(2).build();

    @Test
    void everyOptionAtOnceWithNeighboursInTheSameStackHasNoCycle() {
        // Given
        BlueGreenService service = service();
        SecurityGroup database =
                SecurityGroup.Builder.create(stack, "Database").vpc(vpc).build();
        // When
        database.getConnections().allowFrom(service, Port.tcp(5432));
        service.getRouter().allowPreviewFrom(Peer.ipv4("192.0.2.0/24"));
        service.getRole().addToPolicy(statementAboutItsOwnFleet());
        // Then
        assertThat(stack).runs(Color.BLUE, "1.0.0").givesTraffic(90, 10).updatesFleetsBeforeWeights();
    }

    private BlueGreenService service() {
        Release release = Release.first(Color.BLUE, Version.of("1.0.0"))
                .start(Version.of("2.0.0"))
                .rest(10);
        return BlueGreenService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .release(release)
                .vpc(vpc)
                .delivery(delivery())
                .fleet(FleetOptions.builder()
                        .instanceTypes(new InstanceType("t3.small"), new InstanceType("t3a.small"))
                        .build())
                .traffic(traffic())
                .codeDeploy(DeploymentGroupsOptions.builder().alarms(alarm()).build())
                .build();
    }

    private Delivery delivery() {
        Bucket artifacts = Bucket.Builder.create(stack, "Artifacts")
                .encryptionKey(new Key(stack, "Key"))
                .build();
        return Delivery.codeDeploy(
                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000001")),
                artifacts,
                "orders/{version}.zip",
                CodeDeployAgent.inImage(),
                List.of("true"));
    }

    private TrafficOptions traffic() {
        String certificate = "arn:aws:acm:eu-west-1:111111111111:certificate/00000000-0000-0000-0000-000000000000";
        return TrafficOptions.builder()
                .certificates(ListenerCertificate.fromArn(certificate))
                .clients(Peer.ipv4("198.51.100.0/24"))
                .previewClients(Peer.ipv4("203.0.113.0/24"))
                .accessLogs(Bucket.Builder.create(stack, "Logs").build())
                .deletionProtection(true)
                .build();
    }

    private Alarm alarm() {
        return Alarm.Builder.create(stack, "Failing")
                .metric(Metric.Builder.create()
                        .namespace("Orders")
                        .metricName("Failed")
                        .build())
                .threshold(1)
                .evaluationPeriods(1)
                .build();
    }

    /** By name: a reference to the group would close a cycle, because its hosts wait for what their role may do. */
    private PolicyStatement statementAboutItsOwnFleet() {
        String group = ColorFleet.groupName(stack, "orders", Color.BLUE);
        return PolicyStatement.Builder.create()
                .actions(List.of("autoscaling:SetInstanceHealth"))
                .resources(List.of("arn:aws:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/" + group))
                .build();
    }
}
