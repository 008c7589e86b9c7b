package io.teal.verify;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** All probes in a row, in a stack that goes whatever happens. */
final class Verification {
    /** Every probe saw what is relied on. */
    static final int SEEN = 0;

    /** A probe saw something else, or came to no result. */
    static final int NOT_SEEN = 1;

    private final Lab lab;
    private final PrintWriter out;

    Verification(Lab lab, PrintWriter out) {
        this.lab = lab;
        this.out = out;
    }

    int run() {
        Thread deletes = new Thread(lab::delete);
        Runtime.getRuntime().addShutdownHook(deletes);
        try {
            say("creating the stack, which takes some minutes");
            String status = lab.deploy(Map.of("Round", "one", "Fail", "no"));
            if (!status.equals("CREATE_COMPLETE")) {
                say("the stack is " + status + ": nothing could be measured");
                return NOT_SEEN;
            }
            return probes();
        } finally {
            say("deleting the stack");
            Runtime.getRuntime().removeShutdownHook(deletes);
            lab.delete();
        }
    }

    private int probes() {
        int result = SEEN;
        for (Probe probe : Probe.values()) {
            Finding finding = measured(probe);
            say(String.format(
                    Locale.ROOT,
                    "%-3s %-8s %s: %s",
                    probe,
                    finding.seen() ? "seen" : "NOT SEEN",
                    probe.claim(),
                    finding.figure()));
            result = finding.seen() ? result : NOT_SEEN;
        }
        return result;
    }

    /** A probe that breaks does not keep the others from their turn. */
    private Finding measured(Probe probe) {
        try {
            return probe.measure(lab);
        } catch (RuntimeException broken) {
            return new Finding(false, "no result: " + broken.getMessage());
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
