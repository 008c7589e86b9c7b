package io.teal.rehearsal.run;

import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.report.Report;
import java.time.Duration;
import java.util.List;

/** Measures CPU and delay of the rehearsal itself, from its construction on. */
final class Efforts {
    private static final double THOUSANDTH = 99.9;
    private static final double MICROS_IN_A_MILLI = 1000;

    private final Duration worked = worked();
    private final long begun = System.nanoTime();

    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All that was measured until now; the load generator has used {@code generator} cores. */
    Report.Effort of(double generator, List<Exchange> exchanges) {
        double standIns = worked().minus(worked).toNanos() / (double) (System.nanoTime() - begun);
        return new Report.Effort(generator, standIns, late(exchanges) / MICROS_IN_A_MILLI);
    }

    /** How late the latest thousandth of the requests left, in microseconds, at least. */
    static long late(List<Exchange> exchanges) {
        return new Percentiles(exchanges.stream().mapToLong(Exchange::lateMicros)).at(THOUSANDTH);
    }
}
