package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Word;
import io.teal.release.plan.Plan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that waits for a person: what it asks, and how it is answered. */
public final class Asking {
    private final Event event;
    private final Color color;
    private final Instant until;

    private Asking(Event event, Color color, Instant until) {
        this.event = event;
        this.color = color;
        this.until = until;
    }

    /** What the run of {@code payload}, an execution's, asks; empty if it waits for nobody. */
    public static Optional<Asking> of(Map<String, Object> payload) {
        return of(new Payload(payload));
    }

    static Optional<Asking> of(Payload payload) {
        Optional<Journal> journal =
                payload.journal().filter(one -> one.outcome().isEmpty() && !one.goingBack());
        if (journal.isEmpty() || payload.opened().isEmpty()) {
            return Optional.empty();
        }
        Plan plan = payload.opened().get().choices().get(payload.at()).plan(payload.event());
        return Optional.of(plan.step(journal.get()))
                .filter(step -> step.asks())
                .map(step -> new Asking(
                        payload.event(), plan.toward(), journal.get().since().plus(step.patience())));
    }

    private CutoverProperties properties() {
        return event.properties();
    }

    /** What is asked, one line. */
    String what() {
        String version = properties().request().release().versionOrNone(color);
        return "waits for a person: may " + version + " (" + color + ") have all traffic? Turns back at "
                + until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** How it is answered, line by line. */
    List<String> how() {
        String stack = event.stackName();
        return List.of(
                "go on:   bin/teal promote " + stack,
                "go back: bin/teal abort " + stack,
                "without bin/teal, go on:   " + command(Word.Says.PROMOTE),
                "without bin/teal, go back: " + command(Word.Says.ABORT));
    }

    private String command(Word.Says says) {
        return "aws autoscaling create-or-update-tags --tags 'ResourceId=" + group()
                + ",ResourceType=auto-scaling-group,Key=" + Contract.WORD_TAG + ",Value=" + value(says)
                + ",PropagateAtLaunch=false'";
    }

    /** The Auto Scaling group whose tag answers. */
    public String group() {
        return properties().of(color).group();
    }

    /** The tag's value that says so. */
    public String value(Word.Says says) {
        return says.to(event.execution());
    }
}
