package io.teal.rehearsal.load;

import io.teal.rehearsal.aws.elb.ClientConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import io.teal.rehearsal.http.RequestedUrl;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A request beside the load, which no ledger has.
 *
 * @param url a path, or {@code http://host/path}
 * @param header the name of a header of it
 * @param value what that header says
 */
public record PreviewRequest(String url, String header, String value) {
    /**
     * What came back.
     *
     * @param status the answer's code; empty if there was none
     * @param host the host that answered; empty if none did
     */
    public record Answered(String status, Optional<String> host) {}

    /** Whether each request of the load has {@code header}. */
    public static boolean loadHas(String header) {
        return header.equalsIgnoreCase(RehearsalHeaders.REQUEST);
    }

    /** Sends it as the {@code number}th, on a connection that ends with it. */
    public CompletableFuture<Answered> send(ClientConnection connection, int number) {
        RequestedUrl requested = RequestedUrl.of(url, "preview");
        HttpHead head = HttpHead.of(
                "GET " + requested.path() + " HTTP/1.1",
                "Host",
                requested.host(),
                RehearsalHeaders.REQUEST,
                RehearsalHeaders.PREVIEW + number,
                header,
                value,
                "Connection",
                "close");
        return connection
                .send(head)
                .thenApply(answer -> new Answered(
                        answer.map(one -> one.startLine().split(" ")[1]).orElse(""),
                        answer.flatMap(one -> one.header(RehearsalHeaders.HOST))));
    }
}
