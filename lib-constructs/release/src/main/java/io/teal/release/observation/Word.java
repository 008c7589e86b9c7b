package io.teal.release.observation;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person has told a run, by a tag of a group: {@code promote RUN} or {@code abort RUN}, where {@code RUN} is the
 * name of its execution. Why may follow.
 *
 * @param says what the run is to do
 * @param why in the person's words; may be empty
 */
public record Word(Says says, String why) {

    /** What a person can say. */
    public enum Says {
        /** Turn back, wherever you are. */
        ABORT,
        /** Go on, where you wait for that. */
        PROMOTE;

        /** The tag's value that tells {@code run}. */
        public String to(String run) {
            return name().toLowerCase(Locale.ROOT) + " " + run;
        }
    }

    /**
     * What {@code values} of the tag tell {@code run}: to turn back, if they differ. Empty if they say nothing to it.
     */
    public static Optional<Word> to(String run, Collection<String> values) {
        return Stream.of(Says.values())
                .flatMap(says -> values.stream().flatMap(value -> read(says, run, value).stream()))
                .findFirst();
    }

    private static Optional<Word> read(Says says, String run, String value) {
        String[] parts = (value.strip() + " ").split(says.to(run) + " ", 2);
        return parts.length == 2 && parts[0].isEmpty()
                ? Optional.of(new Word(says, parts[1].strip()))
                : Optional.empty();
    }

    /** Whether it is to turn back. */
    public boolean aborts() {
        return says == Says.ABORT;
    }
}
