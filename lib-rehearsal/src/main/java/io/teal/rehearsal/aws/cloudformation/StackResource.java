package io.teal.rehearsal.aws.cloudformation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * A modelled resource, and what a stack does with it.
 *
 * @param model what its template says; equal models need no update
 * @param put creates or updates it
 * @param remove deletes it
 */
record StackResource(Object model, Put put, Remove remove) {
    /** Creates or updates a resource. */
    interface Put {
        /**
         * Returns when it is done.
         *
         * @param before its model before an update
         * @param cancelled completed when another resource has failed
         * @throws StackFailure if the resource fails
         */
        void in(StackResources stack, Optional<Object> before, CompletableFuture<String> cancelled)
                throws InterruptedException;
    }

    /** Deletes a resource. */
    interface Remove {
        void from(StackResources stack) throws InterruptedException;
    }

    /** One that is put and removed at once, and put in the same way whether it exists or not. */
    static <M> StackResource of(M model, BiConsumer<StackResources, M> put, Remove remove) {
        return new StackResource(model, (stack, before, cancelled) -> put.accept(stack, model), remove);
    }
}
