package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Direction;
import io.teal.release.preflight.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why the time before a night counts the steps of Shift alone. */
class NightBudgetTest {
    private static final List<String> VERSIONS = List.of("none", "1.0.0", "2.0.0");

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void aDeployThatMovesTrafficNeverWaitsInPreflightForAFleetThatGoes() {
        int moving = 0;
        int waiting = 0;
        for (Release before : releases()) {
            for (Release after : releases()) {
                if (verdict(before, after) instanceof Verdict.Accepted accepted) {
                    boolean moves = before.active() != after.active();
                    assertThat(moves && !accepted.cold().isEmpty())
                            .as("%s, then %s", before, after)
                            .isFalse();
                    moving += moves ? 1 : 0;
                    waiting += accepted.cold().isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(moving).isPositive();
        assertThat(waiting).isPositive();
    }

    private Verdict verdict(Release before, Release after) {
        FakeAws aws = new FakeAws();
        boolean blue = before.active() == Color.BLUE;
        Orders.weights(aws, blue ? 100 : 0, blue ? 0 : 100);
        for (Color color : Color.values()) {
            before.version(color).ifPresent(version -> Orders.fleet(aws, color, version.value()));
        }
        CutoverProperties asked = Orders.properties(after);
        Observer observer = new Observer(aws, asked, clock);
        return new PreflightRun(aws, observer, asked, Optional.of(Orders.properties(before)), clock)
                .verdict(Direction.FORWARD, observer.live());
    }

    private static List<Release> releases() {
        List<Release> all = new ArrayList<>();
        for (Color active : Color.values()) {
            for (String blue : VERSIONS) {
                for (String green : VERSIONS) {
                    boolean serves = !(active == Color.BLUE ? blue : green).equals("none");
                    if (serves) {
                        all.add(Orders.release(active, blue, green));
                    }
                }
            }
        }
        return all;
    }
}
