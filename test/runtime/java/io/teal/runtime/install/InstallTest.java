package io.teal.runtime.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.runtime.execution.Orders;
import io.teal.runtime.statemachine.LocalMachine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstallTest {
    private final Installs shop = new Installs();

    @Test
    void aVersionIsInstalledOnEveryHostBeforeItIsSaid() {
        shop.fleet.size(3);
        assertThat(shop.install("2.0.0"))
                .isEqualTo("SUCCESS green 2.0.0 (s3://artifacts/orders/2.0.0.zip) is installed, deployment d-1");
        assertThat(shop.runs()).containsExactly("orders/2.0.0.zip");
        assertThat(shop.tags()).containsExactly("2.0.0");
    }

    @Test
    void whileItInstallsNoHostSaysThatItRunsIt() {
        shop.fleet.size(2);
        LocalMachine execution = shop.execution("2.0.0");
        while (shop.codeDeploy.calls.isEmpty()) {
            shop.time.pass(Math.max(1, execution.step().toSeconds()));
        }
        assertThat(shop.tags()).containsExactly("installing 2.0.0");
    }

    @Test
    void aColorThatServesIsLeftAlone() {
        shop.fleet.size(2);
        shop.time.pass(60);
        Orders.weights(shop.aws, 90, 10);
        assertThat(shop.install("2.0.0")).startsWith("SUCCESS green 2.0.0").contains("nothing is installed");
        assertThat(shop.codeDeploy.calls).isEmpty();
        assertThat(shop.aws.writes).isEmpty();
    }

    @Test
    void whatIsInstalledAlreadyIsNotInstalledAgain() {
        shop.fleet.size(2);
        shop.install("2.0.0");
        assertThat(shop.install("2.0.0")).startsWith("SUCCESS").endsWith("has it already");
        assertThat(shop.codeDeploy.calls).containsExactly("create orders/2.0.0.zip");
    }

    @Test
    void whatSomebodyElseTriedSinceIsInstalledOver() {
        settled("2.0.0");
        shop.codeDeploy.bad.add("orders/1.9.9.zip");
        shop.codeDeploy.begin("user", Installs.revision("1.9.9"), shop.fleet.hosts);
        shop.time.pass(120);
        assertThat(shop.install("2.0.0")).startsWith("SUCCESS");
        assertThat(shop.runs()).containsExactly("orders/2.0.0.zip");
    }

    @Test
    void anotherVersionOfAnIdleColorIsInstalledOnTheHostsThatAreThere() {
        settled("2.0.0");
        shop.fleet.says("2.0.1");
        assertThat(shop.install("2.0.1")).startsWith("SUCCESS");
        assertThat(shop.runs()).containsExactly("orders/2.0.1.zip");
        assertThat(shop.tags()).containsExactly("2.0.1");
    }

    @Test
    void aHostLaunchedWhileAnotherVersionInstallsRunsThatOneInTheEnd() {
        settled("2.0.0");
        shop.fleet.says("2.0.1");
        shop.time.in(20, () -> shop.fleet.size(3));
        assertThat(shop.install("2.0.1")).startsWith("SUCCESS");
        assertThat(shop.fleet.hosts).hasSize(3).allMatch(host -> host.inService);
        assertThat(shop.runs()).containsExactly("orders/2.0.1.zip");
        assertThat(shop.tags()).containsExactly("2.0.1");
    }

    @Test
    void aHostLaunchedLaterGetsTheVersionBeforeItIsInService() {
        shop.fleet.size(2);
        shop.install("2.0.0");
        shop.fleet.size(4);
        shop.time.pass(600);
        assertThat(shop.fleet.hosts).hasSize(4).allMatch(host -> host.inService);
        assertThat(shop.runs()).containsExactly("orders/2.0.0.zip");
    }

    @Test
    void anAgentThatNeverAnswersIsNamedAtInstallsOwnDeadline() {
        shop.fleet.size(2);
        shop.codeDeploy.silent.add("i-2");
        assertThat(shop.install("2.0.0"))
                .startsWith("FAILED green 2.0.0")
                .contains("not installed after 20 min", "the CodeDeploy agent of i-2 never answered")
                .endsWith("look: aws deploy list-deployment-targets --deployment-id d-1");
        assertThat(shop.time.second()).isLessThan(Installs.TIMEOUT.toSeconds() + 60);
        assertThat(shop.codeDeploy.calls).endsWith("stop d-1");
    }

    @Test
    void aScriptThatFailsIsNamedWithItsHostAndWhatItSaid() {
        shop.fleet.size(2);
        shop.codeDeploy.bad.add("orders/2.0.0.zip");
        assertThat(shop.install("2.0.0"))
                .startsWith("FAILED green 2.0.0")
                .contains("deployment d-1 is Failed (HEALTH_CONSTRAINTS: too many hosts failed)")
                .contains("i-1 failed in ApplicationStart, script exited with 1");
        assertThat(shop.tags()).containsExactly("installing 2.0.0");
    }

    @Test
    void aDeploymentThatSucceededOnSomeHostsOnlyHasNotInstalledTheVersion() {
        shop.fleet.size(2);
        shop.codeDeploy.forgiving = true;
        shop.codeDeploy.bad.add("i-1");
        assertThat(shop.install("2.0.0")).startsWith("FAILED").contains("d-1 is Succeeded; i-1 failed");
    }

    @Test
    void aLastSuccessfulRevisionThatHasGoneBadIsNamedInsteadOfWaitingForEver() {
        settled("2.0.0");
        shop.codeDeploy.bad.add("orders/2.0.0.zip");
        shop.fleet.size(3);
        shop.fleet.says("2.0.1");
        assertThat(shop.install("2.0.1"))
                .startsWith("FAILED green 2.0.1")
                .contains("not installed after 20 min: ")
                .contains("2 of 3 hosts are in service; before it is in service a host gets deployment d-0");
        assertThat(shop.codeDeploy.calls).isEmpty();
    }

    @Test
    void aDeploymentOfSomethingElseIsStoppedAndOneOfALaunchIsWaitedFor() {
        settled("2.0.0");
        shop.codeDeploy.begin("user", Installs.revision("1.9.9"), shop.fleet.hosts);
        shop.fleet.says("2.0.1");
        assertThat(shop.install("2.0.1")).startsWith("SUCCESS");
        assertThat(shop.codeDeploy.calls).containsExactly("stop d-2", "create orders/2.0.1.zip");
        assertThat(shop.runs()).containsExactly("orders/2.0.1.zip");
    }

    @Test
    void aCreateThatWasNotAnsweredIsFoundAndNotRepeated() {
        shop.fleet.size(2);
        shop.codeDeploy.fate = Agents.Fate.UNANSWERED;
        assertThat(shop.install("2.0.0")).startsWith("SUCCESS").endsWith("deployment d-1");
        assertThat(shop.codeDeploy.calls).containsExactly("create orders/2.0.0.zip");
    }

    @Test
    void whatCodeDeployRefusesForMinutesIsAnsweredWithItsReason() {
        shop.fleet.size(2);
        shop.codeDeploy.fate = Agents.Fate.REFUSED;
        assertThat(shop.install("2.0.0")).startsWith("FAILED").contains("CreateDeployment: not allowed\nlet the role");
        assertThat(shop.time.second()).isLessThan(300);
    }

    @Test
    void aStackThatTurnsBackStopsTheDeployment() {
        shop.fleet.size(2);
        shop.time.in(70, () -> shop.aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS");
        assertThat(shop.install("2.0.0")).isEqualTo("FAILED the stack has turned back\nlook: bin/teal status shop");
        assertThat(shop.codeDeploy.calls).endsWith("stop d-1");
    }

    @Test
    void aRollbackInstallsWhatWasThereBeforeIfSomethingElseWasTriedSince() {
        settled("2.0.0");
        shop.codeDeploy.bad.add("orders/2.0.1.zip");
        shop.fleet.says("2.0.1");
        assertThat(shop.install("2.0.1")).startsWith("FAILED");
        shop.aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        shop.fleet.says("2.0.0");
        assertThat(shop.install("2.0.0")).startsWith("SUCCESS green 2.0.0");
        assertThat(shop.runs()).containsExactly("orders/2.0.0.zip");
        assertThat(shop.tags()).containsExactly("2.0.0");
    }

    @Test
    void aRollbackThatCannotInstallSucceedsAndLeavesTheHostsMarked() {
        settled("2.0.0");
        shop.codeDeploy.bad.addAll(List.of("orders/2.0.0.zip", "orders/2.0.1.zip"));
        shop.fleet.says("2.0.1");
        shop.install("2.0.1");
        shop.aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        assertThat(shop.install("2.0.0")).startsWith("SUCCESS green 2.0.0").contains("is Failed");
        assertThat(shop.tags()).containsExactly("installing 2.0.0");
        shop.aws.stack = "UPDATE_IN_PROGRESS";
        assertThat(shop.install("2.0.0")).startsWith("FAILED");
    }

    /** AWS refuses to tag more than 20 in one call. */
    @Test
    void aFleetOfManyHostsIsTaggedInAsManyCallsAsItTakes() {
        shop.fleet.size(25);
        assertThat(shop.install("2.0.0")).startsWith("SUCCESS");
        assertThat(shop.tags()).containsExactly("2.0.0");
    }

    @Test
    void whatCannotBeReadIsWaitedForAndNamedAtTheDeadline() {
        shop.fleet.size(2);
        shop.aws.broken = Optional.of("describeAutoScalingGroup");
        assertThat(shop.install("2.0.0")).startsWith("FAILED").contains("not installed after 20 min: describe");
        assertThat(shop.codeDeploy.calls).isEmpty();
    }

    @Test
    void aDeleteIsAnsweredAtOnce() {
        Map<String, Object> event = shop.event("2.0.0");
        event.put("RequestType", "Delete");
        shop.send(event);
        assertThat(shop.answer()).startsWith("SUCCESS nothing to do");
        assertThat(shop.codeDeploy.calls).isEmpty();
    }

    private void settled(String version) {
        shop.fleet.says(version);
        shop.fleet.size(2);
        shop.time.pass(60);
        shop.codeDeploy.settle(Installs.revision(version));
    }
}
