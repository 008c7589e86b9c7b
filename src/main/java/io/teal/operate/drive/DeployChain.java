package io.teal.operate.drive;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.operate.next.NextText;
import io.teal.operate.next.ReleaseFile;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.SchemaStep;
import io.teal.release.Strategy;
import io.teal.release.observation.Weights;
import io.teal.runtime.execution.Observer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the release file and deploys, until the goal is reached. What is left to do follows from what CloudFormation
 * has deployed, read anew before each deploy: killed anywhere and begun again, it goes on from there.
 *
 * @param connection reads the account
 * @param deploys runs {@code cdk deploy}
 * @param file the release file
 * @param say takes each line as it happens
 */
public record DeployChain(Connection connection, Deploys deploys, Path file, Consumer<String> say) {

    /** Runs one deploy. */
    @FunctionalInterface
    public interface Deploys {
        /** Deploys what the release file says; returns the exit code of {@code cdk deploy}. */
        int deploy() throws IOException, InterruptedException;
    }

    /** How a chain ended. */
    public enum ChainEnd {
        /** The goal is reached. */
        DONE,
        /** A deploy failed or went back, or traffic was returned because of an alarm. */
        WENT_BACK,
        /** Traffic may be on the wrong fleet. */
        NEEDS_HUMAN
    }

    /**
     * Leads a service of {@code stack} to {@code goal}.
     *
     * @throws RefusedException if it cannot be reached, or the stack is in a state that allows no deploy
     */
    public ChainEnd lead(String stack, Optional<String> service, ChainGoal goal)
            throws IOException, InterruptedException {
        StackRest rest = new StackRest(connection, stack, say);
        ChainHold hold = new ChainHold(connection, stack, service, say);
        while (true) {
            Optional<ChainEnd> back = rest.await();
            if (back.isPresent()) {
                return back.get();
            }
            Service deployed = read(stack, service);
            requireSettled(deployed);
            Optional<ChainEnd> stopped =
                    hold.watch(deployed, goal.hold(release(deployed).release()));
            if (stopped.isPresent()) {
                return stopped.get();
            }
            Optional<ReleaseRequest> next = goal.next(settled(deployed));
            if (next.isEmpty()) {
                return done(deployed);
            }
            Optional<ChainEnd> failed = deploy(rest, service, deployed, next.get());
            if (failed.isPresent()) {
                return failed.get();
            }
        }
    }

    private Service read(String stack, Optional<String> service) {
        return Stack.read(connection.account(), connection.reads(), stack).service(service);
    }

    private static ReleaseRequest release(Service service) {
        return service.properties().request();
    }

    /** A chain begins where the template and production agree, and with the file that the service is released by. */
    private void requireSettled(Service deployed) {
        Optional<String> place = deployed.properties().source().path();
        if (place.filter(this::isFile).isEmpty()) {
            throw new RefusedException(
                    deployed.name() + " is released by " + place.orElse("flags") + ", not by " + file,
                    "name its release file by --file, or deploy once with one: docs/flags.md");
        }
        Weights said = Weights.of(release(deployed).release());
        Optional<Weights> live = new Observer(connection.aws(), deployed.properties(), connection.clock()).live();
        if (!live.equals(Optional.of(said))) {
            throw new RefusedException(
                    "live weights blue/green are " + live.map(Weights::toString).orElse("nowhere")
                            + ", and the template says " + said + ": somebody, or an alarm, has moved traffic",
                    "deploy the live weights first: teal plan names the flags");
        }
    }

    private boolean isFile(String place) {
        return file.toAbsolutePath().normalize().endsWith(Path.of(place).normalize());
    }

    /** What is deployed, in the way that the file says, and without leave to go back or past a contract. */
    private ReleaseRequest settled(Service deployed) throws IOException {
        Optional<Strategy> way = ReleaseFile.read(file).request().strategy();
        boolean contracted = release(deployed).schema() == SchemaStep.CONTRACTED;
        SchemaStep schema = contracted ? SchemaStep.CONTRACTED : SchemaStep.NONE;
        return new ReleaseRequest(release(deployed).release(), way, false, schema);
    }

    /** The file says what is deployed, also if a release stood in it that never was. */
    private ChainEnd done(Service deployed) throws IOException {
        write(settled(deployed));
        say.accept("done: " + shown(release(deployed).release()));
        return ChainEnd.DONE;
    }

    private void write(ReleaseRequest request) throws IOException {
        ReleaseFile now = ReleaseFile.read(file);
        if (!now.request().equals(request)) {
            now.write(request);
        }
    }

    /** Empty if {@code next} is deployed: a command may fail because it only lost its connection. */
    private Optional<ChainEnd> deploy(StackRest rest, Optional<String> service, Service deployed, ReleaseRequest next)
            throws IOException, InterruptedException {
        write(next);
        new NextText(settled(deployed), next).deploy().forEach(say);
        int code = deploys.deploy();
        Optional<ChainEnd> back = rest.await();
        Service after = read(rest.stack(), service);
        boolean there = release(after).release().equals(next.release());
        if (there && back.isEmpty()) {
            return Optional.empty();
        }
        write(settled(after));
        if (code == 0 && back.isEmpty()) {
            throw new RefusedException(
                    "the deploy has succeeded, and the stack says "
                            + shown(release(after).release()) + " instead of " + shown(next.release()),
                    "the app has to read " + file
                            + ": ReleaseContext.of(scope, service), and no release flags in cdk.json or -c");
        }
        say.accept("the deploy has failed, and " + file.getFileName() + " says again what is deployed; teal status "
                + rest.stack() + " says why");
        return Optional.of(back.orElse(ChainEnd.WENT_BACK));
    }

    private static String shown(Release release) {
        String share = release.candidatePercent() > 0 ? " with " + release.candidatePercent() + " percent" : "";
        return release.active() + " (" + release.versionOrNone(release.active()) + ") is active, "
                + release.active().other() + " has "
                + release.versionOrNone(release.active().other()) + share;
    }
}
