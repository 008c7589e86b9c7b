package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Word;
import io.teal.release.plan.Plan;
import io.teal.release.steps.AwaitApproval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that waits for a person: what it asks, and how it is answered. */
public final class Asking {
    private final Event event;
    private final Color color;
    private final int percent;
    private final Instant until;

    private Asking(Event event, Color color, int percent, Instant until) {
        this.event = event;
        this.color = color;
        this.percent = percent;
        this.until = until;
    }

    /** What the run of {@code payload}, an execution's, asks; empty if it waits for nobody. */
    public static Optional<Asking> of(Map<String, Object> payload) {
        return of(new Payload(payload));
    }

    /**
     * The same of {@code after}, if the tick has looked: one that has only come to the step may find that nobody is
     * asked.
     */
    static Optional<Asking> found(Payload before, Payload after) {
        boolean looked =
                before.journal().map(Journal::step).equals(after.journal().map(Journal::step));
        return of(after).filter(asking -> looked);
    }

    static Optional<Asking> of(Payload payload) {
        if (!payload.event().asks()) {
            return Optional.empty();
        }
        Optional<Journal> journal =
                payload.journal().filter(one -> one.outcome().isEmpty() && !one.goingBack());
        if (journal.isEmpty() || payload.opened().isEmpty()) {
            return Optional.empty();
        }
        Plan plan = payload.opened().get().choices().get(payload.at()).plan(payload.event());
        return Optional.of(plan.step(journal.get()))
                .filter(AwaitApproval.class::isInstance)
                .map(AwaitApproval.class::cast)
                .map(wait -> new Asking(
                        payload.event(),
                        plan.toward(),
                        wait.percent(),
                        journal.get().since().plus(wait.patience())));
    }

    private CutoverProperties properties() {
        return event.properties();
    }

    /** What is asked, one line. */
    String what() {
        String version = properties().request().release().versionOrNone(color);
        return "waits for a person: may " + version + " (" + color + ") have " + percent + " percent? Turns back at "
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
                + ",ResourceType=auto-scaling-group,Key=" + says.key() + ",Value=" + run()
                + ",PropagateAtLaunch=false'";
    }

    /** The Auto Scaling group whose tag answers. */
    public String group() {
        return properties().of(color).group();
    }

    /** The name of its execution: the value of the tag that answers. */
    public String run() {
        return event.execution();
    }
}
