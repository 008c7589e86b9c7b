package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.app.TemplatesOfTheApp;
import io.teal.operate.FakeAccount;
import io.teal.operate.account.Connection;
import io.teal.operate.account.StackState;
import io.teal.operate.status.ServiceStatus;
import io.teal.operate.status.Status;
import io.teal.operate.status.StatusReader;
import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.aws.LocalArns;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.release.port.Execution;
import io.teal.release.port.Reads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * {@code cdk deploy} in one terminal, which shows CloudFormation's events, and {@code teal status --watch} in another.
 */
class TwoTerminalsTest {
    private static final String APP = "default";
    private static final String NAME = "web";
    private static final String ONE = "activeColor=blue blueVersion=1.0.0";
    private static final String RELEASED =
            "activeColor=green blueVersion=1.0.0 greenVersion=1.1.0 strategy=canary:10%,5m";
    private static final String BAD =
            "activeColor=green blueVersion=1.0.0 greenVersion=" + World.NEVER_HEALTHY + " strategy=canary:10%,5m";
    private static final String SHIFT = "ServiceCutoverShift99598119";
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final World world = World.virtual();
    private final List<String> events = new ArrayList<>();
    private final List<Status> seen = new ArrayList<>();
    private final FakeAccount account = new FakeAccount();
    private final StackStandIn stack =
            new StackStandIn(world.balancer, world.fleets, world.timers, new StackPlay(1), this::happened, line -> {});

    /** How many statuses had been seen when Shift was done, or had failed. */
    private int shifted;

    @AfterEach
    void end() {
        world.close();
    }

    private void happened(StackEvent event) {
        events.add(stack.status() + " " + event.id());
        shifted = event.id().equals(SHIFT) && shifted == 0 ? seen.size() : shifted;
    }

    private Optional<String> deploy(String flags) throws IOException {
        seen.clear();
        shifted = 0;
        CompletableFuture<Optional<String>> done = stack.startApply(model(flags), List.of());
        account.templates.put(NAME, TemplatesOfTheApp.text(APP, NAME, flags));
        watch(done);
        Optional<String> back = world.timers.await(done);
        look();
        return back;
    }

    /** Without load there is no evidence. */
    private static StackModel model(String flags) throws IOException {
        return TemplatesOfTheApp.model(APP, NAME, flags, text -> text.replace("\"REQUIRED\"", "\"IF_ANY\""));
    }

    private void watch(CompletableFuture<Optional<String>> done) {
        if (!done.isDone()) {
            look();
            world.timers.after(BETWEEN).thenRun(() -> watch(done));
        }
    }

    private void look() {
        LocalAws aws = stack.aws();
        account.stacks.put(
                NAME, new StackState(NAME, "arn:aws:cloudformation:eu-west-1:1:stack/web/1", stack.status(), Map.of()));
        account.resources.putAll(ids());
        for (Execution run : aws.listExecutions("")) {
            aws.executionPayload(run.arn())
                    .ifPresent(payload -> account.histories.put(run.arn(), List.of(json(payload))));
        }
        TemplateClock clock = new TemplateClock(world.timers);
        seen.add(new StatusReader(new Connection(aws, account, clock, time -> {}, Reads.IN_TURN)).read(NAME));
    }

    private Map<String, String> ids() {
        Map<String, String> ids = new TreeMap<>();
        try {
            model(RELEASED).template().resources().keySet().forEach(id -> ids.put(id, LocalArns.targetGroup(id)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return ids;
    }

    private static String json(Map<String, Object> payload) {
        try {
            return new ObjectMapper().writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ServiceStatus service(int index) {
        return seen.get(index).services().get(0);
    }

    private List<String> shares() {
        return seen.stream()
                .map(status ->
                        status.services().get(0).live().map(Object::toString).orElse("nowhere"))
                .distinct()
                .toList();
    }

    @Test
    void aReleaseIsTheSameStoryInBoth() throws IOException {
        assertThat(deploy(ONE)).isEmpty();
        assertThat(seen.get(seen.size() - 1).settled()).isTrue();
        events.clear();
        assertThat(deploy(RELEASED)).isEmpty();
        assertThat(shares()).containsExactly("100/0", "90/10", "0/100");
        assertThat(seen.subList(0, seen.size() - 1)).noneMatch(Status::settled);
        assertThat(service(shifted - 1).runs())
                .singleElement()
                .satisfies(run -> assertThat(run.line()).startsWith("shift to green, step "));
        assertThat(service(shifted).runs()).isEmpty();
        assertThat(seen.get(seen.size() - 1).settled()).isTrue();
    }

    @Test
    void aReleaseThatGoesBackGivesTheSameReasonInBoth() throws IOException {
        assertThat(deploy(ONE)).isEmpty();
        String reason = deploy(BAD).orElseThrow();
        assertThat(shares()).containsExactly("100/0");
        ServiceStatus last = service(seen.size() - 1);
        assertThat(last.failure().orElseThrow().lines())
                .startsWith(reason.lines().toArray(String[]::new));
        assertThat(seen.get(seen.size() - 1).stack().status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }
}
