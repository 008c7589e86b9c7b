package io.teal.rehearsal.sim;

import io.teal.release.observation.Weights;
import io.teal.release.port.Execution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the laws remember of each execution of the state machine. */
final class Machine {
    private static final int LISTED_LATE = 4000;

    final List<Run> runs = new ArrayList<>();
    private final World world;
    private Run running;

    Machine(World world) {
        this.world = world;
    }

    /** An execution. */
    final class Run {
        final String name;
        final Instant started = world.time.instant();
        final Run.Memory memory = new Memory();
        private final long listedAt = world.time.now() + world.random.nextInt(LISTED_LATE);

        /** What the judge remembers of it. */
        static final class Memory {
            String status = "";
            long statusAt = -1;
            /** When each listener's weights were read last: what a hand writes between two reads is seen in part. */
            final Map<String, Long> weightsAt = new HashMap<>();

            long healthAt = -1;
            long roseAt = -1;
            long tickAt = -1;
            final Set<Weights> wrote = new HashSet<>();
            boolean back;
        }

        Run(String name) {
            this.name = name;
        }

        boolean isRunning() {
            return executions().stream()
                    .anyMatch(one -> one.running() && one.name().equals(name));
        }

        boolean guards() {
            return name.startsWith("guard-");
        }

        boolean shifts() {
            return name.startsWith("shift-");
        }
    }

    private List<Execution> executions() {
        return world.local().listExecutions("");
    }

    /** Execution {@code name} has been started. */
    void started(String name) {
        Run run = new Run(name);
        runs.add(run);
        world.judge.started(run);
    }

    boolean areAnyRunning() {
        return executions().stream().anyMatch(Execution::running);
    }

    /** Of {@code all} those that are listed by now: one that has just begun may be missing. */
    List<Execution> listed(List<Execution> all) {
        return all.stream()
                .filter(one ->
                        runs.stream().noneMatch(run -> run.name.equals(one.name()) && world.time.now() < run.listedAt))
                .toList();
    }

    /** The run whose tick is going on, if one is. */
    Optional<Run> running() {
        return Optional.ofNullable(running);
    }

    String writer() {
        return running == null ? "the function" : running.name;
    }

    /** Does {@code what} as the run {@code name}, or as the function if it is empty. */
    <T> T as(String name, Supplier<T> what) {
        Run outer = running;
        running = runs.stream().filter(run -> run.name.equals(name)).findFirst().orElse(null);
        if (running != null) {
            running.memory.tickAt = world.time.now();
        }
        try {
            return what.get();
        } finally {
            running = outer;
        }
    }
}
