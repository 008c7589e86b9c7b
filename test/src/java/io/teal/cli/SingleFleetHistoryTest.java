package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import io.teal.release.port.AwsException;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** What history says of a service with one fleet. */
class SingleFleetHistoryTest {
    private final Line line = new Line();
    private final Tickets tickets = new Tickets();

    private int history(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "history";
        words[1] = "shop";
        System.arraycopy(options, 0, words, 2, options.length);
        return line.run(Teal.commandLine(Shops.opener(tickets.shop)), words);
    }

    private Tickets rolling() {
        return tickets.deployed(tickets.rolling("2.0.0"), 10, 0);
    }

    private Tickets inPlace() {
        return tickets.deployed(tickets.inPlace("2.0.0"), 10, 0);
    }

    @Test
    void releasesAreListedNewestFirstInEightyColumns() {
        StringBuilder all = new StringBuilder();
        rolling()
                .refresh("Successful", -600, 100, "")
                .refresh("Cancelled", -400, 20, "Cancelled by user arn:aws:sts::111122223333:assumed-role/Turn/back.")
                .refresh("Failed", -300, 20, "Hosts did not become healthy for an hour.")
                .refresh("RollbackSuccessful", -200, 50, "An alarm went off.")
                .refresh("RollbackFailed", -100, 50, "Hosts did not become healthy for an hour.")
                .refresh("Baking", 0, 100, "");
        assertThat(history()).isZero();
        all.append("# a rolling service\n").append(line.taken());
        inPlace()
                .installed("FORWARD", "1.0.0", "2.0.0", Tickets.ended("INSTALLED", ""))
                .installed("FORWARD", "2.0.0", "3.0.0", Tickets.ended("NOT_INSTALLED", "in ALARM: tickets-5xx (12.0)"))
                .installed("BACKWARD", "3.0.0", "2.0.0", Tickets.ended("INSTALLED", ""))
                .installed("FORWARD", "2.0.0", "4.0.0", Tickets.ended("NOT_INSTALLED", "script failed on i-3"));
        assertThat(history()).isZero();
        all.append("\n# a service in place\n").append(line.taken());
        assertThat(all.toString().lines()).allMatch(one -> one.length() <= Line.COLUMNS);
        Golden.check("golden/cli/history-one-fleet.txt", all.toString());
    }

    @Test
    void aLimitLeavesTheOldestOut() {
        rolling().refresh("Successful", -600, 100, "").refresh("Failed", -300, 20, "no health");
        assertThat(history("--limit", "1")).isZero();
        assertThat(line.taken()).contains("FAILED").doesNotContain("DONE");
    }

    @Test
    void oneThatHasNotBegunComesFirst() {
        rolling().refresh("Successful", -600, 100, "").refresh("Pending", 0, 0, "");
        assertThat(history()).isZero();
        assertThat(line.taken().lines().skip(1).findFirst().orElseThrow()).contains("12:00   0:00  STARTED");
    }

    @Test
    void aRefreshThatNamesNoLaunchTemplateIsListed() {
        tickets.version = Optional.empty();
        rolling().refresh("Successful", -600, 100, "");
        assertThat(history()).isZero();
        assertThat(line.taken()).contains("DONE         hosts replaced");
    }

    @Test
    void aServiceWithoutRecordsSaysSo() {
        rolling();
        assertThat(history()).isZero();
        assertThat(line.taken()).isEqualTo("tickets: no release in the last six weeks\n");
        inPlace();
        assertThat(history("--service", "tickets")).isZero();
        assertThat(line.taken()).isEqualTo("tickets: no release in the last 90 days\n");
    }

    @Test
    void aServiceThatIsNotThereIsBadInput() {
        rolling();
        assertThat(history("--service", "web")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: --service must be one of tickets, got web\n");
    }

    @Test
    void ofSeveralServicesOneIsChosen() {
        String two = tickets.rolling("2.0.0").replace("\"Launch\":", """
                        "Other": {"Type": "AWS::AutoScaling::AutoScalingGroup", "Properties": {
                          "AutoScalingGroupName": "other", "Tags": [{"Key": "teal:service", "Value": "seats"}]}},
                        "Launch":""");
        tickets.deployed(two, 10, 0);
        assertThat(history()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: the stack has several services: seats, tickets\n");
        assertThat(history("--service", "seats")).isZero();
        assertThat(line.taken()).isEqualTo("seats: no release in the last six weeks\n");
    }

    @Test
    void besideAServiceWithColoursItIsNamed() {
        String both = tickets.shop
                .templateOf("activeColor=blue blueVersion=1.0.0 greenVersion=none")
                .toString();
        String single = tickets.rolling("2.0.0");
        String merged = both.replaceFirst(
                "\"Resources\":\\{",
                Matcher.quoteReplacement(
                        single.substring(1, single.length() - 2).strip() + ","));
        tickets.deployed(merged, 10, 0);
        assertThat(history()).as(line.err()).isZero();
        assertThat(line.taken()).isEqualTo("orders: no release in the last 90 days\n");
        assertThat(history("--service", "tickets")).isZero();
        assertThat(line.taken()).isEqualTo("tickets: no release in the last six weeks\n");
        assertThat(history("--service", "web")).isEqualTo(ExitCode.BAD_INPUT.code());
    }

    @Test
    void aCallThatFailsIsNamed() {
        rolling().shop.account.broken = Optional.of(new AwsException("ExpiredToken", "DescribeStacks shop: old", null));
        assertThat(history()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(line.err()).hasLineCount(2);
    }
}
