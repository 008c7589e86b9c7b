package io.teal.rehearsal.run;

import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Load;
import io.teal.rehearsal.report.Report;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Measures CPU and delay of the rehearsal itself, from its construction on. */
final class Efforts {
    private static final double THOUSANDTH = 99.9;
    private static final double MICROS_IN_A_MILLI = 1000;

    private final Duration worked = worked();
    private final long begun = System.nanoTime();
    private double generator;
    private double standIns;

    /** The load is about to end. */
    void measure(Load load) {
        generator = load.cores();
        standIns = worked().minus(worked).toNanos() / (double) (System.nanoTime() - begun);
    }

    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All that was measured. */
    Report.Effort of(List<Exchange> exchanges) {
        return new Report.Effort(generator, standIns, late(exchanges) / MICROS_IN_A_MILLI);
    }

    /** How late the latest thousandth of the requests left, in microseconds, at least. */
    static long late(List<Exchange> exchanges) {
        Histogram late = new Histogram(3);
        exchanges.forEach(exchange -> late.recordValue(Math.max(0, exchange.lateMicros())));
        return late.getValueAtPercentile(THOUSANDTH);
    }
}
