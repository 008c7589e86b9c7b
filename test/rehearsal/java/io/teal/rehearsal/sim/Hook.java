package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.release.observation.HookPoint;
import io.teal.release.plan.Gating;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The user's hook, and Teal's probe; and who is told of releases. */
public final class Hook implements LocalFunctions.UserAnswers {
    private static final Map<String, Object> LONG = Map.of("passed", true, "reason", "word ".repeat(60_000));

    private final World world;
    private Temper temper = Temper.PASSES;
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final List<Map<String, Object>> mails = new ArrayList<>();
    private int called;
    private int notDone;

    /** What the hook does. */
    public enum Temper {
        /** Passes. */
        PASSES,
        /** Says no. */
        REFUSES,
        /** Throws. */
        THROWS,
        /** Does not answer in time. */
        HANGS,
        /** Passes, and its answer is lost. */
        IS_NOT_HEARD,
        /** Passes, with more words than the state machine can take. */
        SAYS_TOO_MUCH
    }

    Hook(World world) {
        this.world = world;
    }

    /** The function of each hook of {@code gating}. */
    static Map<HookPoint, String> of(Gating gating) {
        return gating.hooks().stream().collect(Collectors.toMap(point -> point, point -> "arn:hook"));
    }

    /** From now on it is so. */
    public void is(Temper now) {
        temper = now;
    }

    /** It passes in the call after {@code calls} in which it was not done. */
    public void passesAfter(int calls) {
        notDone = calls;
    }

    /** How often it was called. */
    public int called() {
        return called;
    }

    /** The events of releases, in order. */
    public List<Map<String, Object>> events() {
        return List.copyOf(events);
    }

    /** The mails, in order. */
    public List<Map<String, Object>> mails() {
        return List.copyOf(mails);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void told(Map<String, Object> notice) {
        Map<String, Object> event = (Map<String, Object>) notice.get("event");
        world.story.tell(() -> "told: " + event.get("state") + " " + event.get("headline"));
        events.add(event);
    }

    @Override
    public void mailed(Map<String, Object> notice) {
        mails.add(notice);
    }

    @Override
    public Map<String, Object> to(LocalFunctions.CalledKind kind, Map<String, Object> payload) {
        world.time.pass(200 + world.random.nextInt(3000));
        if (kind == LocalFunctions.CalledKind.PROBE) {
            return temper == Temper.SAYS_TOO_MUCH ? LONG : Map.of("answered", 20, "failed", 0);
        }
        called++;
        world.story.tell(() -> "the hook " + temper + ": " + payload);
        if (called <= notDone) {
            return Map.of("done", false);
        }
        return switch (temper) {
            case PASSES -> Map.of("passed", true);
            case SAYS_TOO_MUCH -> LONG;
            case REFUSES -> Map.of("passed", false, "reason", "the basket is empty");
            case THROWS -> throw new IllegalStateException("no basket");
            case IS_NOT_HEARD -> throw new IllegalStateException("Lambda.SdkClientException: connection reset");
            case HANGS -> {
                world.time.pass(world.timing.hook().toMillis());
                throw new IllegalStateException("Task timed out");
            }
        };
    }
}
