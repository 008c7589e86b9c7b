package io.teal.verify;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Measures every assumption in a stack, and always deletes the stack. */
final class Verification {
    /** Every assumption was seen. */
    static final int SEEN = 0;

    /** An assumption was not seen, or had no result. */
    static final int NOT_SEEN = 1;

    /** The stack could not be deleted. */
    static final int LEFT = 5;

    private static final int LONGEST = 160;

    private final Lab lab;
    private final PrintWriter out;

    Verification(Lab lab, PrintWriter out) {
        this.lab = lab;
        this.out = out;
    }

    int run() {
        Thread interrupted = new Thread(this::cleaned);
        Runtime.getRuntime().addShutdownHook(interrupted);
        int result = NOT_SEEN;
        boolean cleaned = false;
        try {
            result = measured();
        } finally {
            cleaned = cleaned();
            forget(interrupted);
        }
        return cleaned ? result : LEFT;
    }

    private int measured() {
        say("creating the stack " + lab.name() + ", which takes some minutes");
        String status = lab.deploy(Map.of("Round", "one", "Fail", "no"));
        if (!status.equals("CREATE_COMPLETE")) {
            say("the stack is " + status + ": nothing was measured");
            return NOT_SEEN;
        }
        return probes();
    }

    private boolean cleaned() {
        say("deleting the stack " + lab.name() + ", which takes some minutes");
        String status = deleted();
        boolean gone = status.equals(LabStack.GONE);
        say(
                gone
                        ? "the stack is deleted"
                        : "the stack is still there (" + status + "); it costs until it is deleted: aws cloudformation"
                                + " delete-stack --stack-name " + lab.name());
        return gone;
    }

    private String deleted() {
        try {
            return lab.delete();
        } catch (RuntimeException broken) {
            return firstLine(broken);
        }
    }

    /** A JVM that is shutting down keeps its hooks; the hook then deletes the stack. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            return;
        }
    }

    private int probes() {
        int result = SEEN;
        for (Assumption assumption : Assumption.values()) {
            Finding finding = finding(assumption);
            say(String.format(
                    Locale.ROOT,
                    "%-3s %-8s %s: %s",
                    assumption,
                    finding.seen() ? "seen" : "NOT SEEN",
                    assumption.claim(),
                    finding.figure()));
            result = finding.seen() ? result : NOT_SEEN;
        }
        return result;
    }

    /** If one measurement fails, the others still run. */
    private Finding finding(Assumption assumption) {
        try {
            return assumption.measure(lab);
        } catch (RuntimeException broken) {
            return new Finding(false, "no result: " + firstLine(broken));
        }
    }

    /** The message of {@code broken}, without the SDK's list of credentials providers. */
    static String firstLine(Exception broken) {
        String line = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
