package io.teal.rehearsal.aws.codedeploy;

import io.teal.release.port.DeploymentTarget;
import io.teal.release.port.DeploymentTarget.LifecycleEvent;
import java.util.List;
import java.util.Optional;
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

        /** Returns why {@code event} failed, or nothing. */
        Optional<String> perform(String event) throws InterruptedException;

        /** Called after the last event. */
        default void succeeded() {}
    }

    boolean failed() {
        return status.equals("Failed");
    }

    DeploymentTarget described() {
        return new DeploymentTarget(host, status, events);
    }

    void run(boolean traffic) {
        status = "InProgress";
        for (String event : lifecycle.events(traffic)) {
            events.add(new LifecycleEvent(event, "InProgress", ""));
            Optional<String> failure = stopped.getAsBoolean() ? Optional.of("was stopped") : perform(event);
            String ended = failure.isPresent() ? "Failed" : "Succeeded";
            events.set(events.size() - 1, new LifecycleEvent(event, ended, failure.orElse("")));
            if (failure.isPresent()) {
                status = ended;
                return;
            }
        }
        lifecycle.succeeded();
        status = "Succeeded";
    }

    private Optional<String> perform(String event) {
        try {
            return lifecycle.perform(event);
        } catch (InterruptedException interrupted) {
            return Optional.of("the rehearsal has ended");
        }
    }
}
