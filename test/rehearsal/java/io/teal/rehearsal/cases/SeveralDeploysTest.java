package io.teal.rehearsal.cases;

import io.teal.rehearsal.sim.Seeds;
import io.teal.release.Color;
import io.teal.release.Release;
import org.junit.jupiter.api.Test;

/** A strategy that is too long for one deploy: one deploy for each share, with time between them. */
@Worlds
class SeveralDeploysTest {
    private static final long HALF_AN_HOUR = 1800;

    @Test
    void eachGoesFromOneShareToTheNextAndTheLastPromotes() {
        Seeds.each(world -> {
            world.faults().percent(1, 3);
            int step = world.any(2) == 0 ? 25 : 40;
            Shop.settled(world, Shop.ONE);
            for (int share = step; share < 100; share += step) {
                Release resting = Shop.STARTED.rest(share);
                String before = world.live();
                String end = world.deploy(Shop.says(resting).by("all-at-once"));
                Shop.endsWell(world, end, before, 100 - share + "/" + share);
                if (!world.live().equals(100 - share + "/" + share)) {
                    return; // the shell ends the sequence with the deploy that failed
                }
                world.seconds(HALF_AN_HOUR);
            }
            String before = world.live();
            String end = world.deploy(Shop.says(Shop.STARTED.promote()).by("all-at-once"));
            Shop.endsWell(world, end, before, Shop.STARTED.promote().weight(Color.BLUE) + "/100");
        });
    }
}
