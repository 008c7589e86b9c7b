package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.demo.ModelledDemo;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A host in the model: it boots with its service, or without one that CodeDeploy is to install. */
public final class ModelledMachine implements Machines.Machine {
    private final Function<String, ModelledDemo> services;
    private final boolean bare;
    private ModelledDemo service;
    private boolean killed;

    /**
     * A host that runs {@code service}.
     *
     * @param bare whether that is none yet
     * @param services starts the service of a version
     */
    ModelledMachine(ModelledDemo service, boolean bare, Function<String, ModelledDemo> services) {
        this.service = service;
        this.bare = bare;
        this.services = services;
    }

    /** Starts the service of {@code version} in place of the one before. */
    public void startService(String version) {
        if (!killed) {
            service.kill();
            service = services.apply(version);
        }
    }

    /** Asks the service to stop; completed when it has. */
    public CompletableFuture<Void> stopService() {
        return service.stop();
    }

    /** Whether its service has booted, or ended. */
    public boolean hasBooted() {
        return service.hasBooted() || !service.isAlive();
    }

    @Override
    public boolean listens() {
        return service.listens();
    }

    @Override
    public int port() {
        return 1;
    }

    @Override
    public boolean isAlive() {
        return !killed && (bare || service.isAlive());
    }

    @Override
    public void kill() {
        killed = true;
        service.kill();
    }

    @Override
    public CompletableFuture<Void> stop() {
        return service.stop().thenRun(this::kill);
    }
}
