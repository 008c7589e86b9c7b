package io.teal.operate.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.operate.account.LogLine;
import io.teal.release.Color;
import io.teal.release.port.AwsException;
import io.teal.release.port.Reads;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecklistTextTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static List<String> lines(List<CheckRow> rows, List<ErrorLog> logs) {
        return ChecklistText.lines(List.of(new Checklist("orders", NOON, rows, List.of(), logs)));
    }

    @Test
    void oneColourThatCannotBeReadDoesNotHideTheOther() {
        CheckCell denied = Attempt.<Integer>begin(Reads.IN_TURN, () -> {
                    throw new AwsException("AccessDeniedException", "DescribeTargetHealth: not authorized", null);
                })
                .get()
                .cell(count -> CheckCell.NO_DATA);
        CheckRow row = new CheckRow(
                "healthy",
                "hosts healthy/desired",
                false,
                Map.of(Color.BLUE, CheckCell.of(2, "2/2"), Color.GREEN, denied));
        assertThat(lines(List.of(row), List.of()))
                .contains(
                        "  hosts healthy/desired    blue 2/2",
                        "                           green not readable: AccessDeniedException");
    }

    @Test
    void aLineOfWideLettersFitsToo() {
        LogLine wide = new LogLine(NOON, "i-1", "\uc624\ub958".repeat(40));
        ErrorLog log = new ErrorLog("blue", "/teal/shop-orders-blue", List.of(wide), true, "");
        assertThat(lines(List.of(), List.of(log))).contains("    12:00:00 " + "\uc624\ub958".repeat(16) + "...");
    }

    @Test
    void whereThereAreNoColoursThatIsSaid() {
        assertThat(ChecklistText.lines(List.of())).containsExactly("no checklist: it is of services with two colours");
    }
}
