package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A client's connection to one node of the load balancer, in the model. */
public interface ClientConnection {
    /** Sends a request; completed with its answer, or with nothing if the connection was cut. */
    CompletableFuture<Optional<HttpHead>> send(HttpHead request);

    /** Whether neither side has closed it. */
    boolean isOpen();

    /** The client closes it. */
    void close();
}
