package io.teal.rehearsal.aws.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.Launcher;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.RefreshWatch;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupModel.DeploymentConfiguration;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.HealthCheck;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.aws.elb.StatusMatcher;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.release.port.AwsException;
import io.teal.release.port.DeploymentGroup;
import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.Revision;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
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
    private static final Revision REVISION = new Revision("bucket", "1.0.0.zip");

    private final Timescale timescale = new Timescale(1000);
    private final Balancer balancer = new Balancer(timescale, 1, Propagation.AT_ONCE);
    private ChildProcesses processes;
    private LocalAutoScaling fleets;
    private LocalCodeDeploy codeDeploy;

    @BeforeEach
    void begin() throws IOException {
        processes = new ChildProcesses();
        fleets = new LocalAutoScaling(
                new Launcher(processes, Optional.of("exec sleep 100"), Map.of()),
                balancer,
                new RealTimers(timescale),
                1000);
        codeDeploy = new LocalCodeDeploy(fleets, balancer);
        balancer.putGroup(new TargetGroupModel("B", CHECK, Duration.ofSeconds(10)));
        fleets.create(with("1.0.0"));
        codeDeploy.put(new DeploymentGroupModel("Deploys", "Shared", true, DeploymentConfiguration.ALL_AT_ONCE, false));
    }

    @AfterEach
    void end() {
        fleets.close();
        balancer.close();
        processes.close();
    }

    private static FleetModel with(String blue) {
        return new FleetModel(
                "Shared",
                new FleetModel.GroupSize(2, 2, OptionalInt.empty()),
                List.of("B", "B"),
                new FleetModel.ReleaseTags("", "1.0.0"),
                "launch",
                false,
                FleetModel.HealthCheckUse.NONE,
                Optional.empty(),
                new TreeMap<>(Map.of("blue", blue)));
    }

    /** What a listener forwards to has to be healthy, and these hosts never are. */
    private void neverHealthy() {
        balancer.putListener(
                new ListenerModel("L", 80, new ActionModel.Forward(List.of(new ActionModel.Share("B", 1)))));
    }

    private String deploy() {
        return codeDeploy.createDeployment("App", "Deploys", REVISION, "a test");
    }

    private String ended(String id) throws InterruptedException {
        while (codeDeploy.getDeployment(id).running()) {
            Thread.sleep(10);
        }
        return codeDeploy.getDeployment(id).status();
    }

    @Test
    void theLastDeploymentThatHasSucceededIsNotTheLastOne() throws InterruptedException {
        String first = deploy();
        assertThat(ended(first)).isEqualTo("Succeeded");
        neverHealthy();
        fleets.startUpdate(with("2.0.0"), RefreshWatch.NOTHING).join();
        String second = deploy();
        assertThat(ended(second)).isEqualTo("Failed");
        assertThat(codeDeploy.getDeploymentGroup("App", "Deploys"))
                .isEqualTo(new DeploymentGroup(Optional.of(first), Optional.of(second)));
    }

    @Test
    void aVersionThatIsNotHealthyFailsOnEveryHost() throws InterruptedException {
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
