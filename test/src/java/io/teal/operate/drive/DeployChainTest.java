package io.teal.operate.drive;

import static io.teal.operate.drive.DeployChain.ChainEnd.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.RefusedException;
import io.teal.release.ReleaseSource;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.port.AlarmReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(project.lead(released("2.0.0"))).isEqualTo(DONE);
        assertThat(project.deployed).containsExactly("activeColor=green blueVersion=1.0.0 greenVersion=2.0.0");
        assertThat(Files.readString(project.file)).startsWith("# kept\n").contains("activeColor=green");
        assertThat(project.lead(released("2.0.0"))).isEqualTo(DONE);
        assertThat(project.deployed).hasSize(1);
    }

    @Test
    void anOlderStandbyIsReplacedFirst() throws Exception {
        Project project = new Project(folder, OLDER);
        assertThat(project.lead(released("3.0.0"))).isEqualTo(DONE);
        assertThat(project.deployed)
                .containsExactly(
                        "activeColor=blue blueVersion=2.0.0 greenVersion=3.0.0",
                        "activeColor=green blueVersion=2.0.0 greenVersion=3.0.0");
    }

    @Test
    void retiringIsOneDeployAndThenNone() throws Exception {
        Project project = new Project(folder, OLDER);
        assertThat(project.lead(RETIRED)).isEqualTo(DONE);
        assertThat(project.lead(RETIRED)).isEqualTo(DONE);
        assertThat(project.deployed).containsExactly("activeColor=blue blueVersion=2.0.0 greenVersion=none");
    }

    @Test
    void aStrategyOfSeveralDeploysIsWatchedBetweenThemAndTheFileKeepsItsOwnWay() throws Exception {
        Project project = new Project(folder, FIRST + " strategy=canary:10%,5m");
        assertThat(project.lead(byShares("2.0.0"))).isEqualTo(DONE);
        assertThat(project.deployed)
                .containsExactly(
                        "activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0 candidatePercent=50"
                                + " strategy=canary:10%,5m",
                        "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0 strategy=canary:10%,5m");
        assertThat(project.said).contains("waits 10 min, and watches the alarms");
        assertThat(Files.readString(project.file)).contains("strategy=canary:10%,5m");
    }

    /** At each beginning and end of a deploy, and in each pause. */
    @Test
    void killedAnywhereAndBegunAgainItGoesOnFromWhatIsDeployedAndWaitsAnew() throws Exception {
        String words = OLDER + " strategy=canary:10%,5m";
        for (ChainGoal goal : List.of(released("3.0.0"), byShares("3.0.0"))) {
            Project smooth = new Project(folder, words);
            smooth.killAt(Integer.MAX_VALUE);
            smooth.lead(goal);
            for (int event = 0; event < smooth.events(); event++) {
                Project project = new Project(folder, words);
                project.killAt(event);
                assertThatThrownBy(() -> project.lead(goal)).isInstanceOf(Project.Killed.class);
                project.killAt(-1);
                assertThat(project.lead(goal)).as("killed at event " + event).isEqualTo(DONE);
                assertThat(project.deployed).containsExactlyElementsOf(smooth.deployed);
                assertThat(Files.readString(project.file)).contains("strategy=canary:10%,5m");
                waitsBeforeTheLast(project, goal.equals(byShares("3.0.0")));
            }
        }
    }

    private static void waitsBeforeTheLast(Project project, boolean byShares) {
        int last = project.times.size() - 1;
        Instant share = project.times.get(last - 1);
        Instant from = share.isAfter(project.killed) ? share : project.killed;
        Duration waited = Duration.between(from, project.times.get(last));
        boolean killedAfter = project.killed.equals(project.times.get(last));
        assertThat(byShares && !killedAfter ? waited : Duration.ofMinutes(10))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whereTrafficWasMovedByHandNothingIsDoneOrCalledDone() throws Exception {
        Project project = new Project(folder, OLDER);
        project.shop.weights(0, 100);
        for (ChainGoal goal : List.of(released("2.0.0"), released("3.0.0"), RETIRED)) {
            assertThatThrownBy(() -> project.lead(goal))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("live weights blue/green are 0/100, and the template says 100/0");
        }
        assertThat(project.deployed).isEmpty();
    }

    @Test
    void whoeverDeploysInTheWaitStopsIt() throws Exception {
        Project project = new Project(folder, FIRST);
        project.shop.clock.whilePausing(() -> project.shop.template(FIRST));
        assertThatThrownBy(() -> project.lead(byShares("2.0.0")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("somebody else has deployed meanwhile");
        assertThat(project.deployed).hasSize(1);
    }

    @Test
    void aServiceThatAnotherFileOrFlagsReleaseIsRefusedBeforeAnythingIsWritten() throws Exception {
        Project project = new Project(folder, FIRST);
        for (ReleaseSource source :
                List.of(ReleaseSource.flags(""), ReleaseSource.file("releases/prod/payments.properties"))) {
            project.shop.source = source;
            project.shop.template(FIRST);
            assertThatThrownBy(() -> project.lead(released("2.0.0")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("orders is released by ");
        }
        assertThat(Files.readString(project.file)).contains("greenVersion=none");
    }

    @Test
    void leaveToGoBackOrPastAContractIsNotCarriedIntoTheNextRelease() throws Exception {
        Project project = new Project(folder, OLDER + " allow=past-contract");
        assertThat(project.lead(byShares("3.0.0"))).isEqualTo(DONE);
        assertThat(project.deployed).noneMatch(words -> words.contains("allow"));
        assertThat(Files.readString(project.file)).doesNotContain("allow=");
    }

    @Test
    void aRollbackThatFailedNeedsAPersonAndAStackThatIsDeletedIsRefused() throws Exception {
        Project project = new Project(folder, FIRST);
        project.shop.stack("UPDATE_ROLLBACK_FAILED");
        assertThat(project.lead(released("2.0.0"))).isEqualTo(DeployChain.ChainEnd.NEEDS_HUMAN);
        project.shop.stack("DELETE_IN_PROGRESS");
        assertThatThrownBy(() -> project.lead(released("2.0.0")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("stack shop is DELETE_IN_PROGRESS, and takes no deploy");
    }

    @Test
    void alarmsThatCannotBeReadGiveNoFurtherShare() throws Exception {
        Project project = new Project(folder, FIRST);
        project.shop.alarms = List.of("orders-5xx");
        project.shop.template(FIRST);
        assertThatThrownBy(() -> project.lead(byShares("2.0.0")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the alarms could not be read for 15 min, and nothing goes on");
        assertThat(project.deployed).hasSize(1);
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
        assertThat(end).isEqualTo(DONE);
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
        assertThat(project.lead(released("2.0.0"))).isEqualTo(DONE);
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
