package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.FleetSchedule;
import io.teal.constructs.HostOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.autoscaling.Schedule;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;

/** Whatever could touch traffic wakes both resources: each option is changed, one at a time. */
class PropertyMapTest {
    private static final String PREFLIGHT = "OrdersCutoverPreflight";
    private static final String SHIFT = "OrdersCutoverShift";

    /** Options that cannot touch production traffic. */
    private static final Set<String> HARMLESS = Set.of("previewClients", "accessLogs", "deletionProtection");

    /** ExistingListenerTest and NetworkLoadBalancerTest change them. */
    private static final Set<String> ELSEWHERE = Set.of("existingListener", "network");

    /** They reach hosts by the launch template only, whose newest version both resources are told. */
    private static final Set<String> BY_LAUNCH_TEMPLATE =
            Set.of("blockDevices", "securityGroups", "detailedMonitoring");

    private static final Map<String, UnaryOperator<FleetOptions.Builder>> FLEET = new TreeMap<>(Map.of(
            "instanceTypes", options -> options.instanceTypes(new InstanceType("m5.large")),
            "minCapacity", options -> options.minCapacity(3),
            "maxCapacity", options -> options.maxCapacity(9),
            "cpuTargetPercent", options -> options.cpuTargetPercent(60),
            "warmUp", options -> options.warmUp(Duration.seconds(61)),
            "healthCheckGracePeriod", options -> options.healthCheckGracePeriod(Duration.seconds(61)),
            "blockDevices", options -> options.blockDevices(largerRoot()),
            "securityGroups", options -> options,
            "subnets",
                    options -> options.subnets(SubnetSelection.builder()
                            .subnetType(SubnetType.PUBLIC)
                            .build())));

    static {
        FLEET.put(
                "hosts", options -> options.hosts(HostOptions.builder().spot(50).build()));
        FLEET.put("detailedMonitoring", options -> options.detailedMonitoring(false));
        FLEET.put("requestsPerHost", options -> options.requestsPerHost(600));
        FLEET.put(
                "schedules",
                options -> options.schedules(FleetSchedule.at("Night", Schedule.expression("0 20 * * *"), 2)));
    }

    private static final Map<String, UnaryOperator<TrafficOptions.Builder>> TRAFFIC = new TreeMap<>(Map.of(
            "applicationPort", options -> options.applicationPort(9090),
            "healthCheckPath", options -> options.healthCheckPath("/ready"),
            "healthCheckInterval", options -> options.healthCheckInterval(Duration.seconds(20)),
            "deregistrationDelay", options -> options.deregistrationDelay(Duration.seconds(60)),
            "certificates", options -> options.certificates(ListenerCertificate.fromArn(SampleService.CERTIFICATE)),
            "bluePreviewPort", options -> options.previewPorts(9001, 8082),
            "greenPreviewPort", options -> options.previewPorts(8081, 9002),
            "internetFacing", options -> options.internetFacing(false),
            "clients", options -> options.clients(Peer.ipv4("192.0.2.0/24"))));

    static {
        ApplicationOptions.Builder on8000 = ApplicationOptions.builder().productionPort(8000);
        TRAFFIC.put("ownProductionPort", options -> options.application(on8000.build()));
        TrafficOptions admin = TrafficOptions.builder()
                .application(on8000.build())
                .previewPorts(9081, 9082)
                .build();
        TRAFFIC.put(
                "ports",
                options -> options.application(
                        ApplicationOptions.builder().alsoPort("admin", admin).build()));
        TRAFFIC.put(
                "application",
                options -> options.application(ApplicationOptions.builder()
                        .stickToVersion(Duration.minutes(1))
                        .build()));
    }

    static Set<String> fleetOptions() {
        return new TreeSet<>(FLEET.keySet());
    }

    static Set<String> trafficOptions() {
        return TRAFFIC.keySet();
    }

    @Test
    void everyOptionIsTried() {
        Set<String> traffic = names(TrafficSettings.class);
        traffic.removeAll(HARMLESS);
        traffic.removeAll(ELSEWHERE);
        assertThat(TRAFFIC.keySet()).isEqualTo(traffic);
        assertThat(FLEET.keySet()).isEqualTo(names(FleetSettings.class));
    }

    @ParameterizedTest
    @MethodSource("fleetOptions")
    void anOptionOfTheFleetsWakesBoth(String option) {
        SampleService changed = option.equals("securityGroups")
                ? SampleService.both()
                        .with((stack, props) -> props.fleet(FleetOptions.builder()
                                .securityGroups(
                                        new ISecurityGroup[] {SecurityGroup.fromSecurityGroupId(stack, "Own", "sg-1")})
                                .build()))
                : SampleService.both().fleet(FLEET.get(option));
        wakesBoth(option, changed.synth());
    }

    @ParameterizedTest
    @MethodSource("trafficOptions")
    void anOptionOfTheTrafficWakesBoth(String option) {
        wakesBoth(option, SampleService.both().traffic(TRAFFIC.get(option)).synth());
    }

    @Test
    void whatIsWrittenAtSynthesisIsReadInAws() {
        SynthTemplate template = SampleService.both().synth();
        CutoverProperties read = CutoverMap.read(template.properties(SHIFT));
        assertThat(read.request().release().active()).isEqualTo(Color.BLUE);
        assertThat(read.of(Color.GREEN).group()).isEqualTo("shop-orders-green");
        assertThat(read.of(Color.GREEN).alarms()).hasSize(3);
        assertThat(read.timing().drain()).hasSeconds(120);
        assertThat(read.maxCapacity()).isEqualTo(8);
    }

    private static void wakesBoth(String option, SynthTemplate after) {
        SynthTemplate before = SampleService.both().synth();
        assertThat(after.properties(PREFLIGHT)).as("both are told the same").isEqualTo(after.properties(SHIFT));
        if (BY_LAUNCH_TEMPLATE.contains(option)) {
            String id = after.id("OrdersBlueLaunchTemplate");
            assertThat(after.properties("OrdersBlueLaunchTemplate"))
                    .isNotEqualTo(before.properties("OrdersBlueLaunchTemplate"));
            assertThat(after.property(SHIFT, "BlueLaunchTemplateVersion"))
                    .isEqualTo(Map.of("Fn::GetAtt", List.of(id, "LatestVersionNumber")));
        } else {
            assertThat(after.properties(SHIFT)).as(option).isNotEqualTo(before.properties(SHIFT));
        }
    }

    private static Set<String> names(Class<?> options) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(options.getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(names::add);
        return names;
    }

    private static BlockDevice largerRoot() {
        return BlockDevice.builder()
                .deviceName("/dev/xvda")
                .volume(BlockDeviceVolume.ebs(
                        40, EbsDeviceOptions.builder().encrypted(true).build()))
                .build();
    }
}
