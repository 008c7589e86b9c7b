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
        boolean kept = servers.kept();
        long lost = 0;
        long doubled = 0;
        long unseen = 0;
        for (Exchange exchange : client) {
            int times = servers.times().getOrDefault(exchange.id(), 0);
            lost += exchange.answered() ? 0 : 1;
            doubled += times > 1 && exchange.method().equals("POST") ? 1 : 0;
            unseen += kept && times == 0 && exchange.answered() ? 1 : 0;
        }
        return new Reconciliation(client.size(), lost, doubled, unseen, kept);
    }
}
