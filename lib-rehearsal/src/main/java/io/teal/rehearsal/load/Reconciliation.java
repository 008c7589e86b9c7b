package io.teal.rehearsal.load;

import java.util.List;

/**
 * Compares the client's ledger with the hosts'.
 *
 * @param sent requests sent
 * @param lost requests that were not answered with a 2xx code
 * @param doubled POST requests served more than once; always 0 if no host keeps a ledger
 * @param unseen requests answered with a 2xx code but in no host's ledger, so a ledger is broken; 0 without ledgers
 * @param doublesCounted whether any host keeps a ledger
 */
public record Reconciliation(long sent, long lost, long doubled, long unseen, boolean doublesCounted) {

    /** Compares the two. */
    public static Reconciliation of(List<Exchange> client, ServerLedgers servers) {
        long lost = client.stream().filter(exchange -> !exchange.answered()).count();
        long doubled = client.stream()
                .filter(exchange -> exchange.method().equals("POST"))
                .filter(exchange -> servers.times().getOrDefault(exchange.id(), 0) > 1)
                .count();
        long unseen = client.stream()
                .filter(Exchange::answered)
                .filter(exchange -> servers.kept() && !servers.times().containsKey(exchange.id()))
                .count();
        return new Reconciliation(client.size(), lost, doubled, unseen, servers.kept());
    }
}
