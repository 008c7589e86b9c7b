package io.teal.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.runtime.statemachine.LocalMachine;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The definition, run for real, over the function and a promotion of green. */
@NeedsInstalled("test/runtime/js/node_modules")
class MachineTest {
    private static final int TICK_TRIES = 6;
    private static final int PATIENT_TRIES = 100;
    private static final int SOME_CALLS = 5;
    private static final Set<LocalMachine.State> OF_THE_FUNCTION =
            EnumSet.of(LocalMachine.State.TICK, LocalMachine.State.ABORT, LocalMachine.State.ANSWER);

    private static FunctionServer server;
    private static Interpreter interpreter;
    private static List<String> undisturbed;

    @BeforeAll
    static void begin() throws IOException {
        server = new FunctionServer();
        interpreter = new Interpreter("machine.asl.json", server.uri());
        Promotion promotion = new Promotion();
        run(promotion);
        undisturbed = promotion.verbs;
    }

    @AfterAll
    static void end() {
        interpreter.close();
        server.close();
    }

    @Test
    void theDefinitionIsValid() {
        assertThat(interpreter.validity()).containsEntry("valid", true).containsEntry("errors", "");
    }

    @Test
    void aPromotionCallsTheHookOnceAndIsAnsweredOnce() {
        Promotion promotion = new Promotion();
        Map<String, Object> outcome = run(promotion);

        isPromoted(promotion);
        assertThat(promotion.verbs).containsOnlyOnce("hook", "answer").doesNotContain("abort");
        assertThat(promotion.answers.get(0).get("Data")).isEqualTo(Map.of("BlueWeight", "0", "GreenWeight", "100"));
        assertThat(outcome).extractingByKey("output").asString().contains("next=done", "goingBack=false");
    }

    /** One more call at most, and the hook is not called again: so the journal was not lost. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HUNG")
    void aFaultInAnyOneCallOfTheFunctionCostsOneMoreCallAtMost(Fault fault) {
        for (int call = 0; call < callsOfTheFunction(); call += stride(fault)) {
            Promotion promotion = new Promotion().failing(call, 1, fault);
            run(promotion);

            assertThat(promotion.live()).as("fault in call %d", call).isEqualTo("0/100");
            assertThat(promotion.answers.stream().distinct())
                    .as("answers after a fault in call %d", call)
                    .singleElement()
                    .satisfies(answer -> assertThat(answer).containsEntry("Status", "SUCCESS"));
            assertThat(promotion.verbs)
                    .as("fault in call %d", call)
                    .hasSizeBetween(undisturbed.size(), undisturbed.size() + 1)
                    .containsOnlyOnce("hook")
                    .doesNotContain("abort");
            assertThat(promotion.aws.writes).containsOnlyOnce("modify arn:listener/production");
        }
    }

    @Test
    void aTickThatNeverReturnsIsTriedAgain() {
        Promotion promotion = new Promotion().failing(3, 1, Fault.HUNG);
        server.serve(promotion);
        interpreter.run(promotion.input(), 2);

        isPromoted(promotion);
    }

    /** Whenever ticks begin to fail for good, traffic goes back if it has moved, and the reason is told. */
    @ParameterizedTest
    @EnumSource(names = {"CRASHED", "THROTTLED"})
    void ticksThatFailForGoodEndWithTrafficWhereItWas(Fault fault) {
        for (int call = 0; call < callsOfTheFunction() - TICK_TRIES; call += stride(fault)) {
            Promotion promotion = new Promotion().failing(call, TICK_TRIES, fault);
            run(promotion);

            assertThat(promotion.verbs).as("faults from call %d", call).containsOnlyOnce("abort", "answer");
            assertThat(promotion.live()).as("faults from call %d", call).isEqualTo("100/0");
            isRefused(promotion, "the function failed: {", "Error=" + fault.error());
        }
    }

    @Test
    void anAbortThatFailsForGoodIsStillAnswered() {
        Promotion promotion = new Promotion().failing(0, TICK_TRIES + PATIENT_TRIES, Fault.OUT_OF_MEMORY);
        run(promotion);

        assertThat(Collections.frequency(promotion.verbs, "abort")).isEqualTo(PATIENT_TRIES);
        isRefused(promotion, "the function failed: {", "Error=java.lang.OutOfMemoryError");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PATIENT_TRIES - 1})
    void anAnswerIsRepeatedUntilItIsTaken(int times) {
        Promotion promotion = new Promotion().deafFor(times);
        run(promotion);

        isPromoted(promotion);
        assertThat(Collections.frequency(promotion.verbs, "answer")).isEqualTo(times + 1);
    }

    @Test
    void anAnswerThatIsNeverTakenEndsTheExecutionAsFailed() {
        Promotion promotion = new Promotion().deafFor(PATIENT_TRIES);

        assertThat(run(promotion)).containsKey("failed");
        assertThat(promotion.answers).isEmpty();
    }

    @Test
    void aHookThatDoesNotPassKeepsTrafficWhereItWas() {
        Map<String, Object> said = Map.of("passed", false, "reason", "the cart is empty");
        Promotion promotion = new Promotion().hook(List.of(Map.of("result", Map.of("Payload", said))));
        run(promotion);

        isRefused(promotion, "the cart is empty");
        assertThat(promotion.aws.writes).noneMatch(write -> write.startsWith("modify"));
    }

    @Test
    void ofALongReasonEnoughIsKept() {
        Map<String, Object> said = Map.of("passed", false, "reason", "the cart is empty ".repeat(1000));
        Promotion promotion = new Promotion().hook(List.of(Map.of("result", Map.of("Payload", said))));
        Map<String, Object> outcome = run(promotion);

        isRefused(promotion, "the cart is empty");
        assertThat(outcome.toString()).hasSizeLessThan(30_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"States.Timeout", "Error", "Runtime.ExitError"})
    void aHookThatFailsIsNotCalledAgain(String error) {
        Promotion promotion = new Promotion().hook(List.of(Map.of("error", error, "cause", "it broke")));
        run(promotion);

        isRefused(promotion, error + ": it broke");
        assertThat(promotion.verbs).containsOnlyOnce("hook");
        assertThat(promotion.live()).isEqualTo("100/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lambda.TooManyRequestsException", "Lambda.ServiceException"})
    void aHookThatLambdaCouldNotRunIsCalledAgain(String error) {
        Map<String, Object> failed = Map.of("error", error, "cause", "Rate exceeded");
        Promotion promotion = new Promotion()
                .hook(List.of(failed, failed, Map.of("result", Map.of("Payload", Map.of("passed", true)))));
        run(promotion);

        isPromoted(promotion);
        assertThat(Collections.frequency(promotion.verbs, "hook")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, TICK_TRIES, TICK_TRIES + 3, TICK_TRIES + PATIENT_TRIES})
    void theMachineOfRehearsalsGoesTheSameWay(int faults) {
        for (int call = 0; call < callsOfTheFunction(); call += faults > 1 ? SOME_CALLS : 1) {
            Promotion defined = new Promotion().failing(call, faults, Fault.THROTTLED);
            run(defined);
            Promotion local = new Promotion().failing(call, faults, Fault.THROTTLED);
            runLocally(local);

            assertThat(local.verbs).as("%d faults from call %d", faults, call).isEqualTo(defined.verbs);
            assertThat(local.live()).isEqualTo(defined.live());
            assertThat(local.answers).hasSameSizeAs(defined.answers);
        }
    }

    /**
     * A crash comes in every call, and below a call that was never made; the definition treats other faults like these.
     */
    private static int stride(Fault fault) {
        return fault == Fault.CRASHED ? 1 : SOME_CALLS;
    }

    private static int callsOfTheFunction() {
        return undisturbed.size() - Collections.frequency(undisturbed, "hook");
    }

    private static Map<String, Object> run(Promotion promotion) {
        server.serve(promotion);
        return interpreter.run(promotion.input());
    }

    private static void runLocally(Promotion promotion) {
        LocalMachine machine = new LocalMachine(
                promotion.runs(),
                (function, payload) -> passed(promotion),
                Promotion.EXECUTION,
                promotion.now(),
                promotion.input());
        while (!Set.of(LocalMachine.State.DONE, LocalMachine.State.FAILED).contains(machine.state())) {
            boolean called = OF_THE_FUNCTION.contains(machine.state());
            Optional<Fault> fault =
                    called ? promotion.begin(machine.state().name().toLowerCase(Locale.ROOT)) : Optional.empty();
            promotion.broken(fault.isPresent());
            Duration wait = machine.step();
            promotion.broken(false);
            if (called && fault.isEmpty()) {
                promotion.passes(Math.max(1, wait.toSeconds()));
            }
        }
    }

    private static Map<String, Object> passed(Promotion promotion) {
        promotion.hook();
        return Map.of("passed", true);
    }

    private static void isPromoted(Promotion promotion) {
        assertThat(promotion.answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer).containsEntry("Status", "SUCCESS"));
        assertThat(promotion.live()).isEqualTo("0/100");
    }

    private static void isRefused(Promotion promotion, String... reasons) {
        assertThat(promotion.answers).singleElement().satisfies(answer -> {
            assertThat(answer).containsEntry("Status", "FAILED");
            assertThat(answer.get("Reason")).asString().contains(reasons);
        });
    }
}
