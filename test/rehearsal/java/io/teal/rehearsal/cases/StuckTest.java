package io.teal.rehearsal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.sim.Broken;
import io.teal.rehearsal.sim.Part;
import io.teal.rehearsal.sim.Seeds;
import io.teal.rehearsal.sim.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases in which a stack gets stuck, and the list of them in {@code docs/how-a-release-works.md}. In every other
 * case of this package a stack that is stuck breaks a law of the world.
 */
@Worlds
class StuckTest {
    private static final Path PAGE = Path.of("docs", "how-a-release-works.md");
    private static final String BEGIN = "<!-- written by StuckTest -->\n";
    private static final String END = "<!-- end -->";
    private static final String STUCK = "UPDATE_ROLLBACK_FAILED";

    /** Green has all traffic then, and the update still bakes. */
    private static final int MOVED = 330;

    /** That it happens is shown by one; each lasts for hours of retries. */
    private static final int WORLDS = 40;

    static Stream<StuckCase> played() {
        return Stream.of(StuckCase.values()).filter(one -> one.happens().isPresent());
    }

    @ParameterizedTest
    @MethodSource("played")
    void eachOfThemLeavesTheStackStuckWhenTrafficHasMoved(StuckCase one) {
        AtomicInteger stuck = new AtomicInteger();
        AtomicInteger moved = new AtomicInteger();
        Seeds.each(WORLDS, world -> {
            Shop.settled(world, Shop.ONE);
            Consumer<World> happens = one.happens().orElseThrow();
            world.in(MOVED, () -> {
                if (world.live().equals("0/100")) {
                    moved.incrementAndGet();
                    happens.accept(world);
                }
            });
            stuck.addAndGet(end(world).equals(STUCK) ? 1 : 0);
        });
        assertThat(stuck.get())
                .as("%s of %s worlds in which traffic had moved", stuck, moved)
                .isPositive();
        assertThat(stuck.get()).isLessThanOrEqualTo(moved.get());
    }

    private static String end(World world) {
        try {
            return world.deploy(Shop.says(Shop.PROMOTED).beside(Part.NEIGHBOR, "fail:" + (MOVED + 5)));
        } catch (Broken law) {
            assertThat(law).hasMessageMatching("(?s)(the stack is stuck|.* must not fail on the way back).*");
            return STUCK;
        }
    }

    @Test
    void thePageListsThemAndNoOthers() throws IOException {
        StringBuilder table = new StringBuilder("| what happens | what to do | shown by |\n| --- | --- | --- |\n");
        for (StuckCase one : StuckCase.values()) {
            table.append("| " + one.what + " | " + one.todo + " | `" + one.shown + "` |\n");
        }
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + table
                + page.substring(page.indexOf(END, page.indexOf(BEGIN)));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("%s; -Dgolden.update=true rewrites its list", PAGE)
                .isEqualTo(expected);
    }
}
