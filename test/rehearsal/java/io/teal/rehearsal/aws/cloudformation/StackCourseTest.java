package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.TealLike;
import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.rehearsal.template.TemplateReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stack does and when, on the virtual clock. */
class StackCourseTest {
    private static final StackModel BLUE = TealLike.model("blue", "1.0.0", "");
    private static final StackModel RELEASED = TealLike.model("green", "1.0.0", "1.1.0");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final World world = World.virtual();
    private final List<StackEvent> events = new ArrayList<>();
    private final StackStandIn stack = stack(world, 1, events);

    private static StackStandIn stack(World world, long seed, List<StackEvent> events) {
        return new StackStandIn(
                world.balancer, world.fleets, world.timers, new StackPlay(seed), events::add, line -> {});
    }

    @AfterEach
    void end() {
        world.close();
    }

    private static List<StackEvent> course(long seed) {
        List<StackEvent> events = new ArrayList<>();
        try (World world = World.virtual()) {
            stack(world, seed, events).apply(RELEASED, Optional.empty());
        }
        return events;
    }

    @Test
    void aSeedGivesOneCourse() {
        assertThat(course(1)).isNotEmpty().isEqualTo(course(1)).isNotEqualTo(course(2));
    }

    @Test
    void eachChangeTakesItsTimeAfterThoseItWaitsFor() {
        Instant begun = world.timers.instant();
        stack.apply(BLUE, Optional.empty());
        assertThat(stack.status()).isEqualTo("CREATE_COMPLETE");
        assertThat(Duration.between(begun, at("BlueGroup"))).isBetween(SHORTEST, LONGEST);
        assertThat(Duration.between(latest("BlueGroup", "Balancer"), at("BluePreview")))
                .isBetween(SHORTEST, LONGEST);
        assertThat(Duration.between(latest("BluePreview", "BlueLaunchTemplate"), at("BlueFleet")))
                .isBetween(SHORTEST, LONGEST);
        assertThat(Duration.between(latest("BlueFleet", "GreenGroup"), at("Production")))
                .isBetween(SHORTEST, LONGEST);
    }

    @Test
    void anUpdateIsNotWaitedForByWhoeverStartsIt() {
        CompletableFuture<Optional<String>> update = stack.startApply(BLUE, List.of());
        assertThat(update).isNotDone();
        assertThat(stack.status()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(world.timers.await(update)).isEmpty();
    }

    @Test
    void whenAFailureComesFromOutsideNothingMoreBeginsAndWhatBeganIsTakenBack() {
        Instant failed = world.timers.instant().plus(LONGEST);
        Trouble trouble = new Trouble("cancelled", Optional.of(LONGEST));
        assertThat(stack.apply(BLUE, Optional.of(trouble))).hasValue("cancelled");
        assertThat(of(Change.CREATE)).isNotEmpty().allMatch(event -> !event.at().isAfter(failed.plus(LONGEST)));
        assertThat(of(Change.CREATE)).extracting(StackEvent::id).doesNotContain("Production");
        assertThat(of(Change.DELETE))
                .extracting(StackEvent::id)
                .containsExactlyInAnyOrderElementsOf(
                        of(Change.CREATE).stream().map(StackEvent::id).toList());
        assertThat(stack.status()).isEqualTo("ROLLBACK_COMPLETE");
    }

    @Test
    void anUpdateThatFailsLeavesWhatWasThere() {
        stack.apply(BLUE, Optional.empty());
        assertThat(stack.apply(RELEASED, Optional.of(Trouble.lastResourceFails())))
                .isPresent();
        assertThat(stack.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(world.balancer.weights("Production")).isEqualTo(Map.of("BlueGroup", 100, "GreenGroup", 0));
        assertThat(world.fleets.all()).extracting(fleet -> fleet.model().id()).containsExactly("BlueFleet");
    }

    @Test
    void aRollbackThatFailsToo() {
        stack.apply(refreshed(TealLike.template("blue", World.NEVER_HEALTHY, "")), Optional.empty());
        StackModel next = refreshed(TealLike.template("blue", "1.1.0", ""));
        assertThatThrownBy(() -> stack.apply(next, Optional.of(Trouble.lastResourceFails())))
                .isInstanceOf(InvalidRunException.class)
                .hasMessageContaining("the stack's rollback failed: the instance refresh of BlueFleet failed");
        assertThat(stack.status()).isEqualTo("UPDATE_ROLLBACK_FAILED");
    }

    @Test
    void whatIsDestroyedGoesBeforeWhatItWaitsFor() {
        stack.apply(BLUE, Optional.empty());
        events.clear();
        stack.destroy();
        assertThat(stack.status()).isEqualTo("DELETE_COMPLETE");
        assertThat(events)
                .extracting(StackEvent::id)
                .containsSubsequence("Production", "BlueFleet", "BluePreview", "BlueGroup");
        assertThat(world.fleets.all()).isEmpty();
    }

    /** With an instance refresh: only an update waits for hosts that are never healthy. */
    private static StackModel refreshed(String template) {
        String fleet = "\"Type\" : \"AWS::AutoScaling::AutoScalingGroup\",";
        String policy = "\"UpdatePolicy\": {\"AutoScalingInstanceRefresh\": {}},";
        return StackReader.read(new TemplateReader(Map.of()).parse(template.replace(fleet, fleet + policy), "a.json"));
    }

    private List<StackEvent> of(Change change) {
        return events.stream().filter(event -> event.change() == change).toList();
    }

    private Instant at(String id) {
        return events.stream()
                .filter(event -> event.id().equals(id))
                .map(StackEvent::at)
                .findFirst()
                .orElseThrow();
    }

    private Instant latest(String one, String other) {
        return at(one).isAfter(at(other)) ? at(one) : at(other);
    }
}
