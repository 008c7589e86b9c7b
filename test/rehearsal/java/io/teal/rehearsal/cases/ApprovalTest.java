package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Hook;
import io.teal.rehearsal.sim.Person;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Word;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A release that a person has to approve, or aborts; and a hook after the switch. */
@Worlds
class ApprovalTest {
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final int WHOLE_DEPLOY = 450;

    private static Template asking(World world) {
        return Shop.says(Shop.PROMOTED, world)
                .gated(new Gating(Evidence.IF_ANY, 10, Set.of(HookPoint.values()), Optional.of(MOST)));
    }

    @Test
    void aReleaseThatIsApprovedGoesOnAndCallsBothHooks() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            new Person(world).answers(Word.Says.PROMOTE, world.any(300));
            Shop.completes(world, world.deploy(asking(world)), "0/100");
            assertThat(asked(world)).hasSize(1);
            assertThat(world.hook().called()).isGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void aReleaseThatNobodyApprovesGoesBackWhenItsTimeIsOver() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            new Person(world).saysToAnother(Word.Says.PROMOTE);
            Shop.goesBack(world, world.deploy(asking(world)), "100/0");
            assertThat(world.reasons().get(0))
                    .contains("gave up: nobody has said that green may have 100 percent")
                    .contains("run 'bin/teal promote ");
        });
    }

    @Test
    void theQuestionSaysHowItIsAnsweredWithAndWithoutTheCommandLine() {
        Seeds.each(20, world -> {
            Shop.settled(world, Shop.ONE);
            new Person(world).answers(Word.Says.ABORT, 0);
            Shop.goesBack(world, world.deploy(asking(world)), "100/0");
            assertThat(world.reasons().get(0)).contains("a person has aborted it");
            Map<String, Object> event = asked(world).get(0);
            assertThat(event.get("headline").toString())
                    .contains("waits for a person: may 2.0.0 (green) have 100 percent? Turns back at 20");
            assertThat(event.get("reason").toString())
                    .contains("bin/teal promote ", "bin/teal abort ", "Key=teal:approve,Value=shift-r");
        });
    }

    @Test
    void aReleaseThatIsAbortedAtAnyMomentIsWhereItWasOrDone() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Person person = new Person(world);
            person.answers(Word.Says.PROMOTE, world.any(200));
            world.in(Math.round(world.part() * WHOLE_DEPLOY), () -> person.says(Word.Says.ABORT, "tests are red"));
            String end = world.deploy(asking(world));
            Shop.endsWell(world, end, "100/0", "0/100");
            if (end.equals(Shop.WENT_BACK) && !world.lostAnEvent()) {
                assertThat(world.reasons().get(0)).contains("a person has aborted it: tests are red");
            }
        });
    }

    @Test
    void aCandidateThatLosesItsShareIsNotWaitedFor() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.RESTING);
            Gating gating = new Gating(Evidence.IF_ANY, 10, Set.of(), Optional.of(MOST));
            Shop.completes(world, world.deploy(Shop.says(Shop.STARTED).gated(gating)), "100/0");
            assertThat(asked(world)).isEmpty();
        });
    }

    @Test
    void leaveToRollBackIsNoApprovalOfAVersionThatNeverServed() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Template next = Shop.says(Shop.PROMOTED, world).allowed();
            Gating gating = new Gating(Evidence.IF_ANY, 10, Set.of(), Optional.of(MOST));
            Shop.goesBack(world, world.deploy(next.gated(gating)), "100/0");
            assertThat(asked(world)).hasSize(1);
        });
    }

    @Test
    void anAbortThatWasNotHeardYetIsNotTakenBackByAPromote() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Person person = new Person(world);
            person.answers(Word.Says.ABORT, 10);
            person.answers(Word.Says.PROMOTE, 11);
            String end = world.deploy(asking(world));
            Shop.goesBack(world, end, "100/0");
        });
    }

    @Test
    void aDeployThatMayRollBackAsksNobody() {
        Seeds.each(world -> {
            Shop.promoted(world);
            Template back = Shop.says(Shop.STARTED, world).allowed();
            Gating gating = new Gating(Evidence.IF_ANY, 10, Set.of(), Optional.of(MOST));
            Shop.completes(world, world.deploy(back.gated(gating)), "100/0");
            assertThat(asked(world)).isEmpty();
        });
    }

    @Test
    void aHookAfterTheSwitchTurnsTheReleaseBack() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Hook.Temper temper = world.any(List.of(Hook.Temper.REFUSES, Hook.Temper.THROWS, Hook.Temper.HANGS));
            world.hook().is(temper);
            Template next =
                    Shop.says(Shop.PROMOTED, world).gated(new Gating(Evidence.IF_ANY, 10, HookPoint.AFTER_TRAFFIC));
            Shop.goesBack(world, world.deploy(next), "100/0");
            assertThat(world.reasons().get(0)).contains("the hook failed");
            assertThat(world.hook().called()).isEqualTo(1);
        });
    }

    @Test
    void aHookThatIsNotDoneIsCalledAgain() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hook().passesAfter(1);
            Template next = Shop.says(Shop.PROMOTED, world)
                    .gated(new Gating(Evidence.IF_ANY, 10, HookPoint.values()[world.any(2)]));
            Shop.completes(world, world.deploy(next), "0/100");
            assertThat(world.hook().called()).isGreaterThan(1);
        });
    }

    @Test
    void aHookThatIsNeverDoneTurnsTheReleaseBack() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hook().passesAfter(Integer.MAX_VALUE);
            Template next =
                    Shop.says(Shop.PROMOTED, world).gated(new Gating(Evidence.IF_ANY, 10, HookPoint.AFTER_TRAFFIC));
            Shop.goesBack(world, world.deploy(next), "100/0");
            assertThat(world.reasons().get(0)).contains("the hook has not passed yet");
        });
    }

    private static List<Map<String, Object>> asked(World world) {
        return world.hook().events().stream()
                .filter(event -> event.get("headline").toString().contains("waits for a person"))
                .toList();
    }
}
