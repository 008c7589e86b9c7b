package io.teal.rehearsal.aws.ec2;

import java.util.Set;

/**
 * A rule of a security group for TCP ports.
 *
 * @param first the first port
 * @param last the last port
 * @param peer the logical id of a security group, or whatever else the rule names: addresses, a prefix list
 */
public record PortRule(int first, int last, String peer) {
    /** EC2's own rule for what goes out. */
    static final PortRule EVERYTHING = new PortRule(0, 65_535, "");

    /** Whether it is about {@code port} and one of {@code groups}; {@code known} are the security groups there are. */
    boolean admits(int port, Set<String> groups, Set<String> known) {
        boolean fits = groups.contains(peer) || !known.contains(peer);
        return covers(port) && fits;
    }

    /** Whether it is about {@code port}. */
    boolean covers(int port) {
        return first <= port && port <= last;
    }
}
