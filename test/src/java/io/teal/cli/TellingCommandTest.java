package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import io.teal.operate.Shop;
import io.teal.release.plan.Gating;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code teal promote} and {@code teal abort}. */
class TellingCommandTest {
    private static final String STANDBY = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    private static final int WAITS = 4;
    private static final int WATCHES = 7;

    /** The payload of a run at a step; the fifth of {@code all-at-once} waits for a person. */
    private static final String PAYLOAD = """
            {"event": {}, "next": "wait", "seconds": 30, "at": "0",
             "opened": {"direction": "FORWARD", "home": "100/0", "data": {}, "errands": [
               {"kind": "SHIFT", "color": "GREEN", "home": "100/0"}]},
             "journal": {"schema": "1", "goingBack": "%s", "step": "%d", "since": "2026-11-21T11:58:20Z",
               "floor": "2", "at": "100/0", "why": "%s"}}
            """;

    private final Line line = new Line();

    private int tell(Shop shop, String words) {
        return line.run(Teal.commandLine(Shops.opener(shop)), words.split(" "));
    }

    private static Shop idle() {
        Shop shop = Shop.settled(STANDBY).weights(100, 0).stack("UPDATE_IN_PROGRESS");
        shop.gating = new Gating(Evidence.IF_ANY, 10, Set.of(), Optional.of(Duration.ofMinutes(20)));
        return shop.template(STANDBY);
    }

    private static Shop at(int step) {
        Shop shop = idle();
        shop.aws.executions.add(
                new Execution("arn:run", "shift-8f2c", "RUNNING", Instant.parse("2026-11-21T11:48:02Z")));
        shop.account.histories.put("arn:run", List.of(PAYLOAD.formatted(false, step, "")));
        return shop;
    }

    @Test
    void eachAnswerIsPrintedInEightyColumns() {
        StringBuilder all = new StringBuilder();
        assertThat(tell(at(WAITS), "promote shop --yes")).isZero();
        all.append("# it waits for a person\n").append(line.taken());
        assertThat(tell(at(WAITS), "abort shop --yes --why the-basket-is-empty"))
                .isZero();
        all.append("\n# the same, aborted\n").append(line.taken());
        assertThat(tell(at(WATCHES), "abort shop --yes")).isZero();
        all.append("\n# aborted while alarms are watched\n").append(line.taken());
        assertThat(tell(at(WAITS), "status shop")).isEqualTo(ExitCode.NOT_SETTLED.code());
        all.append("\n# status, meanwhile\n").append(line.taken());
        assertThat(all.toString().lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/telling.txt", all.toString());
    }

    @Test
    void theWordIsATagOfTheGroupThatGainsTrafficBoundToTheRun() {
        Shop shop = at(WAITS);
        assertThat(tell(shop, "promote shop --yes")).isZero();
        assertThat(shop.aws.writes).containsExactly("tag shop-orders-green teal:approve=shift-8f2c");
        assertThat(tell(shop, "abort shop --yes --why red,<tests>")).isZero();
        assertThat(shop.aws.writes).last().isEqualTo("tag shop-orders-green teal:abort=shift-8f2c red  tests ");
    }

    @Test
    void aReleaseThatDoesNotWaitIsNotPromoted() {
        Shop shop = at(WATCHES);
        assertThat(tell(shop, "promote shop --yes")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err())
                .contains("shift-8f2c does not wait for a person: shift to green, step 8 of 9, watch alarms")
                .contains("hint: say it when it waits");
        assertThat(shop.aws.writes).isEmpty();
    }

    @Test
    void aServiceWhoseReleasesNeverAskSaysWhatWouldMakeThem() {
        Shop shop = at(WAITS);
        shop.gating = new Gating(Evidence.IF_ANY, 10);
        assertThat(tell(shop.template(STANDBY), "promote shop --yes")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains("hint: CutoverOptions.approval makes releases wait");
    }

    @Test
    void whereNothingGoesOnNobodyIsTold() {
        Shop shop = idle();
        assertThat(tell(shop, "abort shop --yes")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err())
                .contains("nothing of orders is in progress")
                .contains("to take traffic back: teal rollback shop");
        Shop back = at(WAITS);
        back.account.histories.put("arn:run", List.of(PAYLOAD.formatted(true, 0, "an alarm is in state ALARM")));
        assertThat(tell(back, "abort shop --yes")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains("shift-8f2c does not move traffic on for a release");
        assertThat(back.aws.writes).isEmpty();
    }

    @Test
    void withoutATerminalItIsNotToldWithoutYes() {
        Shop shop = at(WAITS);
        assertThat(tell(shop, "promote shop")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains("no terminal to confirm on: let green go on?", "hint: add --yes");
        assertThat(shop.aws.writes).isEmpty();
    }

    @Test
    void whatAwsRefusesIsSaidInOneLine() {
        Shop shop = at(WAITS);
        shop.account.broken = Optional.of(new AwsException("AccessDenied", "no", null));
        assertThat(tell(shop, "promote shop --yes")).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(line.err()).contains("teal: AccessDenied: no");
    }
}
