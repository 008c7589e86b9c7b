package io.teal.constructs.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.CutoverOptions;
import io.teal.constructs.NetworkOptions;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.constructs.Way;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.Strategy;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;

/** Clients that stay with their version, or their host: the template, and what is refused. */
class StickySessionsTest {
    private static final String PRODUCTION = "OrdersTrafficLoadBalancerProduction";
    private static final String SHIFT = "OrdersCutoverShift";
    private static final Map<String, Object> TEN_MINUTES = Map.of("Enabled", true, "DurationSeconds", 600);

    private static TrafficOptions traffic(UnaryOperator<ApplicationOptions.Builder> change) {
        return TrafficOptions.builder()
                .application(change.apply(ApplicationOptions.builder()).build())
                .build();
    }

    private static SampleService sticky(UnaryOperator<ApplicationOptions.Builder> change) {
        return SampleService.both().with((stack, props) -> props.traffic(traffic(change)));
    }

    private static ApplicationOptions.Builder version(ApplicationOptions.Builder options) {
        return options.stickToVersion(Duration.minutes(10));
    }

    private static ApplicationOptions.Builder host(ApplicationOptions.Builder options) {
        return options.stickToHost(Duration.minutes(10));
    }

    private static Object stickiness(SynthTemplate template) {
        return template.property(PRODUCTION, "DefaultActions", 0, "ForwardConfig", "TargetGroupStickinessConfig");
    }

    private static List<Object> attribute(SynthTemplate template, String key) {
        return ((List<?>) template.property("OrdersTrafficBlueTargets", "TargetGroupAttributes"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .filter(one -> key.equals(one.get("Key")))
                        .<Object>map(one -> one.get("Value"))
                        .toList();
    }

    @Test
    void aClientOfAVersionIsKeptByTheActionOnly() {
        SynthTemplate template = sticky(StickySessionsTest::version).synth();
        assertThat(stickiness(template)).isEqualTo(TEN_MINUTES);
        assertThat(attribute(template, "stickiness.enabled")).containsExactly("false");
        assertThat(template.property(SHIFT, "Timing", "Sticky")).isEqualTo("600");
    }

    @Test
    void aClientOfAHostIsKeptByActionAndTargetGroups() {
        SynthTemplate template = sticky(StickySessionsTest::host).synth();
        assertThat(stickiness(template)).isEqualTo(TEN_MINUTES);
        assertThat(attribute(template, "stickiness.enabled")).containsExactly("true");
        assertThat(attribute(template, "stickiness.lb_cookie.duration_seconds")).containsExactly("600");
        assertThat(template.property(SHIFT, "Listener", "StickTo")).isEqualTo("host 600");
    }

    @Test
    void aRuleOnAnExistingListenerKeepsThem() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> props.traffic(TrafficOptions.builder()
                        .existingListener(SampleService.existingListener(stack).build())
                        .application(version(ApplicationOptions.builder()).build())
                        .build()))
                .synth();
        assertThat(template.property(
                        "OrdersTrafficProduction", "Actions", 0, "ForwardConfig", "TargetGroupStickinessConfig"))
                .isEqualTo(TEN_MINUTES);
    }

    /** Weight 0 alone would leave clients there. */
    @Test
    void theCommandThatGivesAColourAllTrafficNamesThatColourOnly() {
        SynthTemplate template = sticky(StickySessionsTest::version).synth();
        String command = template.outputs().get("OrdersRollbackToBlueCommand").toString();
        assertThat(command)
                .contains("OrdersTrafficBlueTargets")
                .contains("TargetGroupStickinessConfig\":{\"Enabled\":true,\"DurationSeconds\":600}")
                .doesNotContain("OrdersTrafficGreenTargets");
    }

    @Test
    void aServiceOnOneFleetKeepsThemOnTheirHost() {
        SynthTemplate template = SynthTemplate.of(oneFleet(StickySessionsTest::host));
        assertThat(template.properties("OrdersTrafficTargets").toString()).contains("stickiness.enabled, Value=true");
        refuses(() -> oneFleet(StickySessionsTest::version), "stickToVersion is for a service of two colours");
    }

    private static OneFleetService oneFleet(UnaryOperator<ApplicationOptions.Builder> change) {
        Stack stack = SampleService.stack();
        return OneFleetService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .traffic(traffic(change))
                .way(Way.rolling(RollingOptions.builder().build()))
                .build();
    }

    @Test
    void aBakeThatClientsOutlastIsRefused() {
        refuses(
                cutover(options -> options.bake(Duration.seconds(599))),
                "stickToVersion 600 s is longer than the bake, 599 s, and a release may leave clients on the old colour;"
                        + " make CutoverOptions.bake as long, or clients let go sooner");
    }

    @Test
    void aStandbyThatIsMadeSmallIsRefused() {
        refuses(
                cutover(options -> options.standbyCapacity(1)),
                "stickToVersion 600 s keeps clients where they are, and standbyCapacity takes hosts of the standby away;"
                        + " leave standbyCapacity out");
    }

    @Test
    void capacityThatFollowsWeightsIsRefused() {
        refuses(
                cutover(options -> options.strategy(Strategy.parse("rollout:50%,5m"))),
                "stickToVersion 600 s keeps clients where they are, and strategy rollout:50%,5m takes hosts away by the"
                        + " weights; take canary or linear");
    }

    @Test
    void aShareThatRestsIsRefused() {
        Release canary = Release.first(Color.BLUE, SampleService.ONE)
                .start(SampleService.TWO)
                .rest(10);
        refuses(
                () -> SampleService.of(canary)
                        .with((stack, props) -> props.traffic(traffic(StickySessionsTest::version)))
                        .service(),
                "candidatePercent 10 lets rest");
    }

    @Test
    void aNetworkLoadBalancerIsRefused() {
        refuses(
                () -> TrafficOptions.builder()
                        .network(NetworkOptions.builder().build())
                        .application(version(ApplicationOptions.builder()).build())
                        .build(),
                "application has options of an Application Load Balancer, and network makes a Network Load Balancer; set"
                        + " one of them");
    }

    @Test
    void moreThanAWeekAndLessThanASecondAreRefused() {
        refuses(
                () -> ApplicationOptions.builder()
                        .stickToVersion(Duration.days(8))
                        .build(),
                "stickToVersion must be from 1 to 604800 seconds, got 691200");
        refuses(
                () -> ApplicationOptions.builder()
                        .stickToHost(Duration.seconds(0))
                        .build(),
                "stickToHost must be from 1 to 604800 seconds, got 0");
    }

    private static Runnable cutover(UnaryOperator<CutoverOptions.Builder> change) {
        return () -> SampleService.both()
                .with((stack, props) -> props.traffic(traffic(StickySessionsTest::version))
                        .cutover(change.apply(CutoverOptions.builder()).build()))
                .service();
    }

    private static void refuses(Runnable make, String line) {
        assertThatThrownBy(make::run)
                .isInstanceOf(InvalidValueException.class)
                .asString()
                .contains(line);
    }
}
