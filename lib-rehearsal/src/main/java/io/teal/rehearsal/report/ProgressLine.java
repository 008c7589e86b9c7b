package io.teal.rehearsal.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows progress: on a terminal one line that is overwritten, elsewhere one line per phase, and more if it lasts. */
public final class ProgressLine implements AutoCloseable {
    private static final long REFRESH_MILLIS = 250;

    /** How often a phase that lasts is told of where no line can be overwritten. */
    private static final double TELL_SECONDS = 15;

    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final boolean terminal;
    private final Thread ticker = new Thread(this::tick, "progress");
    private String phase = "";
    private Supplier<String> status = () -> "";
    private long begun;
    private double told;

    /** Prints to {@code out}; {@code terminal} says whether a line there can be overwritten. */
    public ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        ticker.setDaemon(true);
        ticker.start();
    }

    /** Prints one line that stays. */
    public synchronized void say(String line) {
        clear();
        Wrap.print(out, line);
        out.flush();
    }

    /** A phase begins; {@code now} says the current status. */
    public synchronized void begin(String name, Supplier<String> now) {
        phase = name;
        status = now;
        begun = System.nanoTime();
        told = 0;
        if (!terminal) {
            say("... " + name);
        }
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(REFRESH_MILLIS);
                refresh();
            }
        } catch (InterruptedException closed) {
            return;
        }
    }

    private synchronized void refresh() {
        double seconds = (System.nanoTime() - begun) / NANOS;
        if (terminal) {
            String line = String.format(Locale.ROOT, "... %s  %.1f s  %s", phase, seconds, status.get());
            out.printf("\r%-79.79s", line);
            out.flush();
        } else if (!phase.isEmpty() && seconds - told >= TELL_SECONDS) {
            told = seconds;
            say(String.format(Locale.ROOT, "    still %s, after %.0f s  %s", phase, seconds, status.get()));
        }
    }

    /** Erases the progress line. */
    public synchronized void clear() {
        if (terminal) {
            out.printf("\r%79s\r", "");
        }
    }

    @Override
    public synchronized void close() {
        ticker.interrupt();
        clear();
        out.flush();
    }
}
