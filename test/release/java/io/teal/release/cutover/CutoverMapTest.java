package io.teal.release.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.SchemaStep;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.observation.HookPoint;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("unchecked")
class CutoverMapTest {
    private static final Slot TWO = Slot.runs(Version.of("2.0.0"));

    @ParameterizedTest
    @EnumSource(Color.class)
    void whatIsWrittenIsReadAgain(Color active) {
        for (Slot other : List.of(TWO, Slot.EMPTY, Slot.UNSAID)) {
            for (boolean rich : List.of(true, false)) {
                CutoverProperties properties = properties(release(active, other), rich);
                assertThat(CutoverMap.read(CutoverMap.write(properties))).isEqualTo(properties);
            }
        }
    }

    @Test
    void theStrategyOfADeployGoesBeforeTheServices() {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), false));
        map.put("Strategy", "linear:25%,5m");
        map.put("StrategyOfThisDeploy", "");
        assertThat(CutoverMap.read(map).way()).hasToString("linear:25%,5m");
        map.put("StrategyOfThisDeploy", "all-at-once");
        assertThat(CutoverMap.read(map).way()).hasToString("all-at-once");
    }

    @Test
    void aStandbyIsWrittenOnlyWhereItIsSmallAndRestsOnlyBesideAnotherVersion() {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), false));
        assertThat(map).doesNotContainKey("StandbyCapacity");
        map.put("StandbyCapacity", "3");
        CutoverProperties read = CutoverMap.read(map);
        assertThat(CutoverMap.write(read)).containsEntry("StandbyCapacity", "3");
        assertThat(read.rests()).isEqualTo(3);
        assertThat(read.empties()).isTrue();
        map.put("Strategy", "rollout:50%,5m");
        assertThat(CutoverMap.read(map).rests()).isZero();
        Map<String, Object> alone = CutoverMap.write(properties(release(Color.BLUE, Slot.EMPTY), false));
        assertThat(CutoverMap.read(alone).empties()).isFalse();
        alone.put("StandbyCapacity", "3");
        assertThat(CutoverMap.read(alone).rests()).isZero();
    }

    @Test
    void howLongClientsStayIsWrittenOnlyWhereTheyDo() {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), true));
        Map<String, Object> timing = new TreeMap<>((Map<String, ?>) map.get("Timing"));
        assertThat(timing).doesNotContainKey("Sticky");
        assertThat(CutoverMap.read(map).timing().sticky()).isZero();
        timing.put("Sticky", "600");
        map.put("Timing", timing);
        CutoverProperties read = CutoverMap.read(map);
        assertThat(read.timing().sticky()).hasSeconds(600);
        assertThat(CutoverMap.write(read)).isEqualTo(map);
    }

    @Test
    void namesItDoesNotKnowArePassedOver() {
        CutoverProperties properties = properties(release(Color.BLUE, TWO), true);
        Map<String, Object> map = CutoverMap.write(properties);
        map.put("ServiceToken", "arn:aws:lambda:eu-west-1:123456789012:function:teal");
        map.put("Listener", Map.of("Port", "443"));
        assertThat(CutoverMap.read(map)).isEqualTo(properties);
    }

    @Test
    void emptyListsMayBeLeftOutByCloudFormation() {
        CutoverProperties properties = properties(release(Color.BLUE, TWO), false);
        Map<String, Object> map = CutoverMap.write(properties);
        map.values().removeIf(value -> value.equals(List.of()));
        assertThat(CutoverMap.read(map)).isEqualTo(properties);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service", "Active", "Blue", "Timing", "MaxCapacity", "BlueTargetGroups", "StateMachine"})
    void aMissingValueIsNamed(String name) {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), true));
        map.remove(name);
        assertThatThrownBy(() -> CutoverMap.read(map))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(property " + name + " is missing|a colour needs a target group.*)");
    }

    @Test
    void aMalformedValueIsNamedAndShown() {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), true));
        map.put("MaxCapacity", "many");
        assertThatThrownBy(() -> CutoverMap.read(map)).hasMessage("property MaxCapacity cannot be read, got 'many'");
    }

    @Test
    void anotherSchemaIsRefusedWithTheWayOut() {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), true));
        map.put(CutoverMap.SCHEMA, "2");
        assertThatThrownBy(() -> CutoverMap.read(map))
                .hasMessage(
                        "properties of schema 1 are needed, got 2: deploy with the version of Teal that wrote them");
    }

    @Test
    void theNamesAreFrozen() {
        String names = String.join(
                " ",
                CutoverMap.write(properties(release(Color.BLUE, TWO), true)).keySet());
        assertThat(names)
                .isEqualTo(
                        "Active Alarms Allow Approval Blue BlueAlarms BlueGroup BlueLaunchTemplateVersion BluePreviewUrl"
                                + " BlueTargetGroups CandidatePercent Evidence FlagPlace FlagPrefix Green GreenAlarms"
                                + " GreenGroup GreenLaunchTemplateVersion GreenPreviewUrl GreenTargetGroups Hook HookAfter Installed"
                                + " LoadBalancer MaxCapacity Probe Samples Schema Service StateMachine Strategy StrategyOfThisDeploy"
                                + " Timing");
    }

    @Test
    void onlyAServiceWhoseCapacityFollowsTheTrafficSaysItsMinimum() {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), true));
        assertThat(CutoverMap.read(map).minCapacity()).isZero();
        map.put("MinCapacity", "3");
        assertThat(CutoverMap.read(map).minCapacity()).isEqualTo(3);
        assertThat(CutoverMap.write(CutoverMap.read(map))).isEqualTo(map);
    }

    @Test
    void aServiceThatAsksNobodyAndTestsNothingAfterTheSwitchHasTheMapItAlwaysHad() {
        assertThat(CutoverMap.write(properties(release(Color.BLUE, TWO), false)))
                .doesNotContainKeys("Approval", "HookAfter")
                .containsEntry("Hook", "");
    }

    @Test
    void onlyAServiceWithNightsSaysThem() {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), true));
        assertThat(CutoverMap.read(map).nights()).isEmpty();
        map.put("Nights", List.of("Night 0 20 * * 1-5 Europe/Berlin"));
        assertThat(CutoverMap.read(map).nights()).containsExactly(new Night("Night", "0 20 * * 1-5", "Europe/Berlin"));
        assertThat(CutoverMap.write(CutoverMap.read(map))).isEqualTo(map);
    }

    @Test
    void whatADeploySaysOfTheSchemaIsThereOnlyIfItSaysSomething() {
        CutoverProperties silent = properties(release(Color.BLUE, TWO), true);
        assertThat(CutoverMap.write(silent)).doesNotContainKey("SchemaStep");
        for (SchemaStep step : SchemaStep.values()) {
            Map<String, Object> map = CutoverMap.write(silent);
            map.put("SchemaStep", step.name());
            assertThat(CutoverMap.read(map).request().schema()).isEqualTo(step);
            map.remove("SchemaStep", SchemaStep.NONE.name());
            assertThat(CutoverMap.write(CutoverMap.read(map))).isEqualTo(map);
        }
    }

    @Test
    void onlyAServiceWithNoticesOrAGuardSaysSo() {
        Map<String, Object> map = CutoverMap.write(properties(release(Color.BLUE, TWO), true));
        assertThat(CutoverMap.read(map).notices().isEmpty()).isTrue();
        assertThat(CutoverMap.read(map).guard()).isEmpty();
        map.putAll(Map.of("Events", "arn:bus", "Topic", "arn:topic", "Guard", "86400"));
        assertThat(CutoverMap.read(map).notices())
                .isEqualTo(new NoticeTargets(Optional.of("arn:bus"), Optional.of("arn:topic")));
        assertThat(CutoverMap.read(map).guard()).contains(Duration.ofDays(1));
        assertThat(CutoverMap.write(CutoverMap.read(map))).isEqualTo(map);
    }

    private static Release release(Color active, Slot other) {
        Slot one = Slot.runs(Version.of("1.0.0"));
        int percent = other == TWO ? 10 : 0;
        return active == Color.BLUE
                ? new Release(active, one, other, percent)
                : new Release(active, other, one, percent);
    }

    private static CutoverProperties properties(Release release, boolean rich) {
        Optional<Strategy> way = rich ? Optional.of(Strategy.parse("canary:10%,5m")) : Optional.empty();
        return new CutoverProperties(
                "orders",
                new ReleaseRequest(release, way, rich),
                Strategy.parse("all-at-once"),
                rich ? ReleaseSource.flags("orders.") : ReleaseSource.file("releases/prod/orders.properties"),
                new Gating(
                        rich ? Evidence.REQUIRED : Evidence.IF_ANY,
                        rich ? 100 : 0,
                        rich ? Set.of(HookPoint.values()) : Set.of(),
                        rich ? Optional.of(Duration.ofMinutes(20)) : Optional.empty()),
                Timing.DEFAULT,
                6,
                0,
                "arn:balancer",
                "arn:machine",
                rich ? Map.of(HookPoint.BEFORE_TRAFFIC, "arn:hook", HookPoint.AFTER_TRAFFIC, "arn:after") : Map.of(),
                rich ? Optional.of("arn:probe") : Optional.empty(),
                rich,
                rich ? List.of("shared") : List.of(),
                Map.of(Color.BLUE, color("blue", rich), Color.GREEN, color("green", rich)));
    }

    private static ColorProperties color(String name, boolean rich) {
        return new ColorProperties(
                "stack-orders-" + name,
                List.of("arn:" + name),
                "http://preview/" + name,
                rich ? Optional.of("7") : Optional.empty(),
                rich ? List.of("alarm-" + name) : List.of());
    }
}
