package io.teal.release.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guard in every sight there is, and without each of its rules. */
class ReleaseGuardTest {
    private static final Instant PROMOTED = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private record Sight(
            Optional<WatchedRelease> watched,
            Instant now,
            Gate.Alarm alarm,
            boolean activeHasHosts,
            boolean held,
            Direction stack,
            Optional<Weights> live,
            boolean standbyServed)
            implements GuardSight {

        /** Of two ports one may have traffic back: a deploy cut off the run that returned it. */
        private static final Set<Weights> BACK_NOWHERE_OR_IN_PART =
                Set.of(Weights.parse("0/100"), Weights.parse("0/100 + 100/0"), Weights.parse("100/0 + 0/100"));

        /** The laws, said without the rules. */
        boolean mayReturn() {
            return watched.isPresent()
                    && Duration.between(PROMOTED, now).compareTo(DAY) < 0
                    && alarm == Gate.Alarm.ALARM
                    && activeHasHosts
                    && !held
                    && stack == Direction.IDLE
                    && live.filter(BACK_NOWHERE_OR_IN_PART::contains).isPresent()
                    && standbyServed;
        }
    }

    /** Every sight: each thing that a rule looks at, with each value that it can have. */
    private static List<Sight> all() {
        List<Sight> all = new ArrayList<>();
        for (boolean watched : List.of(true, false)) {
            for (long hours : List.of(0L, 23L, 24L, 25L)) {
                for (Gate.Alarm alarm : Gate.Alarm.values()) {
                    for (Direction stack : Direction.values()) {
                        all.addAll(with(watched, hours, alarm, stack));
                    }
                }
            }
        }
        return all;
    }

    private static List<Sight> with(boolean watched, long hours, Gate.Alarm alarm, Direction stack) {
        List<Sight> some = new ArrayList<>();
        for (String live :
                List.of("0/100", "100/0", "10/90", "0/0", "", "0/100 + 100/0", "100/0 + 0/100", "0/100 + 10/90")) {
            for (int flags = 0; flags < 8; flags++) {
                some.add(new Sight(
                        Optional.of(new WatchedRelease(Color.GREEN, PROMOTED, DAY))
                                .filter(any -> watched),
                        PROMOTED.plus(Duration.ofHours(hours)),
                        alarm,
                        flags < 4,
                        flags % 2 == 1,
                        stack,
                        Optional.of(live).filter(text -> !text.isEmpty()).map(Weights::parse),
                        flags % 4 > 1));
            }
        }
        return some;
    }

    @Test
    void trafficReturnsIfAndOnlyIfEveryLawAllowsIt() {
        assertThat(all())
                .hasSizeGreaterThan(3000)
                .allSatisfy(sight -> assertThat(ReleaseGuard.refusal(sight).isEmpty())
                        .as("%s: %s", sight, ReleaseGuard.refusal(sight))
                        .isEqualTo(sight.mayReturn()))
                .anyMatch(Sight::mayReturn);
    }

    /** Without a promotion there is nothing that the other rules could look at. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "A_PROMOTION_IS_WATCHED")
    void eachRuleThatIsTakenAwayLetsTrafficReturnThatMustStay(GuardRule missing) {
        Set<GuardRule> rules = EnumSet.complementOf(EnumSet.of(missing));
        assertThat(all())
                .anyMatch(sight -> !sight.mayReturn()
                        && new ReleaseGuard(rules).against(sight).isEmpty());
    }

    @Test
    void withoutAPromotionNothingElseIsAsked() {
        assertThat(all())
                .filteredOn(sight -> sight.watched().isEmpty())
                .allSatisfy(sight -> assertThat(ReleaseGuard.refusal(sight)).contains("no promotion is watched"));
    }

    @Test
    void theReasonIsTheFirstThatIsAsked() {
        Sight held = new Sight(
                Optional.of(new WatchedRelease(Color.GREEN, PROMOTED, DAY)),
                PROMOTED,
                Gate.Alarm.ALARM,
                true,
                true,
                Direction.FORWARD,
                Optional.empty(),
                false);
        assertThat(ReleaseGuard.refusal(held)).contains("the guard is held");
    }
}
