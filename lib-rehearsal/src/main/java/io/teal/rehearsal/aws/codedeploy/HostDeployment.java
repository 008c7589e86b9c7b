package io.teal.rehearsal.aws.codedeploy;

import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.DeploymentTarget.LifecycleEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** One deployment on one host: its lifecycle events one after the other, until one fails. */
final class HostDeployment {
    private final String host;
    private final Lifecycle lifecycle;
    private final BooleanSupplier stopped;
    private final List<LifecycleEvent> events = new CopyOnWriteArrayList<>();
    private volatile String status = "Pending";

    HostDeployment(String host, Lifecycle lifecycle, BooleanSupplier stopped) {
        this.host = host;
        this.lifecycle = lifecycle;
        this.stopped = stopped;
    }

    /** What is done on the host. */
    interface Lifecycle {
        /** CodeDeploy's names of the events, in order; {@code traffic} if the host leaves its target groups. */
        List<String> events(boolean traffic);

        /** Performs {@code event}; completed with why it failed, or with nothing. */
        CompletableFuture<Optional<String>> start(String event);

        /** Called after the last event. */
        default void succeeded() {}
    }

    boolean failed() {
        return status.equals("Failed");
    }

    DeploymentTarget described() {
        return new DeploymentTarget(host, status, events);
    }

    /** Performs all events; completed with the last, or with the first that fails. */
    CompletableFuture<Void> start(boolean traffic) {
        status = "InProgress";
        return perform(lifecycle.events(traffic));
    }

    private CompletableFuture<Void> perform(List<String> next) {
        if (next.isEmpty()) {
            lifecycle.succeeded();
            status = "Succeeded";
            return CompletableFuture.completedFuture(null);
        }
        String event = next.get(0);
        events.add(new LifecycleEvent(event, "InProgress", ""));
        CompletableFuture<Optional<String>> performed = stopped.getAsBoolean()
                ? CompletableFuture.completedFuture(Optional.of("was stopped"))
                : lifecycle.start(event);
        return performed.thenCompose(failure -> {
            String ended = failure.isPresent() ? "Failed" : "Succeeded";
            events.set(events.size() - 1, new LifecycleEvent(event, ended, failure.orElse("")));
            if (failure.isEmpty()) {
                return perform(next.subList(1, next.size()));
            }
            status = ended;
            return CompletableFuture.completedFuture(null);
        });
    }
}
