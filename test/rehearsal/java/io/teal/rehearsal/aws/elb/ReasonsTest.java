package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Timescale;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Why a target is not healthy, in Elastic Load Balancing's codes. */
@Timeout(120)
class ReasonsTest {
    private static final HealthCheck CHECK = Service.group("A").healthCheck();

    private final Service service = new Service(new Balancer(new Timescale(100), 1, Propagation.AT_ONCE));

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void aNewTargetIsRegisteredAndThenCheckedBeforeAnythingIsSaidOfIt() {
        LocalTarget target = new LocalTarget("h1", 1);
        assertThat(reason(target)).isEqualTo("Elb.RegistrationInProgress");
        target.probed(ProbeOutcome.TIMEOUT, CHECK);
        assertThat(reason(target)).isEqualTo("Elb.InitialHealthChecking");
        target.probed(ProbeOutcome.TIMEOUT, CHECK);
        assertThat(reason(target)).isEqualTo("Target.Timeout");
    }

    @Test
    void aHealthyTargetHasNoReasonAndADrainingOneHas() {
        LocalTarget target = new LocalTarget("h1", 1);
        target.probed(ProbeOutcome.PASSED, CHECK);
        assertThat(reason(target)).isEmpty();
        target.drain();
        assertThat(reason(target)).isEqualTo("Target.DeregistrationInProgress");
    }

    @Test
    void aTargetOfAGroupThatNothingForwardsToIsNotInUse() throws Exception {
        service.balancer.putGroup(Service.group("A"));
        service.target("A", "h1");
        assertThat(service.balancer.describe("A").orElseThrow())
                .extracting(TargetDescription::reason)
                .containsExactly("Target.NotInUse");
    }

    @Test
    void aWrongAnswerNoConnectionAndNoAnswerAreToldApart() throws Exception {
        service.forward("A", 1);
        service.target("A", "h1").healthy = false;
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            service.balancer.register("A", "h2", silent.getLocalPort());
            try (ServerSocket closed = new ServerSocket(0)) {
                service.balancer.register("A", "h3", closed.getLocalPort());
            }
            Service.await(() -> service.health("A", TargetState.UNHEALTHY) == 3);
            assertThat(service.balancer.describe("A").orElseThrow())
                    .extracting(TargetDescription::reason)
                    .containsExactly("Target.ResponseCodeMismatch", "Target.Timeout", "Target.FailedHealthChecks");
        }
    }

    private static String reason(LocalTarget target) {
        return TargetDescription.of(target, target.state()).reason();
    }
}
