package io.teal.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.jr.ob.JSON;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.runtime.execution.Event.ResourceType;
import io.teal.runtime.execution.FakeAws;
import io.teal.runtime.execution.Orders;
import io.teal.runtime.execution.Runs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes in, bytes out, as Lambda does it. */
class HandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Release ONE = Orders.release(Color.BLUE, "1.0.0", "none");
    private static final Release STARTED = Orders.release(Color.BLUE, "1.0.0", "2.0.0");

    private final FakeAws aws = new FakeAws();
    private final Map<String, Map<String, Object>> answers = new HashMap<>();
    private final StringBuilder log = new StringBuilder();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Handler handler = new Handler(logger -> new Runs(aws, answers::put, clock, logger));

    @BeforeEach
    void blueServes() {
        Orders.fleet(aws, Color.BLUE, "1.0.0");
        Orders.weights(aws, 100, 0);
    }

    @Test
    void anEventOfCloudFormationStartsAnExecution() throws IOException {
        assertThat(handle(event())).isEmpty();
        assertThat(aws.writes).containsExactly("start preflight-r1");
    }

    @Test
    void aRunGoesThroughTheThreeVerbsAndLogsALineForEachDecision() throws IOException {
        Map<String, Object> ticked = handle(Map.of("do", "tick", "run", payload()));
        assertThat(ticked).containsEntry(Runs.NEXT, "answer").containsEntry(Runs.EVENT, event());

        Map<String, Object> answered = handle(Map.of("do", "answer", "run", ticked));
        assertThat(answered).containsEntry(Runs.NEXT, "done");
        assertThat(answers.get("https://answer/r1")).containsEntry("Status", "SUCCESS");
        assertThat(log.toString())
                .endsWith("\n")
                .satisfies(lines ->
                        assertThat(lines.lines()).hasSize(2).allMatch(line -> line.startsWith("orders preflight-r1 ")));
    }

    @Test
    void anAbortIsToldWhatFailed() throws IOException {
        Map<String, Object> payload = new HashMap<>(payload());
        payload.put(Runs.ERROR, Map.of("Error", "States.Timeout"));

        assertThat(handle(Map.of("do", "abort", "run", payload)))
                .containsEntry(Runs.NEXT, "answer")
                .containsEntry("why", "the function failed: {Error=States.Timeout}\nlook: bin/teal status shop");
    }

    @Test
    void anExecutionThatEndedWithoutAnAnswerIsAnsweredWithHowItEnded() throws IOException {
        Map<String, Object> detail = Map.of(
                "status", "FAILED",
                "error", "States.DataLimitExceeded",
                "input", JSON.std.asString(Map.of(Runs.EVENT, event())));
        assertThat(handle(Map.of("detail-type", "Step Functions Execution Status Change", "detail", detail)))
                .isEmpty();
        assertThat(answers.get("https://answer/r1"))
                .containsEntry("Status", "FAILED")
                .containsEntry(
                        "Reason",
                        "the run has died: its state machine ended as FAILED (States.DataLimitExceeded)\n"
                                + "look: bin/teal status shop");
    }

    @Test
    void aDeleteWhoseExecutionDiesIsAnsweredWithSuccess() throws IOException {
        Map<String, Object> delete = new HashMap<>(event());
        delete.put("RequestType", "Delete");
        Map<String, Object> detail =
                Map.of("status", "TIMED_OUT", "input", JSON.std.asString(Map.of(Runs.EVENT, delete)));
        handle(Map.of("detail", detail));
        assertThat(answers.get("https://answer/r1")).containsEntry("Status", "SUCCESS");
    }

    @Test
    void anotherVerbIsRefused() {
        assertThatThrownBy(() -> handle(Map.of("do", "dance", "run", payload())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("do must be tick, abort or answer, got dance");
    }

    private static Map<String, Object> event() {
        return Orders.event(ResourceType.PREFLIGHT, "r1", Optional.of(ONE), STARTED);
    }

    private static Map<String, Object> payload() {
        return Map.of(Runs.EVENT, event(), Runs.EXECUTION, "arn:preflight-r1", Runs.STARTED, NOW.toString());
    }

    private Map<String, Object> handle(Map<String, Object> given) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(JSON.std.asBytes(given)), out, context());
        return JSON.std.mapFrom(out.toByteArray());
    }

    /** Lambda's context; the function asks it for the log only. */
    private Context context() {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String line) {
                log.append(line);
            }

            @Override
            public void log(byte[] line) {
                log(new String(line, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getLogger");
                    return logger;
                });
    }
}
