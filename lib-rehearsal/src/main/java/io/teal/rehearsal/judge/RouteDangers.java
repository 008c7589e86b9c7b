package io.teal.rehearsal.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.aws.elb.LoadBalancerReader;
import io.teal.rehearsal.template.Resource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Routes of the subnets that are in the template: hosts that download need one out, clients one in. */
final class RouteDangers {
    private static final String VPC = "AWS::EC2::VPC";
    private static final String SUBNET = "AWS::EC2::Subnet";
    private static final String TABLE = "AWS::EC2::RouteTable";
    private static final String ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";
    private static final String ROUTE = "AWS::EC2::Route";
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");

    private final TemplateFacts facts;

    private RouteDangers(TemplateFacts facts) {
        this.facts = facts;
    }

    static Stream<Remark> of(TemplateFacts facts) {
        RouteDangers rules = new RouteDangers(facts);
        return Stream.concat(rules.hosts(), rules.clients());
    }

    private Stream<Remark> hosts() {
        return facts.ofType(FleetReader.FLEET).stream()
                .filter(fleet -> lacks(facts.properties(fleet).path("VPCZoneIdentifier"), route -> true))
                .map(fleet -> Remark.danger("hosts of " + fleet.id()
                        + " have no route to the internet: what they download as they boot needs VPC endpoints"));
    }

    private Stream<Remark> clients() {
        return facts.ofType(LoadBalancerReader.LOAD_BALANCER).stream()
                .filter(balancer -> !facts.fields(balancer).text("Scheme", "").equals("internal"))
                .filter(balancer -> lacks(facts.properties(balancer).path("Subnets"), route -> route.has("GatewayId")))
                .map(balancer -> Remark.danger(balancer.id()
                        + " faces the internet from a subnet without a route to an internet gateway: clients do not"
                        + " reach it"));
    }

    /** Whether one of {@code subnets} is known to have no default route that is {@code good}. */
    private boolean lacks(JsonNode subnets, Predicate<JsonNode> good) {
        return TemplateFacts.each(subnets)
                .flatMap(subnet -> facts.referred(subnet, SUBNET).stream())
                .anyMatch(subnet -> isKnown(subnet) && routes(subnet).noneMatch(good));
    }

    /** Whether its routes are all in the template; without a table of its own it has the VPC's, which is local. */
    private boolean isKnown(Resource subnet) {
        List<JsonNode> tables = tables(subnet).toList();
        return tables.isEmpty()
                ? facts.referred(facts.properties(subnet).path("VpcId"), VPC).isPresent()
                : tables.stream().allMatch(table -> facts.referred(table, TABLE).isPresent());
    }

    private Stream<JsonNode> tables(Resource subnet) {
        return facts.ofType(ASSOCIATION).stream()
                .map(facts::properties)
                .filter(one -> facts.referred(one.path("SubnetId"), SUBNET)
                        .filter(subnet::equals)
                        .isPresent())
                .map(one -> one.path("RouteTableId"));
    }

    /** The routes to everywhere. */
    private Stream<JsonNode> routes(Resource subnet) {
        List<JsonNode> tables = tables(subnet).toList();
        return facts.ofType(ROUTE).stream()
                .map(facts::properties)
                .filter(route -> tables.contains(route.path("RouteTableId")))
                .filter(route ->
                        EVERYWHERE.contains(route.path("DestinationCidrBlock").asText())
                                || EVERYWHERE.contains(
                                        route.path("DestinationIpv6CidrBlock").asText()));
    }
}
