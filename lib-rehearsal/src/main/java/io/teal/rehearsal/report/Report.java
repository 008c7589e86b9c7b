package io.teal.rehearsal.report;

import io.teal.rehearsal.load.Reconciliation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What one rehearsal showed.
 *
 * @param title what was rehearsed
 * @param seed the seed of every choice that is drawn
 * @param speed how much faster the templates' timers ran
 * @param rate requests per second
 * @param phases what happened, leg by leg
 * @param totals the ledgers, reconciled
 * @param losses lost requests by cause and preceding event, most first
 * @param noPart resources that are not modelled, by type
 * @param invalid why the run is invalid; empty if it is not
 * @param course the values over time
 * @param recipe how to repeat it
 * @param effort CPU and delay of the rehearsal itself
 * @param run when and by what it was run, what was staged, and what stopped it
 */
public record Report(
        String title,
        long seed,
        double speed,
        int rate,
        List<Phase> phases,
        Reconciliation totals,
        List<Loss> losses,
        SortedMap<String, Integer> noPart,
        String invalid,
        Course course,
        Recipe recipe,
        Effort effort,
        RunFacts run) {

    /**
     * One leg.
     *
     * @param name its name
     * @param fromSeconds when it began, in seconds from the first request on; negative before it
     * @param seconds how long it took
     * @param fleets the fleets at its end, and those that ended in it
     * @param requests requests that were due in it
     * @param lost those of them that were lost
     * @param p50Millis median latency, from when a request was due
     * @param p99Millis 99th percentile of the same
     * @param wentBack why the stack rolled its deploy back; empty if it did not
     */
    public record Phase(
            String name,
            double fromSeconds,
            double seconds,
            List<FleetLine> fleets,
            long requests,
            long lost,
            double p50Millis,
            double p99Millis,
            String wentBack) {}

    /**
     * One fleet in one leg.
     *
     * @param name its colour, or its logical id
     * @param weight its weight on the production listener at the end of the leg
     * @param healthy its healthy hosts then
     * @param desired the hosts it should have had then
     * @param requests requests it answered in the leg, by version
     */
    public record FleetLine(String name, int weight, int healthy, int desired, Map<String, Long> requests) {}

    /**
     * Requests lost for one reason, after one event.
     *
     * @param cause the status code and the reason
     * @param count how many
     * @param since what the times count from
     * @param fromSeconds when the first was due
     * @param toSeconds when the last was due
     */
    public record Loss(String cause, long count, String since, double fromSeconds, double toSeconds) {}

    /**
     * CPU and delay of the rehearsal itself under load.
     *
     * @param generatorCores how much of a core the load generator used
     * @param standInCores how much of a core the load balancer, the stack, the runs and the probes used together
     * @param lateMillis how late the latest thousandth of the requests left, at least
     */
    public record Effort(double generatorCores, double standInCores, double lateMillis) {
        /** Of a modelled run, whose figures would be those of this machine. */
        public static final Effort NONE = new Effort(0, 0, 0);
    }

    /** The same, with how to repeat it. */
    public Report repeatedBy(Recipe how) {
        return new Report(title, seed, speed, rate, phases, totals, losses, noPart, invalid, course, how, effort, run);
    }

    /** The resources that are not modelled, as {@code 3 resources: AWS::EC2::VPC, AWS::EC2::Subnet (2)}. */
    public String notModelled() {
        long count = noPart.values().stream().mapToLong(Integer::longValue).sum();
        return noPart.entrySet().stream()
                .map(type -> type.getKey() + (type.getValue() > 1 ? " (" + type.getValue() + ")" : ""))
                .collect(Collectors.joining(", ", Numbers.count(count, "resource", "resources") + ": ", ""));
    }

    /** Whether the run is valid and went as planned, with nothing lost and nothing doubled. */
    public boolean clean() {
        return invalid.isEmpty() && run.released() && totals.lost() == 0 && totals.doubled() == 0;
    }
}
