package io.teal.release.step;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Weights;
import java.util.Optional;
import java.util.Set;

/** A call that changes something. Each is idempotent. */
public sealed interface Effect {

    /** Has {@code caller} carry it out; returns what that gives. */
    <T> T call(Caller<T> caller);

    /** The journal after the call succeeded: it records what cannot be read back. */
    default Journal remembered(Journal journal) {
        return journal;
    }

    /** The write of weights that it is, if it is one: those are stored in the journal before the call. */
    default Optional<SetWeights> writes() {
        return Optional.empty();
    }

    /** Who carries effects out: one method for each, so that none can be forgotten. */
    interface Caller<T> {
        /** Carries out {@link SetWeights}. */
        T setWeights(SetWeights effect);

        /** Carries out {@link SetDesired}. */
        T setDesired(SetDesired effect);

        /** Carries out {@link StopOlderRuns}. */
        T stopOlderRuns(StopOlderRuns effect);

        /** Carries out {@link InvokeHook}. */
        T invokeHook(InvokeHook effect);

        /** Carries out {@link MarkPromoted}. */
        T markPromoted(MarkPromoted effect);

        /** Carries out {@link MarkHosts}. */
        T markHosts(MarkHosts effect);

        /** Carries out {@link CreateDeployment}. */
        T createDeployment(CreateDeployment effect);

        /** Carries out {@link StopDeployment}. */
        T stopDeployment(StopDeployment effect);

        /** Carries out {@link TagHosts}. */
        T tagHosts(TagHosts effect);
    }

    /** Rewrites the weights in the production action, if a read just before still shows {@code from}. */
    record SetWeights(Weights from, Weights to) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.setWeights(this);
        }

        @Override
        public Optional<SetWeights> writes() {
            return Optional.of(this);
        }
    }

    /** Sets the desired capacity of a colour's fleet. */
    record SetDesired(Color color, int desired) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.setDesired(this);
        }
    }

    /** Stops the executions of older runs of this service. */
    record StopOlderRuns() implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.stopOlderRuns(this);
        }
    }

    /** Calls the user's hook of {@code point} for the colour that gains traffic. */
    record InvokeHook(Color color, HookPoint point) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.invokeHook(this);
        }
    }

    /**
     * Marks that the version a colour runs has been promoted, so that traffic returning to it is known as a rollback.
     */
    record MarkPromoted(Color color) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.markPromoted(this);
        }
    }

    /** Marks every host in service, so that it does not count as running the version before it is installed. */
    record MarkHosts() implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.markHosts(this);
        }

        @Override
        public Journal remembered(Journal journal) {
            return journal.mark(true);
        }
    }

    /**
     * Has CodeDeploy install the version on every host in service. The run then follows that deployment.
     *
     * @param alarms whether the alarms of the group may stop it
     */
    record CreateDeployment(boolean alarms) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.createDeployment(this);
        }
    }

    /** Stops the deployment that has this id, without rolling it back. */
    record StopDeployment(String deployment) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.stopDeployment(this);
        }
    }

    /** Tags hosts, by their ids, with the version. */
    record TagHosts(Set<String> hosts) implements Effect {
        public TagHosts {
            hosts = Set.copyOf(hosts);
        }

        @Override
        public <T> T call(Caller<T> caller) {
            return caller.tagHosts(this);
        }

        @Override
        public Journal remembered(Journal journal) {
            return journal.mark(false);
        }
    }
}
