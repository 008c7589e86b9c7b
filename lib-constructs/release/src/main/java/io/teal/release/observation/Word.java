package io.teal.release.observation;

import io.teal.release.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person has told a run, by tags of the service's groups. Each word has a key of its own, so that none takes
 * another's place; its value is the name of the run's execution, after which why may follow.
 *
 * @param says what the run is to do
 * @param why in the person's words; may be empty
 */
public record Word(Says says, String why) {

    /** What a person can say. */
    public enum Says {
        /** Turn back, wherever you are. */
        ABORT(Contract.ABORT_TAG),
        /** Go on, where you wait for that. */
        PROMOTE(Contract.APPROVE_TAG);

        private final String key;

        Says(String key) {
            this.key = key;
        }

        /** The key of the tag that says it. */
        public String key() {
            return key;
        }
    }

    /** The words in the {@code tags} of a group, as {@link #to} reads them. */
    public static List<String> in(Map<String, String> tags) {
        return Stream.of(Says.values())
                .flatMap(says ->
                        Optional.ofNullable(tags.get(says.key()))
                                .map(value -> says.key() + " " + value.strip())
                                .stream())
                .toList();
    }

    /** What {@code words} tell {@code run}: to turn back, if they differ. Empty if they say nothing to it. */
    public static Optional<Word> to(String run, Collection<String> words) {
        return Stream.of(Says.values())
                .flatMap(says -> words.stream().flatMap(word -> read(says, run, word).stream()))
                .findFirst();
    }

    private static Optional<Word> read(Says says, String run, String word) {
        String begins = says.key() + " " + run + " ";
        String whole = word + " ";
        return whole.startsWith(begins)
                ? Optional.of(new Word(says, whole.substring(begins.length()).strip()))
                : Optional.empty();
    }

    /** Whether it is to turn back. */
    public boolean aborts() {
        return says == Says.ABORT;
    }
}
