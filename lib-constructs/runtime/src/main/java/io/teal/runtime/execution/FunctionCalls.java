package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Hook;
import io.teal.release.observation.HookPoint;
import io.teal.release.plan.Plan;
import io.teal.release.step.Effect;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The functions of the user's that the state machine calls for a run: the hook, and the probe that sends requests to a
 * preview URL. A tick does not call them, as they may take longer.
 */
final class FunctionCalls {
    private static final String CALLING = "calling";
    private static final String HOOK = "hook";
    private static final String HOOK_STEP = "hookStep";
    private static final String HOOK_SAID = "hookSaid";
    private static final String PROBE = "probe";
    private static final String PROBED_SINCE = "probedSince";
    private static final String ANSWERED = "answered";
    private static final String FAILED = "failed";
    /** What is kept of a hook's words: they are part of every later state's input, which has a limit. */
    private static final int MOST_WORDS = 4000;

    /** Nobody looks at the alarms while a function is called: where there is traffic, no longer than that. */
    private static final Duration UNWATCHED = Duration.ofSeconds(60);

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration PROBE_TAKES = Duration.ofSeconds(25);

    private final CutoverProperties properties;

    FunctionCalls(CutoverProperties properties) {
        this.properties = properties;
    }

    /** {@code left} is what is left of the step's time. */
    Payload hook(Payload payload, Effect.InvokeHook hook, Duration left) {
        Duration may = left.compareTo(LEAST) < 0 ? LEAST : left;
        boolean serves = hook.point() == HookPoint.AFTER_TRAFFIC;
        Map<String, Object> input = new TreeMap<>(input(hook.color()));
        input.put("point", hook.point().name());
        String function = properties.hooks().get(hook.point());
        return call(payload, HOOK, function, input, serves && may.compareTo(UNWATCHED) > 0 ? UNWATCHED : may);
    }

    /** Whether a run of {@code plan} that waits with {@code now} asks the probe for evidence. */
    boolean probes(Plan plan, Journal now) {
        boolean serves = now.at().map(weights -> weights.of(plan.toward()) > 0).orElse(false);
        return serves
                && !now.goingBack()
                && plan.purpose() == Plan.Purpose.SHIFT
                && properties.gating().evidence() == Evidence.PROBE
                && properties.probe().isPresent();
    }

    Payload probe(Payload payload, Color color) {
        return call(payload, PROBE, properties.probe().orElseThrow(), input(color), PROBE_TAKES);
    }

    private Map<String, Object> input(Color color) {
        return Map.of(
                "service", properties.service(),
                "color", color.toString(),
                "version", properties.request().release().versionOrNone(color),
                "previewUrl", properties.of(color).previewUrl());
    }

    private static Payload call(
            Payload payload, String calling, String function, Map<String, Object> input, Duration takes) {
        Map<String, Object> call = Map.of("function", function, "payload", input, "seconds", takes.toSeconds());
        return payload.with(CALLING, calling).with(Runs.CALL, call).go(NextState.CALL);
    }

    /** Whether the last call was a probe. */
    static boolean probed(Payload payload) {
        return payload.text(CALLING).filter(PROBE::equals).isPresent()
                && payload.inner(Runs.CALLED).isPresent();
    }

    /**
     * Moves a call's result to where it is read, and removes the call from {@code payload}. A hook that is not done was
     * told so in one tick; the next calls it again.
     */
    static Payload absorb(Payload payload, Journal journal) {
        Payload clear = payload.without(Runs.CALL).without(Runs.CALLED).without(CALLING);
        clear = hook(clear, journal) == Hook.GOES_ON ? clear.without(HOOK) : clear;
        Optional<Map<String, Object>> called = payload.inner(Runs.CALLED);
        if (called.isEmpty()) {
            return clear;
        }
        return payload.text(CALLING).filter(HOOK::equals).isPresent()
                ? hookResult(clear, called.get()).with(HOOK_STEP, Integer.toString(journal.step()))
                : probeResult(clear, answer(called.get()), journal.since());
    }

    private static Payload hookResult(Payload payload, Map<String, Object> called) {
        Map<String, Object> answer = answer(called);
        boolean failed = called.containsKey("Error") || "false".equals(String.valueOf(answer.get("passed")));
        String reason = called.containsKey("Error")
                ? called.get("Error") + ": " + called.get("Cause")
                : String.valueOf(answer.getOrDefault("reason", "it gave no reason"));
        boolean goesOn = "false".equals(String.valueOf(answer.get("done")));
        Hook hook = failed ? Hook.FAILED : goesOn ? Hook.GOES_ON : Hook.PASSED;
        return payload.with(HOOK, hook.name()).with(HOOK_SAID, cut(reason));
    }

    private static String cut(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + " ...";
    }

    private static Payload probeResult(Payload payload, Map<String, Object> answer, Instant since) {
        Payload counted =
                probedIn(payload, since) ? payload : payload.without(ANSWERED).without(FAILED);
        return counted.with(PROBED_SINCE, since.toString())
                .with(ANSWERED, Long.toString(count(counted, ANSWERED) + number(answer.get(ANSWERED))))
                .with(FAILED, Long.toString(count(counted, FAILED) + number(answer.getOrDefault(FAILED, 0))));
    }

    /** What the hook answered in the step that {@code journal} is at. */
    static Hook hook(Payload payload, Journal journal) {
        String step = Integer.toString(journal.step());
        return payload.text(HOOK)
                .filter(answer -> payload.text(HOOK_STEP).orElse(step).equals(step))
                .map(Hook::valueOf)
                .orElse(Hook.UNKNOWN);
    }

    /** What a hook that failed gave as its reason. */
    static Optional<String> hookSaid(Payload payload) {
        boolean failed = payload.text(HOOK).filter(Hook.FAILED.name()::equals).isPresent();
        return failed ? payload.text(HOOK_SAID) : Optional.empty();
    }

    /** Probes answered in the step that began at {@code since}. */
    static long answered(Payload payload, Instant since) {
        return probedIn(payload, since) ? count(payload, ANSWERED) : 0;
    }

    /** Whether a probe failed in that step. */
    static boolean failed(Payload payload, Instant since) {
        return probedIn(payload, since) && count(payload, FAILED) > 0;
    }

    private static boolean probedIn(Payload payload, Instant since) {
        return payload.text(PROBED_SINCE).filter(since.toString()::equals).isPresent();
    }

    private static long count(Payload payload, String name) {
        return payload.text(name).map(Long::valueOf).orElse(0L);
    }

    private static long number(Object given) {
        return given == null ? 0 : Long.parseLong(given.toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answer(Map<String, Object> called) {
        return called.get("answer") instanceof Map<?, ?> answer ? (Map<String, Object>) answer : Map.of();
    }
}
