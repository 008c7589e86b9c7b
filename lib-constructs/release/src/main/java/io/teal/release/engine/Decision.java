package io.teal.release.engine;

import io.teal.release.journal.Journal;
import io.teal.release.step.Effect;

/** What to do now. The journal must be stored before the next tick. */
public sealed interface Decision {

    /** What to remember. */
    Journal journal();

    /** The reason, one line for the log. */
    String why();

    /** Has {@code driver} carry it out; returns what that gives. */
    <T, X extends Exception> T carryOut(Driver<T, X> driver) throws X;

    /** Who carries decisions out: one method for each, so that none can be forgotten. */
    interface Driver<T, X extends Exception> {
        /** Carries out {@link Note}. */
        T note(Note decision) throws X;

        /** Carries out {@link Wait}. */
        T waits(Wait decision) throws X;

        /** Carries out {@link Call}. */
        T call(Call decision) throws X;

        /** Carries out {@link Ended}. */
        T ended(Ended decision) throws X;
    }

    /** Remember, and tick again at once. */
    record Note(Journal journal, String why) implements Decision {
        @Override
        public <T, X extends Exception> T carryOut(Driver<T, X> driver) throws X {
            return driver.note(this);
        }
    }

    /** Tick again when the usual time between ticks has passed. */
    record Wait(Journal journal, String why) implements Decision {
        @Override
        public <T, X extends Exception> T carryOut(Driver<T, X> driver) throws X {
            return driver.waits(this);
        }
    }

    /**
     * Call {@code effect}, then remember and tick again. If the call fails, or its answer is lost, nothing is
     * remembered and the next tick decides again.
     *
     * @param effect what to call
     * @param journal what to remember if the call was answered
     */
    record Call(Effect effect, Journal journal, String why) implements Decision {
        @Override
        public <T, X extends Exception> T carryOut(Driver<T, X> driver) throws X {
            return driver.call(this);
        }
    }

    /**
     * The run has ended; {@code journal} says how and why.
     *
     * @param succeeded what to answer CloudFormation
     */
    record Ended(Journal journal, boolean succeeded) implements Decision {
        @Override
        public String why() {
            return journal.outcome().orElseThrow() + ": " + journal.why();
        }

        @Override
        public <T, X extends Exception> T carryOut(Driver<T, X> driver) throws X {
            return driver.ended(this);
        }
    }
}
