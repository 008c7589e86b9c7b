package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.Template;
import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.Version;
import org.junit.jupiter.api.Test;

@Worlds
class ReleaseTest {
    @Test
    void aNewVersionIsReleasedByOneDeploy() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Shop.completes(world, world.deploy(Shop.says(Shop.PROMOTED)), "0/100");
        });
    }

    @Test
    void aCanaryAndEqualStepsArriveWithoutLosingARequest() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Template next = Shop.says(Shop.PROMOTED).by(world.any(Shop.STRATEGIES.subList(1, 3)));
            Shop.completes(world, world.deploy(next), "0/100");
        });
    }

    @Test
    void aServiceIsStartedRestedPromotedRolledBackPromotedAndRetired() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            Shop.completes(world, world.deploy(Shop.says(Shop.STARTED)), "100/0");
            Shop.completes(world, world.deploy(Shop.says(Shop.RESTING)), "90/10");
            Shop.completes(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "0/100");
            Shop.completes(world, world.deploy(Shop.says(Shop.STARTED).allowed()), "100/0");
            Shop.completes(world, world.deploy(Shop.says(Shop.PROMOTED).allowed()), "0/100");
            Shop.completes(world, world.deploy(Shop.says(Shop.RETIRED)), "0/100");
            assertThat(world.hosts(Color.BLUE)).isEmpty();
        });
    }

    @Test
    void twoDeploysRightAfterEachOtherRemoveNoFleetThatStillAnswers() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.deploy(Shop.says(Shop.PROMOTED, world));
            Template next =
                    world.any(2) == 0 ? Shop.says(Shop.RETIRED) : Shop.says(Shop.PROMOTED.start(Version.of("3.0.0")));
            Shop.completes(world, world.deploy(next), "0/100");
        });
    }

    @Test
    void aChangeOfConfigurationAloneReachesNoFleetThatServesNorTheHostsItLaunchesLater() {
        Seeds.each(world -> {
            Template first = Shop.settled(world, Shop.ONE);
            world.in(world.any(60), () -> world.hazards().scale(Color.BLUE, 6));
            Shop.completes(world, world.deploy(first.configured("t3.large")), "100/0");
            world.hazards().scale(Color.BLUE, 3 + world.any(4));
            world.seconds(120);
            assertThat(world.configurations(Color.BLUE)).containsExactly("t3.small");
            Template next = first.configured("t3.large").with(ReleaseRequest.of(Shop.PROMOTED));
            Shop.completes(world, world.deploy(next), "0/100");
            assertThat(world.configurations(Color.GREEN)).containsExactly("t3.large");
            assertThat(world.configurations(Color.BLUE)).containsExactly("t3.small");
        });
    }

    @Test
    void theLiveFleetMayGrowAndShrinkDuringARelease() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            for (int time = 0; time < 5; time++) {
                world.in(world.any(400), () -> world.hazards().scale(Color.BLUE, 2 + world.any(5)));
            }
            Shop.endsWell(world, world.deploy(Shop.says(Shop.PROMOTED, world)), "100/0", "0/100");
        });
    }
}
