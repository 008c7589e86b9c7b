package io.teal.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import io.teal.runtime.aws.AwsSdk;
import io.teal.runtime.execution.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The function's entry. CloudFormation sends the event of a custom resource; the state machine sends {@code {"do":
 * "tick", "run": payload}}, and gets the next payload back; EventBridge tells of an execution that has ended badly.
 */
public final class Handler implements RequestStreamHandler {
    private final Function<Consumer<String>, Runs> runs;

    /** Lambda's constructor; the clients are made once, because they are costly. */
    public Handler() {
        AwsSdk aws = AwsSdk.create();
        HttpAnswers answers = new HttpAnswers();
        this.runs = log -> new Runs(aws, answers, Clock.systemUTC(), log);
    }

    /** For tests: {@code runs} makes the runs for a log. */
    Handler(Function<Consumer<String>, Runs> runs) {
        this.runs = runs;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> given = JSON.std.mapFrom(in);
        Map<String, Object> result =
                handle(runs.apply(line -> context.getLogger().log(line + "\n")), given);
        out.write(JSON.std.asString(result).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> handle(Runs runs, Map<String, Object> given) throws IOException {
        if (given.containsKey("RequestType")) {
            runs.onEvent(given);
            return Map.of();
        }
        if (given.get("guard") instanceof Map<?, ?> service) {
            runs.guard(service.get("machine").toString(), service.get("stack").toString());
            return Map.of();
        }
        if (given.get("detail") instanceof Map<?, ?> detail) {
            died(runs, detail);
            return Map.of();
        }
        Map<String, Object> payload = payload(given);
        String verb = String.valueOf(given.get("do"));
        return switch (verb) {
            case "tick" -> runs.tick(payload);
            case "abort" -> runs.abort(payload);
            case "answer" -> runs.answer(payload);
            default -> throw new IllegalArgumentException("do must be tick, abort or answer, got " + verb);
        };
    }

    /** {@code detail} of a change of an execution's status; the input is there unless it is longer than 248 KB. */
    private static void died(Runs runs, Map<?, ?> detail) throws IOException {
        Object error = detail.get("error");
        String how = detail.get("status") + (error == null ? "" : " (" + error + ")");
        runs.died(JSON.std.mapFrom(detail.get("input").toString()), how);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> given) {
        return (Map<String, Object>) given.get("run");
    }
}
