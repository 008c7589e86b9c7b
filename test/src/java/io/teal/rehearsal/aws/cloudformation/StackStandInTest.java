package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.autoscaling.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The default app's stack through its statuses, without load, on either clock. */
abstract class StackStandInTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0";
    private static final String STARTED = ONE + " greenVersion=1.1.0";
    private static final String RELEASED = "activeColor=green blueVersion=1.0.0 greenVersion=1.1.0";
    private static final String RETIRED = ONE + " greenVersion=none";
    private static final String PRODUCTION = "ServiceTrafficLoadBalancerProduction308FB0B4";
    private static final String PREFLIGHT = "ServiceCutoverPreflight7C0FFA24";
    private static final String SHIFT = "ServiceCutoverShift99598119";
    private static final String GREEN = "ServiceGreenGroupASG58CC7057";
    private static final long SEED = 1;

    final World world;
    final StackStandIn stack;
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    StackStandInTest(World world) {
        this.world = world;
        this.stack = new StackStandIn(
                world.balancer, world.fleets, world.timers, new StackPlay(SEED), this::happened, log::add);
        world.balancer.removeListener("L");
    }

    @AfterEach
    void end() {
        world.close();
    }

    private void happened(StackEvent event) {
        events.add(stack.status() + " " + event.change() + " " + event.id());
    }

    @Test
    void aFirstCreateThatFailsLeavesNothing() throws IOException {
        assertThat(stack.apply(model(ONE), Optional.of(Trouble.lastResourceFails())))
                .isPresent();
        assertThat(stack.status()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(events)
                .containsSubsequence(
                        "CREATE_IN_PROGRESS CREATE " + SHIFT,
                        "CREATE_IN_PROGRESS CREATE " + PRODUCTION,
                        "ROLLBACK_IN_PROGRESS DELETE " + PRODUCTION,
                        "ROLLBACK_IN_PROGRESS DELETE " + SHIFT,
                        "ROLLBACK_IN_PROGRESS DELETE " + PREFLIGHT);
        nothingIsLeft();
    }

    @Test
    void anUpdateThatFailsGoesBackInOrderAndThenRemovesWhatWasNew() throws IOException {
        deploy(model(ONE));
        events.clear();
        assertThat(stack.apply(model(RELEASED), Optional.of(Trouble.lastResourceFails())))
                .isPresent();
        assertThat(events)
                .containsSubsequence(
                        "UPDATE_IN_PROGRESS UPDATE " + PREFLIGHT,
                        "UPDATE_IN_PROGRESS CREATE " + GREEN,
                        "UPDATE_IN_PROGRESS UPDATE " + SHIFT,
                        "UPDATE_IN_PROGRESS UPDATE " + PRODUCTION,
                        "UPDATE_ROLLBACK_IN_PROGRESS UPDATE " + PREFLIGHT,
                        "UPDATE_ROLLBACK_IN_PROGRESS UPDATE " + SHIFT,
                        "UPDATE_ROLLBACK_IN_PROGRESS UPDATE " + PRODUCTION,
                        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS DELETE " + GREEN);
        assertThat(stack.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void aRetireRightAfterTrafficLeftWaitsAndRemovesTheFleetInCleanup() throws IOException {
        deploy(model(ONE));
        deploy(model(RELEASED));
        world.balancer.write(PRODUCTION, model(STARTED).weights(PRODUCTION));
        deploy(model(STARTED));
        deploy(model(RETIRED));
        assertThat(log).anyMatch(line -> line.contains("had traffic recently"));
        assertThat(events).contains("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS DELETE " + GREEN);
    }

    @Test
    void newConfigurationReachesAColorOnlyWhileItHasNoTraffic() throws IOException {
        deploy(model(ONE));
        deploy(model(STARTED));
        String blue = fleet("blue").model().launch();
        String green = fleet("green").model().launch();
        deploy(model(STARTED, text -> text.replace("\"t3.small\"", "\"t3.large\"")));
        assertThat(fleet("blue").model().launch()).isEqualTo(blue);
        assertThat(fleet("green").model().launch()).isNotEqualTo(green);
    }

    @Test
    void aStackThatIsDestroyedLeavesNothing() throws IOException {
        deploy(model(STARTED));
        stack.destroy();
        assertThat(stack.status()).isEqualTo("DELETE_COMPLETE");
        assertThat(events)
                .containsSubsequence(
                        "DELETE_IN_PROGRESS DELETE " + PRODUCTION,
                        "DELETE_IN_PROGRESS DELETE " + SHIFT,
                        "DELETE_IN_PROGRESS DELETE " + GREEN,
                        "DELETE_IN_PROGRESS DELETE " + PREFLIGHT);
        nothingIsLeft();
    }

    @Test
    void theAccountAfterTwoReleasesAndADestroyIsWhatItWasBeforeTheFirstDeploy() throws IOException {
        Set<String> before = account();
        deploy(model(ONE));
        Set<String> one = account();
        assertThat(stack.apply(model(RELEASED), Optional.of(Trouble.lastResourceFails())))
                .isPresent();
        assertThat(account()).as("after a rollback").isEqualTo(one);
        deploy(model(RELEASED));
        deploy(model("activeColor=green blueVersion=none greenVersion=1.1.0"));
        assertThat(account()).as("after a retire").hasSameSizeAs(one);
        stack.destroy();
        assertThat(account()).isEqualTo(before).isEmpty();
        nothingIsLeft();
    }

    /** What is there of all that was ever made, of each kind of resource that the stand-in plays. */
    private Set<String> account() {
        Set<String> there = new TreeSet<>();
        for (String event : List.copyOf(events)) {
            String id = event.substring(event.lastIndexOf(' ') + 1);
            if (event.contains(" CREATE ")) {
                assertThat(there.add(id)).as("%s is made once", id).isTrue();
            }
            if (event.contains(" DELETE ")) {
                assertThat(there.remove(id)).as("%s was there", id).isTrue();
            }
        }
        return there;
    }

    private void nothingIsLeft() {
        assertThat(account()).isEmpty();
        assertThat(world.fleets.all()).isEmpty();
        assertThat(world.balancer.listeners()).isEmpty();
    }

    private void deploy(StackModel model) {
        assertThat(stack.apply(model, Optional.empty())).isEmpty();
        assertThat(stack.status()).endsWith("E_COMPLETE");
    }

    private LocalAutoScalingGroup fleet(String color) {
        return world.fleets.all().stream()
                .filter(fleet -> fleet.model().label().equals(color))
                .findFirst()
                .orElseThrow();
    }

    private StackModel model(String flags) throws IOException {
        return model(flags, text -> text);
    }

    private StackModel model(String flags, UnaryOperator<String> edit) throws IOException {
        return TemplatesOfTheApp.model(flags, edit);
    }
}
