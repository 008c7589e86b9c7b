package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Edition;
import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Person;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Word;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A deploy changes the function too, and may release at the same time: an upgrade of Teal, or a way back. */
@Worlds
class ChangedFunctionTest {
    private static final int WHOLE_DEPLOY = 450;
    private static final Duration MOST = Duration.ofMinutes(10);

    private static Template of(Edition edition, Template template) {
        return template.beside(Part.FUNCTION, edition.name());
    }

    /** Blue serves, by an older Teal; in some worlds green stands by with what is released next. */
    private static void settled(World world, Edition edition) {
        world.settled(of(edition, Shop.says(world.any(List.of(Shop.ONE, Shop.STARTED)))), 2 + world.any(4));
    }

    /** A release by the Teal that comes after {@code older}, with what only that one can do. */
    private static Template releases(World world, Edition older) {
        if (older == Edition.THIS) {
            return of(Edition.NEXT, Shop.says(Shop.PROMOTED, world));
        }
        new Person(world).answers(Word.Says.PROMOTE, world.any(100));
        return releasesThis(world, Optional.of(MOST));
    }

    private static Template releasesThis(World world, Optional<Duration> approval) {
        return of(Edition.THIS, Shop.says(Shop.PROMOTED, world))
                .gated(new Gating(Evidence.IF_ANY, 10, Set.of(HookPoint.values()), approval));
    }

    private static Edition anOlder(World world) {
        return world.any(List.of(Edition.BEFORE, Edition.THIS));
    }

    @Test
    void anUpgradeAndAReleaseInOneDeploySucceed() {
        Seeds.each(world -> {
            Edition older = anOlder(world);
            settled(world, older);
            Shop.completes(world, world.deploy(releases(world, older)), "0/100");
        });
    }

    @Test
    void cancelledAtAnyMomentItTakesTrafficHomeByTheOlderFunction() {
        Seeds.each(world -> {
            Edition older = anOlder(world);
            settled(world, older);
            world.faults().percent(1, 3);
            world.in(Math.round(world.part() * WHOLE_DEPLOY), world.stack()::cancel);
            Shop.endsWell(world, world.deploy(releases(world, older)), "100/0", "0/100");
        });
    }

    /** Preflight waits until the standby is free of requests, and is cancelled there or later. */
    @Test
    void aStandbyThatItReplacesIsBackAfterItWasCancelled() {
        Seeds.each(world -> {
            world.settled(of(Edition.THIS, Shop.says(Shop.ONE.start(Version.of("1.9.0")))), 2 + world.any(4));
            world.in(Math.round(world.part() * WHOLE_DEPLOY), world.stack()::cancel);
            Shop.endsWell(world, world.deploy(of(Edition.NEXT, Shop.says(Shop.STARTED))), "100/0", "100/0");
        });
    }

    @Test
    void aResourceThatFailsAfterItTakesTrafficHomeByTheOlderFunction() {
        Seeds.each(world -> {
            Edition older = anOlder(world);
            settled(world, older);
            Template fails = releases(world, older).beside(Part.LAST, "fail:" + world.any(90));
            Shop.goesBack(world, world.deploy(fails), "100/0");
        });
    }

    /** With leave, as the update may have promoted the version just before it was cancelled. */
    @Test
    void afterItWasCancelledItCanBeDeployedAgain() {
        Seeds.each(world -> {
            Edition older = anOlder(world);
            settled(world, older);
            Template next = older == Edition.THIS ? releases(world, older) : releasesThis(world, Optional.empty());
            world.update(next);
            world.seconds(Math.round(world.part() * WHOLE_DEPLOY));
            world.stack().cancel();
            world.finish();
            Shop.completes(world, world.deploy(next.allowed()), "0/100");
        });
    }

    @Test
    void aRollbackByTheOlderFunctionDoesNotWaitForRunsThatItCannotRead() {
        Seeds.each(world -> {
            settled(world, Edition.THIS);
            Template next = releases(world, Edition.THIS);
            world.deploy(next.beside(Part.LAST, "fail:1"));
            world.update(next);
            world.seconds(Math.round(world.part() * WHOLE_DEPLOY));
            long cancelled = world.now();
            world.stack().cancel();
            world.finish();
            assertThat(world.now() - cancelled).isLessThan(1200);
        });
    }

    @Test
    void anOlderTealThatCannotReadWhatIsLiveIsRefused() {
        Seeds.each(world -> {
            settled(world, Edition.NEXT);
            Template older = of(Edition.THIS, Shop.says(world.any(List.of(Shop.ONE, Shop.PROMOTED))));
            Shop.goesBack(world, world.deploy(older), "100/0");
            assertThat(world.reasons().get(0))
                    .contains("a newer version of Teal has deployed what is live")
                    .contains("deploy with the version of Teal that was deployed last");
        });
    }

    @Test
    void aGuardThatReturnsTrafficWhileTheFunctionChangesLosesNothing() {
        Seeds.each(world -> {
            GuardTest.promoted(world);
            Template same = Shop.says(Shop.PROMOTED).guarded(GuardTest.DAY);
            world.in(Math.round(world.part() * 120), () -> world.hazards().alarm(Color.GREEN, "ALARM"));
            String end = world.deploy(of(Edition.NEXT, same));
            assertThat(end).isIn(Shop.COMPLETE, Shop.WENT_BACK);
            world.seconds(900);
            assertThat(world.live()).isEqualTo("100/0");
            Shop.nothingIsLost(world);
        });
    }
}
