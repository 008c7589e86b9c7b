package io.teal.rehearsal.load;

/**
 * One request as seen by the load generator.
 *
 * @param id unique in the run
 * @param method {@code GET} or {@code POST}
 * @param dueMicros when it was due, in microseconds since 1970
 * @param lateMicros how much later than due it was sent
 * @param latencyMicros from its due time to the end of its answer
 * @param status the answer's code; 0 if there was none
 * @param host the host that answered; empty if none did
 * @param cause why there was no answer, or the reason of the load balancer's own answer; else empty
 */
public record Exchange(
        String id,
        String method,
        long dueMicros,
        long lateMicros,
        long latencyMicros,
        int status,
        String host,
        String cause) {

    /** Whether the answer was a 2xx. */
    public boolean answered() {
        return status >= 200 && status < 300;
    }

    /** The exchange as one line. */
    String line() {
        return String.join(
                "\t",
                id,
                method,
                Long.toString(dueMicros),
                Long.toString(lateMicros),
                Long.toString(latencyMicros),
                Integer.toString(status),
                host,
                cause);
    }

    /** Reads {@link #line}. */
    static Exchange parse(String line) {
        String[] part = line.split("\t", -1);
        return new Exchange(
                part[0],
                part[1],
                Long.parseLong(part[2]),
                Long.parseLong(part[3]),
                Long.parseLong(part[4]),
                Integer.parseInt(part[5]),
                part[6],
                part[7]);
    }
}
