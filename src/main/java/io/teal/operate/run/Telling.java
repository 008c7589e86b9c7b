package io.teal.operate.run;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Observer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tells the run that moves traffic to go on, or to turn back: it reads a tag of the groups in each tick.
 *
 * @param connection reads, and writes the tag
 * @param say takes each line as it happens
 * @param confirm asks whether to go on
 */
public record Telling(Connection connection, Consumer<String> say, Predicate<String> confirm) {
    /** The most characters of a tag's value (Amazon EC2 Auto Scaling API, {@code Tag}). */
    private static final int MOST = 256;

    /** A run, and where it is. */
    private record Moving(Execution run, RunAt at) {}

    /**
     * Tells the running release of a service.
     *
     * @param stack the stack's name
     * @param service the service's name; may be empty if it is the only one
     * @param says what
     * @param why in the person's words; may be empty
     * @return whether it was told
     * @throws RefusedException if no run is there to be told, or it does not ask
     */
    public boolean tell(String stack, Optional<String> service, Word.Says says, String why) {
        Service of = Stack.read(connection.account(), connection.reads(), stack).service(service);
        Moving moving = moving(of);
        requireUse(moving, says);
        Color color = moving.at().plan().toward();
        describe(moving, color);
        if (!confirm.test(says == Word.Says.PROMOTE ? "let " + color + " go on?" : "take traffic back?")) {
            return false;
        }
        String word = tagged(moving.run().name() + " " + why);
        connection.aws().createOrUpdateTag(moving.at().properties().of(color).group(), says.key(), word);
        say.accept(moving.run().name() + " is told to " + (says == Word.Says.PROMOTE ? "go on" : "turn back")
                + ", and hears it with its next look at the groups");
        say.accept("follow it: teal status " + stack + " --watch");
        return true;
    }

    private Moving moving(Service service) {
        List<Execution> runs = connection
                .aws()
                .listExecutions(service.properties().stateMachine())
                .stream()
                .filter(Execution::running)
                .toList();
        return runs.stream()
                .flatMap(run ->
                        RunAt.of(connection.account().executionHistory(run.arn()), Optional.of(service.properties()))
                                .filter(RunAt::goesOn)
                                .map(at -> new Moving(run, at))
                                .stream())
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        runs.isEmpty()
                                ? "nothing of " + service.name() + " is in progress"
                                : runs.get(0).name() + " does not move traffic on for a release",
                        "see teal status " + service.stack().name() + "; to take traffic back: teal rollback "
                                + service.stack().name()));
    }

    private static void requireUse(Moving moving, Word.Says says) {
        if (says == Word.Says.PROMOTE && !moving.at().asks()) {
            boolean never = moving.at().properties().gating().approval().isEmpty();
            throw new RefusedException(
                    moving.run().name() + " does not wait for a person: "
                            + moving.at().line(),
                    never ? "CutoverOptions.approval makes releases wait" : "say it when it waits");
        }
    }

    private void describe(Moving moving, Color color) {
        RunAt at = moving.at();
        Observer observer = new Observer(connection.aws(), at.properties(), connection.clock());
        String version = at.properties().request().release().versionOrNone(color);
        say.accept(at.properties().service() + ": live weights blue/green "
                + observer.live().map(Weights::toString).orElse("nowhere") + ", " + version + " runs on " + color);
        say.accept(moving.run().name() + ": " + at.line());
    }

    /** What a tag may have: letters, digits, spaces and a few signs. */
    private static String tagged(String value) {
        String allowed = value.strip().replaceAll("[^\\p{L}\\p{N} +=._:/@-]", " ");
        return allowed.substring(0, Math.min(MOST, allowed.length()));
    }
}
