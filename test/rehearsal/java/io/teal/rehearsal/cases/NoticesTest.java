package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.World;
import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.runtime.function.JsonSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told of a release hears of one beginning and one end, and the end is the one that CloudFormation shows. */
@Worlds
class NoticesTest {
    private static final JsonSchema SCHEMA = JsonSchema.read(Path.of("docs", "release-event.schema.json"));
    private static final Set<String> ENDS = Set.of("PROMOTED", "SETTLED", "ROLLED_BACK", "NEEDS_HUMAN");
    private static final int WHOLE_DEPLOY = 450;

    @Test
    void aReleaseIsToldFromItsBeginningThroughEachShareToItsPromotion() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.deploy(Shop.says(Shop.PROMOTED).by("canary:10%,1m"));
            assertThat(states(world)).containsSubsequence("STARTED", "SHIFTED", "SHIFTED", "PROMOTED");
            assertThat(without(world, "WAITING")).containsExactly("STARTED", "SHIFTED", "SHIFTED", "PROMOTED");
            assertThat(world.hook().events().get(0).get("headline"))
                    .isEqualTo("orders: a deploy has begun: green none -> 2.0.0, active blue -> green");
            areToldWell(world);
        });
    }

    @Test
    void aBadVersionIsToldOnceWithItsReason() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hazards().erring("2.0.0");
            world.deploy(Shop.says(Shop.PROMOTED).by("all-at-once"));
            assertThat(ends(world)).containsExactly("ROLLED_BACK");
            Map<String, Object> end =
                    world.hook().events().get(world.hook().events().size() - 1);
            assertThat(end.get("headline").toString())
                    .startsWith("orders: was rolled back: in ALARM: orders-green-5xx");
            assertThat(end.get("weights")).isEqualTo(Map.of("blue", 100, "green", 0));
            assertThat(world.hook().mails())
                    .last()
                    .satisfies(mail -> assertThat(mail.get("message").toString())
                            .contains("see the logs of green's hosts", "look:   bin/teal status"));
            areToldWell(world);
        });
    }

    @Test
    void aReleaseThatIsInterruptedAtAnyMomentHasOneEndAllTheSame() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.in(Math.round(world.part() * WHOLE_DEPLOY), world.stack()::cancel);
            endsAsItSays(world, world.deploy(Shop.says(Shop.PROMOTED, world)));
        });
    }

    @Test
    void aResourceThatFailsAfterThePromotionIsASecondEndBecauseTrafficIsBack() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.deploy(Shop.says(Shop.PROMOTED, world).beside(Part.LAST, "fail:" + world.any(90)));
            assertThat(ends(world)).containsExactly("PROMOTED", "ROLLED_BACK");
            areToldWell(world);
        });
    }

    @Test
    void aStartIsSettledAndARefusalIsNotTold() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.deploy(Shop.says(Shop.STARTED));
            assertThat(ends(world)).containsExactly("SETTLED");
            int told = world.hook().events().size();
            world.hand(Weights.of(Color.GREEN, 50));
            assertThat(world.deploy(Shop.says(Shop.PROMOTED))).isEqualTo(Shop.WENT_BACK);
            assertThat(world.hook().events()).hasSize(told);
        });
    }

    @Test
    void aFleetThatIsSlowIsToldAsAWaitOnce() {
        Seeds.each(world -> {
            Shop.settled(world, Shop.ONE);
            world.hazards().sick("2.0.0");
            world.deploy(Shop.says(Shop.PROMOTED, world));
            assertThat(states(world)).containsOnlyOnce("WAITING").containsOnlyOnce("ROLLED_BACK");
            areToldWell(world);
        });
    }

    private static void endsAsItSays(World world, String end) {
        world.rest();
        if (world.lostAnEvent()) {
            return;
        }
        List<String> ends = ends(world);
        if (!states(world).contains("STARTED")) {
            assertThat(states(world)).isEmpty();
            return;
        }
        assertThat(ends).hasSizeBetween(1, 2).doesNotContain("NEEDS_HUMAN");
        assertThat(ends.get(ends.size() - 1)).isEqualTo(end.equals(Shop.COMPLETE) ? "PROMOTED" : "ROLLED_BACK");
        assertThat(ends.size() == 1 || ends.get(0).equals("PROMOTED")).isTrue();
        areToldWell(world);
    }

    private static void areToldWell(World world) {
        world.hook()
                .events()
                .forEach(event -> assertThat(SCHEMA.complaints(event)).isEmpty());
        assertThat(world.hook().events()).extracting(event -> event.get("id")).doesNotHaveDuplicates();
        assertThat(world.hook().mails())
                .hasSameSizeAs(world.hook().events())
                .allSatisfy(mail -> assertThat(mail.get("subject").toString()).matches("[\\x20-\\x7e]{1,99}"));
    }

    private static List<String> states(World world) {
        return world.hook().events().stream()
                .map(event -> event.get("state").toString())
                .toList();
    }

    private static List<String> without(World world, String... some) {
        return states(world).stream()
                .filter(state -> !Set.of(some).contains(state))
                .toList();
    }

    private static List<String> ends(World world) {
        return states(world).stream().filter(ENDS::contains).toList();
    }
}
