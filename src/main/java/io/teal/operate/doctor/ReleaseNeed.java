package io.teal.operate.doctor;

import io.teal.operate.account.SingleFleet;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.AutoScalingGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the next release of a service needs of an account.
 *
 * @param service its name
 * @param way for people: which hosts {@code most} counts
 * @param groups names of its Auto Scaling groups, those that a release makes too
 * @param missing how many of them there are not: a release makes each, with its launch template
 * @param now hosts that Auto Scaling wants now
 * @param level hosts during a release, at the size that the service has now
 * @param most hosts during a release, at the largest size that the service may have
 * @param targets how often each host is a target
 * @param targetGroups ARNs of its target groups
 */
record ReleaseNeed(
        String service,
        String way,
        Set<String> groups,
        int missing,
        int now,
        int level,
        int most,
        int targets,
        List<String> targetGroups) {

    /** Of a service with two colours, of which {@code live} are the groups that exist. */
    static ReleaseNeed of(CutoverProperties service, Map<String, AutoScalingGroup> live) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(Color.values()).map(color -> service.of(color).group()).forEach(names::add);
        int larger =
                live.values().stream().mapToInt(AutoScalingGroup::desired).max().orElse(0);
        int now = live.values().stream().mapToInt(AutoScalingGroup::desired).sum();
        List<String> groups = Stream.of(Color.values())
                .flatMap(color -> service.of(color).targetGroups().stream())
                .toList();
        int fleets = names.size();
        return new ReleaseNeed(
                service.service(),
                fleets == 1 ? "its hosts at maxCapacity" : "both fleets at maxCapacity",
                names,
                fleets - live.size(),
                now,
                fleets * larger,
                fleets * service.maxCapacity(),
                groups.size() / fleets,
                groups);
    }

    /** Of a service with one fleet; a rolling release may have twice the hosts for a while. */
    static ReleaseNeed of(SingleFleet fleet, Optional<AutoScalingGroup> live) {
        int desired = live.map(AutoScalingGroup::desired).orElse(0);
        int times = fleet.inPlace() ? 1 : 2;
        return new ReleaseNeed(
                fleet.service(),
                fleet.inPlace() ? "its hosts at maxCapacity" : "twice maxCapacity, as a rolling release may have,",
                Set.of(fleet.group()),
                live.isPresent() ? 0 : 1,
                desired,
                times * desired,
                times * live.map(AutoScalingGroup::max).orElse(0),
                fleet.targetGroups().size(),
                fleet.targetGroups());
    }
}
