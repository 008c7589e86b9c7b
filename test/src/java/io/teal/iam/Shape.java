package io.teal.iam;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.CodeDeployAgent;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.Delivery;
import io.teal.constructs.ExistingListener;
import io.teal.constructs.InPlaceOptions;
import io.teal.constructs.NetworkOptions;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SameHostService;
import io.teal.constructs.SharedHosts;
import io.teal.constructs.TrafficOptions;
import io.teal.constructs.Way;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import io.teal.release.step.Evidence;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;

/** Each kind of service; a stack has two of it. */
enum Shape {
    OWN_LOAD_BALANCER {
        @Override
        void add(Stack stack, IVpc vpc, String name, int number) {
            service(
                    stack,
                    vpc,
                    name,
                    service -> service.cutover(CutoverOptions.builder()
                            .hook(function(stack, name + "-smoke"))
                            .probe(function(stack, name + "-probe"))
                            .evidence(Evidence.PROBE)
                            .events(EventBus.fromEventBusName(stack, name + "Bus", name))
                            .topic(topic(stack, name))
                            .guard(Duration.hours(24))
                            .build()));
        }
    },
    NETWORK_LOAD_BALANCER {
        @Override
        void add(Stack stack, IVpc vpc, String name, int number) {
            service(
                    stack,
                    vpc,
                    name,
                    service -> service.traffic(TrafficOptions.builder()
                            .network(NetworkOptions.builder().build())
                            .build()));
        }
    },
    EXISTING_LISTENER {
        @Override
        void add(Stack stack, IVpc vpc, String name, int number) {
            ApplicationLoadBalancer balancer = shared(stack, vpc);
            service(
                    stack,
                    vpc,
                    name,
                    service -> service.traffic(TrafficOptions.builder()
                            .existingListener(ExistingListener.builder()
                                    .listener((ApplicationListener)
                                            balancer.getNode().findChild("Http"))
                                    .loadBalancer(balancer)
                                    .conditions(ListenerCondition.pathPatterns(List.of("/" + name)))
                                    .priority(number * 100)
                                    .url("http://shop.example.com")
                                    .previewHeader("x-teal-preview")
                                    .build())
                            .build()));
        }
    },
    CODE_DEPLOY {
        @Override
        void add(Stack stack, IVpc vpc, String name, int number) {
            service(stack, vpc, name, service -> service.delivery(revisions(stack, name)));
        }
    },
    SAME_HOST {
        @Override
        void add(Stack stack, IVpc vpc, String name, int number) {
            SameHostService.Builder.create(stack, name)
                    .serviceName(name)
                    .release(BOTH)
                    .vpc(vpc)
                    .hosts(new SharedHosts(
                            IMAGE,
                            Bucket.fromBucketName(stack, name + "Artifacts", "artifacts"),
                            "{version}/app.jar",
                            AGENT,
                            List.of(),
                            List.of("exec java -jar $ARTIFACT --port=$PORT")))
                    .build();
        }
    },
    IN_PLACE {
        @Override
        void add(Stack stack, IVpc vpc, String name, int number) {
            OneFleetService.Builder.create(stack, name)
                    .serviceName(name)
                    .version(Version.of("1.0.0"))
                    .vpc(vpc)
                    .delivery(revisions(stack, name))
                    .way(Way.inPlace(InPlaceOptions.builder()
                            .events(EventBus.fromEventBusName(stack, name + "Bus", name))
                            .topic(topic(stack, name))
                            .build()))
                    .build();
        }
    },
    ROLLING {
        @Override
        void add(Stack stack, IVpc vpc, String name, int number) {
            OneFleetService.Builder.create(stack, name)
                    .serviceName(name)
                    .version(Version.of("1.0.0"))
                    .vpc(vpc)
                    .delivery(IMAGES)
                    .way(Way.rolling(RollingOptions.builder().build()))
                    .build();
        }
    };

    /** One service. */
    static final String SERVICE = "orders";

    /** The other: its name begins like the first one's. */
    static final String SECOND_SERVICE = "orders-2";

    private static final Release BOTH =
            Release.first(Color.BLUE, Version.of("1.0.0")).start(Version.of("2.0.0"));
    private static final IMachineImage IMAGE = MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000001"));
    private static final Delivery IMAGES = Delivery.images(Map.of(
            "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
            "2.0.0", Map.of("eu-west-1", "ami-00000000000000002")));
    private static final CodeDeployAgent AGENT = CodeDeployAgent.release("codedeploy-agent-1.7.1-115.noarch.rpm");

    /** Adds the service {@code name}, number {@code number} of the stack from 1 on. */
    abstract void add(Stack stack, IVpc vpc, String name, int number);

    /** Adds both to {@code stack}. */
    void fill(Stack stack) {
        IVpc vpc = Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .vpcCidrBlock("10.0.0.0/16")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .publicSubnetIds(List.of("subnet-1", "subnet-2"))
                        .privateSubnetIds(List.of("subnet-3", "subnet-4"))
                        .build());
        add(stack, vpc, SERVICE, 1);
        add(stack, vpc, SECOND_SERVICE, 2);
    }

    private static void service(Stack stack, IVpc vpc, String name, UnaryOperator<BlueGreenService.Builder> change) {
        change.apply(BlueGreenService.Builder.create(stack, name)
                        .serviceName(name)
                        .release(BOTH)
                        .vpc(vpc)
                        .delivery(IMAGES))
                .build();
    }

    private static IFunction function(Stack stack, String name) {
        return Function.fromFunctionAttributes(
                stack,
                name,
                FunctionAttributes.builder()
                        .functionArn(DeployedTemplate.arn("lambda", "function:" + name))
                        .sameEnvironment(true)
                        .build());
    }

    private static ITopic topic(Stack stack, String name) {
        return Topic.fromTopicArn(stack, name + "Topic", DeployedTemplate.arn("sns", name));
    }

    private static Delivery revisions(Stack stack, String name) {
        return Delivery.codeDeploy(
                IMAGE,
                Bucket.fromBucketName(stack, name + "Revisions", "revisions"),
                name + "/{version}.zip",
                AGENT,
                List.of());
    }

    private static ApplicationLoadBalancer shared(Stack stack, IVpc vpc) {
        if (stack.getNode().tryFindChild("Shared") instanceof ApplicationLoadBalancer there) {
            return there;
        }
        ApplicationLoadBalancer balancer =
                ApplicationLoadBalancer.Builder.create(stack, "Shared").vpc(vpc).build();
        balancer.addListener(
                "Http",
                BaseApplicationListenerProps.builder()
                        .port(TrafficOptions.HTTP_PORT)
                        .defaultAction(ListenerAction.fixedResponse(
                                404, FixedResponseOptions.builder().build()))
                        .build());
        return balancer;
    }
}
