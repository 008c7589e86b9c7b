package io.teal.operate.doctor;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.StackState;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import io.teal.runtime.execution.ProductionAction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The checks of what surrounds the services of a stack: the account's quotas, and the caller's rights. */
final class AccountChecks {
    private static final int MOST_SECONDS = 30;

    private final Connection connection;
    private final StackState stack;
    private final List<Service> services;
    private final List<SingleFleet> single;

    AccountChecks(Connection connection, StackState stack, List<Service> services, List<SingleFleet> single) {
        this.connection = connection;
        this.stack = stack;
        this.services = services;
        this.single = single;
    }

    /** All of them, by what they look at, in order. */
    Map<String, Supplier<CheckResult>> all() {
        Map<String, Supplier<CheckResult>> checks = new LinkedHashMap<>();
        checks.put("clock", this::clock);
        try {
            checks.putAll(new QuotaChecks(connection, needs()).all());
        } catch (AwsException unknown) {
            checks.put("quotas", () -> {
                throw unknown;
            });
        }
        RightsChecks rights = new RightsChecks(connection.account().rights());
        services.forEach(service -> checks.put(service.name() + " rights", () -> rights(rights, service)));
        single.forEach(fleet -> checks.put(
                fleet.service() + " rights",
                () -> rights.of(NeededCalls.plan(stack).and(NeededCalls.rollBack(stack, fleet)))));
        return checks;
    }

    /** Signature Version 4 of AWS: a request is refused whose time differs by more than five minutes. */
    private CheckResult clock() {
        Instant there = connection.account().rights().time();
        long seconds = Duration.between(there, connection.clock().instant()).toSeconds();
        String seen = "this machine is " + Math.abs(seconds) + " s " + (seconds < 0 ? "behind" : "ahead of") + " AWS";
        return Math.abs(seconds) <= MOST_SECONDS
                ? CheckResult.ok("clock", "this machine and AWS agree on the time, within " + MOST_SECONDS + " s")
                : CheckResult.note(
                        "clock",
                        seen + ": the times that teal shows are wrong, and from five minutes on AWS refuses signatures",
                        "set the clock, by NTP");
    }

    private List<ReleaseNeed> needs() {
        Stream<ReleaseNeed> colored = services.stream()
                .map(Service::properties)
                .map(one -> ReleaseNeed.of(one, connection.aws().describeAutoScalingGroups(groups(one))));
        Stream<ReleaseNeed> others = single.stream()
                .map(fleet -> ReleaseNeed.of(fleet, connection.aws().describeAutoScalingGroup(fleet.group())));
        return Stream.concat(colored, others).toList();
    }

    private static List<String> groups(CutoverProperties one) {
        return Stream.of(Color.values())
                .map(color -> one.of(color).group())
                .distinct()
                .toList();
    }

    private CheckResult rights(RightsChecks rights, Service service) {
        CutoverProperties properties = service.properties();
        List<ListenerRule> rules = new ProductionAction(connection.aws(), properties).rules();
        CheckResult found =
                rights.of(NeededCalls.plan(stack, properties).and(NeededCalls.rollBack(stack, properties, rules)));
        boolean login = rules.stream()
                .flatMap(rule -> rule.actions().stream())
                .anyMatch(action -> action.type().equals("authenticate-cognito"));
        return login && found.state() == CheckResult.Grade.OK
                ? CheckResult.skip(
                        "",
                        found.lines().get(0) + "; not asked: cognito-idp:DescribeUserPoolClient of the login's pool",
                        "a rollback of a service with a login needs it, too")
                : found;
    }
}
