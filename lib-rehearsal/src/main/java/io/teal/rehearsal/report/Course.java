package io.teal.rehearsal.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a run went over time. Times are seconds as they really passed, from the first request on; what happened before it
 * has a negative time.
 *
 * @param seconds when the run ended
 * @param servers who answered, in the order in which they first did
 * @param perSecond each second in which requests were due, in order; the last one may be cut short
 * @param levels the fleets: one entry per change, sampled every six seconds of the template's time
 * @param marks what happened, in order
 * @param decisions what the runs behind Preflight and Shift decided, in order
 */
public record Course(
        double seconds,
        List<Server> servers,
        List<Second> perSecond,
        List<Level> levels,
        List<Milestone> marks,
        List<RunDecision> decisions) {

    /** The hosts of all fleets together when the load began, and the most that there were since. */
    public Hosts hosts() {
        Map<String, Integer> now = new TreeMap<>();
        int began = 0;
        int most = 0;
        for (Level level : levels) {
            now.put(level.fleet(), level.hosts());
            int all = now.values().stream().mapToInt(Integer::intValue).sum();
            began = level.seconds() <= 0 ? all : began;
            most = level.seconds() <= 0 ? all : Math.max(most, all);
        }
        return new Hosts(began, most);
    }

    /**
     * The number of hosts.
     *
     * @param began when the load began
     * @param most at any time since
     */
    public record Hosts(int began, int most) {}

    /**
     * The hosts of one version in one fleet.
     *
     * @param name its fleet and its version, as in {@code blue 1.0.0}
     * @param fleet its fleet's colour, or logical id
     * @param version the version
     */
    public record Server(String name, String fleet, String version) {}

    /**
     * The requests that were due within one second.
     *
     * @param from when it began
     * @param requests how many were due
     * @param answers how many of them were answered with a 2xx code, by the name of the server
     * @param errors how many were not, by code; {@code no answer} where there was none
     * @param p50Millis median latency, from when a request was due
     * @param p99Millis 99th percentile of the same
     */
    public record Second(
            int from,
            long requests,
            Map<String, Long> answers,
            Map<String, Long> errors,
            double p50Millis,
            double p99Millis) {}

    /**
     * The state of a fleet from a time on.
     *
     * @param seconds when that was seen
     * @param fleet its colour, or its logical id
     * @param weight its weight on the production listener
     * @param healthy its healthy hosts
     * @param desired the hosts it should have
     * @param hosts the hosts it has or is getting, those that end included
     */
    public record Level(double seconds, String fleet, int weight, int healthy, int desired, int hosts) {}

    /**
     * Something that happened.
     *
     * @param seconds when
     * @param kind what kind of thing
     * @param text the leg's name; the weights that are not 0, as {@code blue 90, green 10}; how a deploy ended
     */
    public record Milestone(double seconds, MilestoneKind kind, String text) {
        /** The kinds. */
        public enum MilestoneKind {
            /** A leg began. */
            LEG,
            /** The production listener has other weights than before. */
            WEIGHTS,
            /** A deploy ended. */
            RESULT
        }
    }

    /**
     * What a run decided, as its log says it.
     *
     * @param seconds when it did first
     * @param service the service it is about
     * @param run the run's name, which begins with {@code preflight} or {@code shift}
     * @param what what it did, as {@code wait}, {@code call}, {@code note} or {@code ended}
     * @param reason why
     * @param times how many times in a row
     */
    public record RunDecision(double seconds, String service, String run, String what, String reason, int times) {}
}
