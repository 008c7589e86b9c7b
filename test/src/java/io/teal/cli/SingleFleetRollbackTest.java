package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import io.teal.operate.account.HostRefresh;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.AwsException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which commands rollback names for a service with one fleet; it runs none. */
class SingleFleetRollbackTest {
    private final Line line = new Line();
    private final Tickets tickets = new Tickets();

    private int rollback(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "rollback";
        words[1] = "shop";
        System.arraycopy(options, 0, words, 2, options.length);
        return line.run(Teal.commandLine(Shops.opener(tickets.shop)), words);
    }

    private String told() {
        assertThat(rollback()).as(line.err()).isEqualTo(ExitCode.UNCHANGED.code());
        return line.taken();
    }

    private Tickets rolling() {
        return tickets.deployed(tickets.rolling("2.0.0"), 10, 0);
    }

    private Tickets inPlace() {
        return tickets.deployed(tickets.inPlace("2.0.0"), 10, 0);
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(tickets.shop.aws.writes).isEmpty();
        assertThat(tickets.shop.account.cancelled).isEmpty();
    }

    @Test
    void eachStateIsPrintedInEightyColumns() {
        StringBuilder all = new StringBuilder();
        rolling();
        all.append("# rolling, at rest\n").append(told());
        tickets.refresh("InProgress", 0, 20, "");
        all.append("\n# a refresh that no deploy has started\n").append(told());
        tickets.shop.stack("UPDATE_IN_PROGRESS");
        all.append("\n# a deploy replaces hosts\n").append(told());
        inPlace();
        all.append("\n# a deploy installs in place\n").append(told());
        tickets.shop.stack("UPDATE_COMPLETE");
        tickets.installed("FORWARD", "1.0.0", "2.0.0", Tickets.ended("INSTALLED", ""))
                .installed("FORWARD", "2.0.0", "3.0.0", Tickets.ended("NOT_INSTALLED", "in ALARM"))
                .installed("BACKWARD", "3.0.0", "2.0.0", Tickets.ended("INSTALLED", ""));
        all.append("\n# in place, at rest\n").append(told());
        assertThat(all.toString().lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/rollback-one-fleet.txt", all.toString());
    }

    @Test
    void anUpdateWithoutARefreshIsCancelledAsAWhole() {
        rolling().shop.stack("UPDATE_IN_PROGRESS");
        assertThat(told()).contains("cancel-update-stack --stack-name shop").doesNotContain("cancel-instance-refresh");
        tickets.refresh("Cancelling", 0, 20, "");
        assertThat(told()).doesNotContain("cancel-instance-refresh");
    }

    @Test
    void aRefreshThatGoesBackAlreadyIsLeftAlone() {
        rolling()
                .shop
                .account
                .refreshes
                .add(new HostRefresh(
                        "r-1",
                        "RollbackInProgress",
                        Optional.of(Instant.EPOCH),
                        Optional.empty(),
                        50,
                        5,
                        Optional.of("8"),
                        ""));
        assertThat(told()).contains("refresh r-1 is RollbackInProgress already").doesNotContain("aws autoscaling");
    }

    private String refused(String why) {
        String told = told();
        assertThat(told.replaceAll("\\s+", " ")).contains("cannot be rolled back: " + why);
        assertThat(told).contains("cancel-instance-refresh", "npx cdk deploy").doesNotContain("rollback-instance");
        return told;
    }

    @Test
    void aRefreshWithoutADesiredConfigurationCannotBeRolledBack() {
        tickets.version = Optional.empty();
        rolling().refresh("InProgress", 0, 20, "");
        refused("it was started without a desired configuration");
    }

    @Test
    void aGroupWhoseLaunchTemplateVersionIsNoNumberCannotGoBack() {
        rolling().refresh("InProgress", 0, 20, "");
        tickets.shop.aws.groups.put(
                "shop-tickets",
                new AutoScalingGroup("shop-tickets", 2, 1, 4, "$Latest", List.of("i-1", "i-2"), Map.of()));
        refused("the group's launch template version is $Latest, no number");
    }

    @Test
    void anImageThatAParameterNamesCannotGoBack() {
        tickets.image = "resolve:ssm:/images/";
        rolling().refresh("InProgress", 0, 20, "");
        refused("the launch template's image is a parameter of Systems Manager");
    }

    @Test
    void aFirstReleaseInPlaceHasNoVersionBeforeIt() {
        inPlace().installed("FORWARD", "none", "2.0.0", Tickets.ended("INSTALLED", ""));
        assertThat(told()).contains("tickets.version=VERSION", "VERSION is the one before 2.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_IN_PROGRESS, only an update can be cancelled",
        "UPDATE_ROLLBACK_IN_PROGRESS, CloudFormation is rolling back already",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, is deleting old resources",
        "DELETE_IN_PROGRESS, the stack is being deleted"
    })
    void inEveryOtherStateItIsRefused(String status, String why) {
        rolling().shop.stack(status);
        assertThat(rollback()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains(why).hasLineCount(2);
    }

    @Test
    void aColourIsRefused() {
        rolling();
        assertThat(rollback("--to", "blue")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).isEqualTo("""
                teal: tickets has no colours: it is one fleet, released host by host
                hint: leave out --to
                """);
    }

    @Test
    void aCallThatFailsIsNamed() {
        rolling().shop.account.broken = Optional.of(new AwsException("AccessDenied", "DescribeStacks shop: no", null));
        assertThat(rollback()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(line.err()).hasLineCount(2);
    }
}
