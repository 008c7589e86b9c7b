package io.teal.operate.plan;

import io.teal.release.Color;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a deploy and the choice after it cost, by a price that the user gives: AWS's differ by region, type and
 * contract.
 *
 * @param hour of one host, in whatever currency
 */
public record PriceText(double hour) {
    /** The lines for {@code service}, whose hosts are {@code capacity}. */
    List<String> lines(Forecast service, Capacity capacity) {
        int more = Math.max(0, capacity.during() - capacity.now());
        List<String> lines = new ArrayList<>();
        lines.add("price: " + of(more, service.atLeast()) + " to " + of(more, service.atMost())
                + " more for the deploy, then " + hourly(capacity.after()) + " each hour");
        Color idle = service.release().active().other();
        int hosts = capacity.idle();
        if (hosts > 0) {
            lines.add("  of these " + hourly(hosts) + " for " + hosts(hosts) + " of " + idle
                    + ", which has no traffic, until it is retired");
        }
        RestingStandby.of(service)
                .ifPresent(
                        small -> lines.add("  and " + hourly(small.fewer()) + " fewer by standbyCapacity: without it "
                                + hosts(small.hosts() + small.fewer()) + " of " + idle));
        return lines;
    }

    static String hosts(int count) {
        return count + (count == 1 ? " host" : " hosts");
    }

    private String of(int hosts, Duration time) {
        return money(hosts * hour * time.toSeconds() / 3600.0);
    }

    private String hourly(int hosts) {
        return money(hosts * hour);
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
