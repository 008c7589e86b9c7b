package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.app.Golden;
import io.teal.operate.Shop;
import io.teal.release.Color;
import io.teal.release.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String STARTED = "activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0";
    private static final String PROMOTED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    private static final String MANIFEST = """
            {"version": "54.0.0", "artifacts": {"shop": {"type": "aws:cloudformation:stack",
             "displayName": "prod/shop", "properties": {"stackName": "shop", "templateFile": "shop.template.json"}}}}
            """;

    @TempDir
    Path folder;

    private final Line line = new Line();

    private int plan(Shop shop, String words, String... options) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), MANIFEST);
        Files.writeString(
                folder.resolve("shop.template.json"), shop.templateOf(words).toString());
        List<String> arguments = new ArrayList<>(List.of("plan", "--cdk-out", folder.toString()));
        arguments.addAll(List.of(options));
        return line.run(Teal.commandLine(Shops.opener(shop)), arguments.toArray(String[]::new));
    }

    private String printed(String title, Shop shop, String words, ExitCode exit) throws IOException {
        assertThat(plan(shop, words)).as(line.err()).isEqualTo(exit.code());
        return "# " + title + "\n" + line.taken() + "\n";
    }

    @Test
    void eachDeployIsPrintedInEightyColumns() throws IOException {
        Shop canary = Shop.settled(ONE);
        canary.strategy = new Strategy.Canary(10, Duration.ofMinutes(5));
        Shop rollout = Shop.settled(ONE);
        rollout.strategy = new Strategy.Rollout(50, Duration.ofMinutes(5));
        rollout.fleet(Color.BLUE, "1.0.0", 4, 4);
        Shop guarded = Shop.settled(STARTED);
        guarded.guard = Optional.of(Duration.ofHours(24));
        Shop nothing = Shop.settled(ONE);
        nothing.account.stacks.clear();
        String all = printed("start", Shop.settled(ONE), STARTED, ExitCode.ACCEPTED)
                + printed("start and promote in one deploy, by canary", canary, PROMOTED, ExitCode.ACCEPTED)
                + printed("start and promote in one deploy, by rollout", rollout, PROMOTED, ExitCode.ACCEPTED)
                + printed("promote", Shop.settled(STARTED), PROMOTED, ExitCode.ACCEPTED)
                + printed("promote, with a guard", guarded, PROMOTED, ExitCode.ACCEPTED)
                + printed("retire", Shop.settled(PROMOTED), PROMOTED.replace("1.0.0", "none"), ExitCode.ACCEPTED)
                + printed("restart", Shop.settled(PROMOTED), PROMOTED.replace("1.0.0", "3.0.0"), ExitCode.ACCEPTED)
                + printed("a forgotten flag", Shop.settled(STARTED), "activeColor=blue version=1.0.0", ExitCode.REFUSED)
                + printed(
                        "while an update goes on", Shop.settled(ONE).stack("UPDATE_IN_PROGRESS"), ONE, ExitCode.REFUSED)
                + printed("nothing new", Shop.settled(PROMOTED), PROMOTED, ExitCode.ACCEPTED)
                + printed("first deploy", nothing, ONE, ExitCode.ACCEPTED);
        assertThat(all.lines()).allMatch(text -> text.length() <= Line.COLUMNS);
        Golden.check("golden/cli/plan.txt", all);
    }

    @Test
    void aChangedLaunchTemplateOfAColourThatServesWaitsForItsNextStart() throws IOException {
        Shop shop = Shop.settled(ONE);
        ObjectNode deployed = (ObjectNode) shop.templateOf(ONE);
        ((ObjectNode) deployed.at("/Resources/BlueTemplate/Properties")).put("ImageId", "ami-before");
        shop.account.templates.put("shop", deployed.toString());
        assertThat(plan(shop, ONE)).isZero();
        assertThat(line.taken()).contains("blue keeps launch template version 1; 2 comes with its next start");
    }

    @Test
    void aColourThatIsStartedGetsTheNewestSoNothingWaits() throws IOException {
        assertThat(plan(Shop.settled(ONE), STARTED)).isZero();
        assertThat(line.taken()).doesNotContain("comes with its next start");
    }

    @Test
    void trafficMovedByHandIsRefusedWithTheFlagsThatWouldBeRight() throws IOException {
        String next = PROMOTED.replace("1.0.0", "none");
        assertThat(plan(Shop.settled(PROMOTED).weights(100, 0), next)).isEqualTo(ExitCode.REFUSED.code());
        assertThat(line.taken().replaceAll("\\s+", " "))
                .contains("live weights are 100/0 and the template says 0/100")
                .contains("-c activeColor=blue -c blueVersion=1.0.0 -c greenVersion=2.0.0");
    }

    @Test
    void aPlanOverTheHourIsRefusedWithTheSum() throws IOException {
        Shop shop = Shop.settled(STARTED);
        shop.strategy = new Strategy.Linear(10, Duration.ofMinutes(5));
        assertThat(plan(shop, PROMOTED)).isEqualTo(ExitCode.REFUSED.code());
        assertThat(line.taken().replaceAll("\\s+", " ")).contains("CloudFormation waits 60m");
    }

    @Test
    void withAPriceThePlanSaysWhatTheDeployAndTheStandbyCost() throws IOException {
        assertThat(plan(Shop.settled(ONE), STARTED, "--price", "10")).isZero();
        assertThat(line.taken())
                .containsPattern("price: \\d+\\.\\d\\d to \\d+\\.\\d\\d more for the deploy, then 40\\.00 each hour")
                .contains("of these 20.00 for 2 hosts of green, which has no traffic, until it is retired");
        assertThat(plan(Shop.settled(PROMOTED), PROMOTED.replace("1.0.0", "none"), "--price", "10"))
                .isZero();
        assertThat(line.taken()).contains("then 20.00 each hour").doesNotContain("of these");
        assertThat(plan(Shop.settled(ONE), STARTED)).isZero();
        assertThat(line.taken()).doesNotContain("price");
        assertThat(plan(Shop.settled(ONE), STARTED, "--price", "0")).isEqualTo(ExitCode.BAD_INPUT.code());
    }

    @Test
    void aSmallStandbyIsCountedWithWhatItSavesAndHowMuchLongerTheWayBackTakes() throws IOException {
        Shop shop = Shop.settled(STARTED).promoted(Color.BLUE);
        shop.standby = 1;
        assertThat(plan(shop, PROMOTED, "--price", "10")).isZero();
        assertThat(line.taken())
                .contains("blue keeps its minimum of hosts")
                .contains("hosts: 4 now, up to 4 during, 3 after")
                .contains("standby: blue keeps 1 host, 1 fewer", "it grows, up to 10:00 longer")
                .contains("of these 10.00 for 1 host of blue")
                .contains("and 10.00 fewer by standbyCapacity: without it 2 hosts of blue");
        assertThat(plan(shop, PROMOTED, "--json")).isZero();
        assertThat(line.taken())
                .contains("\"standby\":{\"color\":\"blue\",\"hosts\":1,\"fewer\":1,\"secondsToGrowAtMost\":600}");
        Shop first = Shop.settled(ONE);
        first.standby = 1;
        assertThat(plan(first, STARTED)).isZero();
        assertThat(line.taken()).contains("hosts: 2 now, up to 3 during, 3 after");
    }

    @Test
    void jsonHasAStableSchema() throws IOException {
        assertThat(plan(Shop.settled(STARTED).promoted(Color.BLUE), PROMOTED, "--json"))
                .isZero();
        Golden.check(
                "golden/cli/plan.json",
                new ObjectMapper().readTree(line.taken()).toPrettyString() + "\n");
    }

    @Test
    void aStackIsNamedAsTheCdkShowsItOrAsCloudFormationKnowsIt() throws IOException {
        for (String name : new String[] {"shop", "prod/shop"}) {
            assertThat(plan(Shop.settled(ONE), ONE, name)).isZero();
        }
        assertThat(plan(Shop.settled(ONE), ONE, "bakery")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).isEqualTo("""
                teal: no stack called bakery with a service of Teal is in the app
                hint: name another one of shop
                """);
    }

    @Test
    void aFolderThatWasNotSynthesizedIsRefused() {
        assertThat(line.run(
                        Teal.commandLine(Shops.opener(Shop.settled(ONE))),
                        "plan",
                        "--cdk-out",
                        folder.resolve("none").toString()))
                .isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).hasLineCount(2);
    }
}
