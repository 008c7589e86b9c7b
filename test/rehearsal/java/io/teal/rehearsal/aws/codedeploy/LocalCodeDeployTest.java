package io.teal.rehearsal.aws.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.VirtualTimers;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.LaunchRules;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.ModelledMachines;
import io.teal.rehearsal.aws.autoscaling.RefreshWatch;
import io.teal.rehearsal.aws.autoscaling.Workload;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupModel.DeploymentConfiguration;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.HealthCheck;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.ModelledNetwork;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.aws.elb.StatusMatcher;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.demo.HostFault;
import io.teal.release.port.AwsException;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deployments to hosts that both colours share: processes that run, and serve nothing. */
class LocalCodeDeployTest {
    private static final HealthCheck CHECK = new HealthCheck(
            "/",
            new StatusMatcher("200"),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            new HealthCheck.Thresholds(2, 2));
    private static final Map<String, List<HostFault>> SICK = Map.of(
            "1.0.0", HostFault.parse("BOOTS_IN:100000"),
            "2.0.0", HostFault.parse("BOOTS_IN:100000"));
    private static final Revision REVISION = new Revision("bucket", "1.0.0.zip");

    private final VirtualTimers timers = new VirtualTimers();
    private final ModelledNetwork network = new ModelledNetwork(timers);
    private final Balancer balancer = network.balancer(1, Propagation.AT_ONCE);
    private final LocalAutoScaling fleets = new LocalAutoScaling(
            new ModelledMachines(network, timers, 1, SICK), balancer, timers, new Workload(1000, 1000));
    private final LocalCodeDeploy codeDeploy = new LocalCodeDeploy(fleets, balancer, timers);

    @BeforeEach
    void begin() {
        balancer.putGroup(new TargetGroupModel("B", CHECK, Duration.ofSeconds(10)));
        fleets.create(with("1.0.0"));
        codeDeploy.put(new DeploymentGroupModel("Deploys", "Shared", true, DeploymentConfiguration.ALL_AT_ONCE, false));
    }

    private static FleetModel with(String blue) {
        return new FleetModel(
                "Shared",
                new FleetModel.GroupSize(2, 2, OptionalInt.empty()),
                List.of("B", "B"),
                new FleetModel.ReleaseTags("", "1.0.0"),
                "launch",
                Optional.empty(),
                FleetModel.HealthCheckUse.NONE,
                new TreeMap<>(Map.of("blue", blue)),
                LaunchRules.NONE);
    }

    /** What a listener forwards to has to be healthy, and these hosts never are. */
    private void neverHealthy() {
        balancer.putListener(
                new ListenerModel("L", 80, new ActionModel.Forward(List.of(new ActionModel.Share("B", 1)))));
    }

    private String deploy() {
        return codeDeploy.createDeployment("App", "Deploys", REVISION, "a test");
    }

    private String ended(String id) {
        timers.await(timers.until(() -> !codeDeploy.getDeployment(id).running(), Duration.ofSeconds(1)));
        return codeDeploy.getDeployment(id).status();
    }

    @Test
    void theLastDeploymentThatHasSucceededIsNotTheLastOne() {
        String first = deploy();
        assertThat(ended(first)).isEqualTo("Succeeded");
        neverHealthy();
        timers.await(fleets.startUpdate(with("2.0.0"), RefreshWatch.NOTHING));
        String second = deploy();
        assertThat(ended(second)).isEqualTo("Failed");
        assertThat(codeDeploy.getDeploymentGroup("App", "Deploys"))
                .isEqualTo(new DeploymentGroup(Optional.of(first), Optional.of(second)));
    }

    @Test
    void aVersionThatIsNotHealthyFailsOnEveryHost() {
        neverHealthy();
        String id = deploy();
        assertThat(ended(id)).isEqualTo("Failed");
        assertThat(codeDeploy.getDeployment(id).unsuccessful()).isEqualTo(2);
        assertThat(codeDeploy.getDeployment(id).error()).startsWith("HEALTH_CONSTRAINTS");
        assertThat(codeDeploy.describeDeploymentTargets(id))
                .extracting(DeploymentTarget::host)
                .containsExactly("Shared-1", "Shared-2");
        assertThat(codeDeploy.describeDeploymentTargets(id))
                .flatExtracting(DeploymentTarget::events)
                .containsOnly(new DeploymentTarget.LifecycleEvent("ValidateService", "Failed", "blue is not healthy"));
    }

    @Test
    void aSecondDeploymentIsRefusedInTheWordsOfAws() {
        neverHealthy();
        String first = deploy();
        assertThat(first).matches("d-\\d{9}");
        assertThatThrownBy(this::deploy)
                .isInstanceOfSatisfying(
                        AwsException.class,
                        limit -> assertThat(limit.code()).isEqualTo("DeploymentLimitExceededException"))
                .hasMessageContaining(
                        "The Deployment Group 'Deploys' already has an active Deployment '" + first + "'");
    }

    @Test
    void aGroupThatIsRemovedIsUnknownAndItsDeploymentStops() {
        neverHealthy();
        String id = deploy();
        codeDeploy.forget("Deploys");
        assertThat(codeDeploy.getDeployment(id).status()).isEqualTo("Stopped");
        assertThatThrownBy(this::deploy).hasMessageContaining("no deployment group Deploys");
    }
}
