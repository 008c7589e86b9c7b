package io.teal.operate.doctor;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Quotas;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a service's load balancer has room for the next release: targets, target groups, rules. Those of others on
 * the same load balancer count.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html">Quotas
 *     for Application Load Balancers</a>
 */
record BalancerRoom(Connection connection, ReleaseNeed need) {
    private static final String APPLICATION = "application-load-balancer";
    private static final String NETWORK = "network-load-balancer";

    CheckResult look() {
        List<String> balancers = need.targetGroups().isEmpty()
                ? List.of()
                : connection.account().quotas().loadBalancers(need.targetGroups());
        return balancers.size() == 1
                ? look(balancers.get(0))
                : CheckResult.skip(
                        "",
                        "its target groups are on " + balancers.size() + " load balancers, and one is looked at only",
                        "look at its targets in Service Quotas");
    }

    private CheckResult look(String balancer) {
        Quotas quotas = connection.account().quotas();
        boolean network = balancer.contains(":loadbalancer/net/");
        Map<String, Integer> most = quotas.loadBalancing();
        List<String> groups = quotas.targetGroups(balancer);
        int now = groups.stream().mapToInt(this::targets).sum();
        int more = Math.max(0, need.most() - need.now()) * need.targets();
        String name = "targets-per-" + (network ? NETWORK : APPLICATION);
        Optional<Integer> quota = Optional.ofNullable(most.get(name));
        String seen = now + of(quota) + " targets on its load balancer, " + need.way() + " are " + more + " more"
                + (network ? "" : "; " + others(groups, balancer, most));
        if (quota.isEmpty()) {
            return CheckResult.skip("", seen, "Elastic Load Balancing did not say " + name);
        }
        return now + more <= quota.get()
                ? CheckResult.ok("", seen)
                : CheckResult.note("", seen, "raise it in Service Quotas, or lower maxCapacity: " + name);
    }

    private int targets(String targetGroup) {
        return connection.aws().describeTargetHealth(targetGroup).size();
    }

    /** A release makes neither: both colours have their target groups always. Default rules do not count. */
    private String others(List<String> groups, String balancer, Map<String, Integer> most) {
        long rules = connection.aws().describeListeners(balancer).stream()
                .flatMap(listener -> connection.aws().describeRules(listener).stream())
                .filter(rule -> !rule.isDefault())
                .count();
        return groups.size() + of(Optional.ofNullable(most.get("target-groups-per-" + APPLICATION)))
                + " target groups, " + rules + of(Optional.ofNullable(most.get("rules-per-" + APPLICATION)))
                + " rules";
    }

    private static String of(Optional<Integer> quota) {
        return quota.map(most -> " of " + most).orElse("");
    }
}
