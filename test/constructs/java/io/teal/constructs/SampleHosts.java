package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.RevisionBundle;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;

/** A service whose colours share their hosts; what a test does not change has Teal's defaults. */
public final class SampleHosts {
    public static final Release BLUE = Release.first(Color.BLUE, SampleService.ONE);
    public static final Release BOTH = BLUE.start(SampleService.TWO);
    public static final Release PROMOTED = BOTH.promote();
    public static final Release GREEN = PROMOTED.retire();

    private SampleHosts() {}

    public static RevisionBundle bundle(Release release) {
        Stack stack = new Stack(app(), SampleService.STACK);
        SharedHosts hosts = hosts(bucket(stack));
        Map<Color, Integer> ports = Map.of(Color.BLUE, 8080, Color.GREEN, 8090);
        return new RevisionBundle(
                release, hosts.bucket().getBucketName(), hosts.key(), hosts.start(), ports, "/health");
    }

    static App app() {
        return new App(AppProps.builder().outdir(SampleService.OUT).build());
    }

    static IBucket bucket(Stack stack) {
        return Bucket.fromBucketName(stack, "Artifacts", "artifacts");
    }

    static SharedHosts hosts(IBucket bucket) {
        return new SharedHosts(
                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000001")),
                bucket,
                "orders/{version}/orders.jar",
                CodeDeployAgent.release("codedeploy-agent-1.7.1-115.noarch.rpm"),
                List.of("dnf install -y nginx"),
                List.of("exec java -jar $ARTIFACT --port=$PORT"));
    }

    static SameHostService service(Release release) {
        return service(release, service -> service);
    }

    static SameHostService service(Release release, UnaryOperator<SameHostService.Builder> change) {
        Stack stack = new Stack(app(), SampleService.STACK);
        SameHostService.Builder service = SameHostService.Builder.create(stack, "Orders")
                .serviceName(SampleService.NAME)
                .release(release)
                .vpc(SampleService.existingVpc(stack))
                .hosts(hosts(bucket(stack)));
        return change.apply(service).build();
    }
}
