package io.teal.rehearsal.aws.autoscaling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** EC2, which runs the hosts: as processes, or a model of them. */
public interface Machines {
    /** Boots host {@code id} of {@code fleet} in availability zone {@code zone}; returns before it answers. */
    Machine boot(String id, FleetModel fleet, int zone);

    /** Why no host of {@code fleet} is launched in {@code zone} now, as Auto Scaling puts it; empty if one is. */
    default Optional<String> refusal(FleetModel fleet, int zone) {
        return Optional.empty();
    }

    /** The last line that one of {@code hosts} printed, or what to do if there is none. */
    String lastWords(Collection<String> hosts);

    /** The last lines that {@code host} printed, at most {@code most}; none if nobody can tell. */
    List<String> printed(String host, int most);

    /** What a host runs on. */
    interface Machine {
        /** The port it listens on. */
        int port();

        /** Whether it runs. */
        boolean isAlive();

        /** Whether its service accepts connections. */
        boolean listens();

        /** Kills it at once, as if EC2 lost the instance. */
        void kill();

        /** Asks it to stop; completed when it has. */
        CompletableFuture<Void> stop();
    }
}
