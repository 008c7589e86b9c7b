package io.teal.release.observation;

import static java.util.Optional.empty;

import io.teal.release.Color;
import io.teal.release.Required;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * All that one tick read. What could not be read is empty.
 *
 * @param now when the tick decides
 * @param stack the stack's direction
 * @param live the weights in the production action
 * @param fleets both fleets
 * @param older how many older runs of this service have not ended
 * @param gate the alarms and their evidence
 * @param hook what the hook answered
 * @param installation what a run that installs saw
 * @param unread why that could not be read; empty text if it could
 * @param lost how much of the step's time AWS has refused to answer in because of too many calls
 * @param held the colours without weight that the production action keeps clients on all the same
 * @param word what a person has told this run; empty if nothing
 */
public record Observation(
        Instant now,
        Optional<Direction> stack,
        Optional<Weights> live,
        Optional<Fleets> fleets,
        Optional<Integer> older,
        Gate gate,
        Hook hook,
        Optional<InstallState> installation,
        String unread,
        Duration lost,
        Set<Color> held,
        Optional<Word> word) {

    public Observation {
        Required.all(now, stack, live, fleets, older, gate, hook, installation, unread, lost, word);
        held = Set.copyOf(held);
    }

    /** What a tick of a run that moves traffic saw. */
    public Observation(
            Instant now,
            Optional<Direction> stack,
            Optional<Weights> live,
            Optional<Fleets> fleets,
            Optional<Integer> older,
            Gate gate,
            Hook hook) {
        this(now, stack, live, fleets, older, gate, hook, empty(), "", Duration.ZERO, Set.of(), empty());
    }

    /** What a tick of a run that installs saw. */
    public Observation(Instant now, Optional<Direction> stack, Optional<InstallState> installation, String unread) {
        this(
                now,
                stack,
                empty(),
                empty(),
                empty(),
                Gate.NONE,
                Hook.UNKNOWN,
                installation,
                unread,
                Duration.ZERO,
                Set.of(),
                empty());
    }

    /** The same, in a step of which AWS has refused to answer for {@code time}. */
    public Observation losing(Duration time) {
        return new Observation(now, stack, live, fleets, older, gate, hook, installation, unread, time, held, word);
    }

    /** The same, with clients on {@code colors} that have no weight. */
    public Observation holding(Set<Color> colors) {
        return new Observation(now, stack, live, fleets, older, gate, hook, installation, unread, lost, colors, word);
    }

    /** The same, told {@code told}. */
    public Observation told(Optional<Word> told) {
        return new Observation(now, stack, live, fleets, older, gate, hook, installation, unread, lost, held, told);
    }

    /**
     * Both fleets, and when their health was read.
     *
     * @param blue blue's fleet
     * @param green green's fleet
     * @param readAt when the first of the reads behind them was sent
     * @param served the colours whose present version has been promoted before, by its tag
     * @param words what people have told runs, by tags of the groups
     */
    public record Fleets(Fleet blue, Fleet green, Instant readAt, Set<Color> served, Set<String> words) {
        public Fleets {
            served = Set.copyOf(served);
            words = Set.copyOf(words);
        }

        /** Of groups without words. */
        public Fleets(Fleet blue, Fleet green, Instant readAt, Set<Color> served) {
            this(blue, green, readAt, served, Set.of());
        }

        /** The fleet of {@code color}. */
        public Fleet of(Color color) {
            return color == Color.BLUE ? blue : green;
        }
    }
}
