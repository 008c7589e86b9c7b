package io.teal.constructs.internal.lastlook;

import static io.teal.constructs.internal.lastlook.Hatch.BLUE;
import static io.teal.constructs.internal.lastlook.Hatch.BLUE_TARGETS;
import static io.teal.constructs.internal.lastlook.Hatch.PRODUCTION;
import static io.teal.constructs.internal.lastlook.Hatch.SHIFT;
import static io.teal.constructs.internal.lastlook.Hatch.blue;
import static io.teal.constructs.internal.lastlook.Hatch.production;
import static io.teal.constructs.internal.lastlook.Hatch.refuses;
import static io.teal.constructs.internal.lastlook.Hatch.targets;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.OneFleetService;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.Way;
import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;

/** What an escape hatch can do to fleets and target groups, and the line that it gets. */
class LastLookTest {
    private static final String POLICY =
            "; leave the policy as Teal has written it; a rollback reads it from the template it returns to";

    @Test
    void nothingIsSaidOfANominalTemplate() {
        assertThat(Hatch.lines(
                        SampleService.both().newVpc().https().codeDeploy(2).service()))
                .isEmpty();
        assertThat(Hatch.lines(SampleService.both()
                        .fleet(options ->
                                options.instanceTypes(new InstanceType("m5.large"), new InstanceType("m6i.large")))
                        .service()))
                .isEmpty();
    }

    @Test
    void whatIsDocumentedAsAllowedIsAllowed() {
        assertThat(Hatch.lines(service -> {
                    blue(service).addPropertyOverride("TerminationPolicies", List.of("OldestInstance"));
                    blue(service).addPropertyOverride("MinSize", "3");
                    blue(service).addOverride("UpdatePolicy.AutoScalingInstanceRefresh.Preferences.InstanceWarmup", 60);
                    blue(service).addOverride("Metadata.Owner", "shop");
                    Hatch.production(service).addPropertyOverride("SslPolicy", "ELBSecurityPolicy-TLS13-1-3-2021-06");
                    ((ApplicationTargetGroup) service.getRouter().getTargetGroup(Color.BLUE))
                            .setAttribute("slow_start.duration_seconds", "60");
                    ((ApplicationTargetGroup) service.getRouter().getTargetGroup(Color.BLUE))
                            .setAttribute("deregistration_delay.timeout_seconds", "30");
                }))
                .isEmpty();
    }

    @Test
    void aDesiredCapacityIsRefused() {
        refuses(
                service -> blue(service).addPropertyOverride("DesiredCapacity", "4"),
                BLUE + ": DesiredCapacity is 4, and each deploy would resize a fleet that has scaled; remove it;"
                        + " minCapacity is the fewest hosts");
    }

    @Test
    void anotherNameOfAGroupIsRefused() {
        refuses(
                service -> blue(service).addPropertyOverride("AutoScalingGroupName", "mine"),
                BLUE + ": AutoScalingGroupName is mine, and Teal may change shop-orders-blue only; leave the name; the"
                        + " stack's and the service's name make it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TargetGroupARNs", "TargetGroupARNs.0"})
    void aGroupThatLeavesItsTargetGroupIsRefused(String path) {
        refuses(
                service -> blue(service).addPropertyDeletionOverride(path),
                BLUE + ": is not in " + BLUE_TARGETS
                        + ", so its hosts get no traffic; leave the target group in TargetGroupARNs");
    }

    @Test
    void aGroupInTheOtherColorsTargetGroupIsRefused() {
        refuses(
                service -> blue(service)
                        .addPropertyOverride(
                                "TargetGroupARNs.1",
                                targets(service, Color.GREEN).getRef()),
                BLUE + ": is in shop/Orders/Traffic/GreenTargets, so its hosts get the other colour's traffic; remove"
                        + " that target group from TargetGroupARNs");
    }

    @Test
    void anotherLaunchTemplateVersionIsRefused() {
        refuses(
                service -> blue(service).addPropertyOverride("LaunchTemplate.Version", "$Latest"),
                BLUE + ": boots from launch template version $Latest and not from the one that Preflight answers, so"
                        + " hosts that serve could be replaced by what was not verified; leave the version of its launch"
                        + " template to Teal");
    }

    @Test
    void anUpdatePolicyThatIsRemovedIsRefused() {
        refuses(
                service -> blue(service).addDeletionOverride("UpdatePolicy.AutoScalingInstanceRefresh"),
                BLUE + ": UpdatePolicy has [AutoScalingScheduledAction] and not [AutoScalingInstanceRefresh,"
                        + " AutoScalingScheduledAction], and so hosts are replaced in another way than Teal counts on"
                        + POLICY);
    }

    @Test
    void anUpdatePolicyThatTerminatesFirstIsRefused() {
        refuses(
                service -> blue(service)
                        .addOverride("UpdatePolicy.AutoScalingInstanceRefresh.Preferences.MinHealthyPercentage", 50),
                BLUE + ": UpdatePolicy does not launch a host before it terminates one" + POLICY);
    }

    @Test
    void anUpdatePolicyThatUndoesSchedulesIsRefused() {
        refuses(
                service -> blue(service)
                        .addOverride(
                                "UpdatePolicy.AutoScalingScheduledAction.IgnoreUnmodifiedGroupSizeProperties", false),
                BLUE + ": UpdatePolicy lets each deploy undo what a schedule has set" + POLICY);
    }

    @Test
    void aDrainLongerThanShiftWaitsForIsRefused() {
        refuses(
                service -> ((ApplicationTargetGroup) service.getRouter().getTargetGroup(Color.BLUE))
                        .setAttribute("deregistration_delay.timeout_seconds", "600"),
                BLUE_TARGETS + ": deregistration_delay.timeout_seconds is 600, and Teal waits 120 seconds for requests"
                        + " before it retires a colour; set it by TrafficOptions.deregistrationDelay");
    }

    @Test
    void aDrainThatIsLeftToAwsIsRefused() {
        refuses(
                service -> targets(service, Color.BLUE).addPropertyDeletionOverride("TargetGroupAttributes"),
                BLUE_TARGETS + ": deregistration_delay.timeout_seconds is 300, and Teal waits 120 seconds for requests"
                        + " before it retires a colour; set it by TrafficOptions.deregistrationDelay");
    }

    /** C5. */
    @Test
    void stickinessOfATargetGroupIsRefused() {
        refuses(
                service -> ((ApplicationTargetGroup) service.getRouter().getTargetGroup(Color.BLUE))
                        .enableCookieStickiness(Duration.hours(1)),
                BLUE_TARGETS + ": stickiness.enabled is true, and Teal would retire a colour that clients are kept on;"
                        + " leave the attributes to ApplicationOptions.stickToHost");
    }

    /** C11. */
    @Test
    void aPortOfTheProductionListenerThatNobodyIsLetInOnIsRefused() {
        refuses(
                service -> production(service).addPropertyOverride("Port", 9443),
                PRODUCTION + ": Port is 9443, and clients are let in on port 80 only, which the outputs name; set it by"
                        + " ApplicationOptions.productionPort, or leave it: it is 80, or 443 with"
                        + " TrafficOptions.certificates");
    }

    /** C11. */
    @Test
    void anHttpCodeBesideACodeOfGrpcIsRefused() {
        refuses(
                service -> {
                    targets(service, Color.BLUE).addPropertyOverride("ProtocolVersion", "GRPC");
                    targets(service, Color.BLUE).addPropertyOverride("Matcher.GrpcCode", "0");
                },
                BLUE_TARGETS + ": Matcher has HttpCode, and gRPC answers with GrpcCode: AWS takes one of them; add"
                        + " addPropertyDeletionOverride(\"Matcher.HttpCode\")");
    }

    @Test
    void propertiesThatOnlyShiftIsToldAreRefused() {
        refuses(
                service -> service.getCutover().getShift().addPropertyOverride("BlueAlarms", List.of()),
                SHIFT + ": is told another BlueAlarms than Preflight; leave both resources as Teal has written them;"
                        + " options change both");
    }

    @Test
    void aShorterTimeForARunIsRefused() {
        refuses(
                service -> {
                    service.getCutover().getShift().addPropertyOverride("ServiceTimeout", 60);
                    service.getCutover().getPreflight().addPropertyOverride("ServiceTimeout", 60);
                },
                SHIFT + ": has a ServiceTimeout of 60, and a release may take 3600; leave both resources as Teal has"
                        + " written them; options change both");
    }

    @Test
    void aPreviewThatDoesNotReachItsColorIsRefused() {
        refuses(
                service -> service.getRouter()
                        .getPreview(Color.BLUE)
                        .addPropertyOverride(
                                "DefaultActions.0.TargetGroupArn",
                                targets(service, Color.GREEN).getRef()),
                "shop/Orders/Traffic/LoadBalancer/BluePreview: does not forward to " + BLUE_TARGETS
                        + " alone, which nothing else has checked before it gets traffic; leave its action as Teal has"
                        + " written it");
    }

    @Test
    void aFleetThatIsReplacedHostByHostIsLookedAtToo() {
        Stack stack = SampleService.stack();
        OneFleetService service = OneFleetService.Builder.create(stack, "Orders")
                .serviceName(SampleService.NAME)
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .way(Way.rolling(RollingOptions.builder().build()))
                .build();
        CfnResource group = L1.of(service.getAutoScalingGroup());
        group.addPropertyOverride("DesiredCapacity", 4);
        group.addDeletionOverride("UpdatePolicy.AutoScalingInstanceRefresh");
        group.removeResourceDependency(L1.of(service.getRouter().getProductionListener()));
        assertThat(Hatch.lines(service))
                .hasSize(3)
                .allMatch(line -> line.startsWith("[shop] shop/Orders/Fleet/Group: "));
    }
}
