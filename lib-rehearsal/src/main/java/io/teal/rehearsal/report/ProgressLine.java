package io.teal.rehearsal.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows progress: on a terminal one line that is overwritten, elsewhere one line per phase. */
public final class ProgressLine implements AutoCloseable {
    private static final long REFRESH_MILLIS = 250;

    private final PrintWriter out;
    private final boolean terminal;
    private final Thread ticker = new Thread(this::tick, "progress");
    private String phase = "";
    private Supplier<String> status = () -> "";
    private long begun;

    /** Prints to {@code out}; {@code terminal} says whether a line there can be overwritten. */
    public ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        ticker.setDaemon(true);
        if (terminal) {
            ticker.start();
        }
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
        double seconds = (System.nanoTime() - begun) / 1e9;
        String line = String.format(Locale.ROOT, "... %s  %.1f s  %s", phase, seconds, status.get());
        out.printf("\r%-79.79s", line);
        out.flush();
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
