package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.ExistingListener;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.TrafficOptions;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;

/** From one Auto Scaling group behind a load balancer to a service of Teal's, in three deploys of one stack. */
public final class FromOneGroup {
    /** Where the stack is on its way. */
    public enum Step {
        /** The group alone. */
        BEFORE,
        /** The service beside it, which takes all requests by a rule that is created last. */
        BESIDE,
        /** The service alone. */
        AFTER
    }

    private FromOneGroup() {}

    /** Adds to {@code stack} what is in it at {@code step}. */
    public static void fill(Stack stack, Step step) {
        Vpc vpc = Vpc.Builder.create(stack, "Vpc").maxAzs(2).build();
        ApplicationLoadBalancer balancer = ApplicationLoadBalancer.Builder.create(stack, "Balancer")
                .vpc(vpc)
                .internetFacing(true)
                .build();
        ApplicationListener listener =
                step == Step.AFTER ? answering(balancer) : forwarding(balancer, group(stack, vpc));
        if (step != Step.BEFORE) {
            service(stack, vpc, balancer, listener);
        }
    }

    private static AutoScalingGroup group(Stack stack, Vpc vpc) {
        return AutoScalingGroup.Builder.create(stack, "Group")
                .vpc(vpc)
                .instanceType(new InstanceType("t3.small"))
                .machineImage(MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000001")))
                .minCapacity(2)
                .build();
    }

    private static ApplicationListener forwarding(ApplicationLoadBalancer balancer, AutoScalingGroup group) {
        ApplicationListener listener = balancer.addListener(
                "Http",
                BaseApplicationListenerProps.builder()
                        .port(TrafficOptions.HTTP_PORT)
                        .build());
        listener.addTargets(
                "Fleet",
                AddApplicationTargetsProps.builder()
                        .port(TrafficOptions.HTTP_PORT)
                        .targets(List.of(group))
                        .build());
        return listener;
    }

    // docs:begin
    private static void service(Stack stack, Vpc vpc, ApplicationLoadBalancer balancer, ApplicationListener listener) {
        BlueGreenService.Builder.create(stack, "Shop")
                .serviceName("shop")
                .release(ReleaseContext.of(stack, "shop"))
                .vpc(vpc)
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .traffic(TrafficOptions.builder()
                        .existingListener(ExistingListener.builder()
                                .listener(listener)
                                .loadBalancer(balancer)
                                .conditions(ListenerCondition.pathPatterns(List.of("/*")))
                                .priority(100)
                                .url("http://" + balancer.getLoadBalancerDnsName())
                                .build())
                        .build())
                .build();
    }
    // docs:end

    /** What is left of the listener: every request is the rule's. */
    private static ApplicationListener answering(ApplicationLoadBalancer balancer) {
        return balancer.addListener(
                "Http",
                BaseApplicationListenerProps.builder()
                        .port(TrafficOptions.HTTP_PORT)
                        .defaultAction(ListenerAction.fixedResponse(
                                404, FixedResponseOptions.builder().build()))
                        .build());
    }
}
