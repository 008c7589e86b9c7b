package io.teal.rehearsal.judge;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.LoadBalancerModel;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.report.Numbers;
import io.teal.release.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Dangers of load balancers, listeners and target groups. */
final class TrafficDangers {
    private static final Duration SLOW_DETECTION = Duration.ofMinutes(2);
    private static final Duration SHORT_IDLE = Duration.ofSeconds(10);

    private TrafficDangers() {}

    static Stream<Remark> of(TemplateFacts facts) {
        return Stream.of(groups(facts), balancers(facts), actions(facts)).flatMap(all -> all);
    }

    private static Stream<Remark> groups(TemplateFacts facts) {
        return facts.model().groups().values().stream()
                .flatMap(group -> Stream.of(cuts(group), blind(group)).flatMap(Optional::stream));
    }

    private static Optional<Remark> cuts(TargetGroupModel group) {
        return group.drain().isZero()
                ? Optional.of(Remark.danger("the deregistration delay of " + group.id()
                        + " is 0 s: requests in flight to a host that leaves are cut"))
                : Optional.empty();
    }

    private static Optional<Remark> blind(TargetGroupModel group) {
        Duration time = group.healthCheck().detection();
        return time.compareTo(SLOW_DETECTION) > 0
                ? Optional.of(Remark.danger(group.id() + " sends requests to a host that is dead for up to "
                        + Numbers.time(time) + ", until "
                        + group.healthCheck().thresholds().unhealthy() + " health checks have failed"))
                : Optional.empty();
    }

    private static Stream<Remark> balancers(TemplateFacts facts) {
        return facts.model().balancers().values().stream()
                .flatMap(balancer ->
                        Stream.of(hasty(balancer), internal(facts, balancer)).flatMap(Optional::stream));
    }

    private static Optional<Remark> hasty(LoadBalancerModel balancer) {
        return balancer.idleTimeout().compareTo(SHORT_IDLE) < 0
                ? Optional.of(Remark.danger("the idle timeout of " + balancer.id() + " is "
                        + Numbers.time(balancer.idleTimeout())
                        + ": a request that takes longer is answered 504, and clients that keep connections find them"
                        + " closed"))
                : Optional.empty();
    }

    private static Optional<Remark> internal(TemplateFacts facts, LoadBalancerModel balancer) {
        return facts.fields(balancer.id()).text("Scheme", "").equals("internal")
                ? Optional.of(Remark.notJudged(
                        balancer.id() + " is internal: clients outside its network cannot reach it; the load did"))
                : Optional.empty();
    }

    private static Stream<Remark> actions(TemplateFacts facts) {
        return facts.model().actions().entrySet().stream()
                .filter(action -> action.getValue().weights().size() > 1)
                .flatMap(action ->
                        Stream.concat(undivided(facts, action.getKey(), action.getValue()), fixed(facts, action)));
    }

    private static Stream<Remark> undivided(TemplateFacts facts, String id, ActionModel action) {
        return facts.model().fleets().values().stream()
                .filter(fleet -> !fleet.sharesHosts() && among(fleet, action).size() > 1)
                .map(fleet -> Remark.danger("hosts of " + fleet.label() + " are in " + among(fleet, action)
                        + ", between which " + id + " divides traffic: they serve whatever the weights"));
    }

    private static List<String> among(FleetModel fleet, ActionModel action) {
        return fleet.groups().stream().filter(action.weights()::containsKey).toList();
    }

    /** A listener's weights have to be Shift's answer, or CloudFormation writes others beside it. */
    private static Stream<Remark> fixed(TemplateFacts facts, Map.Entry<String, ActionModel> action) {
        String written = facts.template()
                .resources()
                .get(action.getKey())
                .body()
                .path("Properties")
                .toString();
        return facts.ofType(Contract.SHIFT).stream()
                .filter(shift -> told(facts.properties(shift).toString(), action.getValue())
                        && !written.contains("\"" + shift.id() + "\""))
                .map(shift ->
                        Remark.danger(action.getKey() + " has weights of its own: CloudFormation writes them, whatever "
                                + shift.id() + " has decided"));
    }

    private static boolean told(String properties, ActionModel action) {
        return action.weights().keySet().stream().allMatch(group -> properties.contains("\"ref:" + group + "\""));
    }
}
