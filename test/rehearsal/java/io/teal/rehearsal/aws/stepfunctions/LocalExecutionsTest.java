package io.teal.rehearsal.aws.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.VirtualTimers;
import io.teal.rehearsal.aws.lambda.Invocations;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Executions on the virtual clock; without an event in its input, each step of one fails. */
class LocalExecutionsTest {
    /** The first state's 6 tries take 50 s, the 100 of each of the other two 1,930 s; then there is the start. */
    private static final Duration UNTIL_FAILED =
            Duration.ofSeconds(50 + 1930 + 1930).plusMillis(100);

    private final VirtualTimers timers = new VirtualTimers();
    private final TemplateClock clock = new TemplateClock(timers);
    private final LocalExecutions executions = new LocalExecutions(
            timers,
            clock,
            () -> new Runs(null, (url, answer) -> {}, clock, line -> {}),
            (function, payload) -> Map.of(),
            new Invocations(timers, line -> {}),
            payload -> {});

    @Test
    void stepsFollowWhenTheMachineSays() {
        executions.start("machine", "one", Map.of());
        timers.await(timers.after(UNTIL_FAILED.minusMillis(1)));
        assertThat(executions.list("machine")).extracting(Execution::status).containsExactly("RUNNING");
        timers.await(timers.after(Duration.ofMillis(1)));
        assertThat(executions.list("machine")).extracting(Execution::status).containsExactly("FAILED");
        assertThat(executions.output(executions.list("machine").get(0).arn())).isEmpty();
    }

    @Test
    void aStoppedExecutionTakesNoFurtherStep() {
        Instant begun = timers.instant();
        executions.start("machine", "one", Map.of());
        timers.await(timers.after(Duration.ofSeconds(3)));
        executions.stop(executions.list("machine").get(0).arn());
        assertThatThrownBy(() -> timers.await(new CompletableFuture<>())).hasMessageContaining("nothing is due");
        assertThat(timers.since(begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(executions.list("machine")).extracting(Execution::status).containsExactly("ABORTED");
    }

    @Test
    void anExecutionThatHasEndedIsNotStoppedAnyMore() {
        executions.start("machine", "one", Map.of());
        timers.await(timers.after(UNTIL_FAILED.plusMillis(1)));
        executions.stop(executions.list("machine").get(0).arn());
        assertThat(executions.list("machine")).extracting(Execution::status).containsExactly("FAILED");
    }

    @Test
    void anExecutionThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> executions.stop("none")).isInstanceOf(AwsException.class);
        assertThatThrownBy(() -> executions.output("none")).isInstanceOf(AwsException.class);
    }

    @Test
    void aNameIsTakenOnceAndTheNewestIsListedFirst() {
        executions.start("machine", "one", Map.of());
        executions.start("machine", "two", Map.of());
        assertThatThrownBy(() -> executions.start("machine", "one", Map.of())).isInstanceOf(AwsException.class);
        assertThat(executions.list("machine")).extracting(Execution::name).containsExactly("two", "one");
    }

    @Test
    void eachMachineHasItsOwnExecutions() {
        executions.start("machine", "one", Map.of());
        executions.start("other", "two", Map.of());
        assertThat(executions.list("machine")).extracting(Execution::name).containsExactly("one");
        assertThat(executions.list("")).extracting(Execution::name).containsExactly("two", "one");
    }
}
