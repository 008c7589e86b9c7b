package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import io.teal.operate.Shop;
import io.teal.release.Color;
import io.teal.release.ReleaseSource;
import io.teal.release.port.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollbackCommandTest {
    private static final String PROMOTED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    private static final String RESTING = "activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0 candidatePercent=10";

    private final Line line = new Line();

    private int rollback(Shop shop, String options) {
        List<String> words = new ArrayList<>(List.of("rollback", "shop"));
        words.addAll(options.isBlank() ? List.of() : List.of(options.split(" ")));
        return line.run(Teal.commandLine(Shops.opener(shop)), words.toArray(String[]::new));
    }

    @Test
    void eachWayBackIsPrintedInEightyColumns() {
        StringBuilder all = new StringBuilder();
        assertThat(rollback(Shop.settled(PROMOTED), "--yes")).isZero();
        all.append("# to the standby\n").append(line.taken());
        Shop file = Shop.settled(RESTING);
        file.source = ReleaseSource.file("releases/prod/orders.properties");
        assertThat(rollback(file.template(RESTING), "--yes")).isZero();
        all.append("\n# from a candidate that rests, released by file\n").append(line.taken());
        assertThat(rollback(Shop.settled(PROMOTED).stack("UPDATE_IN_PROGRESS"), "--yes"))
                .isZero();
        all.append("\n# while an update goes on\n").append(line.taken());
        Shop cold = Shop.settled(PROMOTED).fleet(Color.BLUE, "1.0.0", 2, 1);
        assertThat(rollback(cold, "--yes")).isEqualTo(ExitCode.NEEDS_HUMAN.code());
        all.append("\n# the standby is not healthy\n").append(line.taken());
        assertThat(all.toString().lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/rollback.txt", all.toString());
    }

    @Test
    void trafficIsMovedInOneWriteThatIsReadBack() {
        Shop shop = Shop.settled(PROMOTED);
        assertThat(rollback(shop, "--yes")).isZero();
        assertThat(shop.aws.writes).containsExactly("weights [100, 0]");
        assertThat(line.taken()).contains("read back 100/0");
    }

    @Test
    void aWriteThatFailsIsDecidedAnew() {
        Shop shop = Shop.settled(PROMOTED);
        shop.aws.throttled = 2;
        assertThat(rollback(shop, "--yes")).isZero();
        assertThat(shop.aws.writes).containsExactly("weights [100, 0]");
        assertThat(line.taken()).contains("the call failed: ModifyListener: Rate exceeded");
    }

    @Test
    void anUnhealthyStandbyIsWaitedForAndNotGivenTraffic() {
        Shop shop = Shop.settled(PROMOTED).fleet(Color.BLUE, "1.0.0", 2, 1);
        shop.clock.whilePausing(() -> shop.fleet(Color.BLUE, "1.0.0", 2, 2));
        assertThat(rollback(shop, "--yes")).isZero();
        Shop never = Shop.settled(PROMOTED).fleet(Color.BLUE, "1.0.0", 2, 0);
        assertThat(rollback(never, "--yes")).isEqualTo(ExitCode.NEEDS_HUMAN.code());
        assertThat(never.aws.writes).isEmpty();
    }

    @Test
    void aStandbyThatIsSmallerIsSizedBeforeItGetsTraffic() {
        Shop shop = Shop.settled(PROMOTED).fleet(Color.BLUE, "1.0.0", 1, 1);
        shop.clock.whilePausing(() -> shop.fleet(Color.BLUE, "1.0.0", 2, 2));
        assertThat(rollback(shop, "--yes")).isZero();
        assertThat(shop.aws.writes).containsExactly("desired shop-orders-blue 2", "weights [100, 0]");
    }

    @Test
    void aCandidateThatRestsLosesItsShareAndTheTemplatesColourHasEverything() {
        Shop shop = Shop.settled(RESTING);
        assertThat(rollback(shop, "--yes")).isZero();
        assertThat(shop.aws.writes).containsExactly("weights [100, 0]");
    }

    @Test
    void anUpdateInProgressIsCancelledAndNoWeightIsWritten() {
        Shop shop = Shop.settled(PROMOTED).stack("UPDATE_IN_PROGRESS");
        assertThat(rollback(shop, "--yes")).isZero();
        assertThat(shop.account.cancelled).containsExactly("shop");
        assertThat(shop.aws.writes).isEmpty();
    }

    @Test
    void aStackThatBeginsToMoveInTheMeantimeIsLeftAlone() {
        Shop shop = Shop.settled(PROMOTED).fleet(Color.BLUE, "1.0.0", 2, 1);
        shop.clock.whilePausing(() -> shop.stack("UPDATE_IN_PROGRESS"));
        assertThat(rollback(shop, "--yes")).isEqualTo(ExitCode.UNCHANGED.code());
        assertThat(shop.aws.writes).isEmpty();
    }

    @Test
    void someoneElseWhoMovesTrafficStopsIt() {
        Shop shop = Shop.settled(PROMOTED).fleet(Color.BLUE, "1.0.0", 2, 1);
        shop.clock.whilePausing(() -> shop.weights(50, 50));
        assertThat(rollback(shop, "--yes")).isEqualTo(ExitCode.NEEDS_HUMAN.code());
        assertThat(line.taken().replaceAll("\\s+", " ")).contains("someone else moves traffic");
    }

    @Test
    void withoutYesNobodyIsAskedWhereNobodyCanAnswer() {
        Shop shop = Shop.settled(PROMOTED);
        assertThat(rollback(shop, "")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).isEqualTo("""
                teal: no terminal to confirm on: give blue all of production, in one write?
                hint: add --yes
                """);
        assertThat(shop.aws.writes).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE_ROLLBACK_IN_PROGRESS         | --yes | CloudFormation is rolling back already
            UPDATE_COMPLETE_CLEANUP_IN_PROGRESS | --yes | the stack has succeeded and is deleting
            DELETE_IN_PROGRESS                  | --yes | the stack is being deleted
            CREATE_IN_PROGRESS                  | --yes | the stack is CREATE_IN_PROGRESS, and only an update
            UPDATE_IN_PROGRESS                  | --yes --to blue | an update is in progress
            UPDATE_COMPLETE | --yes --to green   | live weights are 0/100: green has all of production already
            UPDATE_COMPLETE | --yes --to purple  | --to must be blue or green, got 'purple'
            UPDATE_COMPLETE | --yes --service web | --service must be one of orders, got web
            """)
    void whatCannotBeIsRefusedInOneLineAndAHint(String status, String options, String message) {
        Shop shop = Shop.settled(PROMOTED).stack(status);
        assertThat(rollback(shop, options)).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: " + message).hasLineCount(2);
        assertThat(shop.aws.writes).isEmpty();
        assertThat(shop.account.cancelled).isEmpty();
    }

    @Test
    void aSecondRollbackDoesNotGoBackToWhatWasLeft() {
        Shop shop = Shop.settled(PROMOTED).weights(100, 0);
        assertThat(rollback(shop, "--yes")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains("it has been rolled back already", "--to green");
        assertThat(rollback(shop, "--yes --to green")).isZero();
    }

    @Test
    void aColourWithoutAFleetIsRefused() {
        Shop shop = Shop.settled("activeColor=green blueVersion=none greenVersion=2.0.0");
        assertThat(rollback(shop, "--yes")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: blue has no fleet, so orders has nothing to go back to");
    }

    @Test
    void pastAContractThereIsNoWayBackUnlessItIsNamed() {
        Shop shop = Shop.settled(PROMOTED + " contract=true");
        assertThat(rollback(shop, "--yes")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: blue runs what the schema does not fit any more");
        assertThat(shop.aws.writes).isEmpty();
        assertThat(rollback(shop, "--yes --past-contract")).isZero();
        assertThat(shop.aws.writes).containsExactly("weights [100, 0]");
        Shop strayed = Shop.settled(PROMOTED + " contract=true").weights(50, 50);
        assertThat(rollback(strayed, "--yes --to green")).isZero();
    }

    @Test
    void anErrorOfTheCallThatLooksIsSaid() {
        Shop shop = Shop.settled(PROMOTED);
        shop.account.broken = Optional.of(new AwsException("AccessDenied", "DescribeStacks shop: no", null));
        assertThat(rollback(shop, "--yes")).isEqualTo(ExitCode.UNREACHABLE.code());
    }
}
