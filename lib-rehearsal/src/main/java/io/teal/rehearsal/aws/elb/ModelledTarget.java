package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.demo.ModelledDemo;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A target in the model, with its requests and flows under way, which end when it is removed. */
final class ModelledTarget extends Target {
    private static final Duration NO_LIMIT = Duration.ofDays(1);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Set<CompletableFuture<Carried>> busy = new LinkedHashSet<>();
    private final Set<ModelledFlow> flows = new LinkedHashSet<>();
    private final Supplier<ModelledDemo> demo;
    private final Timers timers;

    ModelledTarget(String host, int port, Supplier<ModelledDemo> demo, Timers timers) {
        super(host, port);
        this.demo = demo;
        this.timers = timers;
    }

    /** How a request ended. */
    enum Ending {
        ANSWERED,
        /** The host ended, or closed the connection. */
        CLOSED,
        /** The target was removed. */
        REMOVED,
        /** There was no answer in time. */
        LATE,
        /** No connection opened in time. */
        UNREACHED
    }

    /** How a request ended, with the status of its answer and the time it took. */
    record Carried(Ending ending, int status, Duration took) {
        private static Carried without(Ending ending) {
            return new Carried(ending, 0, Duration.ZERO);
        }

        private static Carried of(ModelledDemo.Answer answer) {
            return new Carried(Ending.ANSWERED, answer.status(), answer.takes());
        }
    }

    /** Whether the host does not refuse a connection. */
    boolean accepts() {
        return demo.get().listens() || closed();
    }

    /** The head of an answer of the host. */
    HttpHead head(Carried outcome) {
        return HttpHead.of("HTTP/1.1 " + outcome.status(), RehearsalHeaders.HOST, host());
    }

    /** Carries a request to the host, which takes as long as it likes. */
    CompletableFuture<Carried> exchange(HttpHead request) {
        return begin(request, NO_LIMIT);
    }

    /** Carries a request to the host, which has {@code limit} to answer, and must not be removed meanwhile. */
    CompletableFuture<Carried> carry(HttpHead request, Duration limit) {
        CompletableFuture<Carried> outcome = begin(request, limit);
        busy.add(outcome);
        outcome.thenRun(() -> busy.remove(outcome));
        return outcome;
    }

    private CompletableFuture<Carried> begin(HttpHead request, Duration limit) {
        CompletableFuture<Carried> outcome = new CompletableFuture<>();
        if (closed()) {
            timers.after(CONNECT_TIMEOUT).thenRun(() -> outcome.complete(Carried.without(Ending.UNREACHED)));
            return outcome;
        }
        ModelledDemo service = demo.get();
        ModelledDemo.Answer answer = service.begin(request);
        timers.after(answer.takes())
                .thenRun(() -> outcome.complete(service.end() ? Carried.of(answer) : Carried.without(Ending.CLOSED)));
        if (answer.takes().compareTo(limit) > 0) {
            timers.after(limit).thenRun(() -> outcome.complete(Carried.without(Ending.LATE)));
        }
        return outcome;
    }

    /** Adds a flow to this target, until {@link #forget}. */
    void add(ModelledFlow flow) {
        flows.add(flow);
    }

    void forget(ModelledFlow flow) {
        flows.remove(flow);
    }

    @Override
    void remove() {
        super.remove();
        List.copyOf(busy).forEach(request -> request.complete(Carried.without(Ending.REMOVED)));
    }

    @Override
    void closeFlows() {
        List.copyOf(flows).forEach(ModelledFlow::cut);
    }

    @Override
    void resetFlows() {
        List.copyOf(flows).forEach(ModelledFlow::cut);
    }
}
