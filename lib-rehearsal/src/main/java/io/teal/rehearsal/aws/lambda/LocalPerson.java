package io.teal.rehearsal.aws.lambda;

import io.teal.rehearsal.Timers;
import io.teal.release.Contract;
import io.teal.release.observation.Word;
import io.teal.runtime.execution.Asking;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The person whom runs ask before they give a version all traffic. */
public final class LocalPerson {
    /** How long the person thinks. */
    public static final Duration THINKS = Duration.ofSeconds(30);

    private final Timers timers;
    private final Tags tags;
    private final Set<String> answered = new HashSet<>();
    private volatile Optional<Word.Says> says = Optional.of(Word.Says.PROMOTE);

    /** Writes a tag of a group. */
    @FunctionalInterface
    public interface Tags {
        /** The tag {@code key} of {@code group} is {@code value} from now on. */
        void write(String group, String key, String value);
    }

    /** One who promotes, and writes {@code tags}. */
    public LocalPerson(Timers timers, Tags tags) {
        this.timers = timers;
        this.tags = tags;
    }

    /** From now on the answer is {@code word}; none if it is empty. */
    public void answers(Optional<Word.Says> word) {
        says = word;
    }

    /** A run has come to {@code payload}; it is answered once. */
    public synchronized void sees(Map<String, Object> payload) {
        Optional<Asking> asking = says.isPresent() ? Asking.of(payload) : Optional.empty();
        asking.filter(one -> answered.add(one.value(Word.Says.PROMOTE)))
                .ifPresent(one -> timers.after(THINKS)
                        .thenRun(() -> tags.write(one.group(), Contract.WORD_TAG, one.value(says.get()))));
    }
}
