package io.teal.runtime.execution;

import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.Reads;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One look of an emergency rollback: all that a tick of it sees, read anew, and the calls that follow from it. */
public final class EmergencyLook {
    private final Aws aws;
    private final CutoverProperties properties;
    private final List<AwsException> failures = new ArrayList<>();
    private final TickMemory memory = TickMemory.nothing(Instant.EPOCH);
    private final Observation seen;

    /** Of the service that {@code properties} describe, in {@code stack}; {@code reads} says how it is read. */
    public EmergencyLook(Aws aws, CutoverProperties properties, Clock clock, Reads reads, String stack) {
        this.aws = aws;
        this.properties = properties;
        this.seen = observe(new Observer(aws, properties, clock, failures::add, reads), clock, reads, stack);
    }

    /** What does not wait for another answer is begun first; the time is taken last. */
    private Observation observe(Observer observer, Clock clock, Reads reads, String stack) {
        Supplier<String> status = reads.begin(() -> aws.describeStackStatus(stack));
        Supplier<Observation.Fleets> begun = observer.beginFleets();
        Optional<Weights> live = observer.attempt(() -> observer.live(memory)).flatMap(weights -> weights);
        Optional<Direction> direction = observer.attempt(() -> Direction.of(status.get()));
        Optional<Observation.Fleets> fleets = observer.attempt(begun);
        return new Observation(clock.instant(), direction, live, fleets, Optional.empty(), Gate.NONE, Hook.UNKNOWN)
                .holding(memory.held());
    }

    /** What was seen; what could not be read is empty. */
    public Observation seen() {
        return seen;
    }

    /**
     * Weights and fleets could be read, if there are any.
     *
     * @throws AwsException if one of them could not
     */
    public void requireRead() {
        if (seen.live().isEmpty() || seen.fleets().isEmpty()) {
            failures.stream().findFirst().ifPresent(unreadable -> {
                throw unreadable;
            });
        }
    }

    /** Carries out what was decided from it: on the listener that it found, if the weights are still the same there. */
    public Effects effects() {
        return new Effects(aws, properties, memory, List::of);
    }
}
