package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.constructs.Construct;

class BlueGreenServiceTest {
    private static final Release RELEASE = Release.first(Color.BLUE, SampleService.ONE);

    @Test
    void itsPartsCanBeReached() {
        BlueGreenService service = SampleService.both().codeDeploy(0).service();
        assertThat(service.getRelease()).isEqualTo(RELEASE.start(SampleService.TWO));
        assertThat(service.getFleet(Color.GREEN).orElseThrow().getVersion()).isEqualTo(SampleService.TWO);
        assertThat(service.getFleet(Color.BLUE).orElseThrow().getLaunchTemplate())
                .isNotNull();
        assertThat(service.getDeploymentGroups().orElseThrow().getDeploymentGroup(Color.BLUE))
                .isPresent();
        assertThat(service.getRouter().getLoadBalancer()).isNotNull();
    }

    @Test
    void itsOwnBuilderMakesWhatItsPropsMake() {
        // Given
        Stack stack =
                new Stack(new App(AppProps.builder().outdir(SampleService.OUT).build()), SampleService.STACK);
        BlueGreenService.Builder builder = BlueGreenService.Builder.create(stack, "Orders")
                .serviceName(SampleService.NAME)
                .release(RELEASE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images());
        // When
        BlueGreenService service = builder.build();
        // Then
        assertThat(SynthTemplate.of(service))
                .isEqualTo(SampleService.of(RELEASE).synth());
    }

    @Test
    void aValueMissingInABuilderIsNamed() {
        Stack stack =
                new Stack(new App(AppProps.builder().outdir(SampleService.OUT).build()), SampleService.STACK);
        assertThatThrownBy(
                        () -> BlueGreenService.Builder.create(stack, "Orders").build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("serviceName");
        assertThatThrownBy(() -> SameHostService.Builder.create(stack, "Orders")
                        .serviceName("orders")
                        .build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("release");
        assertThatThrownBy(() -> OneFleetService.Builder.create(stack, "Orders")
                        .serviceName("orders")
                        .version(SampleService.ONE)
                        .build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("vpc");
    }

    @Test
    void whatIsNotThereIsEmptyAndNotNull() {
        BlueGreenService service = SampleService.blueOnly().service();
        assertThat(service.getFleet(Color.GREEN)).isEmpty();
        assertThat(service.getDeploymentGroups()).isEmpty();
    }

    @Test
    void hostsOfBothColorsShareOneRole() {
        // Given
        BlueGreenService service = SampleService.both().service();
        // When
        service.getRole().addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName("AmazonSQSReadOnlyAccess"));
        // Then
        SynthTemplate template = SynthTemplate.of(service);
        assertThat(template.property("OrdersHostsRole", "ManagedPolicyArns").toString())
                .contains("AmazonSQSReadOnlyAccess");
        assertThat(template.property("OrdersBlueLaunchTemplateProfile", "Roles"))
                .isEqualTo(template.property("OrdersGreenLaunchTemplateProfile", "Roles"));
    }

    @Test
    void aDatabaseLetsTheHostsOfEveryReleaseIn() {
        List<SynthTemplate> releases = List.of(withDatabase(RELEASE), withDatabase(RELEASE.start(SampleService.TWO)));
        for (SynthTemplate template : releases) {
            String rule = template.ids("EC2::SecurityGroupIngress").stream()
                    .filter(id -> id.startsWith("Database"))
                    .findFirst()
                    .orElseThrow();
            assertThat(template.properties(SynthTemplate.withoutHash(rule)))
                    .containsEntry("FromPort", 5432)
                    .containsEntry("SourceSecurityGroupId", groupId(template, "OrdersHostsSecurityGroup"));
        }
        assertThat(TemplateDiff.between(releases.get(0), releases.get(1))).noneMatch(line -> line.contains("Database"));
    }

    @Test
    void whoMayReachItsDefaultPortReachesTheApplication() {
        // Given
        BlueGreenService service = SampleService.both().service();
        // When
        service.getConnections().allowDefaultPortFrom(Peer.ipv4("192.0.2.0/24"));
        // Then
        assertThat(SynthTemplate.of(service)
                        .property("OrdersHostsSecurityGroup", "SecurityGroupIngress")
                        .toString())
                .contains("FromPort=8080", "192.0.2.0/24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Orders", "1orders", "orders_eu", "-orders", "a123456789012345678901234567890x"})
    void aNameThatCannotNameAGroupIsRefused(String name) {
        assertThatThrownBy(() -> props().serviceName(name).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("serviceName must be a lower-case letter and up to 30 lower-case letters, digits or"
                        + " hyphens, got '" + name + "'");
    }

    @Test
    void theStrategyOfADeployIsToldBesideTheServicesOwn() {
        ReleaseRequest request = new ReleaseRequest(RELEASE, Optional.of(Strategy.parse("canary:10%,5m")), true);
        SynthTemplate template = SampleService.blueOnly()
                .with((stack, props) -> props.release(request))
                .synth();
        assertThat(template.properties("OrdersCutoverShift"))
                .containsEntry("Strategy", "all-at-once")
                .containsEntry("StrategyOfThisDeploy", "canary:10%,5m")
                .containsEntry("Allow", "roll-back");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> BlueGreenServiceProps.builder().build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("serviceName");
        assertThatThrownBy(() -> props().delivery(null).build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("delivery");
        assertThatThrownBy(() -> props().codeDeploy(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("options");
    }

    @Test
    void aVpcOfAnotherStackKeepsItsTemplateInEveryRelease() {
        List<SynthTemplate> networks = List.of(
                network(RELEASE),
                network(RELEASE.start(SampleService.TWO)),
                network(RELEASE.start(SampleService.TWO).promote().retire()));
        assertThat(TemplateDiff.between(networks.get(0), networks.get(1))).isEmpty();
        assertThat(TemplateDiff.between(networks.get(1), networks.get(2))).isEmpty();
    }

    private static SynthTemplate withDatabase(Release release) {
        BlueGreenService service = SampleService.of(release).service();
        SecurityGroup group = SecurityGroup.Builder.create(Stack.of(service), "Database")
                .vpc(SampleService.existingVpc(new Construct(Stack.of(service), "Databases")))
                .build();
        Connections database = Connections.Builder.create()
                .securityGroups(List.of(group))
                .defaultPort(Port.tcp(5432))
                .build();
        database.allowDefaultPortFrom(service);
        return SynthTemplate.of(service);
    }

    private static Object groupId(SynthTemplate template, String group) {
        return Map.of("Fn::GetAtt", List.of(template.id(group), "GroupId"));
    }

    private static SynthTemplate network(Release release) {
        App app = new App(AppProps.builder().outdir(SampleService.OUT).build());
        Stack network = new Stack(app, "network");
        Vpc vpc = Vpc.Builder.create(network, "Vpc").maxAzs(2).build();
        SampleService.of(release).with((stack, props) -> props.vpc(vpc)).service(app, SampleService.STACK);
        return SynthTemplate.of(network);
    }

    private static BlueGreenServiceProps.Builder props() {
        Stack stack =
                new Stack(new App(AppProps.builder().outdir(SampleService.OUT).build()), SampleService.STACK);
        return BlueGreenServiceProps.builder()
                .serviceName(SampleService.NAME)
                .release(RELEASE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images());
    }
}
