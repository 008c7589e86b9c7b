package io.teal.constructs;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListenerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** A stack with one service in an existing VPC; what a test does not change has Teal's defaults. */
public final class SampleService {
    public static final String STACK = "shop";
    public static final String NAME = "orders";
    public static final String CERTIFICATE = "arn:aws:acm:eu-west-1:111111111111:certificate/0000";
    public static final String LOAD_BALANCERS = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:";
    /** One folder for every test's assembly: each of them is read at once, and none is left behind in /tmp. */
    public static final String OUT =
            "lib-constructs/constructs/target/cdk.out/" + System.getProperty("test.fork", "jvm");

    public static final Version ONE = Version.of("1.0.0");
    public static final Version TWO = Version.of("2.0.0");

    /** What most tests compare with is synthesized once for each release. */
    private static final Map<Release, SynthTemplate> PLAIN = new HashMap<>();

    private final Release release;
    private final List<BiConsumer<Stack, BlueGreenServiceProps.Builder>> changes = new ArrayList<>();
    private Map<String, Object> context = Map.of();
    private boolean newVpc;

    private SampleService(Release release) {
        this.release = release;
    }

    /** The service at {@code release}, in an app without any CDK feature flag. */
    public static SampleService of(Release release) {
        return new SampleService(release);
    }

    /** Blue runs 1.0.0, green nothing. */
    public static SampleService blueOnly() {
        return of(Release.first(Color.BLUE, ONE));
    }

    /** Blue runs 1.0.0 and has all traffic, green runs 2.0.0. */
    public static SampleService both() {
        return of(Release.first(Color.BLUE, ONE).start(TWO));
    }

    /** In an app with the feature flags of this repository's {@code cdk.json}. */
    public SampleService withFeatureFlags() {
        context = FeatureFlags.ofThisRepository();
        return this;
    }

    /** In a VPC of the stack's own, instead of an existing one that costs half the time to synthesize. */
    public SampleService newVpc() {
        this.newVpc = true;
        return this;
    }

    /** Changes the props; the stack is there for what has to be made first. */
    public SampleService with(BiConsumer<Stack, BlueGreenServiceProps.Builder> change) {
        changes.add(change);
        return this;
    }

    public SampleService traffic(UnaryOperator<TrafficOptions.Builder> change) {
        return with((stack, props) ->
                props.traffic(change.apply(TrafficOptions.builder()).build()));
    }

    /** Behind a listener of somebody else's, for one host, at priority 100. */
    public SampleService behind(UnaryOperator<ExistingListener.Builder> change) {
        return with((stack, props) -> props.traffic(TrafficOptions.builder()
                .existingListener(change.apply(existingListener(stack)).build())
                .build()));
    }

    public SampleService https() {
        return traffic(options -> options.certificates(ListenerCertificate.fromArn(CERTIFICATE)));
    }

    public SampleService fleet(UnaryOperator<FleetOptions.Builder> change) {
        return with((stack, props) ->
                props.fleet(change.apply(FleetOptions.builder()).build()));
    }

    /** With versions that CodeDeploy installs, and so many alarms that can stop it. */
    public SampleService codeDeploy(int alarms) {
        return with((stack, props) -> props.delivery(revisions(stack))
                .codeDeploy(DeploymentGroupsOptions.builder()
                        .alarms(IntStream.range(0, alarms)
                                .mapToObj(number -> alarm(stack, number))
                                .toArray(IAlarm[]::new))
                        .build()));
    }

    /** An empty stack in a new app. */
    public static Stack stack() {
        return new Stack(app(Map.of()), STACK);
    }

    /** The service, in a new app. */
    public BlueGreenService service() {
        return service(app(context), STACK);
    }

    /** Without the tree of constructs, which the CDK would write beside each template, and no test reads. */
    private static App app(Map<String, Object> context) {
        return new App(AppProps.builder()
                .context(context)
                .outdir(OUT)
                .treeMetadata(false)
                .build());
    }

    /** The service, in a stack of its own in {@code app}. */
    public BlueGreenService service(App app, String stackName) {
        Stack stack = new Stack(app, stackName);
        BlueGreenServiceProps.Builder props = BlueGreenServiceProps.builder()
                .serviceName(NAME)
                .release(release)
                .vpc(newVpc ? Vpc.Builder.create(stack, "Vpc").maxAzs(2).build() : existingVpc(stack))
                .delivery(images());
        changes.forEach(change -> change.accept(stack, props));
        return new BlueGreenService(stack, "Orders", props.build());
    }

    /** The template, for the CDK's own assertions. */
    public Template template() {
        return Template.fromStack(Stack.of(service()));
    }

    public SynthTemplate synth() {
        boolean plain = changes.isEmpty() && context.isEmpty() && !newVpc;
        return plain ? PLAIN.computeIfAbsent(release, SampleService::made).copy() : SynthTemplate.of(service());
    }

    private static SynthTemplate made(Release release) {
        return SynthTemplate.of(of(release).service());
    }

    /** Images of three versions, in one region. */
    public static Delivery images() {
        return Delivery.images(Map.of(
                "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"),
                "3.0.0", Map.of("eu-west-1", "ami-00000000000000003")));
    }

    /** Revisions in a bucket, installed on hosts of one image. */
    public static Delivery revisions(Stack stack) {
        return Delivery.codeDeploy(
                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000001")),
                Bucket.fromBucketName(stack, "Revisions", "revisions"),
                "orders/{version}.zip",
                CodeDeployAgent.release("codedeploy-agent-1.7.1-115.noarch.rpm"),
                List.of("dnf install -y nginx"));
    }

    /** A VPC that is there already, with a public and a private subnet in each of two zones. */
    public static IVpc existingVpc(Construct scope) {
        return Vpc.fromVpcAttributes(
                scope,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .vpcCidrBlock("10.0.0.0/16")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .publicSubnetIds(List.of("subnet-1", "subnet-2"))
                        .publicSubnetRouteTableIds(List.of("rtb-1", "rtb-2"))
                        .privateSubnetIds(List.of("subnet-3", "subnet-4"))
                        .privateSubnetRouteTableIds(List.of("rtb-3", "rtb-4"))
                        .build());
    }

    /** A listener and its load balancer that are there already. */
    public static ExistingListener.Builder existingListener(Construct scope) {
        ISecurityGroup group = SecurityGroup.fromSecurityGroupId(scope, "Clients", "sg-9");
        return ExistingListener.builder()
                .listener(ApplicationListener.fromApplicationListenerAttributes(
                        scope,
                        "Https",
                        ApplicationListenerAttributes.builder()
                                .listenerArn(LOAD_BALANCERS + "listener/app/shared/1a/2b")
                                .securityGroup(group)
                                .build()))
                .loadBalancer(ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(
                        scope,
                        "Shared",
                        ApplicationLoadBalancerAttributes.builder()
                                .loadBalancerArn(LOAD_BALANCERS + "loadbalancer/app/shared/1a")
                                .loadBalancerDnsName("shared.example.net")
                                .securityGroupId("sg-9")
                                .build()))
                .conditions(ListenerCondition.hostHeaders(List.of("orders.example.com")))
                .priority(100)
                .url("https://orders.example.com");
    }

    /** An alarm of a user's own. */
    public static Alarm alarm(Stack stack, int number) {
        return Alarm.Builder.create(stack, "Alarm" + number)
                .metric(Metric.Builder.create()
                        .namespace("Shop")
                        .metricName("Failed" + number)
                        .build())
                .threshold(1)
                .evaluationPeriods(1)
                .build();
    }
}
