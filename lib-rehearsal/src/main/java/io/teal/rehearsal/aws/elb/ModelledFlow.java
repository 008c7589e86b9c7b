package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A client's TCP connection in the model: keeps its target until either is gone, as {@link FlowForwarder} does. */
final class ModelledFlow implements ClientConnection {
    private final CompletableFuture<Void> cut = new CompletableFuture<>();
    private final Optional<ModelledTarget> target;
    private final Counters counters;

    /** Opens a connection along {@code route}; it is cut at once if there is none, or if its target refuses it. */
    ModelledFlow(Optional<FlowRouter.FlowRoute> route, Counters counters) {
        this.target = route.map(FlowRouter.FlowRoute::target).map(ModelledTarget.class::cast);
        this.counters = counters;
        counters.flow(Counters.FlowEvent.BEGUN);
        target.filter(chosen -> !chosen.accepts() || chosen.closed()).ifPresent(refusing -> resetByTarget());
        target.ifPresent(chosen -> chosen.add(this));
    }

    private void resetByTarget() {
        counters.flow(Counters.FlowEvent.RESET_BY_TARGET);
        cut();
    }

    /** Closes or resets both sides: a client that waits for an answer gets none. */
    void cut() {
        cut.complete(null);
    }

    @Override
    public void close() {
        cut();
        target.ifPresent(chosen -> chosen.forget(this));
    }

    @Override
    public boolean isOpen() {
        return !cut.isDone() && target.filter(ModelledTarget::accepts).isPresent();
    }

    @Override
    public CompletableFuture<Optional<HttpHead>> send(HttpHead request) {
        if (!isOpen()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<ModelledTarget.Carried> outcome = target.get().exchange(request);
        return CompletableFuture.anyOf(cut, outcome)
                .thenApply(first -> cut.isDone() ? Optional.empty() : answer(outcome.join()));
    }

    private Optional<HttpHead> answer(ModelledTarget.Carried outcome) {
        if (outcome.ending() == ModelledTarget.Ending.ANSWERED) {
            return Optional.of(target.orElseThrow().head(outcome));
        }
        if (target.orElseThrow().accepts()) {
            resetByTarget();
        }
        return Optional.empty();
    }
}
