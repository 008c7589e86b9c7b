package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A client's HTTP connection in the model: routes each request for itself, as {@link Forwarder} does. */
final class ModelledSession implements ClientConnection {
    private final Supplier<Routing> routing;
    private final NodeParts node;

    ModelledSession(Supplier<Routing> routing, NodeParts node) {
        this.routing = routing;
        this.node = node;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // the target's side is not the client's
    }

    @Override
    public CompletableFuture<Optional<HttpHead>> send(HttpHead request) {
        ActionModel action = routing.get().action(request);
        if (action instanceof ActionModel.FixedResponse fixed) {
            return answer(BalancerAnswer.fixed(fixed, request).head());
        }
        Router.Choice choice = node.router().choose(action.forwarding().orElseThrow(), request);
        return choice.route().map(route -> send(request, route)).orElseGet(() -> answer(itself(503, choice.refusal())));
    }

    private CompletableFuture<Optional<HttpHead>> send(HttpHead request, Router.Route route) {
        ModelledTarget target = (ModelledTarget) route.target();
        if (!target.accepts()) {
            return answer(failed(502, "connection refused by ", route));
        }
        Duration limit = routing.get().balancer().idleTimeout();
        return target.carry(request, limit).thenApply(outcome -> Optional.of(answer(outcome, limit, route)));
    }

    private HttpHead answer(ModelledTarget.Carried outcome, Duration limit, Router.Route route) {
        return switch (outcome.ending()) {
            case ANSWERED -> passedOn(outcome, route);
            case CLOSED -> failed(502, "connection closed by ", route);
            case REMOVED -> failed(502, "deregistration delay over in ", route);
            case UNREACHED -> failed(504, "no connection in 10 s to ", route);
            case LATE -> failed(504, "no answer in " + limit.toSeconds() + " s from ", route);
        };
    }

    private HttpHead passedOn(ModelledTarget.Carried outcome, Router.Route route) {
        node.counters()
                .answered(route.groupId(), outcome.status(), outcome.took().toNanos());
        return route.marked(((ModelledTarget) route.target()).head(outcome));
    }

    private HttpHead failed(int status, String cause, Router.Route route) {
        node.counters().unanswered(route.groupId());
        return itself(status, cause + route.groupId());
    }

    private HttpHead itself(int status, String cause) {
        node.counters().itself(status);
        return BalancerAnswer.error(status, cause).head();
    }

    private static CompletableFuture<Optional<HttpHead>> answer(HttpHead head) {
        return CompletableFuture.completedFuture(Optional.of(head));
    }
}
