package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Observation;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.CodeDeploy;
import io.teal.release.port.Deployment;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import io.teal.release.port.TargetHealth;
import io.teal.release.step.Effect;
import io.teal.runtime.statemachine.LocalMachine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both colours on the same hosts: how the runs tell them apart. */
class SharedHostsTest {
    private static final String GROUP = "shop-orders";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Release BLUE = Orders.release(Color.BLUE, "1.0.0", "none");
    private static final Release BOTH = Orders.release(Color.BLUE, "1.0.0", "2.0.0");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final FakeAws aws = new FakeAws();
    private final OneDeployment codeDeploy = new OneDeployment();
    private final Map<String, Object> answer = new HashMap<>();

    @BeforeEach
    void twoHostsServeBlue() {
        aws.codeDeploy = codeDeploy;
        Orders.weights(aws, 100, 0);
        group(Map.of("teal:blue:version", "1.0.0"));
        for (String host : List.of("i-1", "i-2")) {
            aws.hosts.put(host, Map.of("teal:blue:version", "1.0.0"));
        }
        health(Color.BLUE, "healthy");
        health(Color.GREEN, "unhealthy");
    }

    @Test
    void aColorWithoutAVersionHasNoFleetAlthoughThereAreHosts() {
        Observation.Fleets fleets = fleets(BLUE);
        assertThat(fleets.of(Color.BLUE)).isEqualTo(new Fleet(2, 0, 6, List.of(2), 0));
        assertThat(fleets.of(Color.GREEN)).isEqualTo(Fleet.NONE);
    }

    @Test
    void eachColorHasTheHealthOfItsOwnPortAndTheHostsThatDoNotRunItsVersion() {
        group(Map.of("teal:blue:version", "1.0.0", "teal:green:version", "2.0.0"));
        aws.hosts.put("i-1", Map.of("teal:blue:version", "1.0.0", "teal:green:version", "2.0.0"));
        Observation.Fleets fleets = fleets(BOTH);
        assertThat(fleets.of(Color.BLUE)).isEqualTo(new Fleet(2, 0, 6, List.of(2), 0));
        assertThat(fleets.of(Color.GREEN)).isEqualTo(new Fleet(2, 0, 6, List.of(0), 1));
    }

    @Test
    void aPromotedVersionIsMarkedForItsColorOnly() {
        group(Map.of("teal:blue:version", "1.0.0", "teal:green:version", "2.0.0"));
        new Effects(aws, properties(BOTH), List::of).markPromoted(new Effect.MarkPromoted(Color.GREEN));
        assertThat(aws.writes).containsExactly("tag shop-orders teal:green:promoted=2.0.0");
        assertThat(fleets(BOTH).served()).containsExactly(Color.GREEN);
    }

    @Test
    void aReleasePinsWhatTheHostsBootFromAndNotTheNewest() {
        PreflightRun judgement = new PreflightRun(
                aws,
                new Observer(aws, properties(BOTH), clock),
                properties(BOTH),
                Optional.of(properties(BLUE)),
                clock);
        OpeningResult opened = judgement.judge(Direction.FORWARD, new Observer(aws, properties(BOTH), clock).live());
        assertThat(opened.refusal()).isEmpty();
        assertThat(opened.data())
                .isEqualTo(Map.of("BlueLaunchTemplateVersion", "7", "GreenLaunchTemplateVersion", "7"));
    }

    @Test
    void installBringsTheIdleColorAndMarksNothingOfTheOneThatServes() {
        assertThat(install(BOTH)).startsWith("SUCCESS blue 1.0.0, green 2.0.0").contains("is installed");
        assertThat(aws.writes)
                .filteredOn(write -> write.contains("installing"))
                .hasSize(1)
                .allMatch(write -> write.endsWith("teal:green:version=installing 2.0.0"));
        assertThat(aws.hosts.get("i-1"))
                .containsEntry("teal:blue:version", "1.0.0")
                .containsEntry("teal:green:version", "2.0.0");
    }

    @Test
    void whatIsInstalledIsNotInstalledAgain() {
        install(BOTH);
        assertThat(install(BOTH)).endsWith("has it already");
        assertThat(codeDeploy.created).hasSize(1);
    }

    @Test
    void aRetiredColorIsTakenOffTheHosts() {
        install(BOTH);
        assertThat(install(BLUE)).startsWith("SUCCESS blue 1.0.0, green none");
        assertThat(codeDeploy.created).hasSize(2);
        assertThat(aws.hosts.get("i-2")).containsEntry("teal:green:version", "none");
    }

    @Test
    void nothingIsInstalledIfAColorThatServesWouldChange() {
        assertThat(install(Orders.release(Color.BLUE, "1.0.1", "2.0.0"))).contains("nothing is installed");
        assertThat(codeDeploy.created).isEmpty();
        assertThat(aws.writes).isEmpty();
    }

    private Observation.Fleets fleets(Release release) {
        return new Observer(aws, properties(release), clock).fleets();
    }

    private void group(Map<String, String> tags) {
        aws.groups.put(GROUP, new AutoScalingGroup(GROUP, 2, 0, 6, "7", List.of("i-1", "i-2"), tags));
    }

    private void health(Color color, String state) {
        aws.health.put(
                Orders.targets(color),
                List.of(new TargetHealth("i-1", 8080, state, ""), new TargetHealth("i-2", 8080, state, "")));
    }

    private static CutoverProperties properties(Release release) {
        CutoverProperties apart = Orders.properties(release);
        Map<Color, ColorProperties> colors = new EnumMap<>(Color.class);
        apart.colors().forEach((color, of) -> colors.put(color, onSharedHosts(of)));
        return new CutoverProperties(
                apart.service(),
                apart.request(),
                apart.strategy(),
                apart.source(),
                apart.gating(),
                apart.timing(),
                apart.maxCapacity(),
                apart.minCapacity(),
                apart.loadBalancer(),
                apart.stateMachine(),
                apart.hooks(),
                apart.probe(),
                apart.installed(),
                apart.alarms(),
                colors);
    }

    private static ColorProperties onSharedHosts(ColorProperties of) {
        return new ColorProperties(
                GROUP, of.targetGroups(), of.previewUrl(), of.newest().map(one -> "9"), of.alarms());
    }

    private String install(Release release) {
        Map<String, Object> told = new TreeMap<>(CutoverMap.write(properties(release)));
        Revision revision =
                new Revision("assets", release.version(Color.BLUE) + "-" + release.version(Color.GREEN) + ".zip");
        told.put(
                InstallProperties.NAME,
                new InstallProperties(
                                Optional.empty(),
                                "Orders",
                                "Hosts",
                                revision.bucket(),
                                revision.key(),
                                Duration.ofMinutes(20),
                                Optional.empty())
                        .write());
        Map<String, Object> event = Orders.event(Event.ResourceType.SHIFT, "r1", Optional.empty(), release);
        event.put("ResourceType", "Custom::TealInstall");
        event.put("StackId", "arn:aws:cloudformation:eu-west-1:111111111111:stack/shop/1");
        event.put("ResourceProperties", told);
        return answer(event);
    }

    private String answer(Map<String, Object> event) {
        Runs runs = new Runs(aws, (url, said) -> answer.putAll(said), clock, line -> {});
        LocalMachine machine =
                new LocalMachine(runs, (function, payload) -> Map.of(), "arn:install", NOW, Map.of("event", event));
        while (machine.state() != LocalMachine.State.DONE && machine.state() != LocalMachine.State.FAILED) {
            machine.step();
        }
        return answer.get("Status") + " " + answer.get("Reason");
    }

    /** CodeDeploy, which has installed as soon as it is asked. */
    private static final class OneDeployment implements CodeDeploy {
        private final List<Revision> created = new ArrayList<>();

        @Override
        public DeploymentGroup getDeploymentGroup(String application, String group) {
            Optional<String> last = created.isEmpty() ? Optional.empty() : Optional.of("d-" + created.size());
            return new DeploymentGroup(last, last);
        }

        @Override
        public String createDeployment(String application, String group, Revision revision, String description) {
            created.add(revision);
            return "d-" + created.size();
        }

        @Override
        public Deployment getDeployment(String id) {
            Revision revision = created.get(Integer.parseInt(id.substring(2)) - 1);
            return new Deployment(id, "Succeeded", "user", Optional.of(revision), 0, "");
        }

        @Override
        public List<String> listRunningDeployments(String application, String group) {
            return List.of();
        }

        @Override
        public List<DeploymentTarget> describeDeploymentTargets(String id) {
            return List.of(
                    new DeploymentTarget("i-1", "Succeeded", List.of()),
                    new DeploymentTarget("i-2", "Succeeded", List.of()));
        }

        @Override
        public void stopDeployment(String id) {
            throw new IllegalStateException("nothing runs");
        }
    }
}
