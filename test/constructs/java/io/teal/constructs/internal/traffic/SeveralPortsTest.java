package io.teal.constructs.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.BlueGreenService;
import io.teal.constructs.NetworkOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;

/** A service of two ports: the second with a listener, previews and target groups of its own. */
class SeveralPortsTest {
    private static final String PORT = "OrdersTrafficPortadmin";
    private static final String SHIFT = "OrdersCutoverShift";

    private static ApplicationOptions.Builder at(int port) {
        return ApplicationOptions.builder().productionPort(port);
    }

    private static TrafficOptions.Builder also(TrafficOptions.Builder own, String name, TrafficOptions port) {
        return own.application(ApplicationOptions.builder().alsoPort(name, port).build());
    }

    private static TrafficOptions.Builder admin() {
        return TrafficOptions.builder()
                .applicationPort(9090)
                .healthCheckPath("/ready")
                .application(at(8443).build())
                .previewPorts(9081, 9082)
                .clients(Peer.ipv4("192.0.2.0/24"));
    }

    private static SampleService service() {
        return SampleService.both().traffic(own -> also(own, "admin", admin().build()));
    }

    @Test
    void itsListenerHasTheWeightsOfShiftAndWaitsForIt() {
        SynthTemplate template = service().synth();
        assertThat(template.property(PORT + "Production", "Port")).isEqualTo(8443);
        Object groups = template.property(PORT + "Production", "DefaultActions", 0, "ForwardConfig", "TargetGroups");
        assertThat(groups.toString()).contains("BlueWeight", "GreenWeight");
        assertThat(template.dependsOn(PORT + "Production")).contains("OrdersCutoverShift");
    }

    @Test
    void everyHostIsInTheGroupsOfBothPortsAndWaitsForTheirPreviews() {
        SynthTemplate template = service().synth();
        for (String color : List.of("Blue", "Green")) {
            assertThat(template.property("Orders" + color + "GroupASG", "TargetGroupARNs"))
                    .asString()
                    .contains(template.id("OrdersTraffic" + color + "Targets"))
                    .contains(template.id(PORT + color + "Targets"));
            assertThat(template.dependsOn("Orders" + color + "GroupASG"))
                    .contains(PORT + color + "Preview", PORT + "IntoFleets");
        }
    }

    @Test
    void preflightAndShiftAreToldOfEveryGroupAlarmAndListener() {
        SynthTemplate template = service().synth();
        CutoverProperties told = CutoverMap.read(template.properties(SHIFT));
        assertThat(told.of(Color.GREEN).targetGroups()).hasSize(2);
        assertThat(told.of(Color.GREEN).alarms()).hasSize(6);
        assertThat(template.property(SHIFT, "ProductionAdmin", "Port")).isEqualTo("8443");
        assertThat(template.property(SHIFT, "PortAdmin", "HealthCheckPath")).isEqualTo("/ready");
    }

    @Test
    void clientsAreLetInOnEachPortAsItSays() {
        assertThat(service().synth().properties("OrdersTrafficSecurityGroup").get("SecurityGroupIngress"))
                .asString()
                .contains("192.0.2.0/24", "FromPort=8443")
                .contains("0.0.0.0/0", "FromPort=80");
    }

    @Test
    void theFunctionMayNotTouchItsPreviews() {
        SynthTemplate template = service().synth();
        assertThat(template.resources().toString())
                .contains(template.id(PORT + "BluePreview"), template.id(PORT + "GreenPreview"));
    }

    @Test
    void outputsSayWhereItIsAndHowAllOfItGoesBack() {
        Map<String, ?> outputs = service().synth().outputs();
        assertThat(outputs.keySet()).contains("OrdersAdminUrl", "OrdersRollbackToBlueAdminCommand");
    }

    @Test
    void plainHttpBesideHttpsTakesThePlaceOfTheRedirect() {
        SynthTemplate template = SampleService.both()
                .traffic(own -> also(
                        own.certificates(ListenerCertificate.fromArn(SampleService.CERTIFICATE)),
                        "plain",
                        TrafficOptions.builder()
                                .application(at(80).build())
                                .previewPorts(9081, 9082)
                                .build()))
                .synth();
        assertThat(template.resources().keySet()).noneMatch(id -> id.contains("Redirect"));
        assertThat(template.property("OrdersTrafficPortplainProduction", "Protocol"))
                .isEqualTo("HTTP");
        // Both forward to one port of the hosts, which is opened once.
        assertThat(template.resources().keySet()).noneMatch(id -> id.startsWith("OrdersTrafficPortplainIntoFleets"));
    }

    @Test
    void aProductionPortOfChoiceIsWhereClientsComeInAndWhatTheUrlSays() {
        SynthTemplate template = SampleService.both()
                .traffic(own -> own.application(at(8000).build()))
                .synth();
        assertThat(template.property("OrdersTrafficLoadBalancerProduction", "Port"))
                .isEqualTo(8000);
        assertThat(template.outputs().get("OrdersUrl").toString()).contains(":8000");
    }

    @Test
    void theRedirectLeadsToTheProductionPortOfChoice() {
        SynthTemplate template = SampleService.both()
                .traffic(own -> own.application(at(8443).build())
                        .certificates(ListenerCertificate.fromArn(SampleService.CERTIFICATE)))
                .synth();
        assertThat(template.property(
                        "OrdersTrafficLoadBalancerRedirect", "DefaultActions", 0, "RedirectConfig", "Port"))
                .isEqualTo("8443");
    }

    @Test
    void retiresWaitForTheLongestDelayOfAllPorts() {
        SynthTemplate template = SampleService.both()
                .traffic(own -> also(
                        own,
                        "admin",
                        admin().deregistrationDelay(Duration.minutes(5)).build()))
                .synth();
        assertThat(template.property(SHIFT, "Timing", "Drain")).isEqualTo("300");
    }

    @Test
    void aTargetGroupOfItIsFoundByName() {
        BlueGreenService service = service().service();
        assertThat(service.getRouter().getTargetGroup("admin", Color.BLUE)).isInstanceOf(ApplicationTargetGroup.class);
        assertThatThrownBy(() -> service.getRouter().getTargetGroup("grpc", Color.BLUE))
                .hasMessageContaining("the service has no port 'grpc'");
    }

    private static void isRefused(UnaryOperator<TrafficOptions.Builder> options, String why) {
        assertThatThrownBy(() -> options.apply(TrafficOptions.builder()).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(why);
    }

    @Test
    void whatTwoListenersWouldTakeIsRefused() {
        isRefused(
                own -> also(own, "admin", admin().application(at(80).build()).build()),
                "port 80 of the load balancer is taken twice: by productionPort and by productionPort of port admin");
        isRefused(
                own -> also(own, "admin", admin().previewPorts(8081, 9082).build()),
                "by blue's previewPorts and by blue's previewPorts of port admin");
        isRefused(own -> own.application(at(8081).build()), "productionPort 8081 is a preview port");
    }

    @Test
    void whatBelongsToTheLoadBalancerIsRefusedOfAPort() {
        isRefused(
                own -> also(own, "admin", admin().internetFacing(false).build()),
                "port admin has a setting of the load balancer");
        isRefused(
                own -> also(
                        own,
                        "admin",
                        also(
                                        admin(),
                                        "b",
                                        TrafficOptions.builder()
                                                .application(at(81).build())
                                                .previewPorts(91, 92)
                                                .build())
                                .build()),
                "port admin has a setting of the load balancer");
    }

    @Test
    void aNameThatCannotBeInAnIdIsRefused() {
        isRefused(own -> also(own, "Admin", admin().build()), "must begin with a small letter");
        isRefused(own -> also(own, "a-b", admin().build()), "must begin with a small letter");
    }

    @Test
    void whatReleasesCannotMoveTogetherIsRefused() {
        TrafficOptions sticky = admin().application(
                        at(8443).stickToVersion(Duration.minutes(5)).build())
                .build();
        isRefused(own -> also(own, "admin", sticky), "keeps clients otherwise than the service's own port");
        isRefused(
                own -> also(own.network(NetworkOptions.builder().build()), "admin", admin().build()),
                "needs an Application Load Balancer of the service's own");
        isRefused(
                own -> own.network(NetworkOptions.builder().build()).application(at(7000).build()),
                "productionPort is for an Application Load Balancer");
        assertThatThrownBy(() -> service().codeDeploy(0).service())
                .hasMessageContaining("alsoPort is not for CodeDeploy");
    }

    @Test
    void moreThanFourAreRefused() {
        ApplicationOptions.Builder all = ApplicationOptions.builder();
        for (int port = 0; port < 5; port++) {
            int first = 9000 + 10 * port;
            all.alsoPort(
                    "p" + port,
                    TrafficOptions.builder()
                            .application(at(first).build())
                            .previewPorts(first + 1, first + 2)
                            .build());
        }
        isRefused(own -> own.application(all.build()), "a service takes 4 ports beside its own, got 5");
    }
}
