package io.teal.operate;

import io.teal.operate.account.GroupCount;
import io.teal.operate.account.LaunchedHost;
import io.teal.operate.account.Quotas;
import io.teal.release.port.AwsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quotas in memory, AWS's defaults, and what uses them. */
public final class FakeQuotas implements Quotas {
    public GroupCount groups = new GroupCount(12, 500);
    public final Map<String, Integer> loadBalancing = new HashMap<>(Map.of(
            "targets-per-application-load-balancer", 1000,
            "target-groups-per-application-load-balancer", 100,
            "rules-per-application-load-balancer", 100,
            "targets-per-network-load-balancer", 3000));
    public final Map<String, Integer> services = new HashMap<>(Map.of("L-1216C47A", 64, "L-FB451C26", 5000));
    public final List<LaunchedHost> hosts = new ArrayList<>();
    public List<String> balancers =
            List.of("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc");
    public List<String> targetGroups = List.of();
    public Optional<AwsException> refused = Optional.empty();

    /** {@code count} On-Demand hosts of a group. */
    public FakeQuotas hosts(String group, String type, int cpus, int count) {
        for (int i = 0; i < count; i++) {
            hosts.add(new LaunchedHost(Optional.of(group), type, true, cpus));
        }
        return this;
    }

    private void ask() {
        refused.ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public GroupCount groups() {
        ask();
        return groups;
    }

    @Override
    public Map<String, Integer> loadBalancing() {
        ask();
        return loadBalancing;
    }

    @Override
    public List<String> targetGroups(String loadBalancer) {
        ask();
        return targetGroups;
    }

    @Override
    public List<String> loadBalancers(List<String> ofGroups) {
        ask();
        targetGroups = targetGroups.isEmpty() ? ofGroups : targetGroups;
        return balancers;
    }

    @Override
    public int serviceQuota(String service, String quota) {
        ask();
        return services.get(quota);
    }

    @Override
    public List<LaunchedHost> hosts() {
        ask();
        return hosts;
    }
}
