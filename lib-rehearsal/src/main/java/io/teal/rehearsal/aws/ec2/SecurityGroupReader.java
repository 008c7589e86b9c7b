package io.teal.rehearsal.aws.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads security groups and their rules, as far as they are about TCP. */
public final class SecurityGroupReader {
    private static final Set<String> TCP = Set.of("tcp", "6");
    private static final String ALL = "-1";
    private static final int LAST_PORT = PortRule.EVERYTHING.last();
    private static final PortRule NONE = new PortRule(1, 0, "");

    private final Fields fields;

    private SecurityGroupReader(Fields fields) {
        this.fields = fields;
    }

    /** Reads {@code AWS::EC2::SecurityGroup} {@code id}. */
    public static SecurityGroupModel read(String id, Fields fields) {
        SecurityGroupReader reader = new SecurityGroupReader(fields);
        JsonNode out = fields.at("SecurityGroupEgress");
        return new SecurityGroupModel(
                id,
                reader.rules(fields.at("SecurityGroupIngress"), "Source"),
                out.isMissingNode() ? Optional.empty() : Optional.of(reader.rules(out, "Destination")));
    }

    /** Reads {@code AWS::EC2::SecurityGroupIngress} or {@code AWS::EC2::SecurityGroupEgress} {@code id}. */
    public static SeparateRule rule(String id, Fields fields, boolean inbound) {
        PortRule rule = new SecurityGroupReader(fields).rule(fields.all(), inbound ? "Source" : "Destination");
        return new SeparateRule(id, Opaque.resource(fields.at("GroupId")), inbound, rule);
    }

    /** A rule that depends on a value that is not known may be about every port. */
    private static boolean isKnown(JsonNode rule) {
        return Stream.of("IpProtocol", "FromPort", "ToPort").allMatch(name -> Opaque.isKnown(rule.path(name)));
    }

    private List<PortRule> rules(JsonNode list, String peer) {
        if (!Opaque.isKnown(list)) {
            return List.of(PortRule.EVERYTHING);
        }
        List<PortRule> rules = new ArrayList<>();
        list.forEach(one -> rules.add(rule(one, peer)));
        return rules;
    }

    private PortRule rule(JsonNode one, String peer) {
        String protocol = Opaque.referred(one.path("IpProtocol"));
        String other = Opaque.resource(one.path(peer + "SecurityGroupId"));
        if (protocol.equals(ALL) || !isKnown(one)) {
            return new PortRule(0, LAST_PORT, other);
        }
        return TCP.contains(protocol)
                ? new PortRule(
                        fields.number("FromPort", one.path("FromPort"), 0),
                        fields.number("ToPort", one.path("ToPort"), LAST_PORT),
                        other)
                : NONE;
    }
}
