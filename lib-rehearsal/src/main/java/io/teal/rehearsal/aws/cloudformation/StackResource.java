package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.elb.InUseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A modelled resource, and what a stack does with it.
 *
 * @param model what is played of it
 * @param said what its template says; if that is the same, it needs no update
 * @param put creates or updates it
 * @param remove deletes it; completed with why it could not, or nothing
 */
record StackResource(
        Object model, Object said, Put put, Function<StackResources, CompletableFuture<Optional<String>>> remove) {
    /** One of which all that is said is played. */
    StackResource(Object model, Put put, Function<StackResources, CompletableFuture<Optional<String>>> remove) {
        this(model, model, put, remove);
    }

    /** The same, of which {@code all} is said. */
    StackResource saying(Object all) {
        return new StackResource(model, all, put, remove);
    }

    /** Creates or updates a resource. */
    interface Put {
        /**
         * Completed with why it failed, or nothing.
         *
         * @param before its model before an update
         * @param cancelled completed when another resource has failed
         */
        CompletableFuture<Optional<String>> into(
                StackResources stack, Optional<Object> before, CompletableFuture<String> cancelled);
    }

    /** One that is put and removed at once, and put in the same way whether it exists or not; AWS may refuse it. */
    static <M> StackResource of(M model, BiConsumer<StackResources, M> put, Consumer<StackResources> remove) {
        return new StackResource(
                model,
                (stack, before, cancelled) ->
                        CompletableFuture.completedFuture(refusal(() -> put.accept(stack, model))),
                stack -> {
                    remove.accept(stack);
                    return CompletableFuture.completedFuture(Optional.empty());
                });
    }

    private static Optional<String> refusal(Runnable put) {
        try {
            put.run();
            return Optional.empty();
        } catch (InUseException refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
