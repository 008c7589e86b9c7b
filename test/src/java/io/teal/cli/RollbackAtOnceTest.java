package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.teal.operate.CountedAws;
import io.teal.operate.Shop;
import io.teal.operate.account.Connection;
import io.teal.operate.account.ParallelReads;
import io.teal.operate.rollback.RollBack;
import io.teal.operate.standin.StandInServer;
import io.teal.release.Color;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How many calls lie between the command and its write; the time they take is measured by bench/rollback. */
class RollbackAtOnceTest {
    private static final String PROMOTED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    private final Line line = new Line();
    private final CountedAws counted = new CountedAws();

    private int rollback(Connection connection) {
        return line.run(Teal.commandLine((profile, region) -> connection), "rollback", "shop", "--yes");
    }

    @Test
    void sevenCallsLieOneAfterAnotherBeforeTheWriteIsDone() {
        assertThat(rollback(counted.connection(Shop.settled(PROMOTED), true))).isZero();
        assertThat(counted.path()).isEqualTo(7);
    }

    @Test
    void aLookThatIsTooOldForTheNextTickIsTakenAnewWithoutAPause() {
        assertThat(rollback(counted.connection(Shop.settled(PROMOTED), true))).isZero();
        assertThat(line.taken()).contains("going to write 100/0").doesNotContain("health was read");
    }

    @Test
    void everyCheckOfAReadOneAfterAnotherIsMadeInParallelToo() {
        CountedAws inTurn = new CountedAws();
        assertThat(rollback(inTurn.connection(Shop.settled(PROMOTED), false))).isZero();
        assertThat(rollback(counted.connection(Shop.settled(PROMOTED), true))).isZero();
        assertThat(inTurn.path()).isEqualTo(inTurn.calls().size());
        assertThat(counted.calls()).containsExactlyInAnyOrderElementsOf(inTurn.calls());
        assertThat(counted.calls())
                .contains("describeStackStatus", "describeTargetHealth", "describeAutoScalingGroups")
                .endsWith("describeRules", "modifyActions");
    }

    @Test
    void whatAPersonConfirmsLateIsReadAgain() throws InterruptedException {
        Shop shop = Shop.settled(PROMOTED);
        List<String> said = new ArrayList<>();
        var rollBack = new RollBack(
                counted.connection(shop, true),
                said::add,
                question -> {
                    shop.clock.of(Duration.ofSeconds(6));
                    shop.weights(50, 50);
                    return true;
                },
                false);
        assertThat(rollBack.run("shop", Optional.empty(), Optional.of(Color.BLUE)))
                .isEqualTo(RollBack.End.BACK);
        assertThat(shop.aws.writes).containsExactly("weights [100, 0]");
        assertThat(said).contains("live weights are 50/50");
    }

    @Test
    void theRollbackThatLeavesTheClassArchiveWritesOnceOverTheWire() throws IOException {
        List<String> calls = new CopyOnWriteArrayList<>();
        try (StandInServer server = StandInServer.small(0, call -> calls.add(call.replaceFirst(".* ", "")))) {
            assertThat(ClassArchive.rollBack(server)).isZero();
        }
        assertThat(calls).containsOnlyOnce("ModifyListener").contains("DescribeTargetHealth", "ListStackResources");
        assertThat(calls).doesNotContain("DescribeLaunchTemplates");
    }

    @Test
    void readsOnOtherThreadsGiveWhatTheyReadOrTheirOwnFailure() {
        ParallelReads reads = new ParallelReads();
        AwsException refused = new AwsException("AccessDenied", "no", null);
        var answer = reads.begin(() -> Thread.currentThread().getName());
        var failure = reads.begin(() -> {
            throw refused;
        });
        assertThat(answer.get()).isEqualTo("read");
        assertThat(catchThrowable(failure::get)).isSameAs(refused);
    }
}
