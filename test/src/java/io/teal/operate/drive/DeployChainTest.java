package io.teal.operate.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.RefusedException;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.port.AlarmReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployChainTest {
    private static final String FIRST = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String OLDER = "activeColor=blue blueVersion=2.0.0 greenVersion=1.0.0";
    private static final ChainGoal RETIRED = new ChainGoal.Retired();

    @TempDir
    private Path folder;

    private static ChainGoal released(String version) {
        return new ChainGoal.Released(Version.of(version), Optional.empty());
    }

    private static ChainGoal byShares(String version) {
        return new ChainGoal.Released(Version.of(version), Optional.of(Strategy.parse("linear:50%,10m")));
    }

    @Test
    void anEmptyColourIsStartedAndPromotedByOneDeploy() throws Exception {
        Project project = new Project(folder, FIRST);
        assertThat(project.lead(released("2.0.0"))).isEqualTo(DeployChain.ChainEnd.DONE);
        assertThat(project.deployed).containsExactly("activeColor=green blueVersion=1.0.0 greenVersion=2.0.0");
        assertThat(Files.readString(project.file)).startsWith("# kept\n").contains("activeColor=green");
        assertThat(project.lead(released("2.0.0"))).isEqualTo(DeployChain.ChainEnd.DONE);
        assertThat(project.deployed).hasSize(1);
    }

    @Test
    void anOlderStandbyIsReplacedFirst() throws Exception {
        Project project = new Project(folder, OLDER);
        assertThat(project.lead(released("3.0.0"))).isEqualTo(DeployChain.ChainEnd.DONE);
        assertThat(project.deployed)
                .containsExactly(
                        "activeColor=blue blueVersion=2.0.0 greenVersion=3.0.0",
                        "activeColor=green blueVersion=2.0.0 greenVersion=3.0.0");
    }

    @Test
    void retiringIsOneDeployAndThenNone() throws Exception {
        Project project = new Project(folder, OLDER);
        assertThat(project.lead(RETIRED)).isEqualTo(DeployChain.ChainEnd.DONE);
        assertThat(project.lead(RETIRED)).isEqualTo(DeployChain.ChainEnd.DONE);
        assertThat(project.deployed).containsExactly("activeColor=blue blueVersion=2.0.0 greenVersion=none");
    }

    @Test
    void aStrategyOfSeveralDeploysIsWatchedBetweenThemAndTheFileKeepsItsOwnWay() throws Exception {
        Project project = new Project(folder, FIRST + " strategy=canary:10%,5m");
        assertThat(project.lead(byShares("2.0.0"))).isEqualTo(DeployChain.ChainEnd.DONE);
        assertThat(project.deployed)
                .containsExactly(
                        "activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0 candidatePercent=50 strategy=all-at-once",
                        "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0 strategy=all-at-once");
        assertThat(project.said).contains("waits 10 min, and watches the alarms");
        assertThat(Files.readString(project.file)).contains("strategy=canary:10%,5m");
    }

    /** At each beginning and end of a deploy, and in each pause. */
    @Test
    void killedAnywhereAndBegunAgainItGoesOnFromWhatIsDeployed() throws Exception {
        for (ChainGoal goal : List.of(released("3.0.0"), byShares("3.0.0"))) {
            Project smooth = new Project(folder, OLDER);
            smooth.killAt(Integer.MAX_VALUE);
            smooth.lead(goal);
            for (int event = 0; event < smooth.events(); event++) {
                Project project = new Project(folder, OLDER);
                project.killAt(event);
                assertThatThrownBy(() -> project.lead(goal)).isInstanceOf(Project.Killed.class);
                project.killAt(-1);
                assertThat(project.lead(goal)).as("killed at event " + event).isEqualTo(DeployChain.ChainEnd.DONE);
                assertThat(project.deployed).containsExactlyElementsOf(smooth.deployed);
            }
        }
    }

    @Test
    void aDeployThatFailsEndsItAndTheFileSaysWhatIsDeployed() throws Exception {
        Project project = new Project(folder, FIRST);
        assertThat(project.lead(released("2.0.0"), () -> 1)).isEqualTo(DeployChain.ChainEnd.WENT_BACK);
        assertThat(project.asked().release().toString()).contains("blue");
        assertThat(Files.readString(project.file)).contains("activeColor=blue", "greenVersion=none");
        assertThat(project.said)
                .last()
                .asString()
                .startsWith("the deploy has failed, and orders.properties says again");
    }

    @Test
    void aCommandThatOnlyLostItsConnectionIsNoFailedDeploy() throws Exception {
        Project project = new Project(folder, FIRST);
        project.shop.clock.whilePausing(() -> project.shop.stack("UPDATE_COMPLETE"));
        DeployChain.ChainEnd end = project.lead(released("2.0.0"), () -> {
            project.deploy();
            project.shop.stack("UPDATE_IN_PROGRESS");
            return 1;
        });
        assertThat(end).isEqualTo(DeployChain.ChainEnd.DONE);
        assertThat(project.said).contains("stack shop is UPDATE_IN_PROGRESS: waiting until it is idle");
    }

    @Test
    void aDeployInProgressIsWaitedForAndOneThatGoesBackEndsIt() throws Exception {
        Project project = new Project(folder, FIRST);
        project.shop.stack("UPDATE_IN_PROGRESS");
        project.shop.clock.whilePausing(() -> project.shop.stack("UPDATE_ROLLBACK_COMPLETE"));
        assertThat(project.lead(released("2.0.0"))).isEqualTo(DeployChain.ChainEnd.WENT_BACK);
        assertThat(project.deployed).isEmpty();
        assertThat(project.said).last().asString().contains("has gone back: teal status shop says why");
        assertThat(project.lead(released("2.0.0"))).isEqualTo(DeployChain.ChainEnd.DONE);
    }

    @Test
    void anAlarmBetweenTwoDeploysReturnsTraffic() throws Exception {
        Project project = new Project(folder, FIRST);
        project.shop.alarms = List.of("orders-5xx");
        project.shop.aws.alarms.put("orders-5xx", new AlarmReading("OK", ""));
        project.shop.template(FIRST);
        int[] pauses = {0};
        project.shop.clock.whilePausing(() -> {
            if (pauses[0]++ == 3) {
                project.shop.aws.alarms.put("orders-5xx", new AlarmReading("ALARM", "over"));
            }
        });
        assertThat(project.lead(byShares("2.0.0"))).isEqualTo(DeployChain.ChainEnd.WENT_BACK);
        assertThat(project.said).contains("an alarm is in state ALARM: traffic returns", "blue has all of production");
        assertThat(project.shop.aws.writes).contains("weights [100, 0]");
    }

    @Test
    void anAppThatDoesNotReadTheFileIsNoticed() throws IOException {
        Project project = new Project(folder, FIRST);
        assertThatThrownBy(() -> project.lead(released("2.0.0"), () -> 0))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the deploy has succeeded, and the stack says ");
    }

    @Test
    void aStackThatIsNotThereIsRefused() throws IOException {
        Project project = new Project(folder, FIRST);
        project.shop.account.stacks.clear();
        assertThatThrownBy(() -> project.lead(released("2.0.0")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no stack shop");
    }
}
