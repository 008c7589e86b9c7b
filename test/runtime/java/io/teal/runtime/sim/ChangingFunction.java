package io.teal.runtime.sim;

import io.teal.release.port.Aws;
import io.teal.runtime.execution.Runs;
import io.teal.runtime.execution.Verbs;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The function, whose code an update of the stack changes under the runs that go on. */
final class ChangingFunction implements Verbs {
    private final World world;
    private final Runs code;
    private Map<String, Object> asked = Map.of();

    ChangingFunction(World world, Aws aws, Clock clock) {
        this.world = world;
        this.code = new Runs(aws, world.stack::answer, clock, line -> world.story.tell(() -> line));
    }

    /** Whose code it has now. */
    private Edition edition() {
        Object word = world.stack.current.get(Part.FUNCTION);
        return word == null ? Edition.THIS : Edition.valueOf(word.toString());
    }

    @Override
    public Map<String, Object> tick(Map<String, Object> payload) {
        return through(code::tick, payload);
    }

    @Override
    public Map<String, Object> abort(Map<String, Object> payload) {
        return through(code::abort, payload);
    }

    @Override
    public Map<String, Object> answer(Map<String, Object> payload) {
        return through(code::answer, payload);
    }

    /** The event is passed on as it came. */
    private Map<String, Object> through(UnaryOperator<Map<String, Object>> verb, Map<String, Object> payload) {
        Edition edition = edition();
        Map<String, Object> after = new TreeMap<>(edition.writes(verb.apply(edition.reads(payload))));
        after.put(Runs.EVENT, payload.get(Runs.EVENT));
        return after;
    }

    void onEvent(Map<String, Object> event) {
        asked = event;
        try {
            code.onEvent(edition().reads(event));
        } finally {
            asked = Map.of();
        }
    }

    void guard(String machine, String stack) {
        code.guard(machine, stack);
    }

    void died(Map<String, Object> payload, String how) {
        code.died(edition().reads(payload), how);
    }

    /** The input of an execution that its code starts: an event as it came. */
    Map<String, Object> input(Map<String, Object> input) {
        return asked.isEmpty() ? input : Map.of(Runs.EVENT, asked);
    }

    /** An execution's output, as its code takes it. */
    Map<String, Object> output(Map<String, Object> output) {
        return edition().reads(output);
    }
}
