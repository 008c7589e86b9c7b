package io.teal.runtime.sim;

import io.teal.release.observation.Weights;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.runtime.statemachine.LocalMachine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The state machine and the function: executions are stepped when their time has come. */
final class Machine {
    private static final String ARN = "arn:execution/";
    private static final int STEP_MILLIS = 50;
    private static final int LISTED_LATE = 4000;
    private static final int TOLD_LATE = 60_000;

    final List<Run> runs = new ArrayList<>();
    private final World world;
    final ChangingFunction function;
    private Run running;

    Machine(World world) {
        this.world = world;
        this.function = new ChangingFunction(world, world.mutation.aws(world.aws, this::writer), new FunctionClock());
    }

    /** An execution. */
    final class Run {
        final String name;
        final Instant started;
        final Run.Memory memory = new Memory();
        private final LocalMachine machine;
        private final long listedAt = world.time.now() + world.random.nextInt(LISTED_LATE);
        private boolean stopped;
        private Optional<Map<String, Object>> output = Optional.empty();

        /** What the judge remembers of it. */
        static final class Memory {
            String status = "";
            long statusAt = -1;
            long weightsAt = -1;
            long healthAt = -1;
            long roseAt = -1;
            long tickAt = -1;
            final Set<Weights> wrote = new HashSet<>();
            boolean back;
        }

        Run(String name, Map<String, Object> input) {
            this.name = name;
            this.started = world.time.instant();
            this.machine = new LocalMachine(function, world.hook, ARN + name, started, input);
        }

        Execution described() {
            return new Execution(ARN + name, name, status(), started);
        }

        String status() {
            if (stopped) {
                return "ABORTED";
            }
            return switch (machine.state()) {
                case DONE -> "SUCCEEDED";
                case FAILED -> "FAILED";
                default -> "RUNNING";
            };
        }

        boolean isRunning() {
            return status().equals("RUNNING");
        }

        boolean guards() {
            return name.startsWith("guard-");
        }

        boolean shifts() {
            return name.startsWith("shift-");
        }

        /** Of a run that has ended it never changes. */
        Optional<Map<String, Object>> output() {
            if (output.isEmpty() && status().equals("SUCCEEDED")) {
                output = Optional.of(machine.payload());
            }
            return output;
        }

        void stop() {
            if (isRunning()) {
                stopped = true;
                world.story.tell(() -> name + " is stopped");
            }
        }

        private void step() {
            if (!isRunning()) {
                return;
            }
            Run outer = running;
            running = this;
            memory.tickAt = world.time.now();
            Duration wait = machine.step();
            running = outer;
            if (isRunning()) {
                world.time.in(wait.toMillis() + STEP_MILLIS, this::step);
            } else if (status().equals("FAILED")) {
                world.story.tell(() -> name + " dies");
                world.time.in(world.random.nextInt(TOLD_LATE), this::answered);
            }
        }

        /** Lambda tries twice more; here once is all. */
        private void answered() {
            try {
                function.died(machine.payload(), "FAILED");
            } catch (AwsException untold) {
                world.story.tell(() -> name + " is not answered for: " + untold.getMessage());
            }
        }
    }

    boolean has(String name) {
        return runs.stream().anyMatch(run -> run.name.equals(name));
    }

    /** Starts an execution, unless there is one of that name: the same call may land twice. */
    void start(String name, Map<String, Object> input) {
        if (!has(name)) {
            Run run = new Run(name, input);
            runs.add(run);
            world.time.in(STEP_MILLIS, run::step);
        }
    }

    Run run(String arn) {
        return runs.stream()
                .filter(run -> arn.equals(ARN + run.name))
                .findFirst()
                .orElseThrow();
    }

    /** Executions, newest first; one that has just begun may be missing. */
    List<Execution> listed() {
        List<Execution> newest = new ArrayList<>();
        for (int run = runs.size() - 1; run >= 0; run--) {
            if (world.time.now() >= runs.get(run).listedAt) {
                newest.add(runs.get(run).described());
            }
        }
        return newest;
    }

    /** The run whose tick is going on, if one is. */
    Optional<Run> running() {
        return Optional.ofNullable(running);
    }

    String writer() {
        return running == null ? "the function" : running.name;
    }

    /**
     * An event of CloudFormation arrives; if the function fails, Lambda delivers it again, twice at most. An event that
     * outlives its operation is not delivered here: nothing in it says how old it is.
     */
    void deliver(Map<String, Object> event, int tries) {
        if (!world.stack.hands.isAwaited(event)) {
            return;
        }
        if (world.faults.isDown()) {
            world.time.inSeconds(60, () -> deliver(event, tries));
            return;
        }
        Run outer = running;
        running = null;
        try {
            function.onEvent(event);
        } catch (AwsException | Faults.Death failed) {
            if (tries < 2) {
                world.time.inSeconds(60L << tries, () -> deliver(event, tries + 1));
            } else {
                world.judge.excuse("an event was lost: Lambda has tried three times");
            }
        } finally {
            running = outer;
        }
    }

    /** The guard's rules call the function; if it fails, Lambda calls again, twice at most. */
    void guard(int tries) {
        if (world.faults.isDown()) {
            return;
        }
        Run outer = running;
        running = null;
        try {
            function.guard(Template.MACHINE, Hands.STACK);
        } catch (AwsException | Faults.Death failed) {
            if (tries < 2) {
                world.time.inSeconds(60L << tries, () -> guard(tries + 1));
            }
        } finally {
            running = outer;
        }
    }

    /** The function's clock; while the function cannot run, nothing reads it. */
    private final class FunctionClock extends Clock {
        @Override
        public Instant instant() {
            if (world.faults.isDown()) {
                throw new Faults.Death();
            }
            return world.time.instant();
        }

        @Override
        public ZoneId getZone() {
            return world.time.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
