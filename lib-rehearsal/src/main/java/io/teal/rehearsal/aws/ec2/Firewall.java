package io.teal.rehearsal.aws.ec2;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The security groups of a stack. One that is not in the template may have any rules, so it admits everything here.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">Security group rules</a>
 */
public final class Firewall {
    private final Map<String, SecurityGroupModel> groups = new ConcurrentSkipListMap<>();
    private final Map<String, SeparateRule> rules = new ConcurrentSkipListMap<>();

    /** Since the last change: every request and every health check asks. */
    private final Map<Passage, Optional<String>> answers = new ConcurrentHashMap<>();

    /** From what has some security groups to a port of what has others. */
    private record Passage(Set<String> from, Set<String> to, int port) {}

    /** Adds or updates a security group. */
    public void put(SecurityGroupModel model) {
        groups.put(model.id(), model);
        answers.clear();
    }

    /** Adds or updates a rule. */
    public void put(SeparateRule rule) {
        rules.put(rule.id(), rule);
        answers.clear();
    }

    /** Removes security group or rule {@code id}. */
    public void remove(String id) {
        groups.remove(id);
        rules.remove(id);
        answers.clear();
    }

    /** Whether every one of {@code ids}, of which there is one at least, is a security group of the stack. */
    public boolean knows(Collection<String> ids) {
        return !ids.isEmpty() && groups.keySet().containsAll(ids);
    }

    /** Why nothing with security groups {@code from} reaches what has {@code to} on {@code port}; empty if it may. */
    public Optional<String> blocks(Set<String> from, Set<String> to, int port) {
        return answers.computeIfAbsent(new Passage(from, to, port), this::blocked);
    }

    private Optional<String> blocked(Passage passage) {
        int port = passage.port();
        if (knows(passage.from())
                && passage.from().stream().flatMap(this::out).noneMatch(rule -> admits(rule, port, passage.to()))) {
            return Optional.of(
                    named(passage.from()) + " lets nothing out to port " + port + " of " + named(passage.to()));
        }
        if (knows(passage.to())
                && passage.to().stream().flatMap(this::in).noneMatch(rule -> admits(rule, port, passage.from()))) {
            return Optional.of(
                    named(passage.to()) + " admits nothing from " + named(passage.from()) + " on port " + port);
        }
        return Optional.empty();
    }

    private boolean admits(PortRule rule, int port, Set<String> peers) {
        return rule.admits(port, peers, groups.keySet());
    }

    /** Why no client at all reaches what has security groups {@code to} on {@code port}; empty if one may. */
    public Optional<String> blocksClients(Set<String> to, int port) {
        return knows(to) && to.stream().flatMap(this::in).noneMatch(rule -> rule.covers(port))
                ? Optional.of(named(to) + " admits no client on port " + port)
                : Optional.empty();
    }

    private Stream<PortRule> in(String id) {
        return Stream.concat(groups.get(id).in().stream(), separate(id, true));
    }

    /** EC2's own rule holds until the group gets another. */
    private Stream<PortRule> out(String id) {
        Stream<PortRule> own = groups.get(id).out().map(Collection::stream).orElseGet(() -> ofEc2(id));
        return Stream.concat(own, separate(id, false));
    }

    private Stream<PortRule> ofEc2(String id) {
        return separate(id, false).findAny().isPresent() ? Stream.empty() : Stream.of(PortRule.EVERYTHING);
    }

    private Stream<PortRule> separate(String id, boolean inbound) {
        return rules.values().stream()
                .filter(rule -> rule.group().equals(id) && rule.inbound() == inbound)
                .map(SeparateRule::rule);
    }

    private static String named(Set<String> ids) {
        return ids.isEmpty()
                ? "an unknown security group"
                : ids.stream().collect(Collectors.joining(" and ", "security group ", ""));
    }
}
