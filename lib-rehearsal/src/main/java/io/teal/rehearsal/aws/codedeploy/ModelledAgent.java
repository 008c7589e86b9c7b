package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.aws.autoscaling.ModelledMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An agent in the model. Each script takes two seconds. Where the revision has scripts for them,
 * {@code ApplicationStop} stops the service, {@code ApplicationStart} starts it and waits until it has booted, and
 * {@code ValidateService} fails unless it listens.
 */
final class ModelledAgent implements Agent {
    private static final Duration SCRIPT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Host host;
    private final ModelledMachine machine;
    private final Timers timers;
    private Optional<RevisionFolders.RevisionFolder> installed = Optional.empty();

    ModelledAgent(Host host, Timers timers) {
        this.host = host;
        this.machine = (ModelledMachine) host.machine();
        this.timers = timers;
    }

    @Override
    public Optional<String> version() {
        return installed.map(RevisionFolders.RevisionFolder::version);
    }

    @Override
    public void succeeded(Order order) {
        installed = Optional.of(order.bundle());
    }

    @Override
    public CompletableFuture<Optional<String>> start(String event, Order order) {
        Optional<RevisionFolders.RevisionFolder> of =
                RevisionLifecycle.isOfThePreviousRevision(event) ? installed : Optional.of(order.bundle());
        List<Appspec.Script> scripts = of.map(bundle -> bundle.scripts(event)).orElse(List.of());
        CompletableFuture<Optional<String>> done = CompletableFuture.completedFuture(Optional.empty());
        for (Appspec.Script script : scripts) {
            done = done.thenCompose(failure ->
                    failure.isPresent() ? CompletableFuture.completedFuture(failure) : run(event, script, order));
        }
        return done;
    }

    private CompletableFuture<Optional<String>> run(String event, Appspec.Script script, Order order) {
        CompletableFuture<Void> work = timers.after(SCRIPT);
        Instant deadline = timers.deadline(script.timeout());
        if (event.equals("ApplicationStop")) {
            work = work.thenCompose(now -> machine.stopService());
        } else if (event.equals("ApplicationStart")) {
            work = work.thenRun(() -> machine.startService(order.bundle().version()))
                    .thenCompose(now -> timers.until(() -> machine.hasBooted() || isOver(order, deadline), LOOK));
        }
        return work.thenApply(now -> failure(event, script, order, deadline));
    }

    private boolean isOver(Order order, Instant deadline) {
        return order.stopped().getAsBoolean()
                || !host.machine().isAlive()
                || timers.instant().isAfter(deadline);
    }

    private Optional<String> failure(String event, Appspec.Script script, Order order, Instant deadline) {
        if (!host.machine().isAlive()) {
            return Optional.of("the host is gone");
        }
        if (order.stopped().getAsBoolean()) {
            return Optional.of(script.location() + " was stopped");
        }
        if (timers.instant().isAfter(deadline)) {
            return Optional.of(
                    script.location() + " took longer than " + script.timeout().toSeconds() + " s");
        }
        return event.equals("ValidateService") && !machine.listens()
                ? Optional.of(script.location() + " exited with 1: the service does not answer")
                : Optional.empty();
    }
}
