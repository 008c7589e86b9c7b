package io.teal.operate;

import io.teal.operate.account.Account;
import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.StackState;
import io.teal.release.port.AwsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stacks in memory. */
public final class FakeAccount implements Account {
    public final Map<String, StackState> stacks = new HashMap<>();
    public final Map<String, String> templates = new HashMap<>();
    public final Map<String, String> resources = new HashMap<>();
    public final Map<String, String> exports = new HashMap<>();
    public final Map<String, String> newest = new HashMap<>();
    public final Map<String, List<String>> histories = new HashMap<>();
    public final FakeEc2 ec2 = new FakeEc2();
    public final FakeQuotas quotas = new FakeQuotas();
    public final FakeRights rights = new FakeRights();
    public final List<HostRefresh> refreshes = new ArrayList<>();
    public final FakeTelemetry telemetry = new FakeTelemetry();
    public final List<String> cancelled = new ArrayList<>();
    public Optional<AwsException> broken = Optional.empty();

    @Override
    public Optional<StackState> describeStack(String name) {
        broken.ifPresent(failure -> {
            throw failure;
        });
        return Optional.ofNullable(stacks.get(name));
    }

    @Override
    public String getTemplate(String stack) {
        return templates.get(stack);
    }

    @Override
    public Map<String, String> listStackResources(String stack) {
        return resources;
    }

    @Override
    public Map<String, String> listExports() {
        return exports;
    }

    @Override
    public void cancelUpdateStack(String stack) {
        cancelled.add(stack);
    }

    @Override
    public Optional<String> latestLaunchTemplateVersion(String launchTemplate) {
        return Optional.ofNullable(newest.get(launchTemplate));
    }

    @Override
    public FakeEc2 ec2() {
        return ec2;
    }

    @Override
    public FakeQuotas quotas() {
        return quotas;
    }

    @Override
    public FakeRights rights() {
        return rights;
    }

    @Override
    public List<HostRefresh> describeInstanceRefreshes(String group) {
        return List.copyOf(refreshes);
    }

    @Override
    public FakeTelemetry telemetry() {
        return telemetry;
    }

    @Override
    public List<String> executionHistory(String execution) {
        return histories.getOrDefault(execution, List.of());
    }
}
