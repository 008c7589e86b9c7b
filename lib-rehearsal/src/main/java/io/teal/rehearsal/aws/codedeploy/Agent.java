package io.teal.rehearsal.aws.codedeploy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** CodeDeploy's agent on one host: runs real scripts on real files, or models them. */
interface Agent {
    /** The version that is installed. */
    Optional<String> version();

    /** Performs an event that is not the load balancer's; completed with why it failed, or with nothing. */
    CompletableFuture<Optional<String>> start(String event, Order order);

    /** The last event of {@code order} has succeeded. */
    void succeeded(Order order);

    /**
     * What to install.
     *
     * @param deployment the deployment's id
     * @param bundle the revision
     * @param names what scripts are told of the deployment group, by variable
     * @param stopped whether the deployment is stopped, which kills a script that runs
     */
    record Order(
            String deployment,
            RevisionFolders.RevisionFolder bundle,
            Map<String, String> names,
            BooleanSupplier stopped) {
        /** Copies the map. */
        public Order {
            names = Map.copyOf(names);
        }
    }
}
