package io.teal.rehearsal.aws.stepfunctions;

import io.teal.rehearsal.Timers;
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
    private volatile Played reply = Played.PROMOTE;

    /** What a person replies. */
    public enum Played {
        /** That the release goes on. */
        PROMOTE(Optional.of(Word.Says.PROMOTE)),
        /** That the release turns back. */
        ABORT(Optional.of(Word.Says.ABORT)),
        /** Nothing. */
        NOTHING(Optional.empty());

        private final Optional<Word.Says> says;

        Played(Optional<Word.Says> says) {
            this.says = says;
        }
    }

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

    /** From now on this is the reply. */
    public void replies(Played now) {
        reply = now;
    }

    /** A run has come to {@code payload}; it is answered once. */
    public synchronized void sees(Map<String, Object> payload) {
        reply.says.ifPresent(word -> Asking.of(payload)
                .filter(asking -> answered.add(asking.run()))
                .ifPresent(asking ->
                        timers.after(THINKS).thenRun(() -> tags.write(asking.group(), word.key(), asking.run()))));
    }
}
