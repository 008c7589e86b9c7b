package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.release.Color;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

@Worlds
class BadVersionTest {
    private static final double RATE = 50;

    @Test
    void aCandidateThatNeverBecomesHealthyGetsNoTraffic() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hazards().sick("2.0.0");
            Shop.goesBack(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0");
            assertThat(world.reasons().get(0)).contains("green has 0 healthy targets");
        });
    }

    @Test
    void aCandidateThatIsHealthyAndAnswersWithErrorsIsTakenBackAndOnlyItsShareSawThem() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hazards().erring("2.0.0");
            boolean canary = world.any(2) == 0;
            String strategy = canary ? "canary:10%,2m" : "all-at-once";
            Shop.goesBack(world, world.deploy(Shop.says(Shop.PROMOTED).by(strategy)), "100/0");
            double seconds = 60 + 2 * 30 + 2 * 60;
            assertThat(world.ledger().errors()).isBetween(1.0, RATE * seconds * (canary ? 0.1 : 1));
        });
    }

    @Test
    void anAlarmAtAnyMomentOfTheBakeTakesTrafficHome() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.update(Shop.says(Shop.PROMOTED, world));
            world.until(() -> world.live().equals("0/100"));
            world.seconds(Math.round(world.part() * 150));
            world.hazards().alarm(Color.GREEN, "ALARM");
            Shop.goesBack(world, world.finish(), "100/0");
            assertThat(world.reasons().get(0))
                    .contains("in ALARM: orders-green-5xx", "[100.0, 50.0]", "the threshold (5.0)");
        });
    }

    @Test
    void anAlarmWithoutDataHoldsAStepThatNeedsEvidenceAndLetsOthersPass() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hazards().alarm(Color.GREEN, "INSUFFICIENT_DATA");
            Evidence evidence = world.any(List.of(Evidence.REQUIRED, Evidence.IF_ANY));
            Template next = Shop.says(Shop.PROMOTED).by("canary:10%,1m").gated(new Gating(evidence, 10));
            String end = world.deploy(next);
            if (evidence == Evidence.REQUIRED) {
                Shop.goesBack(world, end, "100/0");
            } else {
                Shop.completes(world, end, "0/100");
            }
        });
    }

    @Test
    void littleTrafficIsRefusedWhereEvidenceIsRequiredAndPassesWhereItIsNot() {
        Seeds.each(world -> {
            world.hazards().rate(0.01);
            Shop.settled(world, Shop.ONE);
            Evidence evidence = world.any(List.of(Evidence.values()));
            Template next = Shop.says(Shop.PROMOTED).by("canary:10%,1m").gated(new Gating(evidence, 5));
            String end = world.deploy(next);
            if (evidence == Evidence.REQUIRED) {
                Shop.goesBack(world, end, "100/0");
                assertThat(world.reasons().get(0)).contains("last hour's traffic");
            } else {
                Shop.completes(world, end, "0/100");
            }
        });
    }

    @Test
    void trafficThatStopsDuringAStepThatNeedsItTakesItsShareHome() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.update(Shop.says(Shop.PROMOTED).by("canary:10%,1m").gated(new Gating(Evidence.REQUIRED, 5)));
            world.until(() -> world.live().equals("90/10"));
            world.hazards().rate(0.0001);
            Shop.goesBack(world, world.finish(), "100/0");
            assertThat(world.reasons().get(0)).contains("samples");
        });
    }

    @Test
    void hostsThatDieCostOnlyWhatWasSentToThemBeforeTheHealthCheckNoticed() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            for (int time = 0; time < 3; time++) {
                Color color = world.any(List.of(Color.values()));
                world.in(world.any(450), () -> world.hazards().crash(color));
            }
            String end = world.deploy(Shop.says(Shop.PROMOTED, world));
            assertThat(end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            world.rest();
        });
    }

    @Test
    void aFleetThatDiesWhileItServesTakesTrafficHome() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.update(Shop.says(Shop.PROMOTED, world));
            world.until(() -> world.live().equals("0/100"));
            world.seconds(Math.round(world.part() * 120));
            world.hazards().noLaunches(Color.GREEN, 1200);
            for (int host = 0; host < 6; host++) {
                world.hazards().crash(Color.GREEN);
            }
            assertThat(world.finish()).isEqualTo(Shop.WENT_BACK);
            assertThat(world.live()).isEqualTo("100/0");
            world.rest();
            assertThat(world.ledger().lost()).isLessThan(RATE * (30 + 30 + 60 + 30));
        });
    }

    @Test
    void hostsThatCannotBeLaunchedInTimeEndTheReleaseBeforeItMovesTraffic() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hazards().noLaunches(Color.GREEN, (long) (world.part() * 900));
            Shop.endsWell(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0", "0/100");
        });
    }

    @Test
    void hostsThatNeverStartAreToldWithTheWordsOfAutoScaling() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hazards().noLaunches(Color.GREEN, 3600);
            Shop.goesBack(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0");
            assertThat(world.reasons().get(0))
                    .contains("green's hosts do not start, 0 of ", "We currently do not have sufficient t4g.small");
        });
    }
}
