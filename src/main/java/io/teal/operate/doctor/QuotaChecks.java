package io.teal.operate.doctor;

import io.teal.operate.account.Connection;
import io.teal.operate.account.GroupCount;
import io.teal.operate.account.LaunchedHost;
import io.teal.operate.account.Quotas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether the account's quotas leave room for the next release of each service. What does not fit is a note: quotas are
 * raised without a deploy, and others use them up meanwhile.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html">On-Demand Instance
 *     quotas</a>
 */
final class QuotaChecks {
    private static final String RAISE = "raise it in Service Quotas: ";

    /** Launch templates in the region. */
    private static final String TEMPLATES = "L-FB451C26";

    /** vCPUs of running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances. */
    private static final String STANDARD = "L-1216C47A";

    private final Connection connection;
    private final Quotas quotas;
    private final List<ReleaseNeed> needs;

    QuotaChecks(Connection connection, List<ReleaseNeed> needs) {
        this.connection = connection;
        this.quotas = connection.account().quotas();
        this.needs = List.copyOf(needs);
    }

    /** All of them, by what they look at, in order. */
    Map<String, Supplier<CheckResult>> all() {
        Map<String, Supplier<CheckResult>> checks = new LinkedHashMap<>();
        checks.put("quota of groups", this::groups);
        checks.put("quota of templates", this::templates);
        for (ReleaseNeed need : needs) {
            BalancerRoom balancer = new BalancerRoom(connection, need);
            checks.put(need.service() + " targets", balancer::look);
            checks.put(need.service() + " vCPUs", () -> cpus(need));
        }
        return checks;
    }

    private int missing() {
        return needs.stream().mapToInt(ReleaseNeed::missing).sum();
    }

    private CheckResult groups() {
        GroupCount count = quotas.groups();
        return room(count.now(), count.most(), "Auto Scaling groups", "Auto Scaling groups per region");
    }

    private CheckResult templates() {
        int now = connection.account().ec2().describeLaunchTemplates().size();
        return room(now, quotas.serviceQuota("ec2", TEMPLATES), "launch templates", TEMPLATES);
    }

    private CheckResult room(int now, int most, String what, String quota) {
        String seen = now + " of " + most + " " + what + ", the next release makes "
                + (missing() == 0 ? "none" : missing() + " more");
        return now + missing() <= most ? CheckResult.ok("", seen) : CheckResult.note("", seen, RAISE + quota);
    }

    /** Hosts that run are counted; what a host takes is known by those of the same service. */
    private CheckResult cpus(ReleaseNeed need) {
        List<LaunchedHost> all = quotas.hosts();
        List<LaunchedHost> own = all.stream()
                .filter(host -> host.group().filter(need.groups()::contains).isPresent())
                .toList();
        if (own.isEmpty()) {
            return CheckResult.skip("", "no host of it runs, so that its size is not known", "ask again when one does");
        }
        if (!own.stream().allMatch(LaunchedHost::standard)) {
            return CheckResult.skip(
                    "",
                    "some hosts count for another quota than " + STANDARD + ": Spot, or no standard family",
                    "look at that quota in Service Quotas");
        }
        int each = own.stream().mapToInt(LaunchedHost::cpus).max().orElse(0);
        int used = all.stream()
                .filter(LaunchedHost::standard)
                .mapToInt(LaunchedHost::cpus)
                .sum();
        return cpus(need, each, used, quotas.serviceQuota("ec2", STANDARD));
    }

    private static CheckResult cpus(ReleaseNeed need, int each, int used, int quota) {
        int more = Math.max(0, need.most() - need.now()) * each;
        int level = Math.max(0, need.level() - need.now()) * each;
        String seen =
                used + " of " + quota + " vCPUs of On-Demand Standard hosts, " + need.way() + " take " + more + " more";
        if (used + more <= quota) {
            return CheckResult.ok("", seen);
        }
        return used + level <= quota
                ? CheckResult.note("", seen, RAISE + STANDARD + ", or lower maxCapacity")
                : CheckResult.note(
                        "",
                        seen + "; a release at the size of now takes " + level + " more, and cannot start its hosts",
                        RAISE + STANDARD);
    }
}
