package io.teal.rehearsal.sim;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.lambda.FunctionCode;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.runtime.UtcClock;
import io.teal.runtime.execution.Answers;
import io.teal.runtime.execution.ReleaseFunction;
import io.teal.runtime.execution.Runs;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The function in a world of faults: its code, which an update of the stack changes under the runs that go on. */
final class FunctionShell implements FunctionCode, ReleaseFunction {
    private static final int TOLD_LATE = 60;

    private final World world;
    private final EventQueue queue;
    private Edition edition = Edition.THIS;
    private ReleaseFunction code;
    private Answers answers;
    private Map<String, Object> asked = Map.of();

    FunctionShell(World world) {
        this.world = world;
        this.queue = new EventQueue(world);
    }

    @Override
    public ReleaseFunction over(Aws aws, Answers to, Clock clock, Consumer<String> log) {
        answers = to;
        world.aws = new SimAws(world, aws, this);
        code = new Runs(
                world.mutation.aws(world.aws, () -> world.machine.writer()),
                this::answer,
                new FunctionClock(clock),
                line -> world.story.tell(() -> line));
        return this;
    }

    @Override
    public void changes(String function, JsonNode said) {
        edition = Edition.valueOf(said.path("Edition").asText());
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
        if (world.faults.isDown()) {
            throw new Faults.Death();
        }
        return world.machine.as(run(payload), () -> {
            Map<String, Object> after = new TreeMap<>(
                    edition.writes(world.faults.foreseen("a step", () -> verb.apply(edition.reads(payload)))));
            after.put(Runs.EVENT, payload.get(Runs.EVENT));
            return after;
        });
    }

    private static String run(Map<String, Object> payload) {
        String execution = payload.get(Runs.EXECUTION).toString();
        return execution.substring(execution.lastIndexOf(':') + 1);
    }

    @Override
    public void onEvent(Map<String, Object> event) {
        if (world.settling.isPresent()) {
            world.settling.get().answer(event, answers);
        } else {
            queue.deliver(
                    event.get("RequestId"),
                    () -> world.machine.as("", () -> {
                        handle(event);
                        return event;
                    }));
        }
    }

    private void handle(Map<String, Object> event) {
        Map<String, Object> outer = asked;
        asked = event;
        world.judge.asked(event);
        try {
            code.onEvent(edition.reads(event));
        } finally {
            asked = outer;
        }
    }

    /** What is lost while the function cannot run its schedule makes good. */
    @Override
    public void guard(String machine, String stack) {
        if (!world.faults.isDown()) {
            world.machine.as("", () -> {
                code.guard(machine, stack);
                return stack;
            });
        }
    }

    /** EventBridge tells of it late. */
    @Override
    public void died(Map<String, Object> payload, String how) {
        world.in(
                world.any(TOLD_LATE),
                () -> world.cloud.lambda.deliver(
                        "a dead run",
                        () -> queue.deliver("dead " + run(payload), () -> code.died(edition.reads(payload), how))));
    }

    /** The input of an execution that its code starts: an event as it came. */
    Map<String, Object> input(Map<String, Object> input) {
        return asked.isEmpty() ? input : Map.of(Runs.EVENT, asked);
    }

    /** An execution's output, as its code takes it. */
    Map<String, Object> output(Map<String, Object> output) {
        return edition.reads(output);
    }

    /** CloudFormation's address for answers: it may be out of reach. */
    private void answer(String url, Map<String, Object> answer) {
        world.faults.before();
        world.time.pass(20);
        Faults.Fate fate = world.faults.writing("PutAnswer");
        world.story.tell(() -> world.machine.writer() + " answers " + answer.get("Status") + " " + answer.get("Reason")
                + " " + answer.get("Data") + " " + fate);
        if (fate != Faults.Fate.REJECTED) {
            world.judge.answered(url, answer);
            answers.put(url, answer);
        }
        if (fate != Faults.Fate.APPLIED) {
            throw new AwsException("Timeout", "the answer was not taken", null);
        }
        world.faults.after();
    }

    /** The function's clock; while the function cannot run, nothing reads it. */
    private final class FunctionClock extends UtcClock {
        private final Clock clock;

        FunctionClock(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            if (world.faults.isDown()) {
                throw new Faults.Death();
            }
            return clock.instant();
        }
    }
}
