package io.teal.rehearsal.aws.ec2;

import java.util.List;
import java.util.Optional;

/**
 * A security group with the rules in it.
 *
 * @param id its logical id
 * @param in its rules for what comes in
 * @param out its rules for what goes out; empty if it has EC2's, which let everything out
 */
public record SecurityGroupModel(String id, List<PortRule> in, Optional<List<PortRule>> out) {
    /** Copies the lists. */
    public SecurityGroupModel {
        in = List.copyOf(in);
        out = out.map(List::copyOf);
    }
}
