package io.teal.rehearsal.judge;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.ec2.Firewall;
import io.teal.rehearsal.aws.ec2.SecurityGroupModel;
import io.teal.rehearsal.aws.ec2.SeparateRule;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.LoadBalancerModel;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What security groups keep apart: the run plays it, and here is why. */
final class ReachDangers {
    private final TemplateFacts facts;
    private final Firewall firewall = new Firewall();

    private ReachDangers(TemplateFacts facts) {
        this.facts = facts;
        facts.model().all(SecurityGroupModel.class).values().forEach(firewall::put);
        facts.model().all(SeparateRule.class).values().forEach(firewall::put);
    }

    static Stream<Remark> of(TemplateFacts facts) {
        ReachDangers dangers = new ReachDangers(facts);
        return facts.model().listeners().values().stream()
                .flatMap(listener -> Stream.concat(dangers.clients(listener), dangers.hosts(listener)));
    }

    private Stream<Remark> clients(ListenerModel listener) {
        return balancer(listener)
                .filter(one -> listener.id().equals(facts.production()))
                .flatMap(one -> firewall.blocksClients(one.securityGroups(), listener.port()).stream())
                .map(why -> Remark.danger(listener.id() + " cannot be reached: " + why));
    }

    private Stream<Remark> hosts(ListenerModel listener) {
        return balancer(listener)
                .flatMap(balancer -> groups(listener)
                        .flatMap(group -> facts.model().fleets().values().stream()
                                .filter(fleet -> fleet.groups().contains(group.id()))
                                .flatMap(fleet -> blocked(balancer, group, fleet))));
    }

    private Stream<Remark> blocked(LoadBalancerModel balancer, TargetGroupModel group, FleetModel fleet) {
        return IntStream.of(group.ports().traffic(), group.ports().checks())
                .filter(port -> port > 0)
                .distinct()
                .mapToObj(port -> firewall.blocks(
                        balancer.securityGroups(), fleet.launches().securityGroups(), port))
                .flatMap(Optional::stream)
                .map(why -> Remark.danger("hosts of " + fleet.label() + " cannot be reached: " + why));
    }

    private Stream<LoadBalancerModel> balancer(ListenerModel listener) {
        return Stream.ofNullable(facts.model().balancers().get(listener.balancer()));
    }

    /** The target groups of a listener's action and of its rules. */
    private Stream<TargetGroupModel> groups(ListenerModel listener) {
        Set<String> ids = new TreeSet<>();
        facts.model().allWeights(listener.id()).values().forEach(weights -> ids.addAll(weights.keySet()));
        return ids.stream().map(facts.model().groups()::get).filter(Objects::nonNull);
    }
}
