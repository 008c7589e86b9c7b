package io.teal.rehearsal.aws.stepfunctions;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.lambda.Invocations;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.ReleaseFunction;
import io.teal.runtime.statemachine.LocalMachine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs the executions of a rehearsal's state machine step by step. */
public final class LocalExecutions {
    private static final String ARN = "arn:aws:states:local:000000000000:execution:teal:";

    /** Time from the start to the first state. */
    private static final Duration TRANSITION = Duration.ofMillis(100);

    private final Timers timers;
    private final Clock clock;
    private final Supplier<ReleaseFunction> runs;
    private final LocalMachine.UserFunctions functions;
    private final Consumer<Map<String, Object>> person;
    private final Invocations invocations;
    private final List<LocalExecution> all = Collections.synchronizedList(new ArrayList<>());

    /**
     * No executions yet; each runs the steps of {@code runs}, and calls {@code functions} of the user's. After each
     * step {@code person} sees its payload. {@code invocations} tell the function of one that has died.
     */
    public LocalExecutions(
            Timers timers,
            Clock clock,
            Supplier<ReleaseFunction> runs,
            LocalMachine.UserFunctions functions,
            Invocations invocations,
            Consumer<Map<String, Object>> person) {
        this.timers = timers;
        this.clock = clock;
        this.runs = runs;
        this.functions = functions;
        this.invocations = invocations;
        this.person = person;
    }

    /** Starts execution {@code name} of {@code stateMachine}; names are unique. */
    public void start(String stateMachine, String name, Map<String, Object> input) {
        if (find(ARN + name).isPresent()) {
            throw new AwsException("ExecutionAlreadyExists", name + " already exists", null);
        }
        Instant now = clock.instant();
        LocalMachine machine = new LocalMachine(runs.get(), functions, ARN + name, now, input);
        LocalExecution running = new LocalExecution(stateMachine, name, now, machine);
        all.add(running);
        timers.after(TRANSITION).thenRun(() -> step(running));
    }

    private void step(LocalExecution running) {
        if (running.status().equals("RUNNING")) {
            Duration until = running.machine.step();
            person.accept(running.machine.payload());
            timers.after(until).thenRun(() -> step(running));
        } else if (running.status().equals("FAILED")) {
            invocations.deliver(
                    "the end of " + running.name, () -> runs.get().died(running.machine.payload(), "FAILED"));
        }
    }

    /** The executions of {@code stateMachine}, of all if it is empty, the newest first. */
    public List<Execution> list(String stateMachine) {
        synchronized (all) {
            List<Execution> newestFirst = new ArrayList<>(all.stream()
                    .filter(run -> stateMachine.isEmpty() || stateMachine.equals(run.stateMachine))
                    .map(run -> new Execution(ARN + run.name, run.name, run.status(), run.started))
                    .toList());
            Collections.reverse(newestFirst);
            return newestFirst;
        }
    }

    /**
     * The output of an execution that has succeeded.
     *
     * @throws AwsException if there is none
     */
    public Optional<Map<String, Object>> output(String arn) {
        LocalExecution run = existing(arn);
        return run.status().equals("SUCCEEDED") ? Optional.of(run.machine.payload()) : Optional.empty();
    }

    /** What an execution has come to, ended or not. */
    public Optional<Map<String, Object>> payload(String arn) {
        return find(arn).map(run -> run.machine.payload());
    }

    /**
     * Stops an execution, which ends before its next step; one that has ended stays as it is.
     *
     * @throws AwsException if there is none
     */
    public void stop(String arn) {
        existing(arn).stopped = true;
    }

    private LocalExecution existing(String arn) {
        return find(arn)
                .orElseThrow(() -> new AwsException("ExecutionDoesNotExist", "Execution Does Not Exist: " + arn, null));
    }

    private Optional<LocalExecution> find(String arn) {
        synchronized (all) {
            return all.stream().filter(run -> arn.equals(ARN + run.name)).findFirst();
        }
    }

    /** One execution. */
    private static final class LocalExecution {
        private final String stateMachine;
        private final String name;
        private final Instant started;
        private final LocalMachine machine;
        private volatile boolean stopped;

        LocalExecution(String stateMachine, String name, Instant started, LocalMachine machine) {
            this.stateMachine = stateMachine;
            this.name = name;
            this.started = started;
            this.machine = machine;
        }

        String status() {
            return switch (machine.state()) {
                case DONE -> "SUCCEEDED";
                case FAILED -> "FAILED";
                default -> stopped ? "ABORTED" : "RUNNING";
            };
        }
    }
}
