package io.teal.runtime.function;

import com.fasterxml.jackson.jr.ob.JSON;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Event.ResourceType;
import io.teal.runtime.execution.FakeAws;
import io.teal.runtime.execution.Orders;
import io.teal.runtime.execution.Runs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/**
 * A Shift that promotes green, with a hook: the account it happens in, the function, what the function is called for,
 * and what goes wrong with that.
 */
final class Promotion {
    static final String EXECUTION = "arn:shift-r1";
    private static final Release BEFORE = Orders.release(Color.BLUE, "1.0.0", "2.0.0");
    private static final Release AFTER = Orders.release(Color.GREEN, "1.0.0", "2.0.0");
    private static final String HOOK = "arn:aws:lambda:eu-west-1:123456789012:function:smoke";

    /** What machine and hook were called for, in order. */
    final List<String> verbs = new ArrayList<>();

    /** What CloudFormation was answered. */
    final List<Map<String, Object>> answers = new ArrayList<>();

    /** What EventBridge and SNS were asked to send. */
    final List<Map<String, Object>> notices = new ArrayList<>();

    final FakeAws aws = new FakeAws();
    private final Map<Integer, Fault> faults = new HashMap<>();
    private final Queue<Map<String, Object>> hook = new ArrayDeque<>();
    private final FunctionClock clock = new FunctionClock();
    private final Runs runs = new Runs(aws, this::answered, clock, line -> {});
    private final Handler handler = new Handler(log -> runs);
    private int calls;
    private int deafFor;
    private final boolean told;
    private boolean deafAudience;

    Promotion() {
        this(false);
    }

    /** A bus and a topic are told, if {@code told}. */
    Promotion(boolean told) {
        this.told = told;
        Orders.fleet(aws, Color.BLUE, "1.0.0");
        Orders.fleet(aws, Color.GREEN, "2.0.0");
        Orders.weights(aws, 100, 0);
        List.of("shared", "blue-errors", "green-errors")
                .forEach(alarm -> aws.alarms.put(alarm, new AlarmReading("OK", "")));
        Map<String, Object> preflight = new TreeMap<>();
        preflight.put(Runs.EVENT, event(ResourceType.PREFLIGHT));
        preflight.put(Runs.EXECUTION, "arn:preflight-r1");
        preflight.put(Runs.STARTED, clock.instant().toString());
        aws.outputs.put("arn:preflight-r1", runs.tick(preflight));
        aws.executions.add(new Execution("arn:preflight-r1", "preflight-r1", "SUCCEEDED", clock.instant()));
    }

    /** The function's calls from number {@code first} on, counted from 0, meet {@code fault}, {@code times} of them. */
    Promotion failing(int first, int times, Fault fault) {
        for (int call = first; call < first + times; call++) {
            faults.put(call, fault);
        }
        return this;
    }

    /** Neither bus nor topic takes anything. */
    Promotion deafAudience() {
        deafAudience = true;
        return this;
    }

    /** What EventBridge or SNS answers. */
    Map<String, Object> notice(Map<String, Object> given) {
        notices.add(given);
        return deafAudience
                ? Map.of("error", "EventBridge.FailedEntry", "cause", "a test")
                : Map.of("result", Map.of("FailedEntryCount", 0));
    }

    /** CloudFormation's URL does not take the first {@code times} answers. */
    Promotion deafFor(int times) {
        deafFor = times;
        return this;
    }

    /** The hook gives these, one after the other; the last one for ever. */
    Promotion hook(List<Map<String, Object>> answered) {
        hook.addAll(answered);
        return this;
    }

    Map<String, Object> input() {
        return Map.of(Runs.EVENT, event(ResourceType.SHIFT));
    }

    private Map<String, Object> event(ResourceType kind) {
        Map<String, Object> event = Orders.event(kind, "r1", Optional.of(BEFORE), AFTER);
        event.replaceAll((name, value) ->
                name.endsWith("Properties") ? with("Hook", HOOK, with("Timing", brief(value), value)) : value);
        if (told) {
            event.replaceAll((name, value) -> name.endsWith("Properties")
                    ? with("Events", "releases", with("Topic", "arn:topic", value))
                    : value);
        }
        return event;
    }

    /**
     * Each tick is one more that may fail, and ticks of a bake are all alike. How long a wait is depends on chance, how
     * many there are must not: with these a bake has one, and the steps of two ticks have two.
     */
    private static Map<String, Object> brief(Object properties) {
        return with("Bake", "60", with("Tick", "60", ((Map<?, ?>) properties).get("Timing")));
    }

    private static Map<String, Object> with(String name, Object value, Object map) {
        Map<String, Object> changed = new TreeMap<>();
        ((Map<?, ?>) map).forEach((key, old) -> changed.put(key.toString(), old));
        changed.put(name, value);
        return changed;
    }

    /** The fault that the next call of the function meets. */
    Optional<Fault> begin(String verb) {
        verbs.add(verb);
        return Optional.ofNullable(faults.get(calls++));
    }

    /** What Step Functions gets for a task: {@code result}, or {@code error} and {@code cause}; empty if nothing. */
    Optional<Map<String, Object>> task(Map<String, Object> given) throws IOException {
        Optional<Fault> fault = begin(given.get("do").toString());
        Map<String, Object> result = fault.filter(met -> !met.worked()).isPresent() ? Map.of() : work(given);
        if (fault.filter(Fault.HUNG::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(fault.map(met -> Map.<String, Object>of("error", met.error(), "cause", "a test"))
                .orElse(result));
    }

    private Map<String, Object> work(Map<String, Object> given) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(JSON.std.asBytes(given)), out, null);
        } catch (AwsException thrown) {
            return Map.of("error", thrown.getClass().getName(), "cause", thrown.getMessage());
        }
        Map<String, Object> payload = JSON.std.mapFrom(out.toByteArray());
        passes(
                "wait".equals(payload.get(Runs.NEXT))
                        ? Long.parseLong(payload.get(Runs.SECONDS).toString())
                        : 1);
        return Map.of("result", payload);
    }

    /** What the hook gives. */
    Map<String, Object> hook() {
        verbs.add("hook");
        Map<String, Object> passes = Map.of("result", Map.of("Payload", Map.of("passed", true)));
        return hook.size() > 1
                ? hook.remove()
                : Optional.ofNullable(hook.peek()).orElse(passes);
    }

    private void answered(String url, Map<String, Object> answer) {
        clock.instant();
        if (deafFor > 0) {
            deafFor--;
            throw new AwsException("Answer", "CloudFormation's URL answered 503", null);
        }
        answers.add(answer);
    }

    Runs runs() {
        return runs;
    }

    Instant now() {
        return clock.instant();
    }

    void passes(long seconds) {
        clock.passes(seconds);
    }

    /** Whether the function fails as soon as it looks at the clock. */
    void broken(boolean isBroken) {
        clock.broken(isBroken);
    }

    /** Weights of blue and green. */
    String live() {
        return aws.rules.get(Orders.LISTENER).get(0).actions().get(0).groups().stream()
                .map(group -> Integer.toString(group.weight()))
                .reduce((blue, green) -> blue + "/" + green)
                .orElseThrow();
    }
}
