package io.teal.release.step;

import io.teal.release.observation.Weights;
import java.util.Optional;

/** The result of a step. Each has a reason for the log. */
public sealed interface Progress {

    /** The reason, one line. */
    String why();

    /** Has {@code decider} decide what follows from it. */
    <T> T decide(Decider<T> decider);

    /** Who decides: one method for each, so that none can be forgotten. */
    interface Decider<T> {
        /** Decides what follows from {@link Done}. */
        T done(Done step);

        /** Decides what follows from {@link Pending}. */
        T pending(Pending step);

        /** Decides what follows from {@link Perform}. */
        T perform(Perform step);

        /** Decides what follows from {@link Fail}. */
        T fail(Fail step);

        /** Decides what follows from {@link Adopt}. */
        T adopt(Adopt step);

        /** Decides what follows from {@link Follow}. */
        T follow(Follow step);

        /** Decides what follows from {@link Finish}. */
        T finish(Finish step);
    }

    /** The step is done, as the last read confirms. */
    record Done(String why) implements Progress {
        @Override
        public <T> T decide(Decider<T> decider) {
            return decider.done(this);
        }
    }

    /** Nothing to do yet. */
    record Pending(String why) implements Progress {
        @Override
        public <T> T decide(Decider<T> decider) {
            return decider.pending(this);
        }
    }

    /** A call is to be made. */
    record Perform(Effect effect, String why) implements Progress {
        @Override
        public <T> T decide(Decider<T> decider) {
            return decider.perform(this);
        }
    }

    /** The step cannot be done. */
    record Fail(String why) implements Progress {
        @Override
        public <T> T decide(Decider<T> decider) {
            return decider.fail(this);
        }
    }

    /** These are the weights the run starts from, and how many hosts carry them. */
    record Adopt(Weights found, int hosts, String why) implements Progress {
        @Override
        public <T> T decide(Decider<T> decider) {
            return decider.adopt(this);
        }
    }

    /** This is the deployment that the run follows from now on; empty if it needs another. */
    record Follow(Optional<String> deployment, String why) implements Progress {
        @Override
        public <T> T decide(Decider<T> decider) {
            return decider.follow(this);
        }
    }

    /** The plan's goal is reached already; its other steps are skipped. */
    record Finish(String why) implements Progress {
        @Override
        public <T> T decide(Decider<T> decider) {
            return decider.finish(this);
        }
    }
}
