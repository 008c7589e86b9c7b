package io.teal.runtime.execution;

import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an execution leaves: how its run ended, and why. */
public final class RunRecord {
    private final Payload payload;

    /** The record in {@code output}, an execution's. */
    public RunRecord(Map<String, Object> output) {
        this.payload = new Payload(output);
    }

    /** Whether CloudFormation was answered FAILED. */
    public boolean failed() {
        return payload.ended() && !payload.succeeded();
    }

    /** Whether a deploy has come as far as this run, on its way forward, and it succeeded. */
    public boolean passed() {
        return payload.succeeded()
                && payload.opened()
                        .filter(opened -> opened.direction() == Direction.FORWARD)
                        .isPresent()
                && payload.event().type() != Event.ResourceType.INSTALL;
    }

    /** Whether it began a deploy: Preflight's, forward, or Install's where there is no Preflight. */
    public boolean beginsDeploy() {
        return goes(Direction.FORWARD)
                && (is(Event.ResourceType.PREFLIGHT)
                        || is(Event.ResourceType.INSTALL)
                                && payload.event().install().inPlace().isPresent());
    }

    /** Whether it returned traffic, or would have, while the stack went back. */
    public boolean recovers() {
        return goes(Direction.BACKWARD) && (is(Event.ResourceType.PREFLIGHT) || is(Event.ResourceType.INSTALL));
    }

    /** Whether an alarm after a release has caused it. */
    public boolean guards() {
        return is(Event.ResourceType.GUARD);
    }

    /** Whether a deploy was refused by it, before any change. */
    public boolean refused() {
        return payload.opened().flatMap(OpeningResult::refusal).isPresent();
    }

    private boolean is(Event.ResourceType type) {
        return payload.inner(Runs.EVENT).isPresent() && payload.event().type() == type;
    }

    private boolean goes(Direction way) {
        return payload.opened().filter(opened -> opened.direction() == way).isPresent();
    }

    /** What the deploy changes of the release, in one line. */
    public String changes() {
        return ReleaseChanges.of(payload.event());
    }

    /** How its engine ended; empty if it came to no end of its own. */
    public Optional<Outcome> outcome() {
        return payload.journal().flatMap(Journal::outcome);
    }

    /** Why it failed, what to do, then all that it saw, line by line. */
    public List<String> lines() {
        return payload.explained().map(Reason::lines).orElse(List.of(payload.why()));
    }
}
