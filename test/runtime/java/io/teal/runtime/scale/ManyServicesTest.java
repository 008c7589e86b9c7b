package io.teal.runtime.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services of 10 hosts a colour in one account and region, all promoted at once. */
class ManyServicesTest {
    private static final PrintStream OUT = System.out;
    private static final int MANY = Integer.getInteger("scale.services", 200);

    /** The same for each seed of many. */
    private static final double ALONE = medianAlone();

    private record Due(long at, Service service) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(at, other.at);
        }
    }

    private static List<Service> deploy(Region region, int count) {
        List<Service> services = IntStream.range(0, count)
                .mapToObj(number -> new Service(region, number))
                .toList();
        PriorityQueue<Due> queue = new PriorityQueue<>();
        services.forEach(service -> queue.add(new Due(region.random.nextInt(1000), service)));
        while (!queue.isEmpty()) {
            Due due = queue.poll();
            long next = due.service.step(due.at);
            if (next >= 0) {
                queue.add(new Due(next, due.service));
            }
        }
        return services;
    }

    private static double median(List<Service> services) {
        List<Long> ends =
                services.stream().map(service -> service.ended).sorted().toList();
        return ends.get(ends.size() / 2) / 1000.0;
    }

    /** Chance spreads the ticks of one alone too. */
    private static double medianAlone() {
        return median(IntStream.rangeClosed(1, 9)
                .mapToObj(seed -> deploy(new Region(seed), 1).get(0))
                .toList());
    }

    /** A quarter of what it was when every tick read everything. */
    @Test
    void aReleaseAloneMakesFewCalls() {
        Region quiet = new Region(1);
        List<Service> alone = deploy(quiet, 1);
        OUT.println("alone: " + tell(quiet, alone));
        assertThat(alone).allMatch(Service::promoted);
        assertThat(quiet.throttled).isEmpty();
        assertThat(quiet.calls.values().stream().mapToInt(Integer::intValue).sum())
                .isLessThanOrEqualTo(122);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void theyAllPromoteWithinFifteenPercentOfTheTimeOfOne(long seed) {
        Region busy = new Region(seed);
        List<Service> all = deploy(busy, MANY);
        OUT.println(MANY + ": " + tell(busy, all) + ", alone " + ALONE);
        assertThat(all).allMatch(Service::promoted);
        assertThat(median(all)).isLessThanOrEqualTo(1.15 * ALONE);
    }

    private static String tell(Region region, List<Service> all) {
        int count = all.size();
        long promoted = all.stream().filter(Service::promoted).count();
        all.stream().filter(one -> !one.promoted()).limit(4).forEach(one -> OUT.println("  " + one.reason()));
        return promoted + " promoted, median " + median(all) + " s, slowest "
                + all.stream().mapToLong(one -> one.ended).max().orElse(0) / 1000 + " s; a release: "
                + all.stream().mapToInt(one -> one.invocations).sum() / count + " invocations, "
                + all.stream().mapToInt(one -> one.transitions).sum() / count + " transitions, "
                + all.stream().mapToLong(one -> one.busyMillis).sum() / 1000 / count + " s of Lambda, "
                + region.calls.values().stream().mapToInt(Integer::intValue).sum() / count + " calls " + region.calls
                + ", refused " + region.throttled;
    }
}
